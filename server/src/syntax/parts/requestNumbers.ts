import { isDigit, isLetter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { readBlank } from './blank.ts';
import { endsListMember, endsPluralMember, expandRangeEnd, readRangeDash } from './boundary.ts';
import { readNumberSign } from './docketHead.ts';
import { readParenthetical } from './parenthetical.ts';

/** How the numbers stand behind their head. */
export interface RequestHead {
  readonly plural: boolean;
  /** A number sign stands in it; without one some heads are ordinary words. */
  readonly signed: boolean;
  /** California's form interrogatories are numbered so: `17.1`. */
  readonly decimals?: boolean;
}

/** One number or range of a list of requests, as labels. */
export interface RequestNumber {
  readonly first: string;
  readonly last: string;
  readonly start: number;
  readonly end: number;
  readonly open?: 'blank';
}

/**
 * Reads the numbers behind a head: `6-12 and 81`, `15-20; 25-34; and 38-41`, `16 (seeking ...), 24 (...) and 32`. Empty where
 * the first is none, or only counts a noun ("Request 7 days").
 */
export function readRequestNumbers(cursor: Cursor, head: RequestHead): readonly RequestNumber[] {
  const first = readNumber(cursor, head);
  if (!first) return [];
  // "Request 7 days before": without a number sign a plain word must not count a noun.
  if (!head.signed && !first.open && !endsPluralMember(cursor)) return [];
  const numbers = [first];
  while (numbers.length < 2000) {
    const next = cursor.attempt(() => readFurtherNumber(cursor, head));
    if (!next) break;
    numbers.push(next);
  }
  return numbers;
}

function readFurtherNumber(cursor: Cursor, head: RequestHead): RequestNumber | undefined {
  // `16 (seeking ...), 24 (seeking ...) and 32`: a parenthetical may interrupt the list.
  const plain = cursor.attempt(() => readAfterSeparator(cursor, head));
  if (plain) return plain;
  if (readParenthetical(cursor) === undefined) return undefined;
  return readAfterSeparator(cursor, head);
}

function readAfterSeparator(cursor: Cursor, head: RequestHead): RequestNumber | undefined {
  cursor.gap();
  const semicolon = cursor.take(';');
  const comma = semicolon || cursor.take(',');
  cursor.gap();
  const and = cursor.take('&') || cursor.word('and') || cursor.word('or');
  if (!comma && !and) return undefined;
  cursor.gap();
  readNumberSign(cursor);
  cursor.gap();
  const number = readNumber(cursor, head);
  if (!number || number.open) return undefined;
  const belongs = head.plural ? endsPluralMember(cursor) : endsListMember(cursor);
  return belongs && !isYear(number) ? number : undefined;
}

/** "RFP 81, 2024 WL": a year is no request. */
function isYear(number: RequestNumber): boolean {
  return /^(?:19|20)\d\d$/.test(number.first);
}

function readNumber(cursor: Cursor, { plural, decimals }: RequestHead): RequestNumber | undefined {
  return cursor.attempt(() => {
    const start = cursor.at;
    const blank = readBlank(cursor);
    if (blank !== undefined) return { start, end: cursor.at, first: blank, last: blank, open: 'blank' };
    const first = readLabel(cursor, decimals);
    if (!first) return undefined;
    const last = cursor.attempt(() =>
      readRangeDash(cursor) || readThrough(cursor, plural) ? readLabel(cursor, decimals) : undefined,
    );
    return { start, end: cursor.at, first, last: last ? expandRangeEnd(first, last) : first };
  });
}

function readThrough(cursor: Cursor, plural: boolean): boolean {
  return (
    cursor.attempt(() => {
      cursor.gap();
      if (!cursor.word('through') && !cursor.word('thru') && !(plural && cursor.word('to'))) return undefined;
      return cursor.gap() ? true : undefined;
    }) === true
  );
}

/** `81`, `5(a)`, `5a`; a decimal only where the head allows it, never a share or a date. */
function readLabel(cursor: Cursor, decimals = false): string | undefined {
  return cursor.attempt(() => {
    const from = cursor.at;
    if (!cursor.digits(4)) return undefined;
    if (decimals && cursor.code === 46 && isDigit(cursor.peek(1)) && ++cursor.at) cursor.digits(2);
    if (isLetter(cursor.code) && !isLetter(cursor.peek(1)) && !isDigit(cursor.peek(1))) cursor.at++;
    for (let depth = 0; depth < 3; depth++) {
      const part = /^\([A-Za-z0-9]{1,4}\)/.exec(cursor.text.slice(cursor.at, cursor.at + 6));
      if (!part) break;
      cursor.at += part[0].length;
    }
    const code = cursor.code;
    if (isLetter(code) || isDigit(code) || code === 37 || code === 47) return undefined;
    if ((code === 46 || code === 58) && isDigit(cursor.peek(1))) return undefined;
    // "a Topic 9-like request".
    if (code === 45 && isLetter(cursor.peek(1))) return undefined;
    return cursor.text.slice(from, cursor.at);
  });
}
