import { isDash, isDigit, isLetter, isLower, isUpper, isWordCharacter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { romanValue } from '../../text/roman.ts';
import type { PinCite, PinUnit } from '../citation.ts';
import { readBlank } from './blank.ts';
import { endsNumber, expandRangeEnd, isClock, readRangeDash } from './boundary.ts';

/** Reads one value of a unit: a number, a range, a page and line. */
export type ReadValue = (cursor: Cursor) => PinCite | undefined;

/** A pin of one unit from `start` to the cursor, in UTF-16 offsets. */
export function pin(unit: PinUnit, start: number, cursor: Cursor, first: string, last = first): PinCite {
  return { unit, start, end: cursor.at, first, last };
}

/** `7`, `144-46`, `144:3-146:12`, `339:1-2`, `II:12:3`, `iv`, `GNY000234`, `__`. */
export function readPage(cursor: Cursor): PinCite | undefined {
  const start = cursor.at;
  const blank = readBlank(cursor);
  if (blank !== undefined) return { ...pin('page', start, cursor, blank), open: true };
  return (
    cursor.attempt(() => readLinePin(cursor, start)) ??
    cursor.attempt(() => readPageNumber(cursor, start)) ??
    cursor.attempt(() => readRomanPage(cursor, start)) ??
    cursor.attempt(() => readAppendixPage(cursor, start)) ??
    cursor.attempt(() => readBatesPage(cursor, start))
  );
}

/** `144:3`, `144:3-146:12`, `339:1-2`, `II:12:3`. */
export function readLinePin(cursor: Cursor, start = cursor.at): PinCite | undefined {
  const volume = cursor.attempt(() => {
    const roman = cursor.letters(5);
    return /^[IVX]{1,5}$/.test(roman) && cursor.take(':') ? String(romanValue(roman)) : undefined;
  });
  const garbled = cursor.attempt(() => readGarbledLines(cursor, start));
  if (garbled) return garbled;
  const first = readPageAndLine(cursor);
  if (!first) return undefined;
  let last = first;
  const end = cursor.attempt(() =>
    readRangeDash(cursor) ? (readPageAndLine(cursor) ?? (cursor.digits(4) || undefined)) : undefined,
  );
  if (end) last = end.includes(':') ? end : `${first.slice(0, first.indexOf(':'))}:${Number(end)}`;
  if (!(endsNumber(cursor) || isGluedMark(cursor)) || isClock(cursor)) return undefined;
  return { ...pin('line', start, cursor, first, last), ...(volume ? { volume } : {}) };
}

/** `80:1-4.2 It`: the mark of a footnote behind the period; lines have no decimals. */
function isGluedMark({ text, at }: Cursor): boolean {
  return /^\.\d{1,2}(?:\s[A-Z]|[ \t\r]{0,4}(?:\n|$))/.test(text.slice(at, at + 12));
}

/** `36:914`: no page has a line 914. The two lines that a lost hyphen joined, where there is one way to part them. */
function readGarbledLines(cursor: Cursor, start: number): PinCite | undefined {
  const page = cursor.digits(5);
  if (!page || !cursor.take(':')) return undefined;
  const lines = cursor.digits(4);
  if (lines.length < 3 || !endsNumber(cursor)) return undefined;
  const ways = [1, 2]
    .map((at) => [Number(lines.slice(0, at)), Number(lines.slice(at))] as const)
    .filter(([first, last], way) => first > 0 && first < last && last <= 28 && lines.charAt(way + 1) !== '0');
  const [only, ...others] = ways;
  if (!only || others.length > 0) return undefined;
  return { ...pin('line', start, cursor, `${page}:${only[0]}`, `${page}:${only[1]}`), garbled: true };
}

function readPageAndLine(cursor: Cursor): string | undefined {
  return cursor.attempt(() => {
    const page = cursor.digits(5);
    if (!page || !cursor.take(':')) return undefined;
    // `41: 7- 42: 2`: what a PDF leaves of it.
    if (cursor.code === 32 && /^ \d{1,2}(?: ?[-\u2013] ?\d|[.;)])/.test(cursor.text.slice(cursor.at, cursor.at + 6)))
      cursor.at++;
    const line = cursor.digits(2);
    // `24:02-06`: New York fills the lines up.
    return line ? `${page}:${Number(line)}` : undefined;
  });
}

