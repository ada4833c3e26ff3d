import type { Cursor } from '../../text/cursor.ts';
import type { Span } from '../../text/span.ts';
import type { Citation } from '../citation.ts';
import { DOCKET_TRIGGERS, readDocketHead } from '../parts/docketHead.ts';
import { readDocketNumber } from '../parts/docketNumber.ts';
import { ownerBefore } from '../parts/lookBack.ts';
import { paperCitation } from '../parts/paperCitation.ts';
import { paperNameBefore } from '../parts/paperNameBefore.ts';
import { readPinsBehind } from '../parts/parenthetical.ts';
import { docketCitation } from './docketEntry.ts';
import type { CitationForm } from './form.ts';
import { statementBefore } from './localStatement.ts';

/**
 * A paper with its docket number in brackets and the pin behind them: `Protective Order (Dkt. 33) § 7.3`, `the order (ECF No. 4) at
 * 2`. Without a pin behind the bracket, and without an owner, the docket number stands for itself. The scan stops inside the bracket, and
 * what stands in front of it is read backward.
 */
export const paperInBracketsForm: CitationForm = {
  name: 'paperInBrackets',
  // `Scheduling Order [#22] § 8`: in front of a number sign the scan stops at the bracket.
  triggers: [...DOCKET_TRIGGERS, '['],
  examples: [
    'Protective Order (Dkt. 33) § 7.3',
    'Order (Dkt. No. 1) at 2',
    'Plan [ECF No. 40] § 4.5(b)',
    'Defs.’ Notice (Dkt. 7) at 3',
    'Scheduling Order [#22] § 8',
    'Def.’s L.R. 56(a)1 Stmt. [Doc. # 42-2] ¶ 1',
    'Plaintiff’s Statement of Errors (Doc. 10)',
  ],
  parse(cursor): Citation | undefined {
    if (cursor.code === 91) cursor.at++;
    const opening = cursor.at - 1;
    const open = cursor.text.charAt(opening);
    if (opening < cursor.floor || (open !== '(' && open !== '[')) return undefined;
    const number = readNumber(cursor, open === '(' ? ')' : ']');
    if (!number) return undefined;
    const { pins } = readPinsBehind(cursor, { bare: false });
    const { docket, span: docketSpan } = number;
    const name = longer(statementBefore(cursor, opening), paperNameBefore(cursor, opening));
    const owner = name && ownerBefore(cursor.text, name.start, cursor.floor, 'rolesOnly');
    if (pins.length === 0 && !owner) return undefined;
    const { text } = cursor;
    if (name) return paperCitation({ text, name, owner, docket, docketSpan, pins, end: cursor.at, isDescribed: true });
    const head = { start: opening, end: docketSpan.end };
    return docketCitation(head, cursor.at, [{ kind: 'docketEntry', docket, ...head, pins }]);
  },
};

function longer(one: Span | undefined, other: Span | undefined): Span | undefined {
  return one && other && other.start < one.start ? other : (one ?? other);
}

/** One number that fills the brackets. */
function readNumber(cursor: Cursor, close: ')' | ']') {
  return cursor.attempt(() => {
    const { at: start } = cursor;
    const head = readDocketHead(cursor);
    const number = head && readDocketNumber(cursor, head.plural);
    if (!number || number.open || number.last !== undefined) return undefined;
    const span = { start, end: cursor.at };
    return cursor.take(close) ? { docket: number.docket, span } : undefined;
  });
}
