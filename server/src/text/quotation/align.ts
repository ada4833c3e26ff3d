import { isDigit } from '../characters.ts';
import { type FoldedText, INSIDE_WORD } from './foldedText.ts';
import type { QuotedWord } from './quotedWords.ts';
import { isGluable } from './words.ts';

/** A range of quoted words and the range of the source's words that stand in their place; either may be empty. */
export interface Change {
  readonly fromWord: number;
  readonly toWord: number;
  /** Indices into the source's folded letters. */
  readonly from: number;
  readonly to: number;
  /** A bracket stands for these words of the source: marked, and no difference. */
  readonly isMarked: boolean;
}

/** Quoted words laid beside a stretch of the source. */
export interface Alignment {
  /** The folded letters of the source that are quoted. */
  readonly from: number;
  readonly to: number;
  readonly changes: readonly Change[];
  readonly cost: number;
}

/** What the words of the source may be left out for, which makes leaving them out cheaper. */
export interface AlignOptions {
  readonly citationsOmitted: boolean;
}

// The price of each step. A word for a word costs less than one left out and one added, so that words are told in pairs.
const REPLACED = 1;
const REPLACED_BY_ITS_LIKE = 0.8;
const ADDED = 1.05;
const LEFT_OUT = 0.7;
/** The second word left out in a row: a clause is left out at once. */
const LEFT_OUT_TOO = 0.25;
const LEFT_OUT_CITATION = 0.08;
/** A footnote's mark that the page glues to a word. */
const NOTE_MARK = 0.1;
/** What a bracket stands for, and a bracket that stands for nothing. */
const MARKED = 0.12;
const DAMAGED = 0.02;

const STEP_REPLACE = 1;
const STEP_ADD = 2;
const STEP_LEAVE = 3;
const STEP_GLUE = 4;

/** More cells than this are not looked at; what is longer is compared along a band. */
const MOST_CELLS = 4_000_000;

/** The starts of the words of a folded text between two indices; `from` is one whatever it is. */
export function wordStartsOf(text: FoldedText, from: number, to: number): Int32Array {
  const starts: number[] = [];
  for (let at = from; at < to; at++) if (at === from || text.starts[at] !== INSIDE_WORD) starts.push(at);
  starts.push(to);
  return Int32Array.from(starts);
}

/**
 * Lays quoted words beside the source's letters from `from` to `to`, word by word, at the least price; the stretch may begin and end
 * anywhere in them. Words that are only cut or glued (`off icer`, `theofficer`) are the same. Undefined where there is nothing.
 */
export function align(
  quoted: FoldedText,
  words: readonly QuotedWord[],
  source: FoldedText,
  from: number,
  to: number,
  options: AlignOptions,
): Alignment | undefined {
  const starts = wordStartsOf(source, from, to);
  const count = words.length;
  const width = starts.length;
  if (count === 0 || width < 2 || count * width > MOST_CELLS) return undefined;
  const table = tableOf(count, width);
  const sourceWords = Array.from({ length: width - 1 }, (_, at) => source.letters.slice(starts[at], starts[at + 1]));
  for (let row = 0; row <= count; row++) {
    const word = words[row];
    const isBesideBracket = word?.kind === 'inserted' || words[row - 1]?.kind === 'inserted';
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const cost = table.costs[cell] ?? 0;
      if (cost === Number.POSITIVE_INFINITY) continue;
      if (row > 0 && row < count && column < width - 1) {
        const left = priceOfLeaving(
          source,
          starts,
          column,
          sourceWords,
          isBesideBracket,
          table.steps[cell] === STEP_LEAVE,
          options,
        );
        push(table, cell, cell + 1, cost + left, STEP_LEAVE);
      }
      if (!word) continue;
      push(table, cell, cell + width, cost + priceOfAdding(word), STEP_ADD);
      const other = sourceWords[column];
      if (other === undefined) continue;
      push(table, cell, cell + width + 1, cost + priceOfPair(word, other, row === 0, row === count - 1), STEP_REPLACE);
      if (word.kind !== 'altered' && word.letters !== other && word.letters.charCodeAt(0) === other.charCodeAt(0)) {
        const glued = gluedWords(quoted, words, row, source, starts, column);
        if (glued) pushGlued(table, cell, width, glued, cost + DAMAGED);
      }
    }
  }
  return traced(words, starts, table, width);
}

