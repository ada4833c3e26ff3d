import { isDigit, isEmphasis, isUpper } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import type { PinCite } from '../citation.ts';
import { endsListMember } from './boundary.ts';
import {
  type ReadValue,
  readFootnote,
  readLinePin,
  readPage,
  readPageId,
  readParagraph,
  readSection,
  readStarPage,
} from './pinValues.ts';

/** How a form's pins may be written. */
export interface PinOptions {
  /** Briefs and depositions are cited without "at": `Opp. 5-6`, `Meyer Dep. 12-13, 31`. */
  readonly bare: boolean;
}

const MOST_PINS = 2000;

/**
 * Reads every pin cite that stands here, with the commas and "and" between them; stays where there is none. Each pin has
 * its own span; the cursor ends behind the last one. A list of a thousand pins is read once, forward.
 */
export function readPins(cursor: Cursor, options: PinOptions): readonly PinCite[] {
  const pins: PinCite[] = [];
  while (pins.length < MOST_PINS) {
    const before = pins.length;
    const read = cursor.attempt(() => readPinGroup(cursor, options, pins));
    if (!read) {
      pins.length = before;
      break;
    }
  }
  return pins;
}

/** One unit and its values: `at 8-9, 12`, `¶¶ 14, 17-19`, `nn. 5, 7`. */
function readPinGroup(cursor: Cursor, options: PinOptions, pins: PinCite[]): boolean | undefined {
  cursor.gapAndEmphasis();
  const scanned = readScannedSign(cursor);
  if (scanned) {
    pins.push(scanned);
    readFurtherValues(cursor, readParagraph, pins);
    return true;
  }
  const isContinued = pins.length > 0 && readHeadlessSignal(cursor);
  const separated = isContinued || readSeparator(cursor);
  readSupra(cursor);
  const previous = pins.at(-1);
  const readValue =
    readUnit(cursor, previous !== undefined || separated) ?? readBareUnit(cursor, options, previous, separated);
  if (!readValue) return undefined;
  const volume = readVolume(cursor);
  const first = readValue(cursor);
  if (!first || (separated && isOfAnotherPaper(cursor))) return undefined;
  pins.push(volume && !first.volume ? { ...first, volume } : first);
  readFurtherValues(cursor, readValue, pins);
  readOpenEnd(cursor, pins);
  return true;
}

/** `,r 45`, `,r,r 73-74`, `,i,i7-8`: what a scanner makes of the paragraph sign. */
function readScannedSign(cursor: Cursor): PinCite | undefined {
  if (cursor.code !== 44) return undefined;
  const sign = /^(?:,[ri]){1,2} ?(?=\d)/.exec(cursor.text.slice(cursor.at, cursor.at + 6))?.[0];
  if (!sign) return undefined;
  cursor.at += sign.length;
  return readParagraph(cursor);
}

/** `,`, `&`, `and`, `, and` before a further pin. */
function readSeparator(cursor: Cursor): boolean {
  const comma = cursor.take(',');
  cursor.gap();
  const and = cursor.take('&') || cursor.word('and');
  if (and) cursor.gap();
  return comma || and;
}

/** `Id. at ¶ 143; see also ¶¶ 147, 149`: behind a semicolon a pin without a head goes on with the paper before. */
function readHeadlessSignal(cursor: Cursor): boolean {
  return (
    cursor.attempt(() => {
      if (!cursor.take(';')) return undefined;
      cursor.gapAndEmphasis();
      if (cursor.word('see') || cursor.word('accord') || cursor.word('cf')) {
        cursor.take('.');
        cursor.gap();
        if (cursor.word('also')) cursor.gap();
      }
      cursor.gapAndEmphasis();
      return cursor.code === 0xb6 || cursor.code === 0xa7 ? true : undefined;
    }) === true
  );
}

