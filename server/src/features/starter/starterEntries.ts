import { labelsBetween } from '../../resolve/answer.ts';
import type { Target } from '../../syntax/citation.ts';
import type { DraftSyntax } from '../../syntax/draftSyntax.ts';
import { nameKey, ownerKey, roleForms } from '../../text/names.ts';

/** Entries of a manifest by key, in the order in which they were first cited; a leaf holds what is known of a paper. */
export type Entries = Map<string, Entry>;

export interface Entry {
  /** What the draft itself calls the paper: `("Tsung Aff.")`. */
  title?: string;
  docket?: string;
  readonly attachments: Entries;
  readonly exhibits: Entries;
}

/** A set of requests: whose, and the numbers that are cited of it. */
export interface RequestSet {
  readonly request: string;
  readonly by?: string;
  readonly numbers: Set<string>;
}

/** All that the citations of a draft say the record must hold. */
export interface Starter {
  readonly docket: Entries;
  readonly exhibits: Entries;
  /** Exhibits that the draft gives an owner: `Meta's Ex. A`, `PX 12`. */
  readonly ownedExhibits: Map<string, Entries>;
  readonly declarations: Entries;
  readonly depositions: Entries;
  readonly filings: Entries;
  /** The sittings of each, by their day, or by their docket number where no day is named (`Trial Tr., R. 84`; `Trial Tr., R. 85`). */
  readonly transcripts: Map<string, Map<string, Sitting>>;
  readonly appendices: Map<string, Appendix>;
  readonly requests: Map<string, RequestSet>;
  readonly parties: Set<string>;
}

export interface Sitting {
  readonly day?: string;
  readonly docket?: string;
}

export interface Appendix {
  readonly volumes: Set<string>;
  docket?: string;
}

/** Gathers what the citations of a draft name, each paper once. Citations to other dockets and to authority are left out. */
export function starterOf({ citations, shortForms, sections }: DraftSyntax): Starter {
  const starter: Starter = {
    docket: new Map(),
    exhibits: new Map(),
    ownedExhibits: new Map(),
    declarations: new Map(),
    depositions: new Map(),
    filings: new Map(),
    transcripts: new Map(),
    appendices: new Map(),
    requests: new Map(),
    parties: new Set(sections.map(({ party }) => asWritten(party))),
  };
  const titles = new Map(shortForms.map(({ citation, words }) => [citation, words]));
  citations.forEach(({ targets }, index) => {
    const [only, ...others] = targets;
    const title =
      others.length === 0 && only && !('exhibit' in only && only.kind !== 'exhibit') ? titles.get(index) : undefined;
    for (const target of targets) if (!target.open && !isElsewhere(target)) take(starter, target, title);
  });
  for (const { words, citation } of shortForms) leadToDocket(starter, words, citations[citation]?.targets);
  settleRequests(starter.requests);
  return starter;
}

/** `ECF No. 41-2 ("Tsung Decl.")`: the declaration that goes by that name is that docket entry. */
function leadToDocket(starter: Starter, words: string, targets: readonly Target[] | undefined): void {
  const [target] = targets ?? [];
  if (target?.kind !== 'docketEntry' || targets?.length !== 1 || isElsewhere(target) || target.exhibit !== undefined)
    return;
  const meant = [parsedName(words), words];
  for (const entries of [starter.declarations, starter.depositions, starter.filings])
    for (const [name, entry] of entries)
      if (meant.some((one) => nameKey(one) === nameKey(name))) entry.docket ??= target.docket;
}

/** The person of `Tsung Decl.`. */
function parsedName(words: string): string {
  return words.replace(/ (?:Declaration|Affidavit|Deposition|Decl|Aff|Affm|Affirm|Cert|Dep|Tr)\.?$/i, '');
}

