import type { Citation } from '../citation.ts';
import { readDocketNumber } from '../parts/docketNumber.ts';
import { tokenBefore } from '../parts/lookBack.ts';
import { readPinsBehind } from '../parts/parenthetical.ts';
import type { CitationForm } from './form.ts';

/** Words in front of `R.` that make it a rule or a reporter. */
const RULE =
  /^(?:Fed|Civ|Crim|Evid|App|Bankr|Local|L|Loc|P|C|Cir|N\.D|Sup|Ct|Super|Del|Cal|Tex|Ill|Ind|Ch|Prac|F|B|N|A\.L)\.?$/;

/** Record numbers of the N.D. Ill.: `R. 28 at 10`, `(R. 20 ¶¶ 19-20)`. With a pin or in brackets only: `R. 26(b)` is a rule. */
export const recordNumberForm: CitationForm = {
  name: 'recordNumber',
  triggers: ['r'],
  examples: ['R. 28 at 10', 'R. 20 ¶¶ 19-20'],
  parse(cursor) {
    const start = cursor.at;
    if (!cursor.take('R.')) return undefined;
    const before = tokenBefore(cursor.text, start, cursor.floor);
    if (before && (RULE.test(before.text) || /^[A-Z]\.$/.test(before.text))) return undefined;
    const headEnd = cursor.at;
    if (!cursor.gap()) return undefined;
    const number = readDocketNumber(cursor, false);
    if (!number || number.open || cursor.code === 40) return undefined;
    const end = cursor.at;
    const { pins } = readPinsBehind(cursor, { bare: false });
    const isBracketed = cursor.text.charAt(start - 1) === '(' && cursor.text.charAt(end) === ')';
    if (pins.length === 0 && !isBracketed) return undefined;
    return {
      form: 'docketEntry',
      start,
      end: cursor.at,
      headSpan: { start, end: headEnd },
      targets: [{ kind: 'docketEntry', docket: number.docket, start, end, pins }],
    } satisfies Citation;
  },
};
