import { isDigit, isLetter } from './characters.ts';
import { pageLinesOf } from './quotation/pageLines.ts';
import type { Span } from './span.ts';

/** A footnote at the foot of a page, half-open UTF-16 offsets into the page; or one of a Word file, `[^3]: ...`. */
export interface FootnoteOnPage extends Span {
  readonly number: string;
}

/** Footnotes stand no higher on a page than this share of its lines. */
const HIGHEST = 0.25;

/**
 * The footnotes of a page. The first is told by its mark in the text above it (`harm.12`), the others because they count on from it:
 * a numbered list or a line number is none.
 */
export function footnotesOn(page: string): readonly FootnoteOnPage[] {
  const starts = [...starting(page)];
  return starts.map(({ number, start }, at) => ({ number, start, end: starts[at + 1]?.start ?? page.length }));
}

function* starting(page: string): Iterable<{ readonly number: string; readonly start: number }> {
  const written = [...page.matchAll(/^\[\^([^\]\s]{1,12})\]:/gm)];
  if (written.length > 0) {
    for (const { 1: number, index } of written) yield { number: number ?? '', start: index };
    return;
  }
  const lines = pageLinesOf(page);
  let last: number | undefined;
  for (const line of lines.slice(Math.max(1, Math.floor(lines.length * HIGHEST)))) {
    const found = noteNumber(page, line.start);
    if (found === undefined) continue;
    const value = Number(lowered(found));
    if (last === undefined ? !isMarkedAbove(page, found, line.start) : value !== last + 1) continue;
    last = value;
    yield { number: String(value), start: line.start };
  }
}

/** True where a line of the lower part of a page begins as a note with this number does. */
export function hasNote(page: string, number: string): boolean {
  const lines = pageLinesOf(page);
  return lines.slice(Math.floor(lines.length * HIGHEST)).some((line) => noteNumber(page, line.start) === number);
}

/** `¹²` is 12. */
function lowered(number: string): string {
  return number.replace(/[^\d]/g, (sign) => String(RAISED.indexOf(sign)));
}

const RAISED = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/** The number with which a footnote begins: digits and the note's first word, or a raised number. */
export function noteNumber(page: string, start: number): string | undefined {
  const first = page.charAt(start);
  if (!isDigit(first.charCodeAt(0)) && !RAISED.includes(first)) return undefined;
  return /^(?:(\d{1,3})[ \u00a0]{0,4}\n?(?=["\u201c\u2018(]?[A-Z])|([\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,3})[ \u00a0]{0,4}["\u201c(]?[A-Za-z])/
    .exec(page.slice(start, start + 16))?.[0]
    ?.replace(/[^\d\u2070\u00b9\u00b2\u00b3\u2074-\u2079]/g, '');
}

/** `harm. 12` at the end of a line or before the next sentence, or 12 alone: a PDF may put a blank or a line end round a raised number. */
function isRaised(page: string, start: number, end: number): boolean {
  const isAtEnd = page.charCodeAt(end) === 10;
  if (page.charCodeAt(start - 1) === 10) return isAtEnd && start > 1;
  if (page.charCodeAt(start - 1) !== 32) return false;
  if (!isAtEnd && !/^ ["\u201c(]?[A-Z]/.test(page.slice(end, end + 3))) return false;
  const before = page.slice(Math.max(0, start - 12), start);
  if (/[a-z]{3}[.?!,;:]["\u201d\u2019)]? $/.test(before)) return !ABBREVIATED.test(before);
  return isAtEnd && /\d\. $/.test(before);
}

/** `Decl. 3` is the number of a declaration. */
const ABBREVIATED = /\b(?:Decl|Supp|Exhs|Exs|Nos|Doc|Art|Sec|Tab|Vol|Fig|Figs|App|Stat|Resp|Vols)\. $/i;

/** True where the number stands glued to a word or sign of the page above (`harm.12`), or raised behind the end of a sentence. */
export function isMarkedAbove(page: string, number: string, before: number): boolean {
  let at = page.indexOf(number);
  // The numbers of lines and dates have its digit, too.
  for (let tries = 0; at >= 0 && at < before && tries < 400; tries++) {
    const previous = page.charCodeAt(at - 1);
    const isGlued = previous > 32 && !isDigit(previous) && previous !== 36;
    if (isRaised(page, at, at + number.length)) return true;
    if (isGlued && !isDigit(page.charCodeAt(at + number.length)) && !isLetter(page.charCodeAt(at + number.length)))
      return true;
    at = page.indexOf(number, at + 1);
  }
  return false;
}
