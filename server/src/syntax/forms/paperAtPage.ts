import { Cursor } from '../../text/cursor.ts';
import type { Citation } from '../citation.ts';
import { standsAlone } from '../layout/prose.ts';
import { DOCKET_TRIGGERS, readDocketHead } from '../parts/docketHead.ts';
import { readDocketNumber } from '../parts/docketNumber.ts';
import { ownerBefore } from '../parts/lookBack.ts';
import { paperCitation } from '../parts/paperCitation.ts';
import { paperNameBefore } from '../parts/paperNameBefore.ts';
import { readPins } from '../parts/pins.ts';
import type { CitationForm } from './form.ts';

/** Name, pins and number lie within this many characters. */
const LONGEST_PINS = 40;

/**
 * A paper under a name that no other form reads, with its page and then its docket number: `Order at 2, ECF No. 11`, `Mem. Op. at *6,
 * D.I. 28`. Only as a citation of its own. The scan stops at the docket number, and what stands in front of it is read backward.
 */
export const paperAtPageForm: CitationForm = {
  name: 'paperAtPage',
  triggers: DOCKET_TRIGGERS,
  examples: ['Order at 2, ECF No. 11', 'Mem. Op. at *6, D.I. 28', 'Def.\u2019s Evid. Objs. at 2\u20134, Dkt. 79-3'],
  parse(cursor): Citation | undefined {
    const { text, at, floor } = cursor;
    if (!/,[\s\u00A0]{1,2}$/.test(text.slice(Math.max(floor, at - 3), at))) return undefined;
    const before = text.slice(Math.max(floor, at - LONGEST_PINS), at).replace(/\s/g, ' ');
    const pinsFrom = before.lastIndexOf(' at ');
    if (pinsFrom < 0) return undefined;
    const nameEnd = at - before.length + pinsFrom;
    const reader = new Cursor(text, nameEnd, floor);
    const pins = readPins(reader, { bare: false });
    if (pins.length === 0 || !/^,[\s\u00A0]{1,2}$/.test(text.slice(reader.at, at))) return undefined;
    const name = paperNameBefore(cursor, nameEnd);
    if (!name) return undefined;
    const head = readDocketHead(cursor);
    const numberFrom = cursor.at;
    const number = head && readDocketNumber(cursor, head.plural);
    if (!number || number.open || number.last !== undefined) return undefined;
    const owner = ownerBefore(text, name.start, floor, 'rolesOnly');
    if (!standsAlone(text, owner?.start ?? name.start, cursor.at)) return undefined;
    const docketSpan = { start: numberFrom, end: cursor.at };
    const { docket } = number;
    return paperCitation({ text, name, owner, docket, docketSpan, pins, end: cursor.at, isDescribed: true });
  },
};