/** `Exhibit A and ¶ 7 of Exhibit B`: the pin belongs to the paper that "of" names. */
function isOfAnotherPaper(cursor: Cursor): boolean {
  const from = cursor.at;
  cursor.gap();
  const of = cursor.word('of');
  cursor.gap();
  if (of && cursor.word('the')) cursor.gap();
  const names = of && isUpper(cursor.code);
  cursor.at = from;
  return names;
}

/** `Vo Decl., supra, ¶ 4`: the word adds nothing to what is cited. */
function readSupra(cursor: Cursor): void {
  cursor.attempt(() => {
    cursor.gapAndEmphasis();
    if (!cursor.word('supra')) return undefined;
    cursor.gapAndEmphasis();
    cursor.take(',');
    cursor.gap();
    return true;
  });
}

/** The words and signs that say what a number counts; answers how to read it. */
function readUnit(cursor: Cursor, afterAnother: boolean): ReadValue | undefined {
  return cursor.attempt(() => {
    const at = cursor.word('at');
    if (at) {
      cursor.take(':');
      cursor.gap();
    }
    const unit = readUnitSign(cursor, at || afterAnother);
    if (unit) {
      cursor.gap();
      return unit;
    }
    return at ? readPageOrLine : undefined;
  });
}

function readUnitSign(cursor: Cursor, settled: boolean): ReadValue | undefined {
  if (cursor.code === 0xb6) return readSigns(cursor, 0xb6, readParagraph);
  if (cursor.code === 0xa7) return readSigns(cursor, 0xa7, readSection);
  if (cursor.code === 42 && settled) return startsStarPage(cursor) ? readStarPage : undefined;
  return (
    cursor.attempt(() => (readAbbreviation(cursor, ['pp', 'p', 'pgs', 'pg']) ? readPageOrLine : undefined)) ??
    cursor.attempt(() => (cursor.oneOf(['pages', 'page']) && !isPageId(cursor) ? readPageOrLine : undefined)) ??
    cursor.attempt(() => (readAbbreviation(cursor, ['paras', 'para', 'pars', 'par']) ? readParagraph : undefined)) ??
    cursor.attempt(() => (cursor.oneOf(['paragraphs', 'paragraph']) ? readParagraph : undefined)) ??
    cursor.attempt(() => (readAbbreviation(cursor, ['nn', 'n', 'fns', 'fn']) ? readFootnote : undefined)) ??
    cursor.attempt(() =>
      settled && cursor.oneOf(['footnotes', 'footnote', 'notes', 'note']) ? readFootnote : undefined,
    ) ??
    cursor.attempt(() => (readAbbreviation(cursor, ['secs', 'sec', 'arts', 'art']) ? readSection : undefined)) ??
    cursor.attempt(() => (settled && cursor.oneOf(['sections', 'section', 'article']) ? readSection : undefined)) ??
    cursor.attempt(() => (readPageIdHead(cursor) ? readPageId : undefined))
  );
}

/** `¶`, `¶¶`, `§§`, with or without a blank behind. */
function readSigns(cursor: Cursor, sign: number, read: ReadValue): ReadValue {
  while (cursor.code === sign) {
    cursor.at++;
    cursor.steps++;
    cursor.gap();
  }
  return read;
}

/** `p.`, `pp.`, `n.`: with its period, or in front of a number without one (`pp 3-4`). */
function readAbbreviation(cursor: Cursor, words: readonly string[]): boolean {
  return words.some((word) => cursor.attempt(() => readAbbreviated(cursor, word)) === true);
}

function readAbbreviated(cursor: Cursor, word: string): true | undefined {
  if (!cursor.take(word)) return undefined;
  const dotted = cursor.take('.');
  const spaced = cursor.gap();
  if (!dotted && !spaced) return undefined;
  if (isDigit(cursor.code)) return true;
  // A blank to fill in (`p. __`), or a roman numeral (`Art. III`).
  return dotted && (cursor.code === 95 || cursor.code === 91 || word.startsWith('art')) ? true : undefined;
}

