import { isDigit } from './characters.ts';
import type { Cursor } from './cursor.ts';

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORD =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** 1 to 12 for a month's name or abbreviation in any case, without its period; 0 where it is none. */
export function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return MONTH_WORD.test(lower) ? MONTH_NAMES.indexOf(lower.slice(0, 3)) + 1 : 0;
}

/** An ISO day of a year, month and day, or undefined where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const full = year < 100 ? (year < 70 ? 2000 + year : 1900 + year) : year;
  const daysInMonth = [
    31,
    full % 4 === 0 && (full % 100 !== 0 || full % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (month < 1 || month > 12 || day < 1 || day > (daysInMonth[month - 1] ?? 0)) return undefined;
  return `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Reads `December 20, 2024`, `Dec. 20, 2024`, `20 December 2024`, `12/20/24`, `2024-12-20` at the cursor; an ISO day. */
export function readDate(cursor: Cursor): string | undefined {
  return (
    cursor.attempt(() => readMonthFirst(cursor)) ??
    cursor.attempt(() => readDayFirst(cursor)) ??
    cursor.attempt(() => readSlashed(cursor)) ??
    cursor.attempt(() => readIso(cursor))
  );
}

function readMonthFirst(cursor: Cursor): string | undefined {
  const month = readMonth(cursor);
  if (!month) return undefined;
  cursor.gap();
  const day = cursor.digits(2);
  if (!day) return undefined;
  cursor.attempt(() => (['st', 'nd', 'rd', 'th'].includes(cursor.letters(3)) ? true : undefined));
  cursor.gap();
  cursor.take(',');
  cursor.gap();
  return isoDay(Number(readYear(cursor)), month, Number(day));
}

function readDayFirst(cursor: Cursor): string | undefined {
  const day = cursor.digits(2);
  if (!day || !cursor.gap()) return undefined;
  const month = readMonth(cursor);
  if (!month || !cursor.gap()) return undefined;
  return isoDay(Number(readYear(cursor)), month, Number(day));
}

function readMonth(cursor: Cursor): number {
  const month = monthOf(cursor.letters(10));
  if (month) cursor.take('.');
  return month;
}

function readYear(cursor: Cursor): string {
  const year = cursor.digits(4);
  return year.length === 4 ? year : 'none';
}

function readSlashed(cursor: Cursor): string | undefined {
  const month = cursor.digits(2);
  const separator = cursor.take('/') ? '/' : cursor.take('-') ? '-' : undefined;
  if (!month || !separator) return undefined;
  const day = cursor.digits(2);
  if (!day || !cursor.take(separator)) return undefined;
  const year = cursor.digits(4);
  if ((year.length !== 2 && year.length !== 4) || isDigit(cursor.code)) return undefined;
  return isoDay(Number(year), Number(month), Number(day));
}

function readIso(cursor: Cursor): string | undefined {
  const year = cursor.digits(4);
  if (year.length !== 4 || !cursor.take('-')) return undefined;
  const month = cursor.digits(2);
  if (!month || !cursor.take('-')) return undefined;
  const day = cursor.digits(2);
  return isDigit(cursor.code) ? undefined : isoDay(Number(year), Number(month), Number(day));
}
