import { isApostrophe, isWordCharacter } from '../../text/characters.ts';
import type { Citation } from '../citation.ts';

/** How many words stand between two offsets; a number or `don't` is one word. */
export function wordCountOf(text: string, start: number, end: number): number {
  let count = 0;
  let inWord = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isPart: boolean = isWordCharacter(code) || (inWord && isApostrophe(code));
    if (isPart && !inWord) count++;
    inWord = isPart;
  }
  return count;
}

/** `1. `, `(a) `, `- `, `* `: an item of a list begins at an offset. */
export function isListItem(text: string, start: number): boolean {
  return /^(?:[-*\u2022\u00B7] |\(?[0-9a-zA-Z]{1,3}[.)] )/.test(text.slice(start, start + 8));
}

/** Small words that a title writes small. */
const SMALL = new Set('a an the of and or for to in on by with from at as re v vs via per its under'.split(' '));

/** Words that are all capitalised, small words aside: `Order on Electronic Discovery`, `Hit List`, `ENGINE ROOM`. */
export function isTitle(words: string): boolean {
  const all = words.split(/[^\p{L}\p{N}'\u2019]+/u).filter((word) => word !== '');
  if (all.length === 0 || all.length > 16) return false;
  return all.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || SMALL.has(word));
}

const CLOSING =
  /^[.,;:?!\u2014-]?(?:\[\^[^\]\s]{1,12}\]|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]{1,3}|\d{1,3}(?=\s))?[.,;:)\]]{0,3}[\s*_([]{0,6}(?:(?:[Ss]ee|[Cc]f|[Aa]ccord|also|[Ee]\.g|id|at|in)[.,]{0,2}[\s*_(]{1,4}){0,3}$/;
const LONGEST_GAP = 40;

/** What a paper is called in front of its docket number: `Discovery Order, Dkt. No. 315`, `*Order* (ECF No. 4`. */
const PAPER =
  /^[*_]{0,2}(?:Order|Motion|Mot\.|Opposition|Opp['\u2019]n|Opp\.|Reply|Letter|Complaint|Compl\.|Brief|Br\.|Transcript|Tr\.|Declaration|Decl\.|Statement|Stmt\.|Notice|Report|Stipulation|Stip\.|Judgment|Memorandum|Mem\.|Minutes|Response|Resp\.|Agreement|Answer|Opinion|Op\.|Ruling)[*_]{0,2}$/;
const OF_NAME = /^[*_]{0,2}[A-Z][\w.'\u2019&-]{0,20}[*_]{0,2}$/;
const SMALL_OF_NAME = /^(?:of|to|for|on|re|the)$/;
const MOST_WORDS = 6;
const LONGEST_NAME = 90;

/**
 * True where nothing but the end of a sentence, a footnote's mark, an opening bracket, a signal or the cited paper's name stands
 * between the closing mark and a citation: `words." *See* Ex. B at 3`, `words." Discovery Order, Dkt. No. 315 at 2`.
 */
export function isDirectlyBehind(text: string, end: number, citation: Citation): boolean {
  const gap = citation.start - end;
  if (gap < 0 || gap > LONGEST_GAP + LONGEST_NAME || crossesParagraph(text, end, citation.start)) return false;
  const between = text.slice(end, citation.start);
  if (gap <= LONGEST_GAP && CLOSING.test(between)) return true;
  return endsCitation(text, citation.end) && CLOSING.test(withoutPaper(between));
}

/** What stands in front of a paper's name that ends the words; the words themselves where none does. */
function withoutPaper(words: string): string {
  const tail = words.replace(/[,\s]{1,3}[([]?$/, '');
  let start = tail.length;
  let isPaper = false;
  for (let count = 0; count < MOST_WORDS && start > 0; count++) {
    const end = tail.slice(0, start).trimEnd().length;
    const next = wordStart(tail, end);
    const word = tail.slice(next, end);
    if (/^(?:The|That|This|Its|In)$/.test(word)) return words;
    if (/^[*_]{0,2}(?:See|Cf)\b/.test(word) || !(OF_NAME.test(word) || SMALL_OF_NAME.test(word))) break;
    isPaper ||= PAPER.test(word);
    start = next;
  }
  return isPaper ? tail.slice(0, start) : words;
}

function wordStart(words: string, end: number): number {
  let start = end;
  while (start > 0 && !/\s/.test(words.charAt(start - 1))) start--;
  return start;
}

/** Nothing goes on behind it: "Meta's Opposition, Dkt. No. 3, argues ..." is a sentence with a subject. */
function endsCitation(text: string, end: number): boolean {
  return /^[)\]*_]{0,3}(?:[.;]|\s{1,2}\(|\s{0,3}$)/.test(text.slice(end, end + 6));
}

/** An empty line lies between two offsets that are near each other. */
export function crossesParagraph(text: string, from: number, to: number): boolean {
  return /\n[ \t\r\u00A0]{0,40}\n/.test(text.slice(from, to));
}

/** Place of the first citation that begins at `offset` or behind it. */
export function firstCitationFrom(citations: readonly Citation[], offset: number): number {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
