import type { Cursor } from '../../text/cursor.ts';
import type { Span } from '../../text/span.ts';
import type { PinCite } from '../citation.ts';
import { endsListMember } from './boundary.ts';
import { readDocketHead } from './docketHead.ts';
import { type DocketNumber, readDocketNumber, settleReadings } from './docketNumber.ts';
import { readPinsBehind } from './parenthetical.ts';

/** The docket number that another citation is filed as: `Ex. 4, Dkt. 23-4`, `AAU Decl. ¶ 10 [Doc. No. 40-1]`. */
export interface DocketBehind extends Span {
  readonly numbers: readonly DocketNumber[];
  readonly pins: readonly PinCite[];
  /** It stands in brackets, not behind a comma. */
  readonly bracketed: boolean;
}

/**
 * Reads the docket number behind an exhibit, declaration or transcript, after a comma or in brackets, with the pins behind
 * it. `most` numbers at the most (`Exs. K and L, Dkt. Nos. 94-12 and 94-13` has as many as there are exhibits).
 */
export function readDocketBehind(cursor: Cursor, most: number): DocketBehind | undefined {
  return cursor.attempt(() => {
    cursor.gapAndEmphasis();
    const comma = cursor.take(',');
    cursor.gap();
    const open = cursor.code;
    const bracketed = open === 40 || open === 91;
    if (bracketed) cursor.at++;
    else if (!comma) return undefined;
    cursor.gap();
    const start = cursor.at;
    const head = readDocketHead(cursor) ?? readRecordHead(cursor);
    if (!head) return undefined;
    const numbers = readNumbers(cursor, head.plural, most);
    if (numbers.length === 0 || numbers.some((number) => number.open)) return undefined;
    // "ECF No. 41, Ex. 3": an exhibit inside the item, a citation of its own.
    if (startsNestedExhibit(cursor)) return undefined;
    const inside = readPinsBehind(cursor, { bare: false }).pins;
    if (bracketed) {
      cursor.gap();
      if (!cursor.take(open === 40 ? ')' : ']')) return undefined;
    }
    const end = cursor.at;
    const behind = bracketed ? readPinsBehind(cursor, { bare: false }).pins : [];
    return { start, end, numbers, pins: [...inside, ...behind], bracketed };
  });
}

/** `(R. 90-5)`, `, R. 89`: the record numbers of the N.D. Ill. A rule or a section in brackets follows none of our papers. */
function readRecordHead(cursor: Cursor): { readonly plural: boolean } | undefined {
  return cursor.attempt(() =>
    /^R\.\s{1,2}\d{1,4}(?:-\d{1,3})?(?![\d(])/.test(cursor.text.slice(cursor.at, cursor.at + 14)) &&
    cursor.take('R.') &&
    cursor.gap()
      ? { plural: false }
      : undefined,
  );
}

function readNumbers(cursor: Cursor, plural: boolean, most: number): readonly DocketNumber[] {
  const numbers: DocketNumber[] = [];
  while (numbers.length < most) {
    const number = cursor.attempt(() => {
      if (numbers.length > 0) {
        cursor.gap();
        const comma = cursor.take(',');
        cursor.gap();
        if (!cursor.take('&') && !cursor.word('and') && !comma) return undefined;
        cursor.gap();
      }
      const read = readDocketNumber(cursor, plural);
      return read && (numbers.length === 0 || endsListMember(cursor)) ? read : undefined;
    });
    if (!number) break;
    numbers.push(number);
  }
  return settleReadings(numbers);
}

function startsNestedExhibit(cursor: Cursor): boolean {
  const from = cursor.at;
  cursor.gap();
  cursor.take(',');
  cursor.gap();
  const nested = /^Exh?(?:ibit)?s?\b/i.test(cursor.text.slice(cursor.at, cursor.at + 9));
  cursor.at = from;
  return nested;
}
