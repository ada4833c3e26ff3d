import { type Alignment, align } from './align.ts';
import { type Candidate, COARSE, candidatesOf, FINE, FINEST, SHORT } from './candidates.ts';
import type { Allowed } from './damage.ts';
import { firstOccurrence, lastOccurrence, type Needle, needleOf, occurrencesOf } from './occurrences.ts';
import type { QuotedSegment, QuotedWords } from './quotedWords.ts';
import { placeOf, type SourceText } from './sourceText.ts';

// The places where the parts of a quotation may stand: one part is found, and the others round it.

/** What stands beside a quotation: its pin, and what its parenthetical allows. */
export interface QuotationOptions extends Allowed {
  /** Pages (indices) at which the pin points: preferred where the words stand in several places. */
  readonly pinPages?: readonly number[];
}

/** What an ellipsis may leave out: about 4,000 characters, or three pages of a transcript, in folded letters. */
const LONGEST_OMISSION = 4500;
/** The words of so many places are looked at; a phrase that stands more often is placed at the first or at the pin. */
const MOST_PLACES = 300;
/** Letters that are compared, over all places, before the first places are taken. */
const MOST_COMPARED = 1_000_000;
const MOST_CHAINS = 24;
/** Of a quotation with many parts fewer places are looked at. */
const MANY_SEGMENTS = 8;
const FEW_CHAINS = 2;
/** Where the longest part is nowhere, or altered, so many others may tell the place; shorter ones stand anywhere. */
const MORE_ANCHORS = 2;
const SHORTEST_ANCHOR = 12;

/** Where one quotation is sought: what all steps need. */
export interface Search {
  readonly quoted: string;
  readonly words: QuotedWords;
  readonly source: SourceText;
  readonly options: QuotationOptions;
  readonly pins: ReadonlySet<number>;
}

/** What is found of every part, in order; undefined where a part is not found. */
export type Chain = readonly (Alignment | undefined)[];

/** The parts by which the place of the whole is looked for, the longest first. */
export function anchorsOf(segments: readonly QuotedSegment[]): readonly number[] {
  const lengths = segments.map(lettersOf);
  const byLength = lengths
    .map((_, at) => at)
    .sort((one, other) => (lengths[other] ?? 0) - (lengths[one] ?? 0) || one - other);
  return byLength.filter((at, rank) => rank === 0 || (rank <= MORE_ANCHORS && (lengths[at] ?? 0) >= SHORTEST_ANCHOR));
}

function lettersOf({ words }: QuotedSegment): number {
  return words.reduce((sum, { kind, letters }) => sum + (kind === 'plain' ? letters.length : 0), 0);
}

/** Every place where the anchor stands letter for letter, with the other parts round it. */
export function exactChains(search: Search, anchor: number): readonly Chain[] {
  const most = search.words.segments.length > MANY_SEGMENTS ? FEW_CHAINS : MOST_CHAINS;
  return exactPlaces(search, anchor)
    .slice(0, most)
    .map((place) => chainOf(search, anchor, place));
}

/** Longer and shorter pieces of the anchor, one after the other, until something is found. */
export function* likelyChains(search: Search, anchor: number): Generator<readonly (Chain | undefined)[]> {
  for (const cut of [COARSE, FINE, FINEST]) {
    if (cut === FINEST && search.words.folded.letters.length > SHORT) return;
    const words = search.words.segments[anchor]?.words ?? [];
    const { source, pins } = search;
    const found = candidatesOf(search.words.folded, words, source, pins, cut, shiftOf(search, anchor));
    yield found.map(({ from, to }: Candidate) => {
      const alignment = alignAt(search, anchor, from, to);
      return alignment && chainOf(search, anchor, alignment);
    });
  }
}

function shiftOf({ words, options }: Search, anchor: number): number {
  const brackets = words.segments[anchor]?.words.filter(({ kind }) => kind === 'inserted').length ?? 0;
  return Math.min(600, brackets * 60) + (options.citationsOmitted || options.cleanedUp ? 600 : 0);
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

/** True where a place lies on a page of the pin. */
export function isPinned({ source, pins }: Search, { from, to }: Alignment): boolean {
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

/** How far a part may reach itself: what an ellipsis leaves out stands before or behind that. */
function lengthOf({ words }: Search, segment: number): number {
  return (words.segments[segment]?.words ?? []).reduce((sum, { letters }) => sum + letters.length, 0);
}

function placeBehind(search: Search, segment: number, from: number): Alignment | undefined {
  const { letters } = search.source.folded;
  const barrier = letters.indexOf('\u0001', from);
  const to = Math.min(barrier < 0 ? letters.length : barrier, from + LONGEST_OMISSION + lengthOf(search, segment));
  for (const needle of needlesOf(search, segment)) {
    const at = firstOccurrence(search.source, needle, from, to);
    if (at >= 0) return asAlignment(at, needle);
  }
  return alignAt(search, segment, from, to);
}

function placeBefore(search: Search, segment: number, to: number): Alignment | undefined {
  const { letters } = search.source.folded;
  const from = Math.max(
    0,
    to - LONGEST_OMISSION - lengthOf(search, segment),
    letters.lastIndexOf('\u0001', Math.max(0, to - 1)) + 1,
  );
  for (const needle of needlesOf(search, segment)) {
    const at = lastOccurrence(search.source, needle, from, to);
    if (at >= 0) return asAlignment(at, needle);
  }
  return alignAt(search, segment, from, to);
}