/** A number cited without an owner is taken for the set that has it, or for the only set there is. */
function settleRequests(sets: Map<string, RequestSet>): void {
  for (const [key, set] of [...sets]) {
    if (set.by !== undefined) continue;
    const owned = [...sets.values()].filter(({ request, by }) => request === set.request && by !== undefined);
    for (const number of set.numbers) {
      const [only, ...more] = owned.length === 1 ? owned : owned.filter(({ numbers }) => numbers.has(number));
      if (!only && more.length === 0) continue;
      only?.numbers.add(number);
      set.numbers.delete(number);
    }
    if (set.numbers.size === 0) sets.delete(key);
  }
}

function isElsewhere(target: Target): boolean {
  return 'case' in target && target.case !== undefined;
}

function take(starter: Starter, target: Target, title: string | undefined): void {
  switch (target.kind) {
    case 'docketEntry':
      for (const docket of numbersOf(target)) {
        const entry = docketEntry(starter, docket);
        if (target.exhibit !== undefined) addLabels(entry.exhibits, target.exhibit, target.last);
        else name(entry, title);
      }
      return;
    case 'exhibit':
      takeExhibit(starter, target, title);
      return;
    case 'declaration':
    case 'deposition':
    case 'filing':
      takePaper(starter, target, title);
      return;
    case 'transcript':
      takeTranscript(starter, target);
      return;
    case 'appendix':
      takeAppendix(starter, target);
      return;
    case 'discoveryRequest':
      takeRequests(starter, target);
      return;
    case 'bates':
    case 'authority':
    case 'named':
      return;
  }
}

type OfKind<K extends Target['kind']> = Extract<Target, { kind: K }>;

function takeExhibit(starter: Starter, target: OfKind<'exhibit'>, title: string | undefined): void {
  const { owner, of, docket, exhibit, last } = target;
  // An exhibit of another paper belongs to that paper's entry, which its own citation makes.
  if (of !== undefined) return;
  const whose = owner === undefined ? undefined : ownerIn(starter, owner);
  if (whose !== undefined && !starter.ownedExhibits.has(whose)) starter.ownedExhibits.set(whose, new Map());
  const series = (whose === undefined ? undefined : starter.ownedExhibits.get(whose)) ?? starter.exhibits;
  const entries = addLabels(series, exhibit, last);
  const [only] = entries;
  if (entries.length !== 1 || !only) return;
  name(only, title);
  if (docket === undefined) return;
  docketEntry(starter, docket);
  only.docket = docket;
}

function takePaper(
  starter: Starter,
  target: OfKind<'declaration' | 'deposition' | 'filing'>,
  title: string | undefined,
): void {
  const [entries, key] = placeOf(starter, target);
  const entry = entryAt(entries, key);
  const { docket, exhibit, last } = target;
  // Exhibits of a filing stand in its docket entry.
  const exhibits =
    exhibit === undefined ? [] : addLabels(target.kind === 'filing' ? new Map() : entry.exhibits, exhibit, last);
  if (exhibit === undefined) name(entry, title);
  if (docket === undefined) return;
  docketEntry(starter, docket);
  const [only = entry, ...more] = exhibits;
  if (more.length === 0) only.docket ??= docket;
}

function placeOf(starter: Starter, target: OfKind<'declaration' | 'deposition' | 'filing'>): [Entries, string] {
  if (target.kind === 'declaration') return [starter.declarations, join(target.which, target.declarant)];
  if (target.kind === 'deposition') return [starter.depositions, target.deponent];
  return [starter.filings, target.owner === undefined ? target.filing : `${possessive(target.owner)} ${target.filing}`];
}

function join(first: string | undefined, second: string): string {
  return first === undefined ? second : `${first} ${second}`;
}

function possessive(owner: string): string {
  return /s$/.test(owner) ? `${owner}'` : `${owner}'s`;
}

