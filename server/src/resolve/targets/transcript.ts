import type { DepositionEntry, Source, TranscriptSession } from '../../record/caseRecord.ts';
import type {
  AppendixTarget,
  BatesTarget,
  DepositionTarget,
  PinCite,
  TranscriptTarget,
} from '../../syntax/citation.ts';
import { exhibitKey, nameKey } from '../../text/names.ts';
import {
  type Answer,
  fromCandidates,
  fromRange,
  labelsBetween,
  missing,
  OUTSIDE,
  type ResolveContext,
} from '../answer.ts';
import { withDocketNumber } from './filedAs.ts';
import { listedUnder } from './lists.ts';
import { deponentsCalled, isPerson, matchPerson } from './person.ts';
import { papersCalled } from './shortForm.ts';

/** Answers a deposition or an exhibit marked at it. A plain name never means a 30(b)(6) transcript. */
export function resolveDeposition(target: DepositionTarget, context: ResolveContext): Answer {
  const entries = depositionsNamed(target.deponent, context);
  const named = papersCalled(target.deponent, ['dep', 'depo', 'tr', 'deposition'], target.start, context);
  if (target.exhibit === undefined) {
    const sessions = entries.flatMap((entry) => sessionsFor(entry.sessions, target.date, target.volume, target.pins));
    const answer = fromCandidates([...sessions.map((session) => session.source), ...named], false);
    return withDocketNumber(answer, target.docket, target.case, context);
  }
  const closed = entries.some((entry) => entry.exhibits.size > 0);
  const one = (label: string): Answer =>
    fromCandidates(
      entries.flatMap((entry) => entry.exhibits.get(exhibitKey(label)) ?? []),
      closed,
      { kind: 'notListed', container: `the ${target.deponent} deposition` },
    );
  const answer =
    target.last === undefined ? one(target.exhibit) : fromRange(labelsBetween(target.exhibit, target.last).map(one));
  return withDocketNumber(answer, target.docket, target.case, context);
}

/** A company's witness answers to the company, the designee, or both: `Meta 30(b)(6)`, `Esiobu 30(b)(6)`. */
function depositionsNamed(deponent: string, { scope, record }: ResolveContext): readonly DepositionEntry[] {
  const isCompany = deponent.includes('30(b)(6)');
  const designee = /\(([A-Z][^()]{1,30})\)\s*$/.exec(deponent)?.[1];
  const name = deponent.replace(/(?:Rule )?30\(b\)\(6\).{0,80}$/, '').trim();
  for (const list of [scope?.depositions ?? [], record.depositions]) {
    const found = isCompany ? list.filter((entry) => isWitness(entry, name, designee)) : plain(list, deponent);
    if (found.length > 0) return found;
  }
  return [];
}

function plain(list: readonly DepositionEntry[], name: string): readonly DepositionEntry[] {
  return matchPerson(
    deponentsCalled(list, name).filter((entry) => !entry.is30b6),
    name,
    (entry) => entry.deponent,
  );
}

function isWitness(entry: DepositionEntry, name: string, designee: string | undefined): boolean {
  if (!entry.is30b6) return false;
  const isNamed = (words: string): boolean =>
    nameKey(entry.deponent) === nameKey(words) || (entry.designee !== undefined && isPerson(entry.designee, words));
  return (name === '' || isNamed(name)) && (designee === undefined || isNamed(designee));
}

/** Sittings of one name are told apart by date or volume, else by which holds the pin; several left are ambiguous. */
function sessionsFor(
  sessions: readonly TranscriptSession[],
  date: string | undefined,
  volume: string | undefined,
  pins: readonly PinCite[],
): readonly TranscriptSession[] {
  const dated = date === undefined ? sessions : sessions.filter((session) => session.date === date);
  const wanted = volume ?? pins.find((pin) => pin.volume)?.volume;
  const inVolume =
    wanted === undefined ? dated : dated.filter((session) => session.volumes.size === 0 || session.volumes.has(wanted));
  if (inVolume.length < 2) return inVolume;
  const pages = pagesOf(pins);
  const holding = inVolume.filter((session) => pages.length > 0 && pages.every((page) => holdsPage(session, page)));
  return holding.length > 0 ? holding : inVolume;
}

