import { type CaseRecord, type Docket, type OtherCase, papersAt, type Source } from '../../record/caseRecord.ts';
import type { CaseMention, DocketEntryTarget } from '../../syntax/citation.ts';
import { caseNameKey, caseNumberKey, docketKey, exhibitKey } from '../../text/names.ts';
import {
  type Answer,
  fromCandidates,
  fromRange,
  fromReadings,
  labelsBetween,
  missing,
  OUTSIDE,
  type ResolveContext,
  resolved,
} from '../answer.ts';

/** Answers a docket reference; numbers of another case that is not ours are outside this record. */
export function resolveDocketEntry(target: DocketEntryTarget, context: ResolveContext): Answer {
  const docket = docketOf(target.case, context);
  if (!docket) return OUTSIDE;
  if (target.exhibit !== undefined)
    return insideItem(context.record, docket, target.docket, target.exhibit, target.last);
  const first = numberOrRange(context.record, docket, target.docket, target.last);
  const other = target.otherReading;
  return fromReadings(first, other ? numberOrRange(context.record, docket, other.docket, other.last) : undefined);
}

/** The docket number that an exhibit or declaration is filed as. */
export function resolveDocketNumber(number: string, mention: CaseMention | undefined, context: ResolveContext): Answer {
  const docket = docketOf(mention, context);
  return docket ? oneNumber(context.record, docket, number) : OUTSIDE;
}

/** Which docket is meant: the number decides over the name; without either the draft's `case`, else the matter's own. */
function docketOf(mention: CaseMention | undefined, context: ResolveContext): Docket | undefined {
  const { record, scope } = context;
  if (!mention) {
    const own = scope?.case === undefined ? undefined : caseNamed(record.cases, scope.case);
    return own?.docket ?? record.docket;
  }
  if (mention.number !== undefined) {
    const key = caseNumberKey(mention.number);
    if (key !== undefined && key === record.caseNumber) return record.docket;
    return record.cases.find((other) => key !== undefined && other.number === key)?.docket;
  }
  return mention.name === undefined ? undefined : caseNamed(record.cases, mention.name)?.docket;
}

function caseNamed(cases: readonly OtherCase[], name: string): OtherCase | undefined {
  const key = caseNameKey(name);
  const found = cases.filter((other) => [other.key, ...other.names].some((own) => caseNameKey(own) === key));
  return found.length === 1 ? found[0] : undefined;
}

function numberOrRange(record: CaseRecord, docket: Docket, first: string, last: string | undefined): Answer {
  if (last === undefined) return oneNumber(record, docket, first);
  return fromRange(labelsBetween(docketKey(first), docketKey(last)).map((number) => oneNumber(record, docket, number)));
}

function oneNumber(record: CaseRecord, docket: Docket, number: string): Answer {
  const key = docketKey(number);
  return fromCandidates(papersAt(record, docket.entries, key), isClosed(docket, key));
}

/** A miss is a mistake where the docket is complete up to here, or the entry lists its attachments. */
function isClosed(docket: Docket, key: string): boolean {
  const [entry = '', attachment] = key.split('-');
  if (attachment !== undefined) return docket.closedAttachments.has(entry);
  return docket.completeTo !== undefined && Number(entry) <= docket.completeTo;
}

/** `ECF 352, Ex. A`: an exhibit inside the item. */
function insideItem(
  record: CaseRecord,
  docket: Docket,
  number: string,
  exhibit: string,
  last: string | undefined,
): Answer {
  const key = docketKey(number);
  const listed = docket.exhibits.get(key);
  const one = (label: string): Answer => {
    const found = listed ? papersAt(record, listed, exhibitKey(label)) : [];
    if (found.length > 0) return fromCandidates(found, true);
    const item = docket.entries.get(key);
    if (!item) return missing(isClosed(docket, key));
    // `Dkt. 21-2, Ex. A`: an attachment that lists nothing is the exhibit itself.
    if (!listed && key.includes('-')) return attachmentLabelled(docket, key, label, item);
    return missing(listed !== undefined, { kind: 'notListed', container: item.name });
  };
  return last === undefined ? one(exhibit) : fromRange(labelsBetween(exhibit, last).map(one));
}

/** `Dkt. 21-2, Ex. A`: the attachment itself, unless its entry lists it, or another, under that label. */
function attachmentLabelled(docket: Docket, key: string, label: string, item: Source): Answer {
  const siblings = docket.exhibits.get(key.split('-')[0] ?? '');
  const named = siblings?.get(exhibitKey(label));
  if (named === item || !siblings) return resolved(item);
  if (named) return { status: 'ambiguous', candidates: [item, named], conflict: { first: item, second: named } };
  const isOther = [...siblings.values()].includes(item);
  return isOther ? missing(true, { kind: 'notListed', container: item.name }) : resolved(item);
}
