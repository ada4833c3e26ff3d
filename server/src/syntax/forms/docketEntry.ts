import type { Cursor } from '../../text/cursor.ts';
import type { Span } from '../../text/span.ts';
import type { CaseMention, Citation, DocketEntryTarget, PinCite } from '../citation.ts';
import { isSetApart } from '../layout/prose.ts';
import { endsListMember, endsPluralMember } from '../parts/boundary.ts';
import { caseBefore, caseBehind } from '../parts/caseMention.ts';
import { DOCKET_TRIGGERS, type DocketHead, readDocketHead } from '../parts/docketHead.ts';
import { type DocketNumber, readDocketNumber, settleReadings } from '../parts/docketNumber.ts';
import { readExhibitHead, readExhibitLabels } from '../parts/exhibitLabel.ts';
import { readParenthetical, readPinsBehind } from '../parts/parenthetical.ts';
import { readPageOrLine } from '../parts/pinUnits.ts';
import type { CitationForm, FormContext } from './form.ts';

/** A docket number of a list with what is written behind it. */
interface Item {
  readonly number: DocketNumber;
  readonly pins: readonly PinCite[];
  readonly version?: 'sealed' | 'redacted';
  readonly inside: readonly DocketEntryTarget[];
  /** After a semicolon the pins behind do not reach back. */
  readonly newMember: boolean;
}

/** Docket references of every court: `Dkt. No. 315 at 7`, `ECF 352, Ex. A`, `Dkts. 354, 362 and 370, ¶¶ 3`. */
export const docketEntryForm: CitationForm = {
  name: 'docketEntry',
  triggers: DOCKET_TRIGGERS,
  examples: [
    'Dkt. No. 315 at 7',
    'ECF 352, Ex. A',
    'Dkt. 294-1 at 8-9',
    'ECF No. 176 at 4',
    'Doc. 27-1 pp. 10-11',
    'D.I. 299 at 10',
    'Doc. no. 71-1, at 17-18',
    'Dkt. #65-2 ¶ 21',
    'Docket No. 4-5 at 39',
    'ECF Nos. 293 and 294',
    'DE 48-1',
    'Dkts. 374-75, n. 1',
    'ECF Nos. 160 at 2; 164 at 9',
    'Dkt. 41-2 (redacted version) ¶ 3',
    'Dkt. 92-4 (under seal), Ex. D',
    'Kadrey, 23-cv-3417-VC (TSH), Dkt. 139 at 3-4',
    'Dkt. at 138-157',
    'No. IPR2014-01309 (May 4, 2015), Paper No. 22',
    'Filing Nos. 108 and 115',
    'Rec. Doc. 12 at 3',
    'R. Doc. 57-5, at 88:1–12',
    'doc. 41-2 at 15',
    'DEs 58, 60',
    'Paper 12 at 11-13',
    'Paper 19, 2',
    'Filing No. 27 at CM/ECF p. 6, ¶ 31',
    'Doc. # 31, filed Oct. 9, 2020, at 2',
  ],
  parse(cursor, context) {
    const { start: headStart, mention: before } = caseInFront(cursor, context);
    const head = readDocketHead(cursor);
    if (!head) return undefined;
    // `[Dkt. at 138-157]`: the numbers stand behind an "at", and a hyphen means "to".
    const isAt = cursor.word('at') && (cursor.gap() || true);
    const targets = readDocketTargets(cursor, { ...head, start: headStart, plural: head.plural || isAt }, before);
    if (!targets) return undefined;
    const isNamed = targets.every(({ pins, exhibit }) => pins.length === 0 && exhibit === undefined);
    if (head.isCommon && isNamed && !isSetApart(cursor.text, headStart, cursor.at)) return undefined;
    return docketCitation({ start: headStart, end: head.end }, cursor.at, targets);
  },
};

/** The citation of some docket entries; `head` are the words before the first number. */
export function docketCitation(head: Span, end: number, targets: readonly DocketEntryTarget[]): Citation {
  const open = targets.some((target) => target.open || target.pins.some((pin) => pin.open));
  return { form: 'docketEntry', start: head.start, end, headSpan: head, targets, ...(open ? { open } : {}) };
}

/** Reads the numbers behind a docket head with their pins and exhibits; undefined where none stands there. */
export function readDocketTargets(
  cursor: Cursor,
  { start, plural, isPaper }: Pick<DocketHead, 'start' | 'plural' | 'isPaper'>,
  before: CaseMention | undefined,
): readonly DocketEntryTarget[] | undefined {
  const items = isPaper && !plural ? readPaperNumber(cursor) : readItems(cursor, plural, before);
  if (items.length === 0) return undefined;
  const mention = before ?? caseBehind(cursor.text, cursor.at);
  return withHead(toTargets(items, mention), start);
}