function takeTranscript(starter: Starter, { transcript, date, docket }: OfKind<'transcript'>): void {
  const sittings = starter.transcripts.get(transcript) ?? new Map<string, Sitting>();
  starter.transcripts.set(transcript, sittings);
  const day = date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined;
  const key = day ?? docket ?? '';
  const number = sittings.get(key)?.docket ?? docket;
  if (key !== '') sittings.delete('');
  if (key !== '' || sittings.size === 0)
    sittings.set(key, { ...(day === undefined ? {} : { day }), ...(number === undefined ? {} : { docket: number }) });
  if (docket !== undefined) docketEntry(starter, docket);
}

function takeAppendix(starter: Starter, target: OfKind<'appendix'>): void {
  const entry = starter.appendices.get(target.appendix) ?? { volumes: new Set() };
  starter.appendices.set(target.appendix, entry);
  for (const volume of volumesOf(target)) entry.volumes.add(volume);
  if (target.docket === undefined || target.case) return;
  docketEntry(starter, target.docket);
  entry.docket ??= target.docket;
}

function volumesOf({ volume, pins }: OfKind<'appendix'>): readonly string[] {
  return [volume, ...pins.map((pin) => pin.volume)].filter((one) => one !== undefined);
}

function takeRequests(starter: Starter, { request, owner, first, last }: OfKind<'discoveryRequest'>): void {
  const by = owner === undefined ? undefined : ownerIn(starter, owner);
  const key = `${request} ${by ?? ''}`;
  const set = starter.requests.get(key) ?? { request, ...(by !== undefined && { by }), numbers: new Set<string>() };
  starter.requests.set(key, set);
  set.numbers.add(/^\d+$/.test(first) && /^\d+$/.test(last) && first !== last ? `${first}-${last}` : first);
}

/** `294-1` is attachment 1 of 294. */
function docketEntry({ docket }: Starter, number: string): Entry {
  const [whole = '', attachment] = number.split('-');
  const entry = entryAt(docket, whole);
  return attachment === undefined ? entry : entryAt(entry.attachments, attachment);
}

/** The most entries that one range makes: "Dkts. 1-900" is a way of speaking. */
const LONGEST_RANGE = 60;

function numbersOf({ docket, last, exhibit }: OfKind<'docketEntry'>): readonly string[] {
  if (last === undefined || exhibit !== undefined) return [docket];
  const between = labelsBetween(docket, last);
  return between.length <= LONGEST_RANGE ? between : [docket, last];
}

function addLabels(entries: Entries, first: string, last: string | undefined): readonly Entry[] {
  const labels = last === undefined ? [first] : labelsBetween(first, last);
  return (labels.length <= LONGEST_RANGE ? labels : [first, ...(last === undefined ? [] : [last])]).map((label) =>
    entryAt(entries, label),
  );
}

function entryAt(entries: Entries, key: string): Entry {
  const known = entries.get(key);
  if (known) return known;
  const entry: Entry = { attachments: new Map(), exhibits: new Map() };
  entries.set(key, entry);
  return entry;
}

/** A heading shouts: `META` is written Meta. */
function asWritten(party: string): string {
  if (party !== party.toUpperCase() || party.length < 4) return party;
  return party.toLowerCase().replace(/(^|[^\p{L}'\u2019])(\p{L})/gu, (letters) => letters.toUpperCase());
}

/** One name for a party however it is written: `Pls.` and `Plaintiffs`. Heads such as `PX` and `DTX` are a house style, no party. */
function ownerIn({ parties }: Starter, owner: string): string {
  if (/^[A-Z]{2,5}$/.test(owner) && roleForms(owner).length === 0) return owner;
  const forms = roleForms(owner);
  const known = [...parties].find((party) => nameKey(party) === ownerKey(owner) || forms.includes(nameKey(party)));
  const several = forms.find((form) => form.length > 5 && form.endsWith('s'));
  const name = known ?? (several ? several.charAt(0).toUpperCase() + several.slice(1) : owner);
  parties.add(name);
  return name;
}

function name(entry: Entry, title: string | undefined): void {
  if (title !== undefined) entry.title ??= title;
}
