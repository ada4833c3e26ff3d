import type { CaseRecord, DeclarationEntry, Source } from '../../record/caseRecord.ts';
import type { NewValue } from '../../record/entryText.ts';
import { child, entriesOf, keysOf, nodeAt, pointerStep } from '../../record/manifestTree.ts';
import { partyNamed, partySpeaking } from '../../resolve/answer.ts';
import type { ResolvedCitation, TargetResolution } from '../../resolve/resolution.ts';
import { footnoteAt, sectionAt } from '../../resolve/surroundings.ts';
import { isPerson } from '../../resolve/targets/person.ts';
import type {
  CaseMention,
  DeclarationTarget,
  DepositionTarget,
  DiscoveryRequestTarget,
  DocketEntryTarget,
  ExhibitTarget,
  FilingTarget,
  TranscriptTarget,
} from '../../syntax/citation.ts';
import { docketKey, nameKey, splitQualifiers } from '../../text/names.ts';
import type { Span } from '../../text/span.ts';
import { described } from './described.ts';
import type { FixView } from './fix.ts';
import { type EntryPlan, manifestOf, paperKeys } from './manifestFix.ts';

/** What is missing, and what is known of where it was looked for. */
export interface MissingPaper {
  readonly view: FixView;
  readonly record: CaseRecord;
  readonly resolved: ResolvedCitation;
  readonly answer: TargetResolution;
  /** As the draft writes it. */
  readonly name: string;
  /** What the finding points at: where it is the docket number behind an exhibit, that is what is missing. */
  readonly span: Span;
}

type Place = Pick<EntryPlan, 'manifest' | 'keys'>;

/** Where an entry for a missing paper may be written, and what it says; whoever writes it sees whether it answers. */
export function entryPlans(missing: MissingPaper): readonly EntryPlan[] {
  const { target } = missing.answer;
  if ('docketSpan' in target && target.docketSpan?.start === missing.span.start && target.docket !== undefined) {
    return docketNumber(missing, target.docket, target.case);
  }
  // A range is several papers, of which some may be listed.
  if ('last' in target && target.last !== undefined && target.kind !== 'discoveryRequest') return [];
  switch (target.kind) {
    case 'docketEntry':
      return target.exhibit === undefined
        ? docketNumber(missing, target.docket, target.case)
        : exhibitInside(missing, target, target.exhibit);
    case 'exhibit':
      return exhibit(missing, target);
    case 'declaration':
      return declaration(missing, target);
    case 'deposition':
      return deposition(missing, target);
    case 'transcript':
      return plansAt(missing, [nearest(missing, ['transcripts', target.transcript])], dated(target));
    case 'filing':
      return filing(missing, target);
    case 'discoveryRequest':
      return request(missing, target);
    case 'appendix':
      return target.volume === undefined ? plansAt(missing, [nearest(missing, ['appendices', target.appendix])]) : [];
    case 'bates':
    case 'authority':
    case 'named':
      return [];
    default:
      return target satisfies never;
  }
}

const NOTHING: NewValue = new Map<string, NewValue>();

function plansAt(
  { name }: MissingPaper,
  places: readonly (Place | undefined)[],
  value = NOTHING,
): readonly EntryPlan[] {
  const title = `Add ${name} to the manifest`;
  return places.flatMap((place) => (place ? [{ title, ...place, value }] : []));
}

function nearest({ view }: MissingPaper, keys: readonly string[]): Place | undefined {
  const [manifest] = view.manifests;
  return manifest && { manifest, keys };
}

/** Inside an entry that is listed. */
function within({ view }: MissingPaper, { entry, place }: Source, keys: readonly string[]): Place | undefined {
  const manifest = manifestOf(view, place);
  return manifest && { manifest, keys: [...keysOf(entry), ...keys] };
}

