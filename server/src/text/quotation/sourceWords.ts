import { type FoldedText, INSIDE_WORD } from './foldedText.ts';
import type { QuotedWord } from './quotedWords.ts';
import { isGlued } from './words.ts';

/** The starts of the words of a folded text between two indices; `from` is one whatever it is. The last is `to`. */
export function wordStartsOf(text: FoldedText, from: number, to: number): Int32Array {
  const starts: number[] = [];
  for (let at = from; at < to; at++) if (at === from || text.starts[at] !== INSIDE_WORD) starts.push(at);
  starts.push(to);
  return Int32Array.from(starts);
}

/** A line that lost all of its spaces has no more words than this. */
const MOST_PIECES = 12;

/**
 * The same, with words that lost the space between them parted: `hasnot` is `has` and `not` where the quotation has one of them
 * and the other is known, so that only what was altered is told.
 */
export function partedStartsOf(
  text: FoldedText,
  from: number,
  to: number,
  words: readonly QuotedWord[],
  isWord: (letters: string) => boolean,
): Int32Array {
  const starts = wordStartsOf(text, from, to);
  const quoted = new Set(words.map(({ letters }) => letters));
  const parted: number[] = [];
  for (let at = 0; at + 1 < starts.length; at++) {
    const [start = 0, end = 0] = [starts[at], starts[at + 1]];
    parted.push(start);
    const letters = text.letters.slice(start, end);
    if (letters.length > 3 && !quoted.has(letters) && /^[a-z]{1,200}$/.test(letters)) {
      for (const cut of cutsOf(letters, quoted, isWord, MOST_PIECES)) parted.push(start + cut);
    }
  }
  parted.push(to);
  return Int32Array.from(parted);
}

/** Where glued letters are to be cut; empty where they are one word. */
function cutsOf(
  letters: string,
  quoted: ReadonlySet<string>,
  isWord: (letters: string) => boolean,
  most: number,
): readonly number[] {
  if (most === 0) return [];
  for (let cut = letters.length - 1; cut > 0; cut--) {
    const before = letters.slice(0, cut);
    const behind = letters.slice(cut);
    if (quoted.has(before)) {
      if (quoted.has(behind) || isGlued(behind, before, 'behind', isWord)) return [cut];
      const rest = cutsOf(behind, quoted, isWord, most - 1);
      if (rest.length > 0) return [cut, ...rest.map((at) => at + cut)];
    } else if (quoted.has(behind) && isGlued(before, behind, 'before', isWord)) return [cut];
  }
  return [];
}
