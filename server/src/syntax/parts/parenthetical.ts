import { isLineBreak, isQuote } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import type { PinCite } from '../citation.ts';
import { type PinOptions, readPins } from './pins.ts';
import { squeeze } from './squeeze.ts';

/** How far a parenthetical between number and pin may run; keeps the look ahead bounded. */
const LONGEST = 240;

/** What stands between a number and its pin. */
export interface PinsBehind {
  readonly pins: readonly PinCite[];
  readonly version?: 'sealed' | 'redacted';
}

/**
 * Reads the pins behind a number, also behind one parenthetical: `Dkt. 41 (sealed) at 3`, `Ex. A (the "Agreement") ¶ 59`. A
 * parenthetical is part of the citation only where a pin follows it; without one the cursor stays in front of it, and only
 * what it says of the version is kept.
 */
export function readPinsBehind(cursor: Cursor, options: PinOptions): PinsBehind {
  const direct = readPins(cursor, options);
  if (direct.length > 0) return { pins: direct };
  const named =
    cursor.attempt(() => readPinsBehindDate(cursor)) ??
    cursor.attempt(() => readPinsBehindName(cursor)) ??
    cursor.attempt(() => readPinsInBrackets(cursor));
  if (named) return { pins: named };
  const from = cursor.at;
  const inner = readParenthetical(cursor);
  if (inner === undefined) return { pins: [] };
  const version = versionOf(inner);
  const pins = isAnotherCitation(inner) ? [] : readPins(cursor, { bare: false });
  if (pins.length === 0) cursor.at = from;
  return { pins, ...(version ? { version } : {}) };
}

const FILED =
  /^,? filed (?:on )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}\/\d{1,2}\/\d{2,4}),?(?= (?:at|\u00B6|pp?\.|\d))/;
/** What of a patent stands between its exhibit number and the place in it. */
const PART_OF_PATENT =
  /^, (?:(?:Figs?\.|FIGS?\.) \d{1,2}[A-Z]?|Abstract|(?:claims?|cls?\.) \d{1,3}(?:-\d{1,3})?)(?=, (?:\d|\[))/;

/** `R. 45, Order, PageID # 1234` (6th Cir.). */
const NAME_BEFORE_PAGE_ID = /^, [A-Z][\w.'\u2019 ]{1,30}(?=, Page ?ID)/;

/** `ECF No. 12, Order at 3`, `Dkt. 40, Joint Status Report at 2`: what the entry is, where no form reads its name. */
const TITLE =
  /^, (?:[A-Z][\w.'\u2019]* (?:(?:of|to|for|on) )?){0,4}(?:Order|Opinion|Op\.|R&R|Recommendation|Status Report|Minutes|Minute Entry|Judgment|Agreement|Verdict|Schedule|Lease|Contract|Policy|Deed|Note|Plan|Letter|Email|E-mail)(?=,? (?:at \d|\u00B6|\u00A7))/;

/** `Docket No. 766, Sched. 2 at 5`. */
const PART = /^, (?:Sched\.|Schedule|[Aa]pp\.|Appendix|Att\.|Attach\.|Attachment|Tab) [A-Z0-9]{1,3}(?= at\b|,? \u00B6)/;

/** `Doc. # 31, filed Oct. 9, 2020, at 2`, `Ex. 1001, Fig. 4, 7:33-41`. */
function readPinsBehindDate(cursor: Cursor): readonly PinCite[] | undefined {
  if (cursor.code !== 44 && cursor.peek(1) !== 102) return undefined;
  const { words, offsetBehind } = squeeze(cursor.text, cursor.at, 48);
  const between = (FILED.exec(words) ??
    PART_OF_PATENT.exec(words) ??
    PART.exec(words) ??
    TITLE.exec(words) ??
    NAME_BEFORE_PAGE_ID.exec(words))?.[0];
  if (!between) return undefined;
  cursor.at = offsetBehind(between.length);
  const pins = readPins(cursor, { bare: false });
  return pins.length > 0 ? pins : undefined;
}

/** `Doc. 24-1, the “Gabbard Decl.,” at ¶ 3`: a short form defined between number and pin. */
function readPinsBehindName(cursor: Cursor): readonly PinCite[] | undefined {
  cursor.gap();
  if (!cursor.take(',')) return undefined;
  cursor.gap();
  if (cursor.word('the')) cursor.gap();
  if (!isQuote(cursor.code)) return undefined;
  const from = ++cursor.at;
  while (cursor.at - from < 50 && cursor.code !== -1 && !isQuote(cursor.code) && !isLineBreak(cursor.code)) cursor.at++;
  cursor.steps += cursor.at - from;
  if (!isQuote(cursor.code)) return undefined;
  cursor.at++;
  const pins = readPins(cursor, { bare: false });
  return pins.length > 0 ? pins : undefined;
}

/** `NYSCEF 240 (Hr’g Tr. at 34:02-06; 45:02-05)`: the bracket says what the paper is and where in it. */
function readPinsInBrackets(cursor: Cursor): readonly PinCite[] | undefined {
  cursor.gap();
  if (!cursor.take('(')) return undefined;
  const name = /^(?:[A-Z][\w.'\u2019]{0,14} ){0,4}(?:Tr|Dep|Depo)\.(?: Tr\.)?/.exec(
    cursor.text.slice(cursor.at, cursor.at + 60),
  )?.[0];
  if (!name) return undefined;
  cursor.at += name.length;
  const pins = readPins(cursor, { bare: true });
  return pins.length > 0 && cursor.take(')') ? pins : undefined;
}

/** Reads `( ... )` or `[ ... ]` in one paragraph, nested ones included; answers the words inside. */
export function readParenthetical(cursor: Cursor): string | undefined {
  return cursor.attempt(() => {
    cursor.gap();
    const open = cursor.code;
    if (open !== 40 && open !== 91) return undefined;
    const from = cursor.at + 1;
    let depth = 0;
    while (cursor.at - from < LONGEST) {
      const code = cursor.code;
      cursor.steps++;
      if (code === -1 || (isLineBreak(code) && isLineBreak(cursor.peek(1)) && cursor.peek(1) !== 10)) return undefined;
      if (code === 10 && cursor.peek(1) === 10) return undefined;
      if (code === 40 || code === 91) depth++;
      if (code === 41 || code === 93) depth--;
      cursor.at++;
      if (depth === 0) return cursor.text.slice(from, cursor.at - 1);
    }
    return undefined;
  });
}

/** `(citing Ex. B at 4)`, `("the words quoted")`: what it holds is looked at for itself. */
function isAnotherCitation(inner: string): boolean {
  if (/^\s*(?:see|citing|quoting|cf\.|cited|quoted)\b/i.test(inner.slice(0, 20))) return true;
  // `Ex. 14 (ECF No. 112-17) at 2`: the number that it is filed as.
  if (/^\s*(?:#|(?:ECF|Dkt|Docket|Doc|D\.\s?[IE]|DE|R|NYSCEF|Rec)\b.{0,12})\d/i.test(inner.slice(0, 24))) return true;
  return /^\s*["\u201C]/.test(inner.slice(0, 8)) && inner.length > 60;
}

function versionOf(inner: string): 'sealed' | 'redacted' | undefined {
  if (inner.length > 60) return undefined;
  if (/\b(?:redacted|public)\b/i.test(inner)) return 'redacted';
  return /\bseal(?:ed)?\b/i.test(inner) && !/\bunsealed\b/i.test(inner) ? 'sealed' : undefined;
}
