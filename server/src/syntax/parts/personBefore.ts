import { isUpper } from '../../text/characters.ts';
import { qualifierOf, tidy } from '../../text/names.ts';
import type { Span } from '../../text/span.ts';
import { isFunctionWord, isPossessive, nameStart, runsOn, tokenBefore, withoutPossessive } from './lookBack.ts';

/** The words that name a declarant or deponent, before `Decl.` or `Dep.`. */
export interface PersonBefore extends Span {
  /** With its qualifiers (`2d`, `Supp.`), tidied, without a possessive. */
  readonly words: string;
}

/**
 * The name that ends directly before `offset`: `Vo`, `2d Vo`, `CU Boulder`, `Arizona State`, `Noble Reply`. A signal, a comma
 * or the end of a sentence stops it. A qualifier counts in small letters, too ("the second Vo Decl." is not the first).
 */
export function personBefore(text: string, offset: number, floor: number): PersonBefore | undefined {
  const last = tokenBefore(text, offset, floor);
  if (!last || !runsOn(last) || isFunctionWord(last.text)) return undefined;
  if (!isUpper(last.text.charCodeAt(0)) && !qualifierOf(last.text)) return undefined;
  let start = nameStart(text, last, floor, 5);
  for (let words = 0; words < 2; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token || !runsOn(token) || !qualifierOf(token.text)) break;
    start = token.start;
  }
  const typed = tidy(text.slice(start, last.end).replace(/[*_]/g, ''));
  const words = isPossessive(typed) ? withoutPossessive(typed) : typed;
  return words ? { start, end: last.end, words } : undefined;
}

const MONTHS = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?$/;

/** True for the name of a month, in full or abbreviated. */
export function isMonth(word: string): boolean {
  return MONTHS.test(word);
}
