import type { Change } from './align.ts';
import { type ChangeInText, isNoDifference } from './damage.ts';
import { type Difference, differenceOf } from './differences.ts';
import { rawText } from './occurrences.ts';
import type { Placed } from './placed.ts';
import type { QuotedSegment } from './quotedWords.ts';
import { type Chain, isPinned, type Search } from './search.ts';
import { placeOf, type SourceText } from './sourceText.ts';
import { wordStartsOf } from './sourceWords.ts';
import { isDroppedNegation, saysLittle } from './words.ts';

/**
 * The budget: a quotation of n words may depart from a passage in 30 in 100 of its words, and in two where it is short, and still be
 * that passage altered; beyond that it is another passage, and "altered" would be said of a place that was never meant. Of a very
 * short one half has to stand there. A clause that was left out counts as four words however long it is.
 */
const SHARE_OF_WORDS = 0.3;
const FEWEST_WORDS = 2;
const WORDS_OF_A_CLAUSE = 4;
const LETTERS_OF_A_WORD = 5;

/** A place with what is said of it, and how much the quotation departs from it: what agrees costs nothing. */
export interface Judged {
  readonly placed: Placed;
  readonly price: number;
}

/** The chain with the fewest words that differ; the pin decides between equals. Undefined where none is within the budget. */
export function bestOf(search: Search, chains: readonly (Chain | undefined)[]): Judged | undefined {
  let best: Judged | undefined;
  for (const chain of chains) {
    const judged = chain && judge(search, chain);
    if (judged && (!best || judged.price < best.price)) best = judged;
  }
  return best;
}

function judge(search: Search, chain: Chain): Judged | undefined {
  const { words, source, options } = search;
  const differences: Difference[] = [];
  const dropped: string[] = [];
  let count = 0;
  for (const [at, { words: ofSegment }] of words.segments.entries()) {
    const alignment = chain[at];
    if (!alignment) return undefined;
    const before = chain[at - 1];
    if (before) dropped.push(...negationsIn(source, before.to, alignment.from));
    for (const change of alignment.changes) {
      if (change.isMarked) dropped.push(...negationsIn(source, change.from, change.to));
      const one = inText(search, ofSegment, change);
      if (change.isMarked || isNoDifference(one, options)) continue;
      differences.push(differenceOf(one, gapOf(search, ofSegment, change)));
      count += Math.max(one.words.length, Math.min(WORDS_OF_A_CLAUSE, one.sourceWords.length, wordsIn(change)));
    }
  }
  if (!isWithinBudget(search, count, differences)) return undefined;
  const first = chain[0]?.from ?? 0;
  const place = placeOf(source, first, Math.max(first, chain.at(-1)?.to ?? first));
  const isAtPin = chain.some((one) => one && isPinned(search, one));
  const price = differences.length === 0 ? (isAtPin ? -1 : 0) : count + (isAtPin ? 0.5 : 1);
  return differences.length === 0
    ? { placed: { state: 'agrees', place, droppedNegations: dropped }, price }
    : { placed: { state: 'differs', place, differences, droppedNegations: dropped }, price };
}

/** How many words of usual length the source has there: a page may have cut one into three. */
function wordsIn({ from, to }: Change): number {
  return Math.ceil((to - from) / LETTERS_OF_A_WORD);
}

function isWithinBudget({ words }: Search, count: number, differences: readonly Difference[]): boolean {
  if (count === 0) return true;
  const all = words.segments.flatMap((segment) =>
    segment.words.filter(({ kind }) => kind === 'plain' || kind === 'altered'),
  );
  const budget = Math.min(Math.max(FEWEST_WORDS, all.length * SHARE_OF_WORDS), all.length / 2);
  if (count > budget) return false;
  // Articles and prepositions stand together anywhere: a place is told by the other words that agree.
  const differing = new Set(
    differences.flatMap(({ quoted }) => all.filter(({ start, end }) => start < quoted.end && end > quoted.start)),
  );
  const agreeing = all.filter((word) => !differing.has(word));
  return agreeing.length >= 6 || agreeing.filter(({ letters }) => !saysLittle(letters)).length >= 2;
}

function inText({ quoted, source }: Search, words: QuotedSegment['words'], change: Change): ChangeInText {
  const starts = change.to > change.from ? wordStartsOf(source.folded, change.from, change.to) : [change.from];
  const sourceWords = Array.from({ length: starts.length - 1 }, (_, at) => ({
    letters: source.folded.letters.slice(starts[at], starts[at + 1]),
    from: starts[at] ?? change.from,
  }));
  const ofChange = words
    .slice(change.fromWord, change.toWord)
    .filter(({ kind }) => kind === 'plain' || kind === 'altered');
  return { change, quoted, words: ofChange, sourceWords, source };
}

/** Where in the quotation left-out words would stand: behind the word before them. */
function gapOf(_search: Search, words: QuotedSegment['words'], { fromWord }: Change): number {
  return words[fromWord - 1]?.end ?? words[fromWord]?.start ?? 0;
}

function negationsIn({ folded, ...source }: SourceText, from: number, to: number): readonly string[] {
  if (to <= from) return [];
  const starts = wordStartsOf(folded, from, to);
  const found: string[] = [];
  for (let at = 0; at + 1 < starts.length; at++) {
    const [start = 0, end = 0] = [starts[at], starts[at + 1]];
    if (!isDroppedNegation(folded.letters.slice(start, end))) continue;
    const offset = folded.offsets[start] ?? 0;
    found.push(rawText({ folded, ...source }, offset, (folded.offsets[end - 1] ?? offset) + 1 - offset));
  }
  return found;
}
