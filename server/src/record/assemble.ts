import { exhibitKey, nameKey } from '../text/names.ts';
import type {
  AppendixEntry,
  DeclarationEntry,
  DepositionEntry,
  Docket,
  ExhibitSeries,
  PaperScope,
  RequestSet,
  TranscriptEntry,
  TranscriptSession,
} from './caseRecord.ts';
import type { Claims, Index } from './claims.ts';
import type { SetDraft } from './discovery.ts';
import type { DocketDraft } from './docket.ts';
import type { Floor, Labelled } from './paper.ts';
import type { AppendixDraft, ScopeDraft } from './sections.ts';
import type { SeriesDraft } from './series.ts';
import type { DeclarationDraft, DepositionDraft, SessionDraft, TranscriptDraft } from './testimony.ts';

/** What the finished indices are made with: references are followed, so that two names of one paper are one source. */
export interface Assembly {
  readonly floor: Floor;
  readonly claims: Claims;
}

/** The numbers and inside exhibits of a docket. */
export function docketOf({ claims }: Assembly, draft: DocketDraft, completeTo: number | undefined): Docket {
  const entries: Index = new Map();
  for (const { number, paper } of draft.listed) claims.claim(entries, number, paper, draft.head + number);
  const listed = new Set(entries.keys());
  for (const { number, paper } of draft.alsoNumbered) {
    claims.claimUnlessListed(entries, listed, number, paper, draft.head + number);
  }
  const exhibits = new Map<string, Index>();
  for (const { number, label, paper } of draft.exhibits) {
    const inside: Index = exhibits.get(number) ?? new Map();
    exhibits.set(number, inside);
    claims.claim(inside, exhibitKey(label), paper, paper.source.name);
  }
  return {
    ...(draft.caseKey === undefined ? {} : { caseName: draft.caseKey }),
    entries,
    exhibits,
    closedAttachments: draft.closedAttachments,
    ...(completeTo === undefined ? {} : { completeTo }),
  };
}

/** Labelled papers as an index. */
export function indexOf({ claims }: Assembly, labelled: readonly Labelled[], keyOf: (label: string) => string): Index {
  const index: Index = new Map();
  for (const { label, paper } of labelled) claims.claim(index, keyOf(label), paper, paper.source.name);
  return index;
}

export function seriesOf(assembly: Assembly, drafts: readonly SeriesDraft[]): readonly ExhibitSeries[] {
  return drafts.map(({ owner, party, exhibits }) => ({
    ...(owner === undefined ? {} : { owner }),
    ...(party ? { party } : {}),
    exhibits: indexOf(assembly, exhibits, exhibitKey),
  }));
}

export function declarationsOf(assembly: Assembly, drafts: readonly DeclarationDraft[]): readonly DeclarationEntry[] {
  const whole: Index = new Map();
  return drafts.map(({ declarant, qualifiers, paper, exhibits }) => {
    assembly.claims.claim(whole, declarationKey(declarant, qualifiers), paper, paper.source.name);
    return { declarant, qualifiers, source: paper.final.source, exhibits: indexOf(assembly, exhibits, exhibitKey) };
  });
}

/** A declarant with the qualifiers, for comparison. */
export function declarationKey(declarant: string, qualifiers: readonly string[]): string {
  return [nameKey(declarant), ...qualifiers].join('|');
}

export function depositionsOf(assembly: Assembly, drafts: readonly DepositionDraft[]): readonly DepositionEntry[] {
  const whole: Index = new Map();
  return drafts.map(({ key, deponent, is30b6, designee, sessions, exhibits }) => {
    const [first] = sessions;
    if (first) assembly.claims.claim(whole, key, first.paper, first.paper.source.name);
    return {
      deponent,
      is30b6,
      ...(designee === undefined ? {} : { designee }),
      sessions: sessions.map(sessionOf),
      exhibits: indexOf(assembly, exhibits, exhibitKey),
    };
  });
}

function sessionOf({ paper, volumes }: SessionDraft): TranscriptSession {
  const { source } = paper.final;
  return { source, volumes, ...(source.date === undefined ? {} : { date: source.date }) };
}

export function transcriptsOf(assembly: Assembly, drafts: readonly TranscriptDraft[]): readonly TranscriptEntry[] {
  const whole: Index = new Map();
  return drafts.map(({ name, sessions }) => {
    const [first] = sessions;
    if (first) assembly.claims.claim(whole, nameKey(name), first.paper, name);
    return { name, sessions: sessions.map(sessionOf) };
  });
}

export function appendicesOf(assembly: Assembly, drafts: readonly AppendixDraft[]): readonly AppendixEntry[] {
  const names: Index = new Map();
  return drafts.map(({ name, volumes, whole }) => {
    assembly.claims.claim(names, nameKey(name), whole, name);
    return {
      name,
      volumes: indexOf(assembly, volumes, (label) => label),
      ...(volumes.length === 0 ? { source: whole.final.source } : {}),
    };
  });
}

export function setsOf(drafts: readonly SetDraft[]): readonly RequestSet[] {
  return drafts.map(({ request, name, by, to, isDefault, requests, place, entry, deadline }) => ({
    request,
    ...(name === undefined ? {} : { name }),
    ...(by === undefined ? {} : { by }),
    ...(to === undefined ? {} : { to }),
    isDefault,
    requests: requests.map(({ first, last, paper }) => ({ first, last, source: paper.final.source })),
    ...(deadline ? { motionDeadline: { on: deadline.on } } : {}),
    place,
    entry,
  }));
}

/** What one draft has of its own. */
export function scopeOf(assembly: Assembly, draft: ScopeDraft): PaperScope {
  return {
    path: draft.path,
    place: draft.place,
    hasExhibits: draft.hasExhibits,
    series: seriesOf(assembly, draft.series),
    declarations: declarationsOf(assembly, draft.declarations),
    depositions: depositionsOf(assembly, draft.depositions),
    filings: indexOf(assembly, draft.filings, nameKey),
    transcripts: transcriptsOf(assembly, draft.transcripts),
    exhibitsOf: draft.exhibitsOf.map(({ words }) => words),
    requests: draft.requests.map(({ words }) => words),
    ...(draft.case ? { case: draft.case.words } : {}),
  };
}