function readPageNumber(cursor: Cursor, start: number): PinCite | undefined {
  const first = readPlainNumber(cursor);
  if (!first || !endsNumber(cursor)) return undefined;
  const last = cursor.attempt(() => {
    if (!readRangeDash(cursor)) return undefined;
    const number = readPlainNumber(cursor);
    return number && endsNumber(cursor) && !isMonthDay(cursor) ? number : undefined;
  });
  // "at 9:42" is read as page and line before; here a clock can only be "at 9 AM".
  if (isClock(cursor)) return undefined;
  return pin('page', start, cursor, first, last ? expandRangeEnd(first, last) : first);
}

function isMonthDay(cursor: Cursor): boolean {
  return cursor.code === 45 && isDigit(cursor.peek(1));
}

/** `1,234` with exactly three digits behind the comma is one number. */
function readPlainNumber(cursor: Cursor): string {
  const digits = cursor.digits(7);
  if (!digits || digits.length > 3 || cursor.code !== 44) return digits;
  const thousands = cursor.text.slice(cursor.at + 1, cursor.at + 5);
  if (!/^\d{3}(?!\d)/.test(thousands)) return digits;
  cursor.at += 4;
  return digits + thousands.slice(0, 3);
}

/** Front matter: `at iv`, `at ii-iii`. */
function readRomanPage(cursor: Cursor, start: number): PinCite | undefined {
  const first = readLowerRoman(cursor);
  if (!first) return undefined;
  const last = cursor.attempt(() => (readRangeDash(cursor) ? readLowerRoman(cursor) : undefined));
  return pin('page', start, cursor, first, last ?? first);
}

function readLowerRoman(cursor: Cursor): string | undefined {
  return cursor.attempt(() => {
    const word = cursor.letters(7);
    return /^[ivxl]+$/.test(word) && !isWordCharacter(cursor.code) ? word : undefined;
  });
}

/** `Id. at Appx33`: the appendix is named again. */
function readAppendixPage(cursor: Cursor, start: number): PinCite | undefined {
  return cursor.take('Appx') ? readPageNumber(cursor, start) : undefined;
}

/** A Bates number used as a page: `Ex. B at GNY000234`, `at CHARTER00344525-26`. */
function readBatesPage(cursor: Cursor, start: number): PinCite | undefined {
  const bates = readBatesNumber(cursor);
  if (!bates) return undefined;
  const last = cursor.attempt(() => {
    if (!readRangeDash(cursor)) return undefined;
    const whole = readBatesNumber(cursor);
    if (whole) return whole.text;
    const digits = cursor.digits(9);
    return digits && endsNumber(cursor) ? bates.prefix + expandRangeEnd(bates.number, digits) : undefined;
  });
  return pin('page', start, cursor, bates.text, last ?? bates.text);
}

/** `MSJ at 3, ECF573` names another paper. */
const OTHER_HEAD = /^(?:ECF|DKT|DOC|DE|NYSCEF|EX|RFP|RFA|ROG)[-_]?$/;

function readBatesNumber(cursor: Cursor): { text: string; prefix: string; number: string } | undefined {
  return cursor.attempt(() => {
    const from = cursor.at;
    while (cursor.at - from < 24 && (isUpper(cursor.code) || cursor.code === 95 || cursor.code === 45)) cursor.at++;
    cursor.steps += cursor.at - from;
    const prefix = cursor.text.slice(from, cursor.at);
    // `SSE 00071-84`: a number filled up with zeros may stand apart.
    if (prefix.length > 1 && cursor.code === 32 && cursor.peek(1) === 48) cursor.at++;
    const number = cursor.digits(12);
    const least = /[A-Z]{2}[-_]$/.test(prefix) ? 1 : 3;
    if (prefix.length < 2 || number.length < least || isWordCharacter(cursor.code)) return undefined;
    if (OTHER_HEAD.test(prefix)) return undefined;
    return { text: prefix + number, prefix, number };
  });
}

/** `12`, `4(a)`, `5.2`, `3a`, `645-47`, `__`. */
export function readParagraph(cursor: Cursor): PinCite | undefined {
  return readLabelled(cursor, 'paragraph');
}

export function readFootnote(cursor: Cursor): PinCite | undefined {
  return readLabelled(cursor, 'footnote');
}

