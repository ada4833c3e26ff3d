import type { Cursor } from '../../text/cursor.ts';
import type { Citation } from '../citation.ts';
import { standsAlone } from '../layout/prose.ts';
import { type DocketNumber, readDocketNumber } from '../parts/docketNumber.ts';
import { readPinsBehind } from '../parts/parenthetical.ts';
import { docketCitation } from './docketEntry.ts';
import type { CitationForm } from './form.ts';

/**
 * A docket number in brackets without a head, with its pin behind or inside: `[45] at 3`, `[45-1] ¶ 3` (N.D. Ill.), `[#39 at 4]`,
 * `[#39]` (D. Colo.). Without a number sign it is one only as a citation of its own with a pin: a quotation's `[2]` is none.
 */
export const bracketedNumberForm: CitationForm = {
  name: 'bracketedNumber',
  triggers: ['['],
  examples: ['[45] at 3', '[45-1] ¶ 3', '[#39 at 4]', '[#39]', '[#39-2] at 4'],
  parse(cursor): Citation | undefined {
    const start = cursor.at;
    cursor.at++;
    const signed = cursor.take('#');
    const numberStart = cursor.at;
    const number = readShortNumber(cursor);
    if (!number) return undefined;
    const inside = signed ? readPinsBehind(cursor, { bare: false }).pins : [];
    // `[#39](address)`, `[#39]: address`: a link in Markdown.
    if (!cursor.take(']') || cursor.code === 40 || cursor.code === 58) return undefined;
    const pins = inside.length > 0 ? inside : readPinsBehind(cursor, { bare: false }).pins;
    if (!signed && (pins.length === 0 || !standsAlone(cursor.text, start, cursor.at))) return undefined;
    const target = { kind: 'docketEntry' as const, docket: number.docket, start, end: number.end, pins };
    return docketCitation({ start, end: numberStart }, cursor.at, [target]);
  },
};

/** At most four digits: `[20230]` is no docket number. */
function readShortNumber(cursor: Cursor): DocketNumber | undefined {
  return /^\d{1,4}(?:-\d{1,3})?(?=[\],\s])/.test(cursor.text.slice(cursor.at, cursor.at + 9))
    ? readDocketNumber(cursor, false)
    : undefined;
}
