import { isDigit, isUpper } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import type { PinCite } from '../citation.ts';
import { endsListMember } from './boundary.ts';
import { readNumberSign } from './docketHead.ts';
import { readPageOrLine, readUnit } from './pinUnits.ts';
import { type ReadValue, readBracketedParagraphs, readLinePin, readPage, readParagraph } from './pinValues.ts';

/** How a form's pins may be written. */
export interface PinOptions {
  /** Briefs and depositions are cited without "at": `Opp. 5-6`, `Meyer Dep. 12-13, 31`. */
  readonly bare: boolean;
  /** Behind an *Id.* a page and line needs no "at": `Id. 9:1`. */
  readonly bareLines?: true;
  /** A statement of facts: `SUF No. 12`, `UMF 3-5`. */
  readonly facts?: true;
  /** Pins in front of their paper are few: a long list that no paper follows must not be read again from each of its signs. */
  readonly most?: number;
}

const MOST_PINS = 2000;

/**
 * Reads every pin cite that stands here, with the commas and "and" between them; stays where there is none. Each pin has
 * its own span; the cursor ends behind the last one. A list of a thousand pins is read once, forward. `before`: pins that
 * were read already, and that the answer begins with.
 */
export function readPins(cursor: Cursor, options: PinOptions, before: readonly PinCite[] = []): readonly PinCite[] {
  const pins: PinCite[] = [...before];
  const most = options.most ?? MOST_PINS;
  while (pins.length < most) {
    const known = pins.length;
    const read = cursor.attempt(() => readPinGroup(cursor, options, pins));
    if (!read) {
      pins.length = known;
      break;
    }
  }
  return pins;
}

/** One unit and its values: `at 8-9, 12`, `¶¶ 14, 17-19`, `nn. 5, 7`. */
function readPinGroup(cursor: Cursor, options: PinOptions, pins: PinCite[]): boolean | undefined {
  cursor.gapAndEmphasis();
  const lines = pins.at(-1)?.unit === 'page' ? cursor.attempt(() => readBracketedLines(cursor)) : undefined;
  if (lines) {
    pins.push(lines);
    return true;
  }
  const scanned = readScannedSign(cursor);
  if (scanned) {
    pins.push(scanned);
    readFurtherValues(cursor, readParagraph, pins, options);
    return true;
  }
  const isContinued = pins.length > 0 && readHeadlessSignal(cursor);
  const separated = isContinued || readSeparator(cursor);
  readSupra(cursor);
  const previous = pins.at(-1);
  const paragraphs = separated && !previous ? readBracketedParagraphs(cursor) : undefined;
  if (paragraphs) {
    pins.push(paragraphs);
    return true;
  }
  const readValue =
    readUnit(cursor, previous !== undefined || separated) ?? readBareUnit(cursor, options, previous, separated);
  if (!readValue) return undefined;
  const volume = readVolume(cursor);
  const first = readValue(cursor);
  if (!first || (separated && isOfAnotherPaper(cursor))) return undefined;
  pins.push(volume && !first.volume ? { ...first, volume } : first);
  readFurtherValues(cursor, readValue, pins, options);
  readOpenEnd(cursor, pins);
  return true;
}

/** `J.A. 369 (51:1–18)`: lines of the testimony that stands on the page. */
function readBracketedLines(cursor: Cursor): PinCite | undefined {
  const open = cursor.code;
  if (open !== 40 && open !== 91) return undefined;
  cursor.at++;
  const lines = readLinePin(cursor);
  return lines && cursor.take(open === 40 ? ')' : ']') ? lines : undefined;
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
  if (line && (options.bare || options.bareLines || line.first !== line.last || isNoClock(line))) return readLinePin;
  if (options.facts && !previous && readFactNumber(cursor)) return readParagraph;
  cursor.at = from;
  if (cursor.word('passim')) {
    cursor.at = from;
    return readPageOrLine;
  }
  // `Reply Br. __`: a blank to fill in is a page, too.
  const isBlank = cursor.code === 95 && cursor.peek(1) === 95;
  if (!options.bare || previous || separated || !(isDigit(cursor.code) || isBlank)) return undefined;
  const page = readPage(cursor);
  const plain = page !== undefined && endsListMember(cursor);
  cursor.at = from;
  return plain ? readPageOrLine : undefined;
}

/** `SUF No. 12`, `UMF 3-5`: stays in front of the number. */
function readFactNumber(cursor: Cursor): boolean {
  readNumberSign(cursor);
  cursor.gap();
  return isDigit(cursor.code);
}

/** `71:2`: no clock shows it. */
function isNoClock({ first }: PinCite): boolean {
  const [hour = '', minute = ''] = first.split(':');
  return Number(hour) > 24 && minute.length === 1;
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

function readFurtherValues(cursor: Cursor, read: ReadValue, pins: PinCite[], { most = MOST_PINS }: PinOptions): void {
  while (pins.length < most) {
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
      // `¶¶ 14, 18 at 4-5`: behind a doubled sign there are several, and the page may follow.
      const isOneOfMany = unit === 'paragraph' && value.first === value.last && isDoubled(cursor.text, pins[0]);
      // `¶¶ 1 and 12 show`: a doubled sign has two numbers at least, whatever stands behind them.
      const isSecond = pins.length === 1 && isOneOfMany && pins[0]?.first === pins[0]?.last;
      return isSecond || endsListMember(cursor, isOneOfMany) ? value : undefined;
    });
    if (!next) return;
    pins.push(next);
  }
}

function isDoubled(text: string, pin: PinCite | undefined): boolean {
  return (
    pin !== undefined && /\u00B6[ \u00A0]?\u00B6[ \u00A0]?$/.test(text.slice(Math.max(0, pin.start - 5), pin.start))
  );
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