function holdsPage({ source, volumes }: TranscriptSession, page: number): boolean {
  const stretches = [...volumes.values()];
  if (stretches.length > 0) return stretches.some(({ first, last }) => first <= page && page <= last);
  const { first, last } = source.pages ?? {};
  return first !== undefined && last !== undefined && first <= page && page <= last;
}

/** Answers the transcript of a hearing or trial by its whole name and its date. */
export function resolveTranscript(target: TranscriptTarget, context: ResolveContext): Answer {
  const key = nameKey(target.transcript);
  const lists = [context.scope?.transcripts ?? [], context.record.transcripts];
  const entries =
    lists
      .map((list) => listedUnder(list, transcriptKey(key), (entry) => transcriptKey(entry.name)))
      .find((found) => found.length > 0) ?? [];
  const sessions = entries.flatMap((entry) => sessionsFor(entry.sessions, target.date, target.volume, target.pins));
  const dated = target.date === undefined || sessions.length > 0 ? [] : sessionsOfDay(target.date, context);
  const named = context.record.names.get(key) ?? [];
  const answer = fromCandidates([...sessions.map((session) => session.source), ...dated, ...named], false);
  return withDocketNumber(answer, target.docket, target.case, context);
}

/** `Jan. 17, 2025 Tr.` names no proceeding: the one transcript of that day, whatever its name. */
function sessionsOfDay(date: string, { record }: ResolveContext): readonly Source[] {
  return record.transcripts.flatMap((entry) =>
    entry.sessions.filter((session) => session.date === date).map((session) => session.source),
  );
}

function transcriptKey(name: string): string {
  return nameKey(name)
    .replace(/\bhearing\b/, 'hrg')
    .replace(/\btranscript\b/, 'tr');
}

/** Answers a page of an appendix or of the record on appeal by its name and volume, else by the volume that has the page. */
export function resolveAppendix(target: AppendixTarget, context: ResolveContext): Answer {
  return withDocketNumber(pageOfAppendix(target, context), target.docket, target.case, context);
}

function pageOfAppendix(target: AppendixTarget, { record }: ResolveContext): Answer {
  const named = (name: string) => record.appendices.filter((entry) => nameKey(entry.name) === name);
  const whole = named(nameKey(target.appendix));
  // `Def. App. 12` where the record lists one `App.`.
  const entries = whole.length > 0 ? whole : named(nameKey(target.appendix.replace(/^.* /, '')));
  const sources = entries.flatMap((entry) =>
    target.volume === undefined
      ? (entry.source ?? [...entry.volumes.values()])
      : (entry.volumes.get(target.volume) ?? []),
  );
  return fromCandidates(holdingPages(sources, target.pins), false);
}

/** Volumes that are paged through are told apart by the page; where no page tells, all of them are left. */
function holdingPages(sources: readonly Source[], pins: readonly PinCite[]): readonly Source[] {
  const pages = pagesOf(pins);
  const holding = sources.filter(({ pages: { first, last } = {} }) =>
    pages.every((page) => first !== undefined && last !== undefined && first <= page && page <= last),
  );
  return pages.length > 0 && holding.length > 0 ? holding : sources;
}

function pagesOf(pins: readonly PinCite[]): readonly number[] {
  return pins.map((pin) => Number(pin.first.split(':')[0])).filter((page) => !Number.isNaN(page));
}

/** Answers a Bates number by the production that holds it; of a production that the record does not list nothing is known. */
export function resolveBates(target: BatesTarget, { record }: ResolveContext): Answer {
  const match = /^(.{0,40}?)(\d{1,15})$/.exec(target.bates);
  if (!match) return missing(false);
  const number = Number(match[2]);
  const produced = record.bates.filter((range) => range.prefix === match[1]);
  if (produced.length === 0) return OUTSIDE;
  const found = produced.filter((range) => range.first <= number && number <= range.last);
  return fromCandidates(
    found.map((range) => range.source),
    false,
  );
}
