import type { FoldedText } from './foldedText.ts';
import { joinedWords } from './joins.ts';
import { standsAlone } from './occurrences.ts';
import { type AlignOptions, DAMAGED, type LaidOut, priceOfAdding, priceOfLeaving, priceOfPair } from './prices.ts';
import type { QuotedWord } from './quotedWords.ts';
import { partedStartsOf } from './sourceWords.ts';

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

const STEP_REPLACE = 1;
const STEP_ADD = 2;
const STEP_LEAVE = 3;
const STEP_JOIN = 4;

/** Of a longer part only the exact words are looked for. */
export const MOST_WORDS = 1600;
/** More cells than this are not looked at. */
const MOST_CELLS = 4_000_000;

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
  const starts = partedStartsOf(source, from, to, words);
  const count = words.length;
  const width = starts.length;
  if (count === 0 || width < 2 || count * width > MOST_CELLS) return undefined;
  const sourceWords = Array.from({ length: width - 1 }, (_, at) => source.letters.slice(starts[at], starts[at + 1]));
  const isWord = (letters: string): boolean => standsAlone(source, letters);
  const texts: LaidOut = { quoted, words, source, starts, sourceWords, isWord, options };
  const table = tableOf(count, width);
  for (let row = 0; row <= count; row++) {
    for (let column = 0; column < width; column++) stepOn(texts, table, row, column);
  }
  return traced(words, starts, table, width);
}

/** Offers the cells that can be reached from this one a cheaper way. */
function stepOn(texts: LaidOut, table: Table, row: number, column: number): void {
  const { words, sourceWords } = texts;
  const width = sourceWords.length + 1;
  const cell = row * width + column;
  const cost = table.costs[cell] ?? 0;
  if (cost === Number.POSITIVE_INFINITY) return;
  const isInside = row > 0 && row < words.length && column < sourceWords.length;
  if (isInside)
    push(
      table,
      cell,
      cell + 1,
      cost + priceOfLeaving(texts, row, column, table.steps[cell] === STEP_LEAVE),
      STEP_LEAVE,
    );
  const word = words[row];
  if (!word) return;
  push(table, cell, cell + width, cost + priceOfAdding(word), STEP_ADD);
  if (column === sourceWords.length) return;
  push(table, cell, cell + width + 1, cost + priceOfPair(texts, row, column), STEP_REPLACE);
  const joined = joinedWords(texts, row, column);
  if (joined) push(table, cell, cell + joined.words * width + joined.sourceWords, cost + DAMAGED, STEP_JOIN);
}

interface Table {
  readonly costs: Float64Array;
  readonly steps: Uint8Array;
  /** The cell that each is reached from. */
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
