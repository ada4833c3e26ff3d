import { type ExhibitSeries, type Party, papersAt, type Source } from '../../record/caseRecord.ts';
import type { ExhibitTarget } from '../../syntax/citation.ts';
import { exhibitKey, nameKey } from '../../text/names.ts';
import {
  type Answer,
  fromCandidates,
  fromRange,
  fromReadings,
  labelsBetween,
  missing,
  partyNamed,
  type ResolveContext,
} from '../answer.ts';
import { exhibitsOfPerson } from './declaration.ts';
import { withDocketNumber } from './filedAs.ts';
import { exhibitOfFiling } from './filing.ts';
import { sourcesOfShortForm } from './shortForm.ts';

/**
 * Answers an exhibit by whose it is: an owner that is written decides; else the draft's own series, the section's party
 * first, then the unowned; a draft that has exhibits of its own uses only those. Never another draft's, never a guess.
 */
export function resolveExhibit(target: ExhibitTarget, context: ResolveContext): Answer {
  const own = labelOrRange(target.exhibit, target.last, target, context);
  const other = target.otherReading;
  const answer = fromReadings(own, other ? labelOrRange(other.exhibit, other.last, target, context) : undefined);
  return withDocketNumber(answer, target.docket, target.case, context);
}

function labelOrRange(first: string, last: string | undefined, target: ExhibitTarget, context: ResolveContext): Answer {
  const one = (label: string): Answer => oneLabel(label, target, context);
  return last === undefined ? one(first) : fromRange(labelsBetween(first, last).map(one));
}

function oneLabel(label: string, target: ExhibitTarget, context: ResolveContext): Answer {
  if (target.of !== undefined) return exhibitOfFiling(target.of, label, context);
  return target.owner === undefined ? bare(label, target.start, context) : owned(label, target.owner, context);
}

/** The series that this draft may use: its own where it has any, else the matter's. */
function seriesFor({ record, scope }: ResolveContext): readonly ExhibitSeries[] {
  return scope?.hasExhibits ? scope.series : record.series;
}

function owned(label: string, owner: string, context: ResolveContext): Answer {
  const key = exhibitKey(label);
  const series = seriesFor(context);
  // A house style's head (`PX 12`) names its series; trial exhibits are the matter's, whatever the draft.
  const named = [...series, ...context.record.series].filter(
    (one) => one.owner !== undefined && nameKey(one.owner) === nameKey(owner),
  );
  if (named[0] && !named[0].party) return fromCandidates(pick(context, named.slice(0, 1), key), true);
  const party = partyNamed(context.record.parties, owner);
  if (party) return ownedByParty(key, party, series, context);
  const person = exhibitsOfPerson(owner, label, context);
  if (person.length > 0) return fromCandidates(person, true);
  // An owner that fits no party is ambiguous, never dropped.
  const candidates = pick(context, series, key);
  return candidates.length > 0 ? { status: 'ambiguous', candidates } : missing(false);
}

function ownedByParty(key: string, party: Party, series: readonly ExhibitSeries[], context: ResolveContext): Answer {
  const theirs = series.filter((one) => one.party === party);
  const found = pick(context, theirs, key);
  if (found.length > 0) return fromCandidates(found, true);
  const unowned = pick(
    context,
    series.filter((one) => one.owner === undefined),
    key,
  );
  const byThem = unowned.filter((source) => source.by !== undefined && party.keys.has(nameKey(source.by)));
  if (byThem[0]) return fromCandidates(byThem, true);
  const [open] = unowned.filter((source) => source.by === undefined);
  // "Plaintiffs' Ex. A" where the manifest knows one series and not whose: it may be theirs, and may be the other side's.
  if (open && theirs.length === 0) return { status: 'ambiguous', candidates: [open] };
  return missing(theirs.length > 0);
}

function bare(label: string, offset: number, context: ResolveContext): Answer {
  const key = exhibitKey(label);
  const series = seriesFor(context);
  const closed = series.some((one) => one.exhibits.size > 0);
  const party = context.partyAt(offset);
  const through = (context.scope?.exhibitsOf ?? []).flatMap((name) => exhibitsOfPerson(name, label, context));
  const theirs = party
    ? pick(
        context,
        series.filter((one) => one.party === party),
        key,
      )
    : [];
  const unowned = pick(
    context,
    series.filter((one) => one.owner === undefined),
    key,
  );
  const own = theirs.length > 0 ? theirs : unowned;
  const defined = sourcesOfShortForm(`Ex. ${label}`, offset, context);
  const candidates = [...own, ...through, ...defined];
  if (candidates.length > 0) return fromCandidates(candidates, closed);
  const others = series.filter((one) => one.party && one.party !== party && one.exhibits.has(key));
  const [other] = others;
  const source = other?.exhibits.get(key);
  if (!other?.owner || !source) return missing(closed);
  // Outside every party's section nothing says whose it is; inside one, the other side's is not meant.
  return party
    ? missing(closed, { kind: 'otherSide', owner: other.owner, source })
    : { status: 'ambiguous', candidates: pick(context, others, key) };
}

/** The papers of these series under a label; two that claim it are both there. */
function pick({ record }: ResolveContext, series: readonly ExhibitSeries[], key: string): readonly Source[] {
  return series.flatMap((one) => papersAt(record, one.exhibits, key));
}
