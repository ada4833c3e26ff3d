import { isDigit } from '../../text/characters.ts';
import type { Footnote } from '../draftSyntax.ts';
import type { Line } from './lines.ts';

const SUPERSCRIPTS = '\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079';

/** A mark in the running text, and what it says. */
interface Mark {
  readonly label: string;
  readonly offset: number;
}

/**
 * Finds footnotes: `[^n]:`, or a paragraph that begins with a superscript or bare number whose mark occurs in the text
 * before it. A footnote reaches to the end of its paragraph; it belongs to the place of its mark.
 */
export function footnotesOf(text: string, lines: readonly Line[]): readonly Footnote[] {
  const marks = marksOf(text);
  const footnotes: Footnote[] = [];
  for (const [place, line] of lines.entries()) {
    if (line.isEmpty) continue;
    const opening = openingMark(text, line);
    if (!opening) continue;
    const mark = lastBefore(marks.get(opening.label), line.start);
    const isCertain = opening.kind === 'markdown' || (opening.kind === 'superscript' && line.opensParagraph);
    if (mark === undefined && !isCertain) continue;
    if (opening.kind === 'number' && (mark === undefined || !line.opensParagraph)) continue;
    const end = endOfFootnote(text, lines, place);
    footnotes.push({
      mark: opening.label.replace(/^[\^s]/, ''),
      start: line.start,
      end,
      ...(mark === undefined ? {} : { markOffset: mark }),
    });
  }
  return footnotes;
}

interface Opening {
  readonly label: string;
  readonly kind: 'markdown' | 'superscript' | 'number';
}

function openingMark(text: string, line: Line): Opening | undefined {
  const first = text.charCodeAt(line.start);
  if (first !== 91 && first < 128 && !isDigit(first)) return undefined;
  const typed = text.slice(line.start, Math.min(line.end, line.start + 24));
  const markdown = /^\[\^([^\]\s]{1,12})\]:/.exec(typed)?.[1];
  if (markdown) return { label: `^${markdown}`, kind: 'markdown' };
  const superscript = superscriptAt(text, line.start);
  if (superscript && line.end - line.start > superscript.length)
    return { label: `s${arabicOf(superscript)}`, kind: 'superscript' };
  const number = /^(\d{1,3})[ \u00A0\t]{1,4}["\u201C(A-Z*]/.exec(typed)?.[1];
  return number ? { label: number, kind: 'number' } : undefined;
}

/** Marks in the text by what they say: `[^1]`, superscripts, and numbers glued to the end of a word or sentence. */
function marksOf(text: string): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Mark[]>();
  const add = (label: string, offset: number): void => {
    const list = marks.get(label);
    if (list) list.push({ label, offset });
    else marks.set(label, [{ label, offset }]);
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 91 && text.charCodeAt(i + 1) === 94) {
      const label = /^\[\^([^\]\s]{1,12})\](?!:)/.exec(text.slice(i, i + 16))?.[1];
      if (label) add(`^${label}`, i);
    } else if (code > 127 && SUPERSCRIPTS.includes(text.charAt(i))) {
      const superscript = superscriptAt(text, i) ?? '';
      // At the beginning of a line it opens the note and is no mark.
      if (text.charCodeAt(i - 1) !== 10 && i > 0) add(`s${arabicOf(superscript)}`, i);
      i += superscript.length - 1;
    } else if (isDigit(code)) {
      let end = i + 1;
      while (isDigit(text.charCodeAt(end))) end++;
      if (isGluedMark(text, i, end)) add(text.slice(i, end), i);
      i = end - 1;
    }
  }
  return marks;
}

const ENDS_WORDS: ReadonlySet<string> = new Set('abcdefghijklmnopqrstuvwxyz,;)]"\u201D\u2019.?!');

/** `sentence.4 Next`, `word”3 and`, `years. 1 Moreover`: a number that ends a word or sentence and belongs to neither. */
function isGluedMark(text: string, at: number, end: number): boolean {
  if (end - at > 3 || at === 0) return false;
  const before = text.charAt(at - 1);
  if (before !== ' ' && !ENDS_WORDS.has(before)) return false;
  if (end < text.length && !/[\s\u00A0]/.test(text.charAt(end))) return false;
  if (before !== ' ') return true;
  return /[.?!"\u201D]/.test(text.charAt(at - 2)) && /^ [A-Z]/.test(text.slice(end, end + 2));
}

function superscriptAt(text: string, at: number): string | undefined {
  let end = at;
  while (end - at < 3 && end < text.length && SUPERSCRIPTS.includes(text.charAt(end))) end++;
  return end > at ? text.slice(at, end) : undefined;
}

function arabicOf(superscript: string): string {
  return [...superscript].map((sign) => String(SUPERSCRIPTS.indexOf(sign))).join('');
}

function lastBefore(marks: readonly Mark[] | undefined, offset: number): number | undefined {
  if (!marks) return undefined;
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1]?.offset;
}

/** The paragraph's end; a Markdown footnote goes on over paragraphs that are indented. */
function endOfFootnote(text: string, lines: readonly Line[], place: number): number {
  let last = place;
  for (let next = place + 1; next < lines.length; next++) {
    const line = lines[next];
    if (!line) break;
    if (line.isEmpty) {
      const behind = lines[next + 1];
      if (!behind || behind.isEmpty || behind.start - behind.from < 4) break;
      continue;
    }
    if (openingMark(text, line)?.kind === 'markdown' || superscriptAt(text, line.start)) break;
    last = next;
  }
  return lines[last]?.end ?? text.length;
}
