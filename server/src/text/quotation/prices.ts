import { isDigit } from '../characters.ts';
import { BEHIND_SIGNS, type FoldedText } from './foldedText.ts';
import type { QuotedWord } from './quotedWords.ts';

// What it costs to lay a quoted word beside a word of the source, to leave one out, to add one. A word for a word costs less than
// one left out and one added, so that words are told in pairs.

const REPLACED = 1;
const REPLACED_BY_ITS_LIKE = 0.8;
const ADDED = 1.05;
const LEFT_OUT = 0.7;
/** The second word left out in a row: a clause is left out at once. */
const LEFT_OUT_TOO = 0.25;
const LEFT_OUT_CITATION = 0.08;
/** A footnote's mark that the page glues to a word. */
const NOTE_MARK = 0.1;
/** What a bracket stands for. */
const MARKED = 0.12;
/** `THE WITNESS:` in a quotation: whether it stands there is looked up on the page itself. */
const SPEAKER = 0.1;
/** The same word, read badly: the price of what is no change. */
export const DAMAGED = 0.02;

export interface AlignOptions {
  /** Citations may be left out, however long. */
  readonly citationsOmitted: boolean;
}

/** Quoted words and a stretch of the source, both cut into words. */
export interface LaidOut {
  readonly quoted: FoldedText;
  readonly words: readonly QuotedWord[];
  readonly source: FoldedText;
  /** Where the source's words begin in its letters, and where the last ends. */
  readonly starts: Int32Array;
  readonly sourceWords: readonly string[];
  /** True for letters that the source has somewhere as a word of their own. */
  readonly isWord: (letters: string) => boolean;
  readonly options: AlignOptions;
}

/** The price of a word that the source has not. Marks of testimony and brackets need not be there. */
export function priceOfAdding({ kind, isSpeaker }: QuotedWord): number {
  if (isSpeaker) return SPEAKER;
  return kind === 'optional' || kind === 'inserted' ? DAMAGED : ADDED;
}

/** The price of leaving out the source's word at `column`, in front of the quoted word at `row`. */
export function priceOfLeaving(texts: LaidOut, row: number, column: number, isSecond: boolean): number {
  const { words, sourceWords, source, starts, options } = texts;
  if (words[row]?.kind === 'inserted' || words[row - 1]?.kind === 'inserted') return MARKED;
  if (options.citationsOmitted) return LEFT_OUT_CITATION;
  if (isNoteMark(sourceWords[column] ?? '', source, starts[column] ?? 0)) return NOTE_MARK;
  return isSecond ? LEFT_OUT_TOO : LEFT_OUT;
}

/** Up to three digits behind a sign, without a blank: the `12` of `harm.12`. */
function isNoteMark(word: string, source: FoldedText, at: number): boolean {
  if (word.length > 3 || source.starts[at] !== BEHIND_SIGNS || at === 0) return false;
  if ((source.offsets[at] ?? 0) - (source.offsets[at - 1] ?? 0) > 3) return false;
  for (let index = 0; index < word.length; index++) if (!isDigit(word.charCodeAt(index))) return false;
  return true;
}

/** The price of the quoted word at `row` for the source's at `column`. */
export function priceOfPair(texts: LaidOut, row: number, column: number): number {
  const word = texts.words[row];
  const other = texts.sourceWords[column];
  if (!word || other === undefined) return ADDED;
  if (word.letters === other) return 0;
  if (word.kind === 'altered') return isSameAltered(word, other) ? 0 : REPLACED;
  if (word.kind !== 'plain') return ADDED;
  if (isSameDamaged(word.letters, other)) return DAMAGED;
  return isAlike(word.letters, other) ? REPLACED_BY_ITS_LIKE : REPLACED;
}

/** `claim[ed]` and `claiming`: what stands outside the brackets is the same. A bracket at the beginning changes a letter or three. */
export function isSameAltered(word: QuotedWord, other: string): boolean {
  const { letters, before = 0, behind = 0 } = word;
  if (before + behind === 0) return false;
  const [first, last] = [letters.slice(0, before), letters.slice(letters.length - behind)];
  return isRound(first, last, other) || isRound(shapeOf(first), shapeOf(last), shapeOf(other));
}

function isRound(first: string, last: string, other: string): boolean {
  const more = other.length - first.length - last.length;
  return more >= 0 && more <= (first === '' ? 3 : 12) && other.startsWith(first) && other.endsWith(last);
}

/** A word read wrongly from a picture: `modem` for `modern`, `wi1l`, `1O`. A number stays one: `II` is not `11`. */
function isSameDamaged(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 2 || word.length + other.length < 4) return false;
  if (/^[\d.,:/-]+$/.test(word) ? !/\d/.test(other) : /^[\d.,:/-]+$/.test(other) && !/\d/.test(word)) return false;
  return shapeOf(word) === shapeOf(other);
}

/** A word as it looks: `modern` and `modem`, `1O` and `lo` are alike. */
export function shapeOf(word: string): string {
  if (!/[1il|0o]|rn|vv/.test(word)) return word;
  return word.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/[1i|]/g, 'l').replace(/0/g, 'o');
}

function isAlike(word: string, other: string): boolean {
  return word.length > 2 && other.length > 2 && word.slice(0, 3) === other.slice(0, 3);
}
