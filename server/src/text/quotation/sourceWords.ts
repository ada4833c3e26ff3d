import { type FoldedText, INSIDE_WORD } from './foldedText.ts';
import { lostItsBlank } from './lostBlanks.ts';
import { isSameAltered, shapeOf } from './prices.ts';
import type { QuotedWord } from './quotedWords.ts';
import { isNegation, isNumber, saysLittle } from './words.ts';

/** The starts of the words of a folded text between two indices; `from` is one whatever it is. The last is `to`. */
export function wordStartsOf(text: FoldedText, from: number, to: number): Int32Array {
  const starts: number[] = [];
  for (let at = from; at < to; at++) if (at === from || text.starts[at] !== INSIDE_WORD) starts.push(at);
  starts.push(to);
  return Int32Array.from(starts);
}

/** Longer letters are no words that lost their spaces. */
const LONGEST_GLUED = 80;
const LONGEST_WORD = 24;
/** Glued words may stand twice: what is kept round a footnote is in the text a second time. */
const OFTEN = 4;
/** So far round a stretch its words are gathered: a record comes back to its words. */
const NEIGHBORHOOD = 12_000;

/**
 * The same, with words that lost the space between them parted: `hasnot` is `has` and `not` where the quotation has one of them
 * and the other is known, so that only what was altered is told.
 */
export function partedStartsOf(text: FoldedText, from: number, to: number, words: readonly QuotedWord[]): Int32Array {
  const starts = wordStartsOf(text, from, to);
  const wordAt = (at: number): string => text.letters.slice(starts[at] ?? to, starts[at + 1] ?? to);
  const quoted = new Set(words.flatMap(({ kind, letters }) => (kind === 'plain' ? [letters] : [])));
  const shapes = new Set([...quoted].map(shapeOf));
  const altered = words.filter(({ kind }) => kind === 'altered');
  const known = wordsAround(text, from, to);
  const parted: number[] = [];
  for (let at = 0; at + 1 < starts.length; at++) {
    const start = starts[at] ?? to;
    parted.push(start);
    const letters = wordAt(at);
    if (letters.length < 4 || letters.length > LONGEST_GLUED || shapes.has(shapeOf(letters))) continue;
    // `seventeen` is not `seven`. What stands so often is a word; what a bracket alters is parted where it is laid beside it.
    if (isNumber(letters) || isNegation(letters)) continue;
    if ((known.get(letters) ?? 0) >= OFTEN || altered.some((word) => isSameAltered(word, letters))) continue;
    const glued = { letters, before: at > 0 ? wordAt(at - 1) : '', behind: wordAt(at + 1) };
    for (const cut of cutsOf(glued, quoted, known)) parted.push(start + cut);
  }
  parted.push(to);
  return Int32Array.from(parted);
}

/** How often each word stands round here. */
function wordsAround(text: FoldedText, from: number, to: number): ReadonlyMap<string, number> {
  const first = Math.max(0, from - NEIGHBORHOOD);
  const starts = wordStartsOf(text, first, Math.min(text.letters.length, to + NEIGHBORHOOD));
  const counts = new Map<string, number>();
  // The first may be cut off.
  for (let at = 1; at + 1 < starts.length; at++) {
    const word = text.letters.slice(starts[at], starts[at + 1]);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

interface Glued {
  readonly letters: string;
  /** The source's words beside it, of which a cut may have left a piece here. */
  readonly before: string;
  readonly behind: string;
}

const UNKNOWN = 3;
/** The longer of two quoted words is likelier the one: `any` and not `a` in `anyrecord`. */
const QUOTED = 0.05;

/** Where glued letters are to be cut, at the least price; empty where they are one word. */
function cutsOf(glued: Glued, quoted: ReadonlySet<string>, known: ReadonlyMap<string, number>): readonly number[] {
  const { letters } = glued;
  const costs: number[] = [0];
  const origins: number[] = [];
  const isAny = (word: string): boolean => known.has(word) || saysLittle(word);
  for (let from = 0; from < letters.length; from++) {
    const cost = costs[from];
    if (cost === undefined) continue;
    for (let to = from + 1; to <= letters.length; to++) {
      const piece = letters.slice(from, to);
      const isWhole = from === 0 && to === letters.length;
      const isEdge = from === 0 || to === letters.length;
      const isKnown = !isWhole && to - from > 1 && to - from <= LONGEST_WORD && isAny(piece);
      const price = quoted.has(piece)
        ? QUOTED / piece.length
        : isKnown
          ? 1
          : isEdge && !isWhole && to - from > 1
            ? UNKNOWN
            : undefined;
      if (price === undefined || cost + price >= (costs[to] ?? Number.POSITIVE_INFINITY)) continue;
      costs[to] = cost + price;
      origins[to] = from;
    }
  }
  const cuts: number[] = [];
  for (let at = origins[letters.length] ?? 0; at > 0; at = origins[at] ?? 0) cuts.unshift(at);
  return areWords(glued, cuts, quoted, isAny) ? cuts : [];
}

/** True where the pieces are words rather than parts of one: a quoted word among them, and of two pieces the other fits. */
function areWords(
  { letters, before, behind }: Glued,
  cuts: readonly number[],
  quoted: ReadonlySet<string>,
  isAny: (word: string) => boolean,
): boolean {
  if (cuts.length === 0) return false;
  const pieces = [...cuts, letters.length].map((cut, at) => letters.slice(cuts[at - 1] ?? 0, cut));
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (!pieces.some((piece) => quoted.has(piece) && (piece.length > 2 || saysLittle(piece)))) return false;
  // `vibrationth at`: the rest of a word that was cut as well.
  const isFirstKnown = quoted.has(first) || isAny(first) || isAny(before + first);
  const isLastKnown = quoted.has(last) || isAny(last) || isAny(last + behind);
  if (pieces.length > 2) return isFirstKnown && isLastKnown;
  if (quoted.has(first) && quoted.has(last)) return true;
  return quoted.has(first)
    ? lostItsBlank({ word: first, rest: last, side: 'behind', beyond: behind, isAtEdge: false }, isAny)
    : lostItsBlank({ word: last, rest: first, side: 'before', beyond: before, isAtEdge: false }, isAny);
}