interface Table {
  readonly costs: Float64Array;
  readonly steps: Uint8Array;
  /** Of a glued step: the cell it comes from. */
  readonly origins: Int32Array;
}

function tableOf(count: number, width: number): Table {
  const costs = new Float64Array((count + 1) * width).fill(Number.POSITIVE_INFINITY);
  // The stretch may begin anywhere.
  costs.fill(0, 0, width);
  return { costs, steps: new Uint8Array(costs.length), origins: new Int32Array(costs.length) };
}

function push(table: Table, origin: number, cell: number, cost: number, step: number): void {
  if (cost >= (table.costs[cell] ?? 0) - 1e-9) return;
  table.costs[cell] = cost;
  table.steps[cell] = step;
  table.origins[cell] = origin;
}

function pushGlued(table: Table, cell: number, width: number, glued: Glued, cost: number): void {
  push(table, cell, cell + glued.words * width + glued.sourceWords, cost, STEP_GLUE);
}

function priceOfAdding(word: QuotedWord): number {
  if (word.kind === 'optional' || word.kind === 'inserted') return DAMAGED;
  return ADDED;
}

function priceOfLeaving(
  source: FoldedText,
  starts: Int32Array,
  column: number,
  sourceWords: readonly string[],
  isBesideBracket: boolean,
  isSecond: boolean,
  options: AlignOptions,
): number {
  if (isBesideBracket) return MARKED;
  if (options.citationsOmitted) return LEFT_OUT_CITATION;
  const word = sourceWords[column] ?? '';
  if (isNoteMark(word, source, starts[column] ?? 0)) return NOTE_MARK;
  return isSecond ? LEFT_OUT_TOO : LEFT_OUT;
}

/** Up to three digits behind a sign, without a blank: the `12` of `harm.12`. */
export function isNoteMark(word: string, source: FoldedText, at: number): boolean {
  if (word.length > 3 || source.starts[at] !== 2 || at === 0) return false;
  if ((source.offsets[at] ?? 0) - (source.offsets[at - 1] ?? 0) > 3) return false;
  for (let index = 0; index < word.length; index++) if (!isDigit(word.charCodeAt(index))) return false;
  return true;
}

function priceOfPair(word: QuotedWord, other: string, isFirst: boolean, isLast: boolean): number {
  if (word.letters === other) return 0;
  if (word.kind === 'altered') return isSameAltered(word, other) ? 0 : REPLACED;
  if (word.kind === 'optional' || word.kind === 'inserted') return ADDED;
  if (isSameDamaged(word.letters, other)) return DAMAGED;
  if (isFirst && other.endsWith(word.letters) && isGluable(other.slice(0, other.length - word.letters.length)))
    return DAMAGED;
  if (isLast && other.startsWith(word.letters) && isGluable(other.slice(word.letters.length))) return DAMAGED;
  return isAlike(word.letters, other) ? REPLACED_BY_ITS_LIKE : REPLACED;
}

/** `claim[ed]` and `claiming`: what stands outside the brackets is the same. */
function isSameAltered(word: QuotedWord, other: string): boolean {
  const { letters, before = 0, behind = 0 } = word;
  return (
    before + behind > 0 &&
    other.length >= before + behind &&
    other.length - before - behind <= 12 &&
    other.startsWith(letters.slice(0, before)) &&
    other.endsWith(letters.slice(letters.length - behind))
  );
}

/** A word read wrongly from a picture: `modem` for `modern`, `wi1l`, `1O`. A number stays one: `II` is not `11`. */
function isSameDamaged(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 2 || word.length + other.length < 4) return false;
  if (/^[\d.,:/-]+$/.test(word) ? !/\d/.test(other) : /^[\d.,:/-]+$/.test(other) && !/\d/.test(word)) return false;
  return shapeOf(word) === shapeOf(other);
}

function shapeOf(word: string): string {
  if (!/[1il|0o]|rn|vv/.test(word)) return word;
  return word.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/[1i|]/g, 'l').replace(/0/g, 'o');
}

