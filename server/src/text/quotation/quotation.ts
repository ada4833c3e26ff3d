import { type Alignment, align, type Change } from './align.ts';
import { COARSE, candidatesOf, FINE } from './candidates.ts';
import { type Allowed, type ChangeInText, isNoDifference } from './damage.ts';
import { type Difference, differenceOf } from './differences.ts';
import { firstOccurrence, lastOccurrence, type Needle, needleOf, occurrencesOf, rawText } from './occurrences.ts';
import { type QuotedSegment, type QuotedWords, quotedWordsOf } from './quotedWords.ts';
import { placeOf, type SourcePlace, type SourceText } from './sourceText.ts';
import { wordStartsOf } from './sourceWords.ts';
import { isDroppedNegation, saysLittle } from './words.ts';

export type { Difference } from './differences.ts';
export { type SourcePlace, type SourceText, sourceTextOf } from './sourceText.ts';

/** Where quoted words stand in a source, and whether they stand there so. */
export type Placed =
  | {
      readonly state: 'agrees';
      readonly place: SourcePlace;
      /** Words like "not" that an ellipsis or a bracket of the quotation drops, as they stand in the source. */
      readonly droppedNegations: readonly string[];
    }
  | {
      readonly state: 'differs';
      readonly place: SourcePlace;
      readonly differences: readonly Difference[];
      readonly droppedNegations: readonly string[];
    }
  | { readonly state: 'absent' };

/** What stands beside a quotation: its pin, and what its parenthetical allows. */
export interface QuotationOptions extends Allowed {
  /** Pages (indices) at which the pin points: preferred where the words stand in several places. */
  readonly pinPages?: readonly number[];
}

/**
 * The budget: a quotation of n words may depart from a passage in 30 in 100 of its words, and in two where it is short, and still be
 * that passage altered; beyond that it is another passage, and "altered" would be said of a place that was never meant. Of a very
 * short one half has to stand there. A clause that was left out counts as four words however long it is.
 */
const SHARE_OF_WORDS = 0.3;
const FEWEST_WORDS = 2;
const WORDS_OF_A_CLAUSE = 4;

/** What an ellipsis may leave out: about 4,000 characters, or three pages of a transcript, in folded letters. */
const LONGEST_OMISSION = 4500;
/** The words of so many places are looked at; a phrase that stands more often is placed at the first or at the pin. */
const MOST_PLACES = 300;
/** More than ten pages are no quotation: somewhere a quotation mark is missing. */
const LONGEST_QUOTATION = 30_000;
/** Letters that are compared, over all places, before the first places are taken. */
const MOST_COMPARED = 1_000_000;
/** More ellipses than this stand in no quotation: the text between two stray quotation marks is not looked for. */
const MOST_SEGMENTS = 60;
const MOST_CHAINS = 24;

/** Where one quotation is sought: what all steps need. */
interface Search {
  readonly quoted: string;
  readonly words: QuotedWords;
  readonly source: SourceText;
  readonly options: QuotationOptions;
  readonly pins: ReadonlySet<number>;
}

/**
 * Places quoted words (without their outer quotation marks) in a source: exactly on folded text first, then with what brackets,
 * ellipses, parentheticals and pages account for, then approximately within the budget. Offsets are half-open, UTF-16, into the
 * page or the quoted text as handed in. Never throws; a quotation without words, or of
 * more than 30,000 characters, is absent.
 */
export function placeQuotation(quoted: string, source: SourceText, options: QuotationOptions = {}): Placed {
  if (quoted.length > LONGEST_QUOTATION) return { state: 'absent' };
  const words = quotedWordsOf(quoted);
  if (words.segments.length === 0 || words.segments.length > MOST_SEGMENTS || source.folded.letters.length === 0)
    return { state: 'absent' };
  const search: Search = { quoted, words, source, options, pins: new Set(options.pinPages ?? []) };
  const anchor = longestOf(words.segments);
  const places = exactPlaces(search, anchor);
  const exact = bestOf(
    search,
    places.slice(0, words.segments.length > 8 ? 2 : MOST_CHAINS).map((place) => chainOf(search, anchor, place)),
  );
  if (exact?.state === 'agrees') return exact;
  let best: Placed | undefined = exact;
  for (const cut of [COARSE, FINE]) {
    if (best) break;
    const found = candidatesOf(
      words.folded,
      words.segments[anchor]?.words ?? [],
      source,
      search.pins,
      cut,
      shiftOf(search, anchor),
    );
    const chains = found.map(({ from, to }) => {
      const alignment = alignAt(search, anchor, from, to);
      return alignment && chainOf(search, anchor, alignment);
    });
    best = bestOf(search, chains);
  }
  return best ?? { state: 'absent' };
}