/** The docket that a number is of: the case that is named, else the draft's, else the matter's own. */
function docketFor(
  { view, record }: MissingPaper,
  mention: CaseMention | undefined,
): { place: Place; docket: CaseRecord['docket'] } | undefined {
  const name = mention?.name ?? (mention ? undefined : view.draft.scope?.case);
  const other = record.cases.find(
    ({ key, number, names }) =>
      (mention?.number !== undefined && number !== undefined && mention.number === number) ||
      (name !== undefined && (nameKey(key) === nameKey(name) || names.has(nameKey(name)))),
  );
  if (!other) {
    const [manifest] = view.manifests;
    return mention || !manifest ? undefined : { place: { manifest, keys: ['docket'] }, docket: record.docket };
  }
  const manifest = view.manifests.find(({ parsed }) => child(child(parsed.root, 'cases'), other.key));
  return manifest && { place: { manifest, keys: ['cases', other.key, 'docket'] }, docket: other.docket };
}

/** `391-10` goes among the attachments of 391 where they are listed, else it is an entry of its own. */
function docketNumber(missing: MissingPaper, number: string, mention: CaseMention | undefined): readonly EntryPlan[] {
  const { view, record, resolved, answer } = missing;
  const where = docketFor(missing, mention);
  if (!where) return [];
  const key = docketKey(number);
  const [whole = '', attachment] = key.split('-');
  const item = attachment === undefined ? undefined : where.docket.entries.get(whole);
  const among = item && attachment !== undefined ? within(missing, item, ['attachments', attachment]) : undefined;
  const listed =
    among?.manifest.parsed.root &&
    nodeAt(among.manifest.parsed.root, among.keys.slice(0, -1).map(pointerStep).join(''));
  const place = among && listed ? among : { ...where.place, keys: [...where.place.keys, key] };
  const name = answer.target.kind === 'docketEntry' ? missing.name : `Dkt. No. ${number}`;
  return plansAt({ ...missing, name }, [place], described(view.draft.syntax, resolved, answer.target, record));
}

function exhibitInside(missing: MissingPaper, target: DocketEntryTarget, label: string): readonly EntryPlan[] {
  const where = docketFor(missing, target.case);
  if (!where) return [];
  const item = where.docket.entries.get(docketKey(target.docket));
  const keys = ['exhibits', label];
  const place = item
    ? within(missing, item, keys)
    : { ...where.place, keys: [...where.place.keys, docketKey(target.docket), ...keys] };
  return plansAt(missing, [place]);
}

/** Into the draft's own series where it has any, under the owner that is written or in whose section it stands. */
function exhibit(missing: MissingPaper, target: ExhibitTarget): readonly EntryPlan[] {
  const { view, record, resolved } = missing;
  if (target.of !== undefined || target.otherReading) return [];
  const form = record.forms.find(({ head }) => target.owner !== undefined && nameKey(head) === nameKey(target.owner));
  const paper = view.draft.scope?.hasExhibits && !form ? paperKeys(view) : nearest(missing, []);
  if (!paper) return [];
  const base = { ...paper, keys: [...paper.keys, 'exhibits'] };
  const owner = form?.head ?? ownerKeyIn(missing, base, target);
  if (owner === undefined && target.owner !== undefined) return [];
  const keys = [...base.keys, ...(owner === undefined ? [] : [owner]), target.exhibit];
  return plansAt(missing, [{ ...base, keys }], described(view.draft.syntax, resolved, target, record));
}

/** The key of a party's own series; in a party's section only where the manifest has one already. */
function ownerKeyIn(
  { view, record }: MissingPaper,
  { manifest, keys }: Place,
  { owner, start }: ExhibitTarget,
): string | undefined {
  const { syntax } = view.draft;
  const mark = syntax.footnotes[footnoteAt(syntax.footnotes, start)]?.markOffset;
  const section = syntax.sections[sectionAt(syntax, mark ?? start)];
  const speaking = section && partySpeaking(record.parties, section.party);
  const party = owner === undefined ? speaking : partyNamed(record.parties, owner);
  const root = manifest.parsed.root;
  const listed = entriesOf(root && nodeAt(root, keys.map(pointerStep).join(''))?.node);
  const own = party && listed.find(({ key }) => partyNamed(record.parties, key) === party)?.key;
  return own ?? (owner === undefined ? undefined : party?.name);
}

