import { isDigit, isLower } from '../characters.ts';
import { hasNote } from '../footnotesOn.ts';
import { BEHIND_SIGNS, type FoldedText, INSIDE_WORD } from './foldedText.ts';
import { lostItsBlank } from './lostBlanks.ts';
import type { QuotedWord } from './quotedWords.ts';
import { pageAt, type SourceText } from './sourceText.ts';

/** Folded words that are looked for letter for letter. */
export interface Needle {
  readonly letters: string;
  /** Where its words begin, as in `FoldedText`. */
  readonly starts: Uint8Array;
}

/** The needle of these words; undefined where they have no letters. */
export function needleOf(quoted: FoldedText, words: readonly QuotedWord[]): Needle | undefined {
  const letters = words.map((word) => word.letters).join('');
  if (letters.length === 0) return undefined;
  const starts = new Uint8Array(letters.length);
  let at = 0;
  for (const word of words) {
    starts.set(quoted.starts.subarray(word.from, word.from + word.letters.length), at);
    at += word.letters.length;
  }
  return { letters, starts };
}

/** The first place from `from` on, and before `to`, where the needle stands as whole words; -1 where it stands nowhere. */
export function firstOccurrence(source: SourceText, needle: Needle, from: number, to: number): number {
  const { letters } = source.folded;
  let at = letters.indexOf(needle.letters, from);
  for (let tries = 0; at >= 0 && at + needle.letters.length <= to && tries < MOST_TRIES; tries++) {
    if (isWhole(source, needle, at)) return at;
    at = letters.indexOf(needle.letters, at + 1);
  }
  return -1;
}

/** The last place that ends before `to` and begins at `from` or later; -1 where there is none. */
export function lastOccurrence(source: SourceText, needle: Needle, from: number, to: number): number {
  const { letters } = source.folded;
  let at = to - needle.letters.length < from ? -1 : letters.lastIndexOf(needle.letters, to - needle.letters.length);
  for (let tries = 0; at >= from && tries < MOST_TRIES; tries++) {
    if (isWhole(source, needle, at)) return at;
    at = at === 0 ? -1 : letters.lastIndexOf(needle.letters, at - 1);
  }
  return -1;
}

/** More letters than this are looked at on neither side: a text without spaces is no word. */
const LONGEST_GLUED = 80;
/** A word that stands inside a thousand other words is looked for no further. */
const MOST_TRIES = 1000;

/** Every place of the needle, in order, at most `most`. */
export function occurrencesOf(source: SourceText, needle: Needle, most: number): readonly number[] {
  const found: number[] = [];
  let at = firstOccurrence(source, needle, 0, source.folded.letters.length);
  while (at >= 0 && found.length < most) {
    found.push(at);
    at = firstOccurrence(source, needle, at + 1, source.folded.letters.length);
  }
  return found;
}

function firstWordOf({ letters, starts }: Needle): string {
  let end = 1;
  while (end < letters.length && starts[end] === INSIDE_WORD) end++;
  return letters.slice(0, end);
}

function lastWordOf({ letters, starts }: Needle): string {
  let from = letters.length - 1;
  while (from > 0 && starts[from] === INSIDE_WORD) from--;
  return letters.slice(from);
}

/** True where the text has these letters as a whole word somewhere; what stands inside many other words is not looked for further. */
export function standsAlone({ letters, starts }: FoldedText, word: string): boolean {
  let at = letters.indexOf(word);
  for (let tries = 0; at >= 0 && tries < 100; tries++) {
    const end = at + word.length;
    if (starts[at] !== INSIDE_WORD && (end === letters.length || starts[end] !== INSIDE_WORD)) return true;
    at = letters.indexOf(word, at + 1);
  }
  return false;
}

/** True where the needle is not cut out of a word or number: `able` is not in `unable`, nor `12` in `1, 2`. */
function isWhole(source: SourceText, needle: Needle, at: number): boolean {
  const { letters, starts } = source.folded;
  const end = at + needle.letters.length;
  const isWord = (word: string): boolean => standsAlone(source.folded, word);
  for (let place = 1; place < needle.letters.length; place++) {
    const one = needle.starts[place] ?? 0;
    const other = starts[at + place] ?? 0;
    if (one === other || (one !== BEHIND_SIGNS && other !== BEHIND_SIGNS) || (one !== 0 && other !== 0)) continue;
    if (isDigit(letters.charCodeAt(at + place)) && isDigit(letters.charCodeAt(at + place - 1))) return false;
  }
  if (starts[at] === INSIDE_WORD) {
    const from = wordStartAt(source.folded, at);
    const beyond = letters.slice(wordStartAt(source.folded, from - 1), from);
    const rest = letters.slice(from, at);
    if (!lostItsBlank({ rest, word: firstWordOf(needle), side: 'before', beyond, isAtEdge: true }, isWord))
      return false;
  }
  if (end === letters.length || starts[end] !== INSIDE_WORD) return true;
  const to = wordEndAt(source.folded, end);
  const rest = letters.slice(end, to);
  const beyond = letters.slice(to, wordEndAt(source.folded, to + 1));
  return (
    lostItsBlank({ rest, word: lastWordOf(needle), side: 'behind', beyond, isAtEdge: true }, isWord) ||
    isGluedNoteMark(source, at, end, rest)
  );
}

/** Where the word begins in which a letter stands; what has more letters before it is no word. */
function wordStartAt({ starts }: FoldedText, at: number): number {
  let from = Math.max(0, at);
  while (from > 0 && at - from <= LONGEST_GLUED && starts[from] === INSIDE_WORD) from--;
  return from;
}

/** Where the word ends that goes on at an index. */
function wordEndAt({ letters, starts }: FoldedText, at: number): number {
  let to = Math.min(at, letters.length);
  while (to < letters.length && to - at <= LONGEST_GLUED && starts[to] === INSIDE_WORD) to++;
  return to;
}

/** True where `rest` behind the letters before `end` is the mark of a footnote: `dataset3`, `in 2023.4 The`; not `Books3`, `0.4`. */
export function isGluedNoteMark(source: SourceText, from: number, end: number, rest: string): boolean {
  const { letters, offsets, starts } = source.folded;
  if (!/^\.?\d{1,3}$/.test(rest)) return false;
  if (isDigit(letters.charCodeAt(end - 1))) {
    // Behind a figure (`in 2019³`) only where the page has a note of that number.
    if (rest.charCodeAt(0) !== 46) return hasNote(pageTextAt(source, offsets[end] ?? 0), rest);
    const behind = rawText(source, (offsets[end + rest.length - 1] ?? 0) + 1, 4);
    return /^(?:$|["\u201d\u2019)]?\s{1,3}["\u201c(]?[A-Z]|\s{0,3}$|\s{0,2}\n)/.test(behind);
  }
  let start = end - 1;
  while (start > Math.max(0, from - LONGEST_GLUED) && starts[start] === INSIDE_WORD) start--;
  return rest.charCodeAt(0) !== 46 && isLower(rawText(source, offsets[start] ?? 0, 1).charCodeAt(0));
}

function pageTextAt({ pages, pageStarts }: SourceText, offset: number): string {
  return pages[pageAt(pageStarts, offset)]?.text ?? '';
}

/** So many characters of the source from an offset of all pages on, on one page. */
export function rawText(source: SourceText, offset: number, length: number): string {
  const page = pageAt(source.pageStarts, offset);
  const start = offset - (source.pageStarts[page] ?? 0);
  return (source.pages[page]?.text ?? '').slice(start, start + length);
}