function isAlike(word: string, other: string): boolean {
  return word.length > 2 && other.length > 2 && word.slice(0, 3) === other.slice(0, 3);
}

interface Glued {
  readonly words: number;
  readonly sourceWords: number;
}

/** More letters than this are not joined: a line without spaces is shorter. */
const LONGEST_GLUED = 160;

/** How many words on both sides are the same when their spaces are taken out; undefined where they aren't. */
function gluedWords(
  quoted: FoldedText,
  words: readonly QuotedWord[],
  row: number,
  source: FoldedText,
  starts: Int32Array,
  column: number,
): Glued | undefined {
  let quotedAt = words[row]?.from ?? 0;
  let sourceAt = starts[column] ?? 0;
  const sourceEnd = starts[starts.length - 1] ?? 0;
  let nextWord = row + 1;
  let nextColumn = column + 1;
  for (let letters = 0; letters < LONGEST_GLUED && sourceAt < sourceEnd; letters++) {
    if (
      quotedAt >= quoted.letters.length ||
      quoted.letters.charCodeAt(quotedAt) !== source.letters.charCodeAt(sourceAt)
    )
      return undefined;
    quotedAt++;
    sourceAt++;
    const atWord = quotedAt === (words[nextWord]?.from ?? quoted.letters.length);
    const atColumn = sourceAt === starts[nextColumn];
    if (atWord && atColumn) return { words: nextWord - row, sourceWords: nextColumn - column };
    if (atWord) {
      if (words[nextWord]?.kind !== 'plain' || partsNumbers(quoted, quotedAt)) return undefined;
      nextWord++;
    } else if (atColumn) {
      if (partsNumbers(source, sourceAt)) return undefined;
      nextColumn++;
    }
  }
  return undefined;
}

/** True where two numbers stand side by side, parted by more than a blank: `1, 2` is not `12`. */
function partsNumbers(text: FoldedText, at: number): boolean {
  return text.starts[at] === 2 && isDigit(text.letters.charCodeAt(at)) && isDigit(text.letters.charCodeAt(at - 1));
}

/** Walks back along the cheapest way and gathers what is not the same. */
function traced(words: readonly QuotedWord[], starts: Int32Array, table: Table, width: number): Alignment | undefined {
  const last = words.length * width;
  let end = last;
  for (let cell = last; cell < last + width; cell++)
    if ((table.costs[cell] ?? 0) < (table.costs[end] ?? 0) - 1e-9) end = cell;
  const cost = table.costs[end] ?? Number.POSITIVE_INFINITY;
  const changes: Change[] = [];
  let cell = end;
  let matchedFrom = -1;
  let matchedTo = -1;
  while (cell >= width) {
    const origin = table.origins[cell] ?? 0;
    const step = table.steps[cell];
    const toWord = Math.floor(cell / width);
    const fromWord = Math.floor(origin / width);
    const change = { fromWord, toWord, from: starts[origin % width] ?? 0, to: starts[cell % width] ?? 0 };
    if (step !== STEP_ADD) {
      if (matchedTo < 0) matchedTo = change.to;
      matchedFrom = change.from;
    }
    const paid = (table.costs[cell] ?? 0) - (table.costs[origin] ?? 0);
    if (paid > DAMAGED + 1e-6) changes.push({ ...change, isMarked: step === STEP_LEAVE && isBeside(words, fromWord) });
    if (origin >= cell) return undefined;
    cell = origin;
  }
  if (matchedFrom < 0) return undefined;
  return { from: matchedFrom, to: matchedTo, changes: joined(changes.reverse()), cost };
}

function isBeside(words: readonly QuotedWord[], word: number): boolean {
  return words[word]?.kind === 'inserted' || words[word - 1]?.kind === 'inserted';
}

/** Changes that touch each other are one. */
function joined(changes: readonly Change[]): readonly Change[] {
  const all: Change[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (last && last.isMarked === change.isMarked && last.toWord === change.fromWord && last.to === change.from) {
      all[all.length - 1] = { ...last, toWord: change.toWord, to: change.to };
    } else all.push(change);
  }
  return all;
}
