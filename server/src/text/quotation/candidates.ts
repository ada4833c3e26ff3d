import type { FoldedText } from './foldedText.ts';
import type { QuotedWord } from './quotedWords.ts';
import { pageAt, type SourceText } from './sourceText.ts';

/** A stretch of the source's folded letters in which the words may stand. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
}

/** How letters are cut into pieces: a long piece is rare and quick to find, a short one survives more alterations. */
interface Cut {
  readonly length: number;
  readonly stride: number;
  readonly most: number;
}

/** Every sixteen letters one piece: an alteration every four or five words leaves some of them whole. */
export const COARSE: Cut = { length: 14, stride: 14, most: 24 };
/** Where no long piece stands anywhere: two words in a row are enough. */
export const FINE: Cut = { length: 8, stride: 4, most: 56 };
/** In a short quotation an altered word and a footnote's mark leave not even those: a word and the beginning of the next. */
export const FINEST: Cut = { length: 6, stride: 2, most: 24 };
/** So many letters are short. */
export const SHORT = 48;

/** A piece that stands more often says nothing of the place. */
const MOST_HITS = 48;
const MOST_CANDIDATES = 4;
/** How far words may have shifted from where they would stand: words added, stretches in brackets, a citation left out. */
const SHIFT = 80;
const ROUND = 70;

interface Hit {
  /** Where the quotation would begin if nothing were altered before. */
  readonly origin: number;
  readonly piece: number;
  readonly weight: number;
  readonly isPinned: boolean;
}

/**
 * Where in the source the words may stand: their pieces are looked for one by one, and where most of them agree on one origin is
 * the likeliest place. The best at the pinned pages comes along, even if better ones stand elsewhere.
 */
export function candidatesOf(
  quoted: FoldedText,
  words: readonly QuotedWord[],
  source: SourceText,
  pinPages: ReadonlySet<number>,
  cut: Cut,
  moreShift: number,
): readonly Candidate[] {
  const first = words[0]?.from ?? 0;
  const last = words.at(-1);
  const length = (last ? last.from + last.letters.length : 0) - first;
  const hits = hitsOf(quoted, words, source, pinPages, cut, first);
  const shift = SHIFT + moreShift + Math.floor(length * 0.3);
  return bestOf(hits, shift).map(({ from, to }) => ({
    from: Math.max(0, from - ROUND),
    to: Math.min(source.folded.letters.length, to + length + ROUND + moreShift),
  }));
}

function hitsOf(
  quoted: FoldedText,
  words: readonly QuotedWord[],
  source: SourceText,
  pinPages: ReadonlySet<number>,
  cut: Cut,
  first: number,
): readonly Hit[] {
  const { letters, offsets } = source.folded;
  const hits: Hit[] = [];
  for (const [piece, from] of piecesOf(words, cut).entries()) {
    const needle = quoted.letters.slice(from.from, from.to);
    const found: number[] = [];
    for (let at = letters.indexOf(needle); at >= 0 && found.length < MOST_HITS; at = letters.indexOf(needle, at + 1))
      found.push(at);
    for (const at of found) {
      const isPinned = pinPages.size > 0 && pinPages.has(pageAt(source.pageStarts, offsets[at] ?? 0));
      hits.push({ origin: at - (from.from - first), piece, weight: 1 / Math.sqrt(found.length), isPinned });
    }
  }
  return hits.sort((one, other) => one.origin - other.origin);
}

/** Ranges of the quotation's folded letters that hold plain words only. */
function piecesOf(words: readonly QuotedWord[], cut: Cut): readonly Candidate[] {
  const pieces: Candidate[] = [];
  for (let at = 0; at < words.length; ) {
    const start = words[at];
    let end = at;
    while (end < words.length && words[end]?.kind === 'plain') end++;
    const last = words[end - 1];
    if (start && last && end > at) pieces.push(...cutUp(start.from, last.from + last.letters.length, cut));
    at = Math.max(end, at + 1);
  }
  if (pieces.length <= cut.most) return pieces;
  return Array.from({ length: cut.most }, (_, at) => pieces[Math.floor((at * pieces.length) / cut.most)]).filter(
    (piece) => piece !== undefined,
  );
}

function cutUp(from: number, to: number, { length, stride }: Cut): readonly Candidate[] {
  if (to - from <= length) return to - from >= 5 ? [{ from, to }] : [];
  const pieces: Candidate[] = [];
  for (let at = from; at + length <= to; at += stride) pieces.push({ from: at, to: at + length });
  if ((pieces.at(-1)?.to ?? to) < to) pieces.push({ from: to - length, to });
  return pieces;
}

/** The stretches of origins with the most different pieces, best first. */
function bestOf(hits: readonly Hit[], shift: number): readonly Candidate[] {
  const windows = windowsOf(hits, shift).sort((one, other) => other.votes - one.votes || one.from - other.from);
  const best: Window[] = [];
  const isNew = (window: Window): boolean => best.every(({ from, to }) => window.to < from || to < window.from);
  const pinned = windows.find((window) => window.isPinned);
  if (pinned) best.push(pinned);
  for (const window of windows) {
    if (best.length >= MOST_CANDIDATES) break;
    if (isNew(window)) best.push(window);
  }
  return best;
}

interface Window extends Candidate {
  readonly votes: number;
  readonly isPinned: boolean;
}

function windowsOf(hits: readonly Hit[], shift: number): Window[] {
  const windows: Window[] = [];
  const counts = new Map<number, number>();
  let votes = 0;
  let pinned = 0;
  let next = 0;
  for (const hit of hits) {
    for (let other = hits[next]; other && other.origin - hit.origin <= shift; other = hits[++next]) {
      const count = counts.get(other.piece) ?? 0;
      if (count === 0) votes += other.weight;
      counts.set(other.piece, count + 1);
      pinned += other.isPinned ? 1 : 0;
    }
    windows.push({ from: hit.origin, to: hits[next - 1]?.origin ?? hit.origin, votes, isPinned: pinned > 0 });
    const count = counts.get(hit.piece) ?? 0;
    counts.set(hit.piece, count - 1);
    if (count === 1) votes -= hit.weight;
    pinned -= hit.isPinned ? 1 : 0;
  }
  return windows;
}
