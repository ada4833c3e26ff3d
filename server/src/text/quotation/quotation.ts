import { MOST_WORDS } from './align.ts';
import { bestOf, type Judged } from './judge.ts';
import type { Placed } from './placed.ts';
import { quotedWordsOf } from './quotedWords.ts';
import { anchorsOf, exactChains, likelyChains, type QuotationOptions, type Search } from './search.ts';
import type { SourceText } from './sourceText.ts';

export type { Difference } from './differences.ts';
export type { Placed } from './placed.ts';
export type { QuotationOptions } from './search.ts';
export { type SourcePlace, type SourceText, sourceTextOf } from './sourceText.ts';

/** More than ten pages are no quotation: somewhere a quotation mark is missing. Only the exact words are looked for. */
const LONGEST_QUOTATION = 30_000;
/** More ellipses than this stand in no quotation: the text between two stray quotation marks is not looked for. */
const MOST_PARTS = 60;

/**
 * Places quoted words (without their outer quotation marks) in a source: exactly on folded text first, then with what brackets,
 * ellipses, parentheticals and pages account for, then approximately within the budget. Offsets are half-open, UTF-16, into the
 * page or the quoted text as handed in. Never throws. A quotation without words is absent. One of more than 60 parts is not checked,
 * nor is one that does not stand there exactly and has more than 30,000 characters, or 1,600 words without an ellipsis.
 */
export function placeQuotation(quoted: string, source: SourceText, options: QuotationOptions = {}): Placed {
  const words = quotedWordsOf(quoted);
  if (words.segments.length === 0 || source.folded.letters.length === 0) return { state: 'absent' };
  if (words.segments.length > MOST_PARTS) return { state: 'unchecked', why: 'tooManyParts' };
  const search: Search = { quoted, words, source, options, pins: new Set(options.pinPages ?? []) };
  const isLong = quoted.length > LONGEST_QUOTATION;
  const best = isLong ? bestOf(search, exactChains(search, anchorsOf(words.segments)[0] ?? 0)) : bestPlace(search);
  if (best?.placed.state === 'agrees') return best.placed;
  const isLaidOut = !isLong && words.segments.every((segment) => segment.words.length <= MOST_WORDS);
  return isLaidOut ? (best?.placed ?? { state: 'absent' }) : { state: 'unchecked', why: 'tooLong' };
}

/** By the longest part first; where it does not agree, a shorter one may tell the place better. */
function bestPlace(search: Search): Judged | undefined {
  const [longest = 0, ...others] = anchorsOf(search.words.segments);
  let best = bestOf(search, exactChains(search, longest));
  if (!best) {
    for (const chains of likelyChains(search, longest)) {
      best = bestOf(search, chains);
      if (best) break;
    }
  }
  for (const anchor of others) {
    if (best?.placed.state === 'agrees') break;
    const found = bestOf(search, exactChains(search, anchor));
    if (found && (!best || found.price < best.price)) best = found;
  }
  return best;
}
