import type { Party, RequestEntry, RequestSet, Source } from '../../record/caseRecord.ts';
import type { DiscoveryRequestTarget } from '../../syntax/citation.ts';
import { nameKey, ownerKey } from '../../text/names.ts';
import {
  type Answer,
  fromRange,
  labelsBetween,
  missing,
  OUTSIDE,
  partyNamed,
  type ResolveContext,
  resolved,
} from '../answer.ts';
import { listedUnder } from './lists.ts';

/**
 * Answers a discovery request: possessive, named set, addressee; then the sets that `papers` names for this draft, then the
 * default; else the one set that holds the number. The section says who speaks, not who served.
 */
export function resolveRequest(target: DiscoveryRequestTarget, context: ResolveContext): Answer {
  const sets = setsOfKind(target.request, context);
  // "Instruction No. 9" was given to the jury, "Topic 4" is of an outline, where the record lists no such set.
  if (sets.length === 0) return COMMON.has(target.request) ? OUTSIDE : missing(false);
  const said = narrowed(sets, target, context);
  if (said.length === 0) return missing(false);
  const labels = labelsBetween(target.first, target.last);
  for (const stage of stages(said, target, context)) {
    const holding = stage.filter((set) => find(set, labels[0] ?? target.first));
    const answer = holding.length > 0 ? fromSets(holding, labels) : undefined;
    if (answer) return answer;
  }
  const listed = said.some((set) => subPartsOf(set, target.first).length > 0);
  return missing(
    said.some((set) => set.requests.length > 0),
    listed ? { kind: 'subPart', of: target.first.replace(/\(.*/, '') } : undefined,
  );
}

const COMMON: ReadonlySet<string> = new Set(['Topic', 'Definition', 'Instruction']);

/** "Request No. 5" may be of any kind of request where no set is simply called requests. */
function setsOfKind(kind: string, { record }: ResolveContext): readonly RequestSet[] {
  const same = record.sets.filter((set) => set.request === kind);
  if (same.length > 0 || kind !== 'Request') return same;
  return record.sets.filter((set) => set.request === 'RFP' || set.request === 'RFA');
}

function narrowed(
  sets: readonly RequestSet[],
  target: DiscoveryRequestTarget,
  context: ResolveContext,
): readonly RequestSet[] {
  const { owner, set, addressee } = target;
  const byOwner = owner === undefined ? sets : sets.filter((one) => isParty(one.by, owner, context));
  const words =
    set === undefined
      ? []
      : nameKey(set)
          .split(' ')
          .filter((word) => !['set', 'document', 'requests', 'rfps'].includes(word));
  // `Special Interrogatory No. 4`: what California calls every interrogatory that is on no form.
  const isKind = /^(?:special|form)$/.test(words.join(' '));
  const bySet =
    words.length === 0 || (isKind && !byOwner.some((one) => nameKey(one.name ?? '').includes(words.join(' '))))
      ? byOwner
      : byOwner.filter((one) =>
          words.every((word) =>
            nameKey(one.name ?? '')
              .split(' ')
              .includes(word),
          ),
        );
  // "RFP 6 to show that": an addressee that is no party says nothing.
  const to = addressee === undefined ? [] : bySet.filter((one) => isParty(one.to, addressee, context));
  return to.length > 0 ? to : bySet;
}

function isParty(name: string | undefined, words: string, { record }: ResolveContext): boolean {
  if (name === undefined) return false;
  const named = partyNamed(record.parties, words);
  const own: Party | undefined = partyNamed(record.parties, name);
  return named !== undefined ? named === own : ownerKey(words) === ownerKey(name);
}

function stages(
  sets: readonly RequestSet[],
  target: DiscoveryRequestTarget,
  { scope }: ResolveContext,
): readonly (readonly RequestSet[])[] {
  if (target.owner !== undefined && target.set !== undefined) return [sets];
  const own = new Set((scope?.requests ?? []).map(nameKey));
  return [
    sets.filter((set) => set.name !== undefined && own.has(nameKey(set.name))),
    sets.filter((set) => set.isDefault),
    sets,
  ];
}

/** Sets that hold the first number: one answers for the whole range, several are ambiguous. */
function fromSets(holding: readonly RequestSet[], labels: readonly string[]): Answer {
  const answers = holding.map((set) =>
    fromRange(
      labels.map((label): Answer => {
        const entry = find(set, label);
        return entry ? resolved(entry.source) : missing(true);
      }),
    ),
  );
  // A set that holds the whole range answers before one that holds only its beginning.
  const whole = answers.filter((answer) => answer.status === 'resolved');
  const [first] = whole.length > 0 ? whole : answers;
  if ((whole.length > 0 ? whole : answers).length === 1 && first) return first;
  const candidates = [
    ...new Set(
      answers.flatMap(
        (answer): readonly Source[] => answer.sources?.slice(0, 1) ?? (answer.source ? [answer.source] : []),
      ),
    ),
  ];
  const [only] = candidates;
  return candidates.length === 1 && only && first ? first : { status: 'ambiguous', candidates };
}

/** `5(c)` is 5 where only 5 is listed; where 5(a) is listed and 5(c) is not, it is missing. */
function find(set: RequestSet, label: string): RequestEntry | undefined {
  const exact = listedUnder(set.requests, requestKey(label, label), ({ first, last }) => requestKey(first, last))[0];
  if (exact) return exact;
  const whole = requestNumber(label);
  if (whole !== label && subPartsOf(set, label).length > 0) return undefined;
  const number = Number(whole);
  return set.requests.find(
    (entry) => /^\d+$/.test(entry.first) && Number(entry.first) <= number && number <= Number(entry.last),
  );
}

function requestKey(first: string, last: string): string {
  return first === last ? first.toLowerCase() : `${first} ${last}`.toLowerCase();
}

/** `5` of `5(c)` and `5a`. */
function requestNumber(label: string): string {
  return (label.split('(')[0] ?? '').replace(/[a-z]$/i, '');
}

/** Entries that are sub-parts of the same request: `5(a)` for `5(c)`. */
function subPartsOf(set: RequestSet, label: string): readonly RequestEntry[] {
  const whole = requestNumber(label);
  return set.requests.filter(
    (entry) => entry.first !== whole && requestNumber(entry.first) === whole && !/^\d+$/.test(entry.first),
  );
}
