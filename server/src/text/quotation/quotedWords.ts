import { isBlank, isLetter, isLineBreak } from '../characters.ts';
import type { Span } from '../span.ts';
import {
  endWord,
  type FoldedText,
  type Folding,
  fold,
  folded,
  foldingOf,
  INSIDE_WORD,
  joinWord,
} from './foldedText.ts';
import { noiseOfPaste } from './pageParts.ts';
import { speakersIn } from './testimony.ts';

/**
 * A word of a quotation. `plain` must stand in the source; `inserted` stands in brackets and may stand for any words there;
 * `optional` may be there or not (the `Q.` of testimony, `[sic]`); `altered` has brackets in it: `[t]he`, `claim[ed]`, `word[]`.
 */
export interface QuotedWord {
  readonly kind: 'plain' | 'inserted' | 'optional' | 'altered';
  readonly letters: string;
  /** Index of its first letter in the folded quotation. */
  readonly from: number;
  /** Offsets into the quotation as handed in. */
  readonly start: number;
  readonly end: number;
  /** Of an altered word: how many letters stand before and behind the brackets. */
  readonly before?: number;
  readonly behind?: number;
  /** Part of a speaker's name, as a transcript has it: `THE WITNESS:`. */
  readonly isSpeaker?: boolean;
}

/** A quotation between two of its ellipses. */
export interface QuotedSegment {
  readonly words: readonly QuotedWord[];
}

export interface QuotedWords {
  readonly folded: FoldedText;
  /** In order; a word stands in one of them. An ellipsis at the beginning or end leaves no empty one. */
  readonly segments: readonly QuotedSegment[];
}

/** A bracket or an ellipsis of a quotation. */
interface Mark extends Span {
  readonly kind: 'ellipsis' | 'inserted' | 'optional' | 'altered';
}

/** A bracket with more in it is no alteration. */
const LONGEST_BRACKET = 240;

/** Reads quoted words without their outer quotation marks: what is typed, and what the rules of quotation mark. Linear. */
export function quotedWordsOf(quoted: string): QuotedWords {
  const marks = marksIn(quoted);
  const noise = noiseOfPaste(quoted);
  const folding = foldingOf(quoted.length + 8);
  const breaks: number[] = [];
  let at = 0;
  for (const mark of marks) {
    foldPlain(folding, quoted, noise, at, mark.start);
    foldMark(folding, quoted, mark);
    if (mark.kind === 'ellipsis') breaks.push(folding.length);
    at = mark.end;
  }
  foldPlain(folding, quoted, noise, at, quoted.length);
  const text = folded(folding);
  const words = withSpeakers(wordsOf(text, quoted, marks), speakersIn(quoted));
  return { folded: text, segments: segmentsOf(words, breaks) };
}

function foldPlain(folding: Folding, quoted: string, noise: readonly Span[], from: number, to: number): void {
  let at = from;
  for (const { start, end } of noise) {
    if (end <= at || start >= to) continue;
    if (start > at) fold(folding, quoted, at, start, 0);
    endWord(folding);
    at = Math.min(end, to);
  }
  if (at < to) fold(folding, quoted, at, to, 0);
}

function foldMark(folding: Folding, quoted: string, mark: Mark): void {
  if (mark.kind === 'ellipsis') endWord(folding);
  else if (mark.kind === 'altered') {
    if (isLetter(quoted.charCodeAt(mark.start - 1))) joinWord(folding);
    fold(folding, quoted, mark.start + 1, mark.end - 1, 0);
    if (isLetter(quoted.charCodeAt(mark.end))) joinWord(folding);
  } else {
    endWord(folding);
    fold(folding, quoted, mark.start + 1, mark.end - 1, 0);
    endWord(folding);
  }
}

function marksIn(quoted: string): readonly Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  while (at < quoted.length) {
    const mark = markAt(quoted, at);
    if (mark) marks.push(mark);
    at = mark ? mark.end : at + 1;
  }
  return marks;
}

function markAt(quoted: string, at: number): Mark | undefined {
  const code = quoted.charCodeAt(at);
  if (code === 91) return bracketAt(quoted, at);
  if (code === 46 || code === 0x2026 || code === 42) return ellipsisAt(quoted, at, code);
  if (code === 95) {
    // A blank that was left open or blacked out: `stored on ______`.
    let end = at;
    while (quoted.charCodeAt(end) === 95) end++;
    if (end - at > 2) return { start: at, end, kind: 'ellipsis' };
  }
  return undefined;
}

/** `. . .`, `...`, `....`, the one sign for it, and `* * *` (three stars without blanks are emphasis). */
function ellipsisAt(quoted: string, start: number, code: number): Mark | undefined {
  const sign = code === 42 ? 42 : 46;
  let dots = 0;
  let before = start;
  let end = start;
  let blanks = 0;
  for (let at = start; at < quoted.length && blanks < 4; at++) {
    const next = quoted.charCodeAt(at);
    if (next === sign || (sign === 46 && next === 0x2026)) {
      // `* * * **words**`: behind the ellipsis emphasis begins.
      if (sign === 42 && dots > 0 && blanks === 0)
        return dots > 3 ? { start, end: before, kind: 'ellipsis' } : undefined;
      dots += next === 0x2026 ? 3 : 1;
      before = end;
      end = at + 1;
      blanks = 0;
    } else if (isBlank(next) || isLineBreak(next) || next === 92) blanks++;
    else break;
  }
  return dots >= 3 ? { start, end, kind: 'ellipsis' } : undefined;
}

