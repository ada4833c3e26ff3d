import type { Cursor } from '../../text/cursor.ts';
import { caseNumberKey } from '../../text/names.ts';
import type { CitationForm } from './form.ts';

/** A stamp's last words; searched in a slice of bounded length only. */
const STAMP =
  /(?:Document|Doc|ECF No|Dkt)\.?[ #:]{0,9}\d{1,5}(?:-\d{1,3})?[ ,]{0,12}(?:\*{3}[^*\n]{0,30}\*{3} )?(?:Filed|Entered|Page|PageID|Pg)/i;
const STAMP_END = /(?:Pa?ge?|Pg)\.? ?\d{1,5} ?of ?\d{1,5}/i;

/**
 * The stamp that a court prints on each page (`Case 3:23-cv-03417-VC Document 315 Filed 12/06/24 Page 7 of 12`), and its
 * relatives. It is never a citation, and nothing in it is one.
 */
export const pageStampForm: CitationForm = {
  name: 'pageStamp',
  triggers: ['case', 'document', 'doc', 'nyscef', 'usdc'],
  examples: [],
  parse(cursor) {
    const start = cursor.at;
    const slice = cursor.text.slice(start, start + 200);
    cursor.steps += 4;
    const length = caseStamp(slice) ?? filedStamp(slice) ?? nyscefStamp(cursor, slice);
    return length === undefined ? undefined : { skipTo: start + length };
  },
};

function caseStamp(slice: string): number | undefined {
  const head = /^case:? {1,9}/i.exec(slice);
  if (!head) return undefined;
  const number = /^[\w:.-]{6,32}/.exec(slice.slice(head[0].length))?.[0];
  if (!number || !(caseNumberKey(number) || /^\d{2}-\d{3,6}/.test(number))) return undefined;
  const stamp = STAMP.exec(slice);
  if (!stamp || stamp.index > 60) return undefined;
  return endOfStamp(slice, stamp.index + stamp[0].length);
}

/** `Document 315 Filed 12/06/24 Page 7 of 12` without its first part; `Document #: 34`, `Doc #: 27`. */
function filedStamp(slice: string): number | undefined {
  const filed = /^Doc(?:ument)?\.? ?(?:#:? ?)?\d{1,5}(?:-\d{1,3})? {0,3}[ \r\n]{1,2}(?:Filed|Entered)\b/i.exec(slice);
  if (filed) return endOfStamp(slice, filed[0].length);
  return /^Doc(?:ument)? ?#: ?\d{1,5}(?:-\d{1,3})?/i.exec(slice)?.[0].length;
}

/** `NYSCEF DOC. NO. 157` in capitals on a line of its own. */
function nyscefStamp(cursor: Cursor, slice: string): number | undefined {
  const stamp = /^NYSCEF DOC\. NO\. \d{1,5}[ \t]{0,100}(?=\r?\n|$|RECEIVED)/.exec(slice)?.[0];
  if (!stamp) return undefined;
  const before = cursor.text.charCodeAt(cursor.at - 1);
  return cursor.at === 0 || before === 10 || before === 12 || before === 32 ? stamp.length : undefined;
}

function endOfStamp(slice: string, from: number): number {
  const rest = slice.slice(from);
  const line = rest.search(/[\r\n]/);
  const sameLine = line < 0 ? rest : rest.slice(0, line);
  const page = STAMP_END.exec(sameLine);
  return page ? from + page.index + page[0].length : from;
}
