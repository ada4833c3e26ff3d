import type { Citation } from '../citation.ts';
import { readAttached } from '../parts/attached.ts';
import { ownerBefore, tokenBefore } from '../parts/lookBack.ts';
import { paperCitation } from '../parts/paperCitation.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm } from './form.ts';

const REPORT = /^Rule 26\(f\) (?:Report|Rep\.|Statement|Stmt\.)(?![a-z])/;

/** The parties' report under Rule 26(f), which is a paper and no rule: `Joint Rule 26(f) Report at 5, ECF No. 22`. */
export const ruleReportForm: CitationForm = {
  name: 'ruleReport',
  triggers: ['rule'],
  examples: ['Rule 26(f) Report at 5, ECF No. 22', 'Joint Rule 26(f) Report ¶ 4', 'Rule 26(f) Rep. at 5'],
  parse(cursor): Citation | undefined {
    const at = cursor.at;
    const { words, offsetBehind } = squeeze(cursor.text, at, 24);
    const name = REPORT.exec(words)?.[0];
    if (!name) return undefined;
    cursor.at = offsetBehind(name.length);
    const end = cursor.at;
    const before = tokenBefore(cursor.text, at, cursor.floor);
    const start = before && /^(?:Joint|Jt\.)$/.test(before.text) ? before.start : at;
    const owner = ownerBefore(cursor.text, start, cursor.floor, 'rolesOnly');
    const { pins, docket, docketSpan } = readAttached(cursor, false);
    if (pins.length === 0) return undefined;
    return paperCitation({ text: cursor.text, name: { start, end }, owner, docket, docketSpan, pins, end: cursor.at });
  },
};