/** `Paper 19, 2`, `Paper 12 at 5`: one paper, whose page may stand behind a comma. */
function readPaperNumber(cursor: Cursor): readonly Item[] {
  const number = readDocketNumber(cursor, false);
  if (!number) return [];
  const { pins } = readPinsBehind(cursor, { bare: false });
  const page =
    pins.length > 0
      ? undefined
      : cursor.attempt(() => (cursor.take(',') && cursor.gap() ? readPageOrLine(cursor) : undefined));
  return [{ number, pins: page ? [page] : pins, inside: [], newMember: false }];
}

function caseInFront(cursor: Cursor, context: FormContext): { start: number; mention?: CaseMention } {
  // `Adv. Dkt. 7`: the docket of the adversary proceeding, not the bankruptcy case's.
  const adversary = /\b(Adv\.(?: ?Proc\.)?)[\s\u00A0]$/.exec(
    cursor.text.slice(Math.max(cursor.floor, cursor.at - 12), cursor.at),
  )?.[0];
  if (adversary) return { start: cursor.at - adversary.length, mention: { name: adversary.trim() } };
  const before = caseBefore(cursor.text, cursor.at, cursor.floor, context.caseNames);
  return before ? { start: before.start, mention: before.mention } : { start: cursor.at };
}

function readItems(cursor: Cursor, plural: boolean, mention: CaseMention | undefined): readonly Item[] {
  const items: Item[] = [];
  while (items.length < 2000) {
    const item = cursor.attempt(() => readItem(cursor, plural, items, mention));
    if (!item) break;
    items.push(item);
  }
  return items;
}

function readItem(
  cursor: Cursor,
  plural: boolean,
  before: readonly Item[],
  mention: CaseMention | undefined,
): Item | undefined {
  const separator = before.length === 0 ? 'none' : readItemSeparator(cursor, before.at(-1));
  if (!separator) return undefined;
  const number = readSameEntry(cursor, before) ?? readDocketNumber(cursor, plural);
  if (!number || (number.open && before.length > 0)) return undefined;
  const end = cursor.at;
  const { pins, version } = readPinsBehind(cursor, { bare: false });
  const inside = readInside(cursor, number, mention);
  if (before.length > 0 && pins.length === 0 && inside.length === 0) {
    // A number without a head and without a pin must still be a member of the list.
    const member = cursor.at;
    cursor.at = end;
    // `ECF Nos. 160 at 2; 164 at 9 and 3 RT`: behind a pin it could be a page as well, and is nothing where neither is plain.
    const isPlain = plural && before.at(-1)?.pins.length === 0;
    const belongs = separator !== 'semicolon' && (isPlain ? endsPluralMember(cursor) : endsListMember(cursor));
    cursor.at = member;
    if (!belongs && !(plural && separator === 'semicolon')) return undefined;
  }
  return { number, pins, inside, newMember: separator === 'semicolon', ...(version ? { version } : {}) };
}

/** `,`, `and`, `&`, `;`; a period for a comma between two numbers (`4-1, 4-2. 4-3`). */
function readItemSeparator(cursor: Cursor, previous: Item | undefined): 'comma' | 'semicolon' | undefined {
  // `ECF Nos. 61 (“Def. 56.1”) and 68`: a short form is defined on the way.
  cursor.attempt(() => (isDefinition(readParenthetical(cursor)) ? true : undefined));
  cursor.gap();
  const semicolon = cursor.take(';');
  const isBare = previous !== undefined && previous.pins.length === 0 && previous.inside.length === 0;
  const period =
    !semicolon && isBare && /^\. \d{1,4}-\d{1,3}(?:[,. );\r\n]|$)/.test(cursor.text.slice(cursor.at, cursor.at + 12));
  const comma = !semicolon && (cursor.take(',') || (period && cursor.take('.')));
  cursor.gap();
  const and = cursor.take('&') || cursor.word('and') || cursor.word('or');
  cursor.gap();
  if (semicolon) return 'semicolon';
  return comma || and ? 'comma' : undefined;
}

