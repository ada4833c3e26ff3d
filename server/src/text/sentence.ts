import { isLineBreak, isLower } from './characters.ts';
import type { Span } from './span.ts';

const LONGEST = 1500;
/** Words that end with a period inside a sentence, in front of a number or name. */
export const ABBREVIATION =
  /(?:\b(?:No|Nos|Dkt|Dkts|Ex|Exs|Doc|Docs|Decl|Dep|Tr|Id|Pl|Pls|Def|Defs|Mot|Opp|Compl|Ans|Aff|Cert|Am|Resp|Stip|Inc|Ltd|Co|Corp|v|vs|Mr|Ms|Dr|Cf|Fed|Civ|Supp|App|cf|e\.g|i\.e|p|pp|n|nn|[A-Z]))$/;

/** The sentence round a span, within its paragraph; at most `longest` characters to either side. */
export function sentenceAround(text: string, span: Span, longest: number = LONGEST): Span {
  let start = span.start;
  while (start > 0 && span.start - start < longest && !endsBefore(text, start)) start--;
  let end = span.end;
  while (end < text.length && end - span.end < longest && !endsBefore(text, end + 1) && !isParagraphBreak(text, end))
    end++;
  return { start, end: Math.min(text.length, end + 1) };
}

/** A paragraph longer than this to either side is damage (a whole draft on one line), and is cut. */
const LONGEST_PARAGRAPH = 6000;

/** The paragraph round a span; at most six thousand characters to either side. */
export function paragraphAround(text: string, span: Span): Span {
  let start = span.start;
  while (start > 0 && span.start - start < LONGEST_PARAGRAPH && !isParagraphBreak(text, start - 1)) start--;
  let end = span.end;
  while (end < text.length && end - span.end < LONGEST_PARAGRAPH && !isParagraphBreak(text, end)) end++;
  return { start, end };
}

function isParagraphBreak(text: string, at: number): boolean {
  if (!isLineBreak(text.charCodeAt(at))) return false;
  let next = at + 1;
  while (next < text.length && next - at < 40 && /[ \t\r\u00A0]/.test(text.charAt(next))) next++;
  let before = at - 1;
  while (before >= 0 && at - before < 40 && /[ \t\r\u00A0]/.test(text.charAt(before))) before--;
  return isLineBreak(text.charCodeAt(next)) || isLineBreak(text.charCodeAt(before));
}

/** True where a sentence ends directly before `at`. */
function endsBefore(text: string, at: number): boolean {
  // Behind most characters nothing can end, and every character of a sentence is asked.
  const code = text.charCodeAt(at - 1);
  if (code > 0x20 && code < 0x80) return false;
  if (isParagraphBreak(text, at - 1)) return true;
  if (!/[\s\u00A0]/.test(text.charAt(at - 1))) return false;
  const word = text.slice(Math.max(0, at - 12), at - 1).replace(/["\u201D)\]*_\u2019']{1,12}$/, '');
  if (!/[.?!]$/.test(word)) return false;
  const next = text.charCodeAt(at);
  return !ABBREVIATION.test(word.slice(0, -1)) && !isLower(next);
}