const OMISSION =
  /^(?:[.\u2026* \u00a0_\\]{1,40}|(?:internal )?(?:citations?|footnotes?|quotation marks?|quotations?|paragraph|redacted|text)(?: and (?:citations?|footnotes?|quotation marks?))?(?: omitted)?)$/i;

function bracketAt(quoted: string, start: number): Mark | undefined {
  let end = start + 1;
  while (end < quoted.length && end - start < LONGEST_BRACKET) {
    const code = quoted.charCodeAt(end);
    if (code === 93) break;
    if (code === 91) return undefined;
    end++;
  }
  if (quoted.charCodeAt(end) !== 93) return undefined;
  const words = quoted.slice(start + 1, end);
  const whole = { start, end: end + 1 };
  if (OMISSION.test(words.trim())) return { ...whole, kind: 'ellipsis' };
  // `[^3]` is a footnote of the draft.
  if (/^(?:sic\.?|\^.{0,60}|emphasis (?:added|omitted|in original)|!)$/i.test(words.trim()))
    return { ...whole, kind: 'optional' };
  const isGlued = isLetter(quoted.charCodeAt(start - 1)) || isLetter(quoted.charCodeAt(end + 1));
  return { ...whole, kind: isGlued && /^[A-Za-z'\u2019]{0,12}$/.test(words) ? 'altered' : 'inserted' };
}

function wordsOf(text: FoldedText, quoted: string, marks: readonly Mark[]): readonly QuotedWord[] {
  const words: QuotedWord[] = [];
  let mark = 0;
  for (let from = 0; from < text.letters.length; ) {
    let to = from + 1;
    while (to < text.letters.length && text.starts[to] === INSIDE_WORD) to++;
    const start = text.offsets[from] ?? 0;
    const end = (text.offsets[to - 1] ?? 0) + 1;
    while (mark < marks.length && (marks[mark]?.end ?? 0) < start) {
      const passed = marks[mark];
      // `[ ]` and `[—]` have no word of their own, and yet stand for words.
      if (passed?.kind === 'inserted' && (words.at(-1)?.end ?? -1) <= passed.start) words.push(wordless(passed, from));
      mark++;
    }
    words.push(wordOf(text, quoted, marks[mark], { from, to, start, end }));
    from = to;
  }
  return words;
}

function withSpeakers(words: readonly QuotedWord[], speakers: readonly Span[]): readonly QuotedWord[] {
  if (speakers.length === 0) return words;
  let next = 0;
  return words.map((word) => {
    while ((speakers[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++;
    return word.kind === 'plain' && word.start >= (speakers[next]?.start ?? Number.POSITIVE_INFINITY)
      ? { ...word, isSpeaker: true }
      : word;
  });
}

function wordless(mark: Mark, from: number): QuotedWord {
  return { kind: 'inserted', letters: '', from, start: mark.start, end: mark.end };
}

function wordOf(
  text: FoldedText,
  quoted: string,
  mark: Mark | undefined,
  { from, to, start, end }: { readonly from: number; readonly to: number } & Span,
): QuotedWord {
  const word = { letters: text.letters.slice(from, to), from, start, end };
  if (mark && mark.kind !== 'ellipsis' && mark.start <= end && mark.end >= start) {
    if (mark.kind === 'altered') {
      let before = 0;
      let behind = 0;
      for (let at = from; at < to; at++) {
        if ((text.offsets[at] ?? 0) < mark.start) before++;
        else if ((text.offsets[at] ?? 0) >= mark.end) behind++;
      }
      return {
        ...word,
        kind: 'altered',
        before,
        behind,
        start: Math.min(start, mark.start),
        end: Math.max(end, mark.end),
      };
    }
    if (mark.start < start && mark.end > start) return { ...word, kind: mark.kind };
  }
  return { ...word, kind: isTestimonyMark(quoted, word) ? 'optional' : 'plain' };
}

/** The `Q.` of testimony anywhere, the `A.` at the beginning, or behind the end of a sentence, of a line or of a date. */
function isTestimonyMark(quoted: string, word: Span & { readonly letters: string }): boolean {
  if (!/^(?:q|a|question|answer)$/.test(word.letters)) return false;
  if (!/^(?:Q|A|Question|Answer|QUESTION|ANSWER)[.:]/.test(quoted.slice(word.start, word.end + 1))) return false;
  if (word.letters === 'q') return true;
  let at = word.start - 1;
  while (at >= 0 && isBlank(quoted.charCodeAt(at))) at--;
  return (
    at < 0 || isLineBreak(quoted.charCodeAt(at)) || /[\d.?!"'\u201d\u2019\])\u2014*>/\u2026-]/.test(quoted.charAt(at))
  );
}

function segmentsOf(words: readonly QuotedWord[], breaks: readonly number[]): readonly QuotedSegment[] {
  const segments: QuotedSegment[] = [];
  let at = 0;
  for (const end of [...breaks, Number.POSITIVE_INFINITY]) {
    const from = at;
    while (at < words.length && (words[at]?.from ?? 0) < end) at++;
    if (words.slice(from, at).some(({ kind }) => kind === 'plain' || kind === 'altered'))
      segments.push({ words: words.slice(from, at) });
  }
  return segments;
}