function isDefinition(inner: string | undefined): boolean {
  return inner !== undefined && inner.length < 40 && /^(?:the )?["\u201C]/.test(inner);
}

/** `ECF Nos. 350-1, -2`: another attachment of the same entry. */
function readSameEntry(cursor: Cursor, before: readonly Item[]): DocketNumber | undefined {
  const previous = before.at(-1)?.number;
  const base = (previous?.otherReading?.docket ?? previous?.docket)?.split('-');
  if (base?.length !== 2 || cursor.code !== 45) return undefined;
  const start = cursor.at;
  cursor.at++;
  const attachment = cursor.digits(3);
  return attachment ? { start, end: cursor.at, docket: `${base[0]}-${attachment}` } : undefined;
}

/** `Dkt. No. 1 (Complaint), Ex. A`: what the item is, between its number and its exhibit. */
function readItemName(cursor: Cursor): void {
  cursor.attempt(() => {
    const inner = readParenthetical(cursor);
    if (inner === undefined || inner.length >= 40) return undefined;
    return /^[A-Z][^"\u201C]*$/.test(inner) || /\b(?:seal(?:ed)?|redacted|public)\b/i.test(inner) ? true : undefined;
  });
}

/** Exhibits inside the docket item: `, Ex. A`, ` at Ex. A.1`, `(Ex. A)`, `, Exs. A-C at 3`. */
function readInside(
  cursor: Cursor,
  number: DocketNumber,
  mention: CaseMention | undefined,
): readonly DocketEntryTarget[] {
  return (
    cursor.attempt(() => {
      readItemName(cursor);
      cursor.gapAndEmphasis();
      cursor.take(',');
      cursor.gap();
      // `D.I. 38 at 20 & Ex. A`: the ampersand joins the exhibit to its item; "and" may begin another paper.
      if (cursor.word('at') || cursor.take('&')) cursor.gap();
      const open = cursor.code;
      const bracketed = open === 40 || open === 91;
      if (bracketed) cursor.at++;
      const head = readExhibitHead(cursor);
      if (!head) return undefined;
      const labels = readExhibitLabels(cursor, head.plural);
      if (labels.length === 0) return undefined;
      if (bracketed && !cursor.take(open === 40 ? ')' : ']')) return undefined;
      const { pins } = readPinsBehind(cursor, { bare: false });
      return labels.map((label, place): DocketEntryTarget => {
        const isLast = place === labels.length - 1;
        return {
          kind: 'docketEntry',
          start: place === 0 ? head.start : label.start,
          end: label.end,
          docket: number.docket,
          exhibit: label.exhibit,
          ...(label.last ? { last: label.last } : {}),
          ...(label.open || number.open ? { open: label.open ?? number.open } : {}),
          ...(mention ? { case: mention } : {}),
          pins: isLast ? pins : pins.map((pin) => ({ ...pin, shared: true as const })),
        };
      });
    }) ?? []
  );
}

function toTargets(items: readonly Item[], mention: CaseMention | undefined): readonly DocketEntryTarget[] {
  const numbers = settleAttachments(items);
  const last = items.at(-1);
  // "Docket Nos. 4-5 and 4-6 at ¶¶ 5.2, 5.3": one pin for both.
  const isShared =
    last !== undefined &&
    last.pins.length > 0 &&
    items.every((item) => item === last || (item.pins.length === 0 && item.inside.length === 0));
  return items.flatMap((item, place): readonly DocketEntryTarget[] => {
    const number = numbers[place] ?? item.number;
    const shares = isShared && items.length > 1 && !items.slice(place + 1).some((later) => later.newMember);
    const own = shares && last ? last.pins.map((pin) => ({ ...pin, shared: true as const })) : item.pins;
    // `ECF 352, Ex. A` points at the exhibit alone; `ECF 352 at 3, Ex. A` at both.
    if (item.inside.length > 0 && item.pins.length === 0) return item.inside;
    const target: DocketEntryTarget = {
      kind: 'docketEntry',
      ...number,
      pins: own,
      ...(item.version ? { version: item.version } : {}),
      ...(mention ? { case: mention } : {}),
    };
    return [target, ...item.inside];
  });
}

/** The first target's span begins with the head: `Dkt. No. 315` of `Dkt. No. 315 at 7`. */
function withHead(targets: readonly DocketEntryTarget[], start: number): readonly DocketEntryTarget[] {
  return targets.map((target, place) => (place === 0 ? { ...target, start } : target));
}

/** A list with `-2` behind it, or with one base twice, has attachments and no ranges. */
function settleAttachments(items: readonly Item[]): readonly DocketNumber[] {
  const numbers = settleReadings(items.map((item) => item.number));
  return numbers.map((number, place) => {
    const next = numbers[place + 1];
    const isContinued = next !== undefined && !next.otherReading && next.docket.startsWith(`${number.docket}-`);
    return number.otherReading && isContinued
      ? { start: number.start, end: number.end, docket: number.otherReading.docket }
      : number;
  });
}
