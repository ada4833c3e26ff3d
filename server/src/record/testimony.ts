import { longDate } from '../text/isoDates.ts';
import { nameKey, splitQualifiers, tidy } from '../text/names.ts';
import type { PageStretch, SourceKind } from './caseRecord.ts';
import { stretchOf } from './documentFields.ts';
import {
  child,
  entriesOf,
  type ListNode,
  type ManifestNode,
  type MapEntry,
  pointerStep,
  wholeNumberOf,
} from './manifestTree.ts';
import { type Floor, type Labelled, type Paper, readLabelled, says } from './paper.ts';

/** A declaration while the record is made. */
export interface DeclarationDraft {
  readonly declarant: string;
  readonly qualifiers: readonly string[];
  readonly paper: Paper;
  readonly exhibits: readonly Labelled[];
}

/** A sitting of a deposition, a volume with a file of its own, or a day of a hearing. */
export interface SessionDraft {
  readonly paper: Paper;
  readonly volumes: ReadonlyMap<string, PageStretch>;
}

/** A deposition while the record is made. */
export interface DepositionDraft {
  readonly key: string;
  readonly deponent: string;
  readonly is30b6: boolean;
  readonly designee?: string;
  readonly sessions: readonly SessionDraft[];
  readonly exhibits: readonly Labelled[];
}

/** A hearing or trial transcript while the record is made. */
export interface TranscriptDraft {
  readonly name: string;
  readonly sessions: readonly SessionDraft[];
}

/** `Vo Decl.` and `Declaration of Vo` are `Vo`. */
export function withoutDeclaration(words: string): string {
  return tidy(words)
    .replace(/^declaration of +/i, '')
    .replace(/ {1,3}(?:declaration|decl\.?)$/i, '');
}

/** `Chin Dep. Tr.` and `Deposition of Chin` are `Chin`. */
export function withoutDeposition(words: string): string {
  return tidy(words)
    .replace(/^deposition of +/i, '')
    .replace(/ {1,3}(?:deposition|depo?\.?)(?: {1,3}tr\.?)?$/i, '');
}

/** The declarations by their keys: `Vo`, `2d Vo`. */
export function readDeclarations(
  floor: Floor,
  node: ManifestNode | undefined,
  pointer: string,
): readonly DeclarationDraft[] {
  return entriesOf(node).map(({ key, keySpan, value }) => {
    const bare = withoutDeclaration(key);
    const { name, qualifiers } = splitQualifiers(bare);
    const entry = pointer + pointerStep(key);
    const paper = floor.papers.add(floor.manifest, {
      kind: 'declaration',
      name: `${bare} Decl.`,
      entry,
      span: keySpan,
      node: value,
    });
    const exhibits = readLabelled(floor, entriesOf(child(value, 'exhibits')), {
      pointer: `${entry}/exhibits`,
      kind: 'declarationExhibit',
      nameOf: (label) => `${bare} Decl. Ex. ${label}`,
      container: paper,
    });
    return { declarant: name, qualifiers, paper, exhibits };
  });
}

/** The depositions by their keys: `Chin`, `Meta 30(b)(6) (Esiobu)`. */
export function readDepositions(
  floor: Floor,
  node: ManifestNode | undefined,
  pointer: string,
): readonly DepositionDraft[] {
  return entriesOf(node).map((entry) => {
    const bare = withoutDeposition(entry.key);
    const at = pointer + pointerStep(entry.key);
    const { whole, sessions } = readSessions(floor, entry, { kind: 'deposition', name: `${bare} Dep.`, pointer: at });
    const exhibits = readLabelled(floor, entriesOf(child(entry.value, 'exhibits')), {
      pointer: `${at}/exhibits`,
      kind: 'depositionExhibit',
      nameOf: (label) => `${bare} Dep. Ex. ${label}`,
      container: whole,
    });
    return { key: nameKey(bare), ...deponentOf(bare), sessions, exhibits };
  });
}

/** `Meta 30(b)(6) (Esiobu)`: the company is the deponent, the person its designee. */
function deponentOf(words: string): Pick<DepositionDraft, 'deponent' | 'is30b6' | 'designee'> {
  const rule = /(?:rule )?30 ?\(b\) ?\(6\)/i.exec(words);
  if (!rule) return { deponent: words, is30b6: false };
  const company = words.slice(0, rule.index).trim();
  const designee = words
    .slice(rule.index + rule[0].length)
    .replace(/[()]/g, '')
    .trim();
  return { deponent: company || designee, is30b6: true, ...(designee ? { designee } : {}) };
}

