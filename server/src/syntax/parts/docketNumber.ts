import { isDash, isDigit, isLetter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import type { Span } from '../../text/span.ts';
import { readBlank } from './blank.ts';
import { expandRangeEnd } from './boundary.ts';

/** One number of a docket reference. */
export interface DocketNumber extends Span {
  readonly docket: string;
  readonly last?: string;
  readonly otherReading?: { readonly docket: string; readonly last?: string };
  readonly open?: 'blank';
}

/**
 * Reads one docket number: `315`, `294-1`, `0315`, or a blank. Under a plural head `374-75` is a range; where it can also be
 * an attachment, both readings are kept and the record decides. A case number (`23-cv-3417`), a date or a decimal is none.
 */
export function readDocketNumber(cursor: Cursor, plural: boolean): DocketNumber | undefined {
  return cursor.attempt(() => {
    const start = cursor.at;
    const blank = readBlank(cursor);
    if (blank !== undefined) return { start, end: cursor.at, docket: blank, open: 'blank' };
    const first = cursor.digits(5);
    if (!first) return undefined;
    const second = readHyphenated(cursor);
    if (!endsDocketNumber(cursor)) return undefined;
    const through = plural ? cursor.attempt(() => readThrough(cursor)) : undefined;
    const span = { start, end: cursor.at };
    if (through) return { ...span, docket: second ? `${first}-${second}` : first, last: through };
    if (!second) return { ...span, docket: first };
    return { ...span, ...readingsOf(first, second, plural) };
  });
}

/** `100-1 through 100-5`, `12 to 15`: the last number of a range that is written out. */
function readThrough(cursor: Cursor): string | undefined {
  if (!cursor.gap() || !(cursor.word('through') || cursor.word('thru') || cursor.word('to')) || !cursor.gap())
    return undefined;
  const first = cursor.digits(5);
  if (!first) return undefined;
  const second = readHyphenated(cursor);
  return endsDocketNumber(cursor) ? (second ? `${first}-${second}` : first) : undefined;
}

/** `-1`, ` -1`, `- 1`: text from a PDF puts blanks round the hyphen. */
function readHyphenated(cursor: Cursor): string | undefined {
  return cursor.attempt(() => {
    const from = cursor.at;
    cursor.gap();
    const spacedBefore = cursor.at > from;
    if (!isDash(cursor.code)) return undefined;
    cursor.at++;
    const behind = cursor.at;
    cursor.gap();
    // " - " with blanks on both sides is punctuation: "Dkt. 12 - 3 pages".
    if (spacedBefore && cursor.at > behind) return undefined;
    const digits = cursor.digits(4);
    return digits && endsDocketNumber(cursor) ? digits : undefined;
  });
}

function endsDocketNumber(cursor: Cursor): boolean {
  const code = cursor.code;
  if (isDigit(code) || isLetter(code) || code === 37 || code === 47 || code === 95) return false;
  if ((code === 46 || code === 58) && isDigit(cursor.peek(1))) return false;
  // `23-cv-3417`: a case number. `23-4-` is damage, not a number.
  return !(isDash(code) && (isLetter(cursor.peek(1)) || isDigit(cursor.peek(1))));
}

function readingsOf(first: string, second: string, plural: boolean): Omit<DocketNumber, 'start' | 'end' | 'open'> {
  const attachment = `${first}-${second}`;
  if (!plural) return { docket: attachment };
  const last = expandRangeEnd(first, second);
  if (Number(last) <= Number(first)) return { docket: attachment };
  return { docket: first, last, otherReading: { docket: attachment } };
}

/**
 * A list settles what one number alone leaves open: `Dkt. Nos. 94-12 and 94-13`, `Docket Nos. 4-5 and 4-6` share the number
 * before the hyphen, so they are attachments. Answers the numbers with that reading.
 */
export function settleReadings(numbers: readonly DocketNumber[]): readonly DocketNumber[] {
  const bases = new Map<string, number>();
  for (const number of numbers) {
    const base = number.docket.split('-')[0] ?? '';
    bases.set(base, (bases.get(base) ?? 0) + 1);
  }
  // `ECF Nos. 64-3 and 71-2`: where one can only be an attachment, the others are, too.
  const hasAttachment = numbers.some(({ docket, otherReading }) => docket.includes('-') && !otherReading);
  return numbers.map((number) => {
    if (!number.otherReading || (!hasAttachment && (bases.get(number.docket) ?? 0) < 2)) return number;
    return { start: number.start, end: number.end, docket: number.otherReading.docket };
  });
}
