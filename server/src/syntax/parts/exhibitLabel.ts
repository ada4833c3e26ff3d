import { isDigit, isLetter, isUpper, isWordCharacter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import type { Span } from '../../text/span.ts';
import { readBlank } from './blank.ts';
import { endsListMember, expandRangeEnd, readRangeDash } from './boundary.ts';
import { readNumberSign } from './docketHead.ts';

export interface ExhibitHead extends Span {
  readonly plural: boolean;
}

/** One exhibit of a list, as it is labelled. */
export interface ExhibitLabel extends Span {
  readonly exhibit: string;
  readonly last?: string;
  readonly otherReading?: { readonly exhibit: string; readonly last?: string };
  readonly open?: 'blank' | 'unlessListed';
}

export const EXHIBIT_TRIGGERS: readonly string[] = ['ex', 'exs', 'exh', 'exhs', 'exhibit', 'exhibits'];

/** In a heading all in capitals, `EXHIBIT TO` is no Exhibit TO. */
const NO_LABELS = new Set([
  'TO',
  'IN',
  'OF',
  'IS',
  'AS',
  'ON',
  'BY',
  'NO',
  'AT',
  'OR',
  'IT',
  'IF',
  'WE',
  'AN',
  'BE',
  'US',
]);

/** Reads `Ex.`, `Exs.`, `Exh.`, `Exhibit`, `Exhibits Nos.` up to the first label. */
export function readExhibitHead(cursor: Cursor): ExhibitHead | undefined {
  return cursor.attempt(() => {
    const start = cursor.at;
    const typed = cursor.letters(9);
    const word = typed.toLowerCase();
    if (!EXHIBIT_TRIGGERS.includes(word)) return undefined;
    const dotted = cursor.take('.');
    if (!dotted && typed === 'ex') return undefined;
    const sign = readNumberSign(cursor);
    const end = cursor.at;
    cursor.gapAndEmphasis();
    return { start, end, plural: word.endsWith('s') || sign === 'plural' };
  });
}

/** Reads one label or range: `B`, `5a`, `A.1`, `3-A`, `101.4`, `A-C`, `5a-5c`, `A through D`, `__`. */
export function readExhibitLabel(cursor: Cursor, plural: boolean): ExhibitLabel | undefined {
  return cursor.attempt(() => {
    const start = cursor.at;
    if (/^XX?X?$/.test(peekWord(cursor)) && cursor.peek(1) === 88) {
      const blank = readBlank(cursor);
      if (blank !== undefined) return { start, end: cursor.at, exhibit: blank, open: 'unlessListed' };
    }
    const blank = readBlank(cursor);
    if (blank !== undefined) return { start, end: cursor.at, exhibit: blank, open: 'blank' };
    const first = readLabel(cursor, plural);
    if (!first) return undefined;
    const end = cursor.at;
    const last = readRangeEnd(cursor, first);
    if (last)
      return { start, end: cursor.at, ...rangeReadings(first, last, plural, cursor.text.slice(start, cursor.at)) };
    cursor.at = end;
    // `(Ex. A1) § 5.1` may be Ex. A with a footnote's mark: the record decides.
    const glued = /^([A-Z])\d$/.exec(first)?.[1];
    return { start, end, exhibit: first, ...(glued ? { otherReading: { exhibit: glued } } : {}) };
  });
}

function peekWord(cursor: Cursor): string {
  const from = cursor.at;
  const word = cursor.letters(5);
  cursor.at = from;
  return word;
}

function readLabel(cursor: Cursor, plural: boolean): string | undefined {
  return cursor.attempt(() => {
    const from = cursor.at;
    if (isDigit(cursor.code)) {
      cursor.digits(5);
      readNumberSuffix(cursor);
    } else if (!readLetterLabel(cursor, plural)) return undefined;
    const label = cursor.text.slice(from, cursor.at);
    return label && !isWordCharacter(cursor.code) && cursor.code !== 37 && cursor.code !== 47 ? label : undefined;
  });
}

/** `5a`, `6.2`, `3-A`. */
function readNumberSuffix(cursor: Cursor): void {
  if (isLetter(cursor.code) && !isWordCharacter(cursor.peek(1))) cursor.at++;
  while (
    cursor.code === 46 &&
    isWordCharacter(cursor.peek(1)) &&
    (isDigit(cursor.peek(1)) || !isLetter(cursor.peek(2)))
  ) {
    cursor.at += 1;
    if (!cursor.digits(4)) cursor.at++;
  }
  if (cursor.code === 45 && isUpper(cursor.peek(1)) && !isWordCharacter(cursor.peek(2))) cursor.at += 2;
}

/** `A`, `AA`, `A.1`, `A-1`, `A1`. */
function readLetterLabel(cursor: Cursor, plural: boolean): boolean {
  const from = cursor.at;
  while (cursor.at - from < 4 && isUpper(cursor.code)) cursor.at++;
  const letters = cursor.text.slice(from, cursor.at);
  cursor.steps += letters.length;
  if (!letters || isLetter(cursor.code) || NO_LABELS.has(letters)) return false;
  // `Ex. B, D.I. 55-2`, `Ex. A, J. Roe`: a letter with a period and a capital behind is an initial; in `Exs. A, B. The` it is not.
  if (!plural && /^\.[ \u00A0]?[A-Z]/.test(cursor.text.slice(cursor.at, cursor.at + 3)) && isInitial(cursor, letters))
    return false;
  if (/^(?:DE|DI)$/.test(letters)) return false;
  if (letters.length > 2 && new Set(letters).size > 1) return false;
  if (isDigit(cursor.code)) cursor.digits(4);
  else if ((cursor.code === 46 || cursor.code === 45) && isDigit(cursor.peek(1))) {
    cursor.at++;
    cursor.digits(4);
  }
  return true;
}

/** At the end of a sentence (`Ex. B. The`) the next word has more letters; an initial's neighbour is another initial or a name. */
function isInitial(cursor: Cursor, letters: string): boolean {
  if (letters.length !== 1) return false;
  if (/^\.[A-Z]/.test(cursor.text.slice(cursor.at, cursor.at + 2))) return true;
  const before = cursor.text.slice(Math.max(0, cursor.at - 4), cursor.at - 1);
  return /, $/.test(before) && /^\. [A-Z][a-z]/.test(cursor.text.slice(cursor.at, cursor.at + 4));
}

function readRangeEnd(cursor: Cursor, first: string): string | undefined {
  return cursor.attempt(() => {
    if (!readRangeDash(cursor)) {
      cursor.gap();
      if (!cursor.word('through') && !cursor.word('thru')) return undefined;
      cursor.gap();
    }
    const last = readLabel(cursor, false);
    // A letter goes to a letter and a number to a number: `A-1` was read as a label before.
    return last && isDigit(first.charCodeAt(0)) === isDigit(last.charCodeAt(0)) ? last : undefined;
  });
}

function rangeReadings(
  first: string,
  last: string,
  plural: boolean,
  typed: string,
): Omit<ExhibitLabel, 'start' | 'end'> {
  const range = { exhibit: first, last: expandRangeEnd(first, last) };
  const label = { exhibit: typed };
  if (!/^\d+-\d+$/.test(typed)) return range;
  // "Exs. 1-3" is a range unless the record has an exhibit labelled so; "Ex. 1-3" the other way round.
  return plural ? { ...range, otherReading: label } : { ...label, otherReading: range };
}

/** Reads a list of labels: `19, 25`, `K and L`, `A, B & C`. Under a singular head a further member must end plainly. */
export function readExhibitLabels(cursor: Cursor, plural: boolean): readonly ExhibitLabel[] {
  const first = readExhibitLabel(cursor, plural);
  if (!first) return [];
  const labels = [first];
  while (labels.length < 1000) {
    const next = cursor.attempt(() => {
      cursor.gap();
      const comma = cursor.take(',');
      cursor.gap();
      const and = cursor.take('&') || cursor.word('and') || cursor.word('or');
      if (!comma && !and) return undefined;
      cursor.gap();
      const label = readExhibitLabel(cursor, plural);
      if (!label || label.open) return undefined;
      // `Ex. 1001, 12:4-20`: a page and line, no second exhibit.
      if (cursor.code === 58 && isDigit(cursor.peek(1))) return undefined;
      // `PX 9, R. 79-4`: a record number.
      if (/^\.\s{1,2}\d/.test(cursor.text.slice(cursor.at, cursor.at + 4)) && /^[A-Z]$/.test(label.exhibit))
        return undefined;
      // `Dkt. Nos. 94-1, Ex. 2 and 94-13`: behind one exhibit the next docket number.
      if (!plural && /^\d{1,5}-\d/.test(label.exhibit) && !first.exhibit.includes('-')) return undefined;
      // "Ex. B and I testified", "Ex. 4, A court": these two letters are words, too.
      const isWord = label.exhibit === 'I' || label.exhibit === 'A';
      // "Exhibits 3 and 4 show": a plural head has two labels at least, whatever stands behind them.
      if (plural && and && labels.length === 1 && !first.last && /^\d+[a-z]?$/.test(label.exhibit)) return label;
      return (plural && !isWord && !isDigit(label.exhibit.charCodeAt(0))) || endsListMember(cursor) ? label : undefined;
    });
    if (!next) break;
    labels.push(next);
  }
  return labels;
}