/** The transcripts by their names. */
export function readTranscripts(
  floor: Floor,
  node: ManifestNode | undefined,
  pointer: string,
): readonly TranscriptDraft[] {
  return entriesOf(node).map((entry) => {
    const name = tidy(entry.key);
    const { sessions } = readSessions(floor, entry, {
      kind: 'transcript',
      name,
      pointer: pointer + pointerStep(entry.key),
    });
    return { name, sessions };
  });
}

interface Sitting {
  readonly kind: SourceKind;
  readonly name: string;
  readonly pointer: string;
}

/** One entry is one sitting, or (a list, or `sessions`) several; a volume with a file of its own counts as one. */
function readSessions(
  floor: Floor,
  { keySpan, value }: MapEntry,
  { kind, name, pointer }: Sitting,
): { readonly whole: Paper; readonly sessions: readonly SessionDraft[] } {
  const listed = value.kind === 'list' ? value : child(value, 'sessions');
  const list: ListNode | undefined = listed?.kind === 'list' ? listed : undefined;
  const volumes = entriesOf(child(value, 'volumes'));
  const hasOwnVolumes = volumes.some(({ value: volume }) => says(volume, 'file') || says(volume, 'docket'));
  const isWhole = !list && !(hasOwnVolumes && !says(value, 'file') && !says(value, 'docket'));
  const whole = floor.papers.add(floor.manifest, {
    kind,
    name,
    entry: pointer,
    span: keySpan,
    node: value,
    isListed: isWhole,
  });
  if (kind === 'transcript' || list) whole.source.name = dated(name, whole);
  if (list)
    return { whole, sessions: readList(floor, list, whole, { kind, name, pointer: listPointer(value, pointer) }) };
  if (isWhole) return { whole, sessions: [{ paper: whole, volumes: stretchesOf(volumes) }] };
  const sessions = volumes.map((volume): SessionDraft => {
    const number = volumeNumber(volume.key);
    const plan = { kind, name: `${name} vol. ${number}`, entry: `${pointer}/volumes${pointerStep(volume.key)}` };
    const paper = floor.papers.add(floor.manifest, {
      ...plan,
      span: volume.keySpan,
      node: volume.value,
      container: whole,
    });
    return { paper, volumes: new Map([[number, pagesOfVolume(volume.value) ?? ALL_PAGES]]) };
  });
  return { whole, sessions };
}

function readList(
  floor: Floor,
  list: ListNode,
  whole: Paper,
  { kind, name, pointer }: Sitting,
): readonly SessionDraft[] {
  return list.items.map((item, index) => {
    const plan = { kind, name, entry: `${pointer}/${index}`, span: item.span, node: item, container: whole };
    const paper = floor.papers.add(floor.manifest, plan);
    paper.source.name = dated(name, paper);
    const { transcript } = whole.source;
    if (transcript !== undefined) paper.source.transcript ??= transcript;
    return { paper, volumes: stretchesOf(entriesOf(child(item, 'volumes'))) };
  });
}

function listPointer(value: ManifestNode, pointer: string): string {
  return value.kind === 'list' ? pointer : `${pointer}/sessions`;
}

/** `Trial Tr. (January 17, 2025)`: several of one name are told apart by their dates. */
function dated(name: string, { source }: Paper): string {
  return source.date === undefined ? name : `${name} (${longDate(source.date)})`;
}

/** A volume whose pages are not written: any page may be in it. */
const ALL_PAGES: PageStretch = { first: 0, last: Number.MAX_SAFE_INTEGER };

function stretchesOf(volumes: readonly MapEntry[]): ReadonlyMap<string, PageStretch> {
  return new Map(
    volumes.flatMap(({ key, value }) => {
      const pages = pagesOfVolume(value);
      return pages ? [[volumeNumber(key), pages] as const] : [];
    }),
  );
}

/** `{pages: 1-160}`, `{pages: {first: 1, last: 160}}` or just `1-160`. */
function pagesOfVolume(value: ManifestNode): PageStretch | undefined {
  const pages = value.kind === 'map' ? child(value, 'pages') : value;
  const stretch = stretchOf(pages);
  if (stretch) return stretch;
  const [first, last] = [wholeNumberOf(child(pages, 'first')), wholeNumberOf(child(pages, 'last'))];
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** A volume's number as an arabic numeral: `Vol. II` is `2`. */
export function volumeNumber(words: string): string {
  const label = tidy(words).replace(/^(?:volume|vol)\.? +/i, '');
  if (/^\d+$/.test(label)) return label.replace(/^0+(?=\d)/, '');
  if (!/^[IVXLC]{1,8}$/i.test(label)) return label;
  const values = [...label.toUpperCase()].map((letter) => ROMAN[letter] ?? 0);
  return String(values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0));
}