function shiftOf({ words, options }: Search, anchor: number): number {
  const brackets = words.segments[anchor]?.words.filter(({ kind }) => kind === 'inserted').length ?? 0;
  return Math.min(600, brackets * 60) + (options.citationsOmitted || options.cleanedUp ? 600 : 0);
}

function longestOf(segments: readonly QuotedSegment[]): number {
  const lengths = segments.map(({ words }) =>
    words.reduce((sum, { kind, letters }) => sum + (kind === 'plain' ? letters.length : 0), 0),
  );
  return lengths.indexOf(Math.max(...lengths));
}

/** A segment's words letter for letter, and without what need not be there. */
function needlesOf(search: Search, segment: number): readonly Needle[] {
  const words = search.words.segments[segment]?.words ?? [];
  const whole = needleOf(search.words.folded, words);
  if (!words.some(({ kind }) => kind === 'optional')) return whole ? [whole] : [];
  const bare = needleOf(
    search.words.folded,
    words.filter(({ kind }) => kind !== 'optional'),
  );
  return [whole, bare].filter((needle) => needle !== undefined);
}

function asAlignment(from: number, needle: Needle): Alignment {
  return { from, to: from + needle.letters.length, changes: [], cost: 0 };
}

/** Where the anchor stands letter for letter, at the pin first. */
function exactPlaces(search: Search, anchor: number): readonly Alignment[] {
  for (const needle of needlesOf(search, anchor)) {
    const most = Math.min(MOST_PLACES, Math.ceil(MOST_COMPARED / needle.letters.length));
    const places = occurrencesOf(search.source, needle, most).map((at) => asAlignment(at, needle));
    if (places.length === 0) continue;
    const pinned = places.filter((place) => isPinned(search, place));
    return [...pinned, ...places.filter((place) => !pinned.includes(place))];
  }
  return [];
}

function isPinned({ source, pins }: Search, { from, to }: Alignment): boolean {
  if (pins.size === 0) return false;
  const { page, endPage } = placeOf(source, from, to);
  for (let at = page; at <= endPage; at++) if (pins.has(at)) return true;
  return false;
}

function alignAt(search: Search, segment: number, from: number, to: number): Alignment | undefined {
  const { words, source, options } = search;
  return align(words.folded, words.segments[segment]?.words ?? [], source.folded, from, to, {
    citationsOmitted: options.citationsOmitted === true || options.cleanedUp === true,
  });
}

/** The other segments round one that is placed: each stands behind the one before, within what an ellipsis may leave out. */
function chainOf(search: Search, anchor: number, placed: Alignment): readonly (Alignment | undefined)[] {
  const { segments } = search.words;
  const chain: (Alignment | undefined)[] = segments.map(() => undefined);
  chain[anchor] = placed;
  let to = placed.to;
  for (let segment = anchor + 1; segment < segments.length; segment++) {
    const next = placeBehind(search, segment, to);
    chain[segment] = next;
    to = next?.to ?? to;
  }
  let from = placed.from;
  for (let segment = anchor - 1; segment >= 0; segment--) {
    const before = placeBefore(search, segment, from);
    chain[segment] = before;
    from = before?.from ?? from;
  }
  return chain;
}

function placeBehind(search: Search, segment: number, from: number): Alignment | undefined {
  const { letters } = search.source.folded;
  const barrier = letters.indexOf('\u0001', from);
  const to = Math.min(barrier < 0 ? letters.length : barrier, from + LONGEST_OMISSION);
  for (const needle of needlesOf(search, segment)) {
    const at = firstOccurrence(search.source, needle, from, to);
    if (at >= 0) return asAlignment(at, needle);
  }
  return alignAt(search, segment, from, to);
}

function placeBefore(search: Search, segment: number, to: number): Alignment | undefined {
  const { letters } = search.source.folded;
  const from = Math.max(0, to - LONGEST_OMISSION, letters.lastIndexOf('\u0001', Math.max(0, to - 1)) + 1);
  for (const needle of needlesOf(search, segment)) {
    const at = lastOccurrence(search.source, needle, from, to);
    if (at >= 0) return asAlignment(at, needle);
  }
  return alignAt(search, segment, from, to);
}

type Chain = readonly (Alignment | undefined)[];

/** The chain with the fewest words that differ; the pin decides between equals. Undefined where none is within the budget. */
function bestOf(search: Search, chains: readonly (Chain | undefined)[]): Placed | undefined {
  let best: { readonly placed: Placed; readonly price: number } | undefined;
  for (const chain of chains) {
    const judged = chain && judge(search, chain);
    if (judged && (!best || judged.price < best.price)) best = judged;
  }
  return best?.placed;
}

function judge(search: Search, chain: Chain): { readonly placed: Placed; readonly price: number } | undefined {
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
      count += Math.max(one.words.length, Math.min(WORDS_OF_A_CLAUSE, one.sourceWords.length));
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