function declaration(missing: MissingPaper, target: DeclarationTarget): readonly EntryPlan[] {
  const words = `${target.which ? `${target.which} ` : ''}${target.declarant}`;
  if (target.exhibit === undefined) return plansAt(missing, [nearest(missing, ['declarations', words])]);
  const { qualifiers } = splitQualifiers(`${target.which ?? ''} X`);
  const isMeant = (entry: DeclarationEntry): boolean =>
    isPerson(entry.declarant, target.declarant) && entry.qualifiers.join() === qualifiers.join();
  const own = missing.view.draft.scope?.declarations.filter(isMeant) ?? [];
  const entries = own.length > 0 ? own : missing.record.declarations.filter(isMeant);
  const keys = ['exhibits', target.exhibit];
  const [only, ...others] = entries;
  if (others.length > 0) return [];
  return plansAt(missing, [
    only ? within(missing, only.source, keys) : nearest(missing, ['declarations', words, ...keys]),
  ]);
}

function deposition(missing: MissingPaper, target: DepositionTarget): readonly EntryPlan[] {
  if (target.exhibit === undefined) {
    return plansAt(missing, [nearest(missing, ['depositions', target.deponent])], dated(target));
  }
  const lists = [...(missing.view.draft.scope?.depositions ?? []), ...missing.record.depositions];
  const [only, ...others] = lists.filter((entry) => !entry.is30b6 && isPerson(entry.deponent, target.deponent));
  const source = only?.sessions[0]?.source;
  const keys = ['exhibits', target.exhibit];
  if (others.length > 0 || (source && !/\/depositions\/[^/]{1,300}$/.test(source.entry))) return [];
  return plansAt(missing, [
    source ? within(missing, source, keys) : nearest(missing, ['depositions', target.deponent, ...keys]),
  ]);
}

function dated({ date }: DepositionTarget | TranscriptTarget): NewValue {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Map([['date', date]]) : NOTHING;
}

/** `Mot.` and its like mean another paper in each motion: they go under the draft where it has an entry. */
const OF_A_MOTION = /^(?:mot|motion|opp|oppn|opposition|reply|mem|mpa|br|brief)\b/;

function filing(missing: MissingPaper, target: FilingTarget): readonly EntryPlan[] {
  if (target.exhibit !== undefined) return [];
  const possessive = target.owner === undefined ? '' : `${target.owner}${/s$/i.test(target.owner) ? "'" : "'s"} `;
  const isOwn = missing.view.draft.scope && OF_A_MOTION.test(nameKey(target.filing));
  const paper = isOwn ? paperKeys(missing.view) : nearest(missing, []);
  return plansAt(missing, [paper && { ...paper, keys: [...paper.keys, 'filings', possessive + target.filing] }]);
}

const MOST_SETS = 4;

/** Into each set that it may be of; where the manifest has none of its kind, a new one. */
function request(missing: MissingPaper, target: DiscoveryRequestTarget): readonly EntryPlan[] {
  const { view, record, name } = missing;
  const label = target.first === target.last ? target.first : `${target.first}-${target.last}`;
  const sets = record.sets.filter((set) => set.request === target.request);
  if (sets.length > 0) {
    return sets.slice(0, MOST_SETS).flatMap((set): readonly EntryPlan[] => {
      const manifest = manifestOf(view, set.place);
      const keys = [...keysOf(set.entry), 'requests', label];
      return manifest
        ? [{ title: `Add ${name} to ${set.name ?? 'the manifest'}`, manifest, keys, value: NOTHING }]
        : [];
    });
  }
  const by = target.owner === undefined ? undefined : partyNamed(record.parties, target.owner)?.name;
  const set = new Map<string, NewValue>([['request', target.request]]);
  if (by !== undefined) set.set('by', by);
  set.set('requests', new Map([[label, NOTHING]]));
  return plansAt(missing, [nearest(missing, ['discovery'])], [set]);
}
