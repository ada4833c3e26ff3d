import type { Citation } from '../citation.ts';
import { isSetApart } from '../layout/prose.ts';
import { tokenBefore } from '../parts/lookBack.ts';
import { docketCitation, readDocketTargets } from './docketEntry.ts';
import type { CitationForm } from './form.ts';

/** Words in front of `R.` that make it a rule or a reporter. */
const RULE =
  /^(?:Fed|Civ|Crim|Evid|App|Bankr|Local|L|Loc|P|C|Cir|N\.D|Sup|Ct|Super|Del|Cal|Tex|Ill|Ind|Ch|Prac|F|B|N|A\.L)\.?$/;

/**
 * Record numbers of the N.D. Ill.: `R. 28 at 10`, `(R. 20 ¶¶ 19-20)`. With a pin, or where they stand alone: `R. 26(b)` is a
 * rule. Where the record has an appendix `R.` they are its pages.
 */
export const recordNumberForm: CitationForm = {
  name: 'recordNumber',
  triggers: ['r'],
  examples: ['R. 28 at 10', 'R. 20 ¶¶ 19-20', 'R. 90 ¶ 6, Ex. K'],
  parse(cursor, context): Citation | undefined {
    const start = cursor.at;
    if (!cursor.take('R.') || context.styles.appendices.includes('R.')) return undefined;
    const before = tokenBefore(cursor.text, start, cursor.floor);
    if (before && (RULE.test(before.text) || /^[A-Z]\.$/.test(before.text))) return undefined;
    const end = cursor.at;
    if (!cursor.gap()) return undefined;
    const targets = readDocketTargets(cursor, { start, plural: false }, undefined);
    if (!targets || cursor.code === 40) return undefined;
    const isNamed = targets.every(({ pins, exhibit }) => pins.length === 0 && exhibit === undefined);
    if (isNamed && (targets.some(({ open }) => open) || !isSetApart(cursor.text, start, cursor.at))) return undefined;
    return docketCitation({ start, end }, cursor.at, targets);
  },
};