function isPageId(cursor: Cursor): boolean {
  const from = cursor.at;
  cursor.gap();
  const is = cursor.word('id');
  cursor.at = from;
  return is;
}

/** `PageID #151`, `PageID 64`, `PageID.16684`, `Page ID #: 3`. */
function readPageIdHead(cursor: Cursor): boolean {
  if (!cursor.word('pageid')) {
    if (!cursor.word('page')) return false;
    cursor.gap();
    if (!cursor.word('id')) return false;
  }
  cursor.take('.');
  cursor.gap();
  cursor.take('#');
  cursor.take(':');
  return true;
}

/** `passim` stands for pages all through; a page, or a page and line, otherwise. */
function readPageOrLine(cursor: Cursor): PinCite | undefined {
  const start = cursor.at;
  if (cursor.word('passim')) return { unit: 'page', first: 'passim', last: 'passim', start, end: cursor.at };
  return readPage(cursor);
}

/** Numbers that no "at" announces: after a brief or deposition any page, elsewhere only a page and line that can't be a clock. */
function readBareUnit(
  cursor: Cursor,
  options: PinOptions,
  previous: PinCite | undefined,
  separated: boolean,
): ReadValue | undefined {
  const from = cursor.at;
  const line = readLinePin(cursor);
  cursor.at = from;
  if (line && (options.bare || line.first !== line.last)) return readLinePin;
  if (cursor.word('passim')) {
    cursor.at = from;
    return readPageOrLine;
  }
  if (!options.bare || previous || separated || !isDigit(cursor.code)) return undefined;
  const page = readPage(cursor);
  const plain = page !== undefined && endsListMember(cursor);
  cursor.at = from;
  return plain ? readPageOrLine : undefined;
}

/** `Vol. II at 12:3`, `Vol. 2, 12:3`, behind the unit or before it. */
function readVolume(cursor: Cursor): string | undefined {
  return cursor.attempt(() => {
    if (!cursor.word('vol')) return undefined;
    cursor.take('.');
    cursor.gap();
    const volume = cursor.digits(3) || cursor.letters(5);
    cursor.gap();
    cursor.take(',');
    cursor.gap();
    cursor.word('at');
    cursor.gap();
    return volume || undefined;
  });
}

function readFurtherValues(cursor: Cursor, read: ReadValue, pins: PinCite[]): void {
  while (pins.length < MOST_PINS) {
    const next = cursor.attempt(() => {
      const unit = pins.at(-1)?.unit;
      cursor.gap();
      // "24:02-06; 45:02-05": only page and line go on over a semicolon; elsewhere it starts the next citation.
      const semicolon = unit === 'line' && cursor.take(';');
      const comma = semicolon || cursor.take(',');
      cursor.gap();
      const and = cursor.take('&') || cursor.word('and') || cursor.word('or');
      if (!comma && !and) return undefined;
      cursor.gap();
      const value = read(cursor);
      if (!value || value.open || (semicolon && value.unit !== 'line')) return undefined;
      return endsListMember(cursor, false) ? value : undefined;
    });
    if (!next) return;
    pins.push(next);
  }
}

/** `et seq.`, `ff.` behind a value: it runs on. */
function readOpenEnd(cursor: Cursor, pins: PinCite[]): void {
  cursor.attempt(() => {
    cursor.gap();
    cursor.take(',');
    cursor.gapAndEmphasis();
    if (cursor.word('ff')) cursor.take('.');
    else {
      if (!cursor.word('et')) return undefined;
      cursor.gap();
      if (!cursor.word('seq')) return undefined;
      cursor.take('.');
    }
    const last = pins.pop();
    if (last) pins.push({ ...last, end: cursor.at, openEnded: true });
    return true;
  });
}

/** `*1`, `* 4`: a star in front of a digit. */
function startsStarPage(cursor: Cursor): boolean {
  return isEmphasis(cursor.code) && (isDigit(cursor.peek(1)) || (cursor.peek(1) === 32 && isDigit(cursor.peek(2))));
}
