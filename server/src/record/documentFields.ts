import { isDate } from '../text/isoDates.ts';
import type { Span } from '../text/span.ts';
import type { DeclaredPages, EntryPlace, PageStretch, Source, SourceStatus } from './caseRecord.ts';
import { child, itemsOf, type ManifestNode, type ScalarNode, wholeNumberOf, wordsOf } from './manifestTree.ts';

/** A Source while the record is made. */
export type SourceDraft = { -readonly [Field in keyof Source]: Source[Field] };

/** What a document's fields say by themselves, without any other entry. */
export type DocumentFields = Pick<
  SourceDraft,
  | 'title'
  | 'file'
  | 'by'
  | 'date'
  | 'filed'
  | 'url'
  | 'note'
  | 'text'
  | 'pages'
  | 'includes'
  | 'verified'
  | 'transcript'
  | 'errata'
  | 'writtenKind'
  | 'designatedBy'
>;

const STATUSES: ReadonlySet<string> = new Set([
  'current',
  'superseded',
  'corrected',
  'withdrawn',
  'stricken',
  'vacated',
  'modified',
  'objections-pending',
  'moot',
]);

/** Reads the fields of any document. What is of a wrong kind is left out: the schema has already spoken of it. */
export function documentFields(node: ManifestNode, bareWord: 'file' | 'text' = 'file'): DocumentFields {
  if (node.kind === 'scalar') return defined({ [bareWord]: bareWordOf(node, bareWord) });
  const words = (field: string) => wordsOf(child(node, field))?.trim() || undefined;
  const filed = dateOf(child(node, 'filed'));
  return defined({
    title: words('title'),
    file: words('file'),
    by: words('by'),
    filed,
    date: filed ?? dateOf(child(node, 'served')) ?? dateOf(child(node, 'date')),
    url: words('url'),
    note: words('note'),
    text: words('text'),
    pages: pagesOf(child(node, 'pages')),
    includes: stretchesOf(child(node, 'includes')),
    verified: verifiedOf(child(node, 'verified')),
    transcript: words('transcript'),
    errata: words('errata'),
    writtenKind: words('kind'),
    designatedBy: words('designatedBy'),
  });
}

/** A day alone says nothing of the file as it was. */
function verifiedOf(node: ManifestNode | undefined): DocumentFields['verified'] {
  const sha256 = wordsOf(child(node, 'sha256'))?.trim();
  if (sha256 === undefined || !/^[0-9a-f]{64}$/i.test(sha256)) return undefined;
  const on = dateOf(child(node, 'on'));
  return { sha256: sha256.toLowerCase(), ...(on !== undefined && { on }) };
}

/** A bare word is a file's path, or a request's own words; a bare number is no path, and has its finding. */
function bareWordOf(node: ScalarNode, bareWord: 'file' | 'text'): string | undefined {
  return bareWord === 'text' || typeof node.value === 'string' ? wordsOf(node) : undefined;
}

/** The status that is written, where it is one of ours. */
export function statusOf(node: ManifestNode): SourceStatus | undefined {
  const words = wordsOf(child(node, 'status'))?.trim().toLowerCase();
  return words !== undefined && isStatus(words) ? words : undefined;
}

function isStatus(words: string): words is SourceStatus {
  return STATUSES.has(words);
}

/** A date that the calendar has, as ISO; undefined otherwise. */
export function dateOf(node: ManifestNode | undefined): string | undefined {
  const words = wordsOf(node)?.trim();
  return words !== undefined && isDate(words) ? words : undefined;
}

/** `140-150` or `7` as a stretch of pages; undefined where it is none, or ends before it begins. */
export function stretchOf(node: ManifestNode | undefined): PageStretch | undefined {
  const [, from, to] = /^(\d{1,9})(?:\s*[-\u2013\u2014]\s*(\d{1,9}))?$/.exec(wordsOf(node)?.trim() ?? '') ?? [];
  if (from === undefined) return undefined;
  const first = Number(from);
  const last = Number(to ?? from);
  return first <= last ? { first, last } : undefined;
}

function stretchesOf(node: ManifestNode | undefined): readonly PageStretch[] | undefined {
  const stretches = itemsOf(node).flatMap((item) => stretchOf(item) ?? []);
  return stretches.length > 0 ? stretches : undefined;
}

/** `pages: {first, last, label}`, a stretch, or (one number) how many there are. */
function pagesOf(node: ManifestNode | undefined): DeclaredPages | undefined {
  if (node?.kind === 'scalar') {
    const count = wholeNumberOf(node);
    return count === undefined ? stretchOf(node) : { last: count };
  }
  const label = wordsOf(child(node, 'label'));
  const pages: DeclaredPages = defined({
    first: wholeNumberOf(child(node, 'first')),
    last: wholeNumberOf(child(node, 'last')),
    label: label === 'ecf' || label === 'printed' || label === 'pdf' ? (label as DeclaredPages['label']) : undefined,
  });
  return Object.keys(pages).length > 0 ? pages : undefined;
}

/** The place of an entry: its key (or item), and where each of its fields is written. */
export function placeOf(manifest: string, span: Span, node: ManifestNode): EntryPlace {
  const fields = new Map<string, Span>();
  if (node.kind === 'map') {
    for (const [field, { keySpan, value }] of node.byKey) {
      fields.set(field, value.span.end > value.span.start ? value.span : keySpan);
    }
  } else if (node.kind === 'scalar' && typeof node.value === 'string') fields.set('file', node.span);
  return { manifest, span, fields };
}

type Defined<T> = { [Field in keyof T]?: Exclude<T[Field], undefined> };

/** The same fields without those that are undefined: absence is a field that is not there. */
export function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
