import { nameKey } from '../text/names.ts';
import { declarationKey } from './assemble.ts';
import type { CaseRecord, Docket, ExhibitSeries, OtherCase } from './caseRecord.ts';
import type { Claims } from './claims.ts';

/** Two records as one: what the nearer manifest names itself wins, everything else is the farther one's. */
export function overRecord(own: CaseRecord, farther: CaseRecord, claims: Claims): CaseRecord {
  const { contested } = farther;
  claims.keep(contested);
  const record: CaseRecord = {
    ...farther,
    ...own,
    pins: new Map([...farther.pins, ...own.pins]),
    docket: overDocket(own.docket, farther.docket, claims, contested),
    cases: overCases(own.cases, farther.cases, claims, contested),
    series: overSeries(own.series, farther.series, claims, contested),
    declarations: over(own.declarations, farther.declarations, (entry) =>
      declarationKey(entry.declarant, entry.qualifiers),
    ),
    depositions: over(own.depositions, farther.depositions, ({ deponent, is30b6, designee }) =>
      nameKey(`${deponent}|${is30b6}|${designee ?? ''}`),
    ),
    sets: over(own.sets, farther.sets, ({ request, name, by, to }) => nameKey([request, name, by, to].join('|'))),
    transcripts: over(own.transcripts, farther.transcripts, ({ name }) => nameKey(name)),
    appendices: over(own.appendices, farther.appendices, ({ name }) => nameKey(name)),
    filings: claims.over(own.filings, farther.filings, contested),
    bates: [...own.bates, ...farther.bates],
    papers: [...own.papers, ...farther.papers],
    names: new Map([...farther.names, ...own.names]),
    forms: over(own.forms, farther.forms, ({ head }) => nameKey(head)),
    // A term that is under seal for the matter is so for every motion in it.
    sealedTerms: [...new Set([...own.sealedTerms, ...farther.sealedTerms])],
    sources: [...own.sources, ...farther.sources],
  };
  return record;
}

function over<T>(own: readonly T[], farther: readonly T[], keyOf: (entry: T) => string): readonly T[] {
  const keys = new Set(own.map(keyOf));
  return [...own, ...farther.filter((entry) => !keys.has(keyOf(entry)))];
}

type Contested = CaseRecord['contested'];

function overDocket(own: Docket, farther: Docket, claims: Claims, contested: Contested): Docket {
  const exhibits = new Map(farther.exhibits);
  for (const [number, inside] of own.exhibits) {
    exhibits.set(number, claims.over(inside, farther.exhibits.get(number), contested));
  }
  const completeTo = own.completeTo ?? farther.completeTo;
  return {
    ...own,
    entries: claims.over(own.entries, farther.entries, contested),
    exhibits,
    closedAttachments: new Set([...farther.closedAttachments, ...own.closedAttachments]),
    ...(completeTo === undefined ? {} : { completeTo }),
  };
}

function overCases(
  own: readonly OtherCase[],
  farther: readonly OtherCase[],
  claims: Claims,
  contested: Contested,
): readonly OtherCase[] {
  const known = new Map(farther.map((other) => [nameKey(other.key), other]));
  const merged = own.map((entry) => {
    const below = known.get(nameKey(entry.key));
    if (!below) return entry;
    known.delete(nameKey(entry.key));
    const names = new Set([...entry.names, ...below.names]);
    return { ...below, ...entry, names, docket: overDocket(entry.docket, below.docket, claims, contested) };
  });
  return [...merged, ...known.values()];
}

function overSeries(
  own: readonly ExhibitSeries[],
  farther: readonly ExhibitSeries[],
  claims: Claims,
  contested: Contested,
): readonly ExhibitSeries[] {
  const keyOf = ({ owner, party }: ExhibitSeries) => nameKey(party?.name ?? owner ?? '');
  const known = new Map(farther.map((series) => [keyOf(series), series]));
  const merged = own.map((series) => {
    const below = known.get(keyOf(series));
    known.delete(keyOf(series));
    return below ? { ...series, exhibits: claims.over(series.exhibits, below.exhibits, contested) } : series;
  });
  return [...merged, ...known.values()];
}
