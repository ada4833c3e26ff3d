import { isDash, isDigit, isLetter, isLower, isWordCharacter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';

/** Words behind a number of a list that leave it a number of the list: "at 7 and 9 of the letter". */
const HARMLESS = new Set(
  'of in to as is are was were with where which that because for from on by under and or but also see does did do not has have had seek seeks ask asks cover covers call calls request requests require requires concern concerns relate relates should would will may must can could who when if than then he she they it we the a an this these those after before during since until while both all et ff passim'.split(
    ' ',
  ),
);

/** Nouns that a number counts: "RFPs 6-12 and 3 other requests" has no RFP 3. */
const COUNTED = new Set(
  'other others more additional further different separate documents document pages page days day weeks week months month years year hours hour minutes custodians custodian emails email million billion thousand percent people witnesses witness depositions deposition interrogatories rfps rfas rogs requests words terms topics files records items lines boxes exhibits declarations motions letters orders cases times questions f fed us u s wl supp'.split(
    ' ',
  ),
);

/** The word behind the cursor, lower case, without moving; empty where something else stands there. */
function nextWord(cursor: Cursor): string {
  const from = cursor.at;
  cursor.gap();
  const word = cursor.letters(16).toLowerCase();
  cursor.at = from;
  return word;
}

/** The next character that is no blank, without moving. */
function nextCode(cursor: Cursor): number {
  const from = cursor.at;
  cursor.gap();
  const code = cursor.code;
  cursor.at = from;
  return code;
}

/** True where the number just read does not run on into a word, a decimal, a fraction, a share or a time. */
export function endsNumber(cursor: Cursor): boolean {
  const code = cursor.code;
  if (isDigit(code) || code === 37 || code === 47) return false;
  // A footnote may be glued to its page: `15n.9`.
  if (isLetter(code)) return code === 110 && (cursor.peek(1) === 46 || cursor.peek(1) === 110);
  if ((code === 46 || code === 58 || code === 44) && isDigit(cursor.peek(1))) return code === 44;
  return true;
}

/**
 * True where a number that follows a comma or "and" is still a member of the list before it: punctuation, the end, or a
 * harmless word follows; not a noun that it counts, a reporter (`12 F.3d`) or a head of another citation.
 */
export function endsListMember(cursor: Cursor, pinMayFollow = true): boolean {
  const code = nextCode(cursor);
  if (!isLetter(code)) return true;
  const word = nextWord(cursor);
  // "Dkt. Nos. 12 at 3, 14 at 5": a number with a pin of its own is the next docket number, not another page.
  if (word === 'at') return pinMayFollow;
  if (word === 'n' || word === 'nn' || word === 'fn' || word === 'p' || word === 'pp') return true;
  return HARMLESS.has(word);
}

/** The weaker test, for numbers behind a plural head (`RFPs 118 and 119 also cover`): only a counted noun or a reporter ends the list. */
export function endsPluralMember(cursor: Cursor): boolean {
  const code = nextCode(cursor);
  if (!isLetter(code)) return true;
  const word = nextWord(cursor);
  if (COUNTED.has(word)) return false;
  return isLower(code) || HARMLESS.has(word) || word.length > 1;
}

/** True where a clock's `am` or `pm` follows: "at 9:42 AM" is no page and line. */
export function isClock(cursor: Cursor): boolean {
  const word = nextWord(cursor);
  if (word === 'am' || word === 'pm') return true;
  if (word !== 'a' && word !== 'p') return false;
  const from = cursor.at;
  cursor.gap();
  const dotted = cursor.peek(1) === 46 && (cursor.peek(2) === 109 || cursor.peek(2) === 77);
  cursor.at = from;
  return dotted;
}

/** Reads a dash of a range with at most one blank on either side, when a digit or letter follows. */
export function readRangeDash(cursor: Cursor): boolean {
  return (
    cursor.attempt(() => {
      const from = cursor.at;
      cursor.gap();
      const spaced = cursor.at > from;
      if (!isDash(cursor.code)) return undefined;
      // An em dash with blanks round it is punctuation.
      const isEm = cursor.code === 0x2014 || cursor.code === 0x2015;
      if (isEm && spaced) return undefined;
      cursor.at++;
      cursor.steps++;
      // "144--46" is a typewriter's en dash.
      if (cursor.peek(-1) === 45 && cursor.code === 45) cursor.at++;
      const behind = cursor.at;
      cursor.gap();
      if (isEm && cursor.at > behind) return undefined;
      return isWordCharacter(cursor.code) ? true : undefined;
    }) === true
  );
}

/**
 * The second number of a range in full: `144-46` is 146, `16684-85` is 16685, `112-63` is 163. Where the full number would
 * still be smaller than the first, it stays as typed (a reversed range is the rule's business, not the parser's).
 */
export function expandRangeEnd(first: string, last: string): string {
  if (!/^\d+$/.test(first) || !/^\d+$/.test(last) || last.length >= first.length) return last;
  const full = first.slice(0, first.length - last.length) + last;
  return Number(full) >= Number(first) ? full : last;
}