function readLabelled(cursor: Cursor, unit: 'paragraph' | 'footnote'): PinCite | undefined {
  const start = cursor.at;
  const blank = readBlank(cursor);
  if (blank !== undefined) return { ...pin(unit, start, cursor, blank), open: true };
  const bracketed = unit === 'paragraph' ? readBracketedParagraphs(cursor, start) : undefined;
  if (bracketed) return bracketed;
  const first = readSubdivided(cursor, false);
  if (!first) return undefined;
  const last = cursor.attempt(() => (readRangeDash(cursor) ? readSubdivided(cursor, false) : undefined));
  return pin(unit, start, cursor, first, last ? expandRangeEnd(first, last) : first);
}

/** `[0031]`, `[0031]–[0034]`: the paragraphs of a patent application. */
export function readBracketedParagraphs(cursor: Cursor, start = cursor.at): PinCite | undefined {
  const one = (): string | undefined =>
    cursor.attempt(() => {
      if (!cursor.take('[')) return undefined;
      const digits = cursor.digits(4);
      return digits.length === 4 && cursor.take(']') ? digits : undefined;
    });
  const first = one();
  if (!first) return undefined;
  const last = cursor.attempt(() => (isDash(cursor.code) && ++cursor.at ? one() : undefined));
  return pin('paragraph', start, cursor, first, last ?? first);
}

/** A number with its sub-parts; with `roman`, an upper-case roman numeral or letter may stand for the number. */
export function readSubdivided(cursor: Cursor, roman: boolean): string | undefined {
  return cursor.attempt(() => {
    const from = cursor.at;
    if (!cursor.digits(6) && !(roman && /^[A-Z]{1,5}$/.test(cursor.letters(5)))) return undefined;
    // `¶ 3a`, but not the words of a glued text: one lower-case letter with no letter behind it.
    if (isLower(cursor.code) && !isLetter(cursor.peek(1)) && !(cursor.code === 110 && cursor.peek(1) === 46))
      cursor.at++;
    while (readSubPart(cursor, roman)) cursor.steps++;
    if (isLetter(cursor.code) && !(cursor.code === 110 && (cursor.peek(1) === 46 || cursor.peek(1) === 110)))
      return undefined;
    return cursor.text.slice(from, cursor.at);
  });
}

function readSubPart(cursor: Cursor, hyphens: boolean): boolean {
  return (
    cursor.attempt(() => {
      if (cursor.code === 40) {
        cursor.at++;
        const inner = /^[A-Za-z0-9]{1,4}\)/.exec(cursor.text.slice(cursor.at, cursor.at + 5));
        if (!inner) return undefined;
        cursor.at += inner[0].length;
        return true;
      }
      if (cursor.code === 46 && isDigit(cursor.peek(1))) {
        cursor.at++;
        return cursor.digits(4) !== '';
      }
      // `§ III.B`.
      if (hyphens && cursor.code === 46 && isUpper(cursor.peek(1)) && !isLetter(cursor.peek(2))) {
        cursor.at += 2;
        return true;
      }
      if (cursor.code === 46 && isLower(cursor.peek(1)) && !isLetter(cursor.peek(2)) && cursor.peek(2) !== 46) {
        cursor.at += 2;
        return true;
      }
      if (hyphens && cursor.code === 45 && isDigit(cursor.peek(1))) {
        cursor.at++;
        return cursor.digits(4) !== '';
      }
      return undefined;
    }) === true
  );
}

/** `*1-2`, `* 4`: the star stands at the cursor. */
export function readStarPage(cursor: Cursor): PinCite | undefined {
  const start = cursor.at;
  if (!cursor.take('*')) return undefined;
  cursor.gap();
  const first = cursor.digits(4);
  if (!first || !endsNumber(cursor)) return undefined;
  const last = cursor.attempt(() => {
    if (!readRangeDash(cursor)) return undefined;
    cursor.take('*');
    const number = cursor.digits(4);
    return number && endsNumber(cursor) ? number : undefined;
  });
  return pin('starPage', start, cursor, first, last ? expandRangeEnd(first, last) : first);
}

export function readPageId(cursor: Cursor): PinCite | undefined {
  const start = cursor.at;
  const first = cursor.digits(8);
  if (!first || !endsNumber(cursor)) return undefined;
  const last = cursor.attempt(() => {
    if (!readRangeDash(cursor)) return undefined;
    const number = cursor.digits(8);
    return number && endsNumber(cursor) ? number : undefined;
  });
  return pin('pageId', start, cursor, first, last ? expandRangeEnd(first, last) : first);
}
