import { analyze } from '../../draft.ts';
import { addEntry, inserted } from '../../record/addEntry.ts';
import { buildRecord } from '../../record/buildRecord.ts';
import type { CaseRecord, EntryPlace } from '../../record/caseRecord.ts';
import type { NewValue } from '../../record/entryText.ts';
import { parseManifest } from '../../record/manifest.ts';
import { child, entriesOf } from '../../record/manifestTree.ts';
import type { ResolvedCitation, TargetResolution } from '../../resolve/resolution.ts';
import type { Fix, FixableManifest, FixView } from './fix.ts';

/** What is to be written into which manifest. */
export interface EntryPlan {
  readonly title: string;
  readonly manifest: FixableManifest;
  /** Keys one inside the other, from the top; of a list the place of the item. */
  readonly keys: readonly string[];
  readonly value: NewValue;
}

/** The target of a draft that a fix is to answer: places in the draft's citations, and in that one's targets. */
export interface Asked {
  readonly citation: number;
  readonly target: number;
}

/**
 * The fix that writes a plan; undefined where there is no safe place for it, or the manifest with it would not answer what is
 * asked, has a new problem, or answers any other citation differently.
 */
export function manifestFix(view: FixView, asked: Asked, { title, manifest, keys, value }: EntryPlan): Fix | undefined {
  const { parsed, uri, lines, version } = manifest;
  // An empty JSON file has no layout to be continued.
  if (parsed.root === undefined && /\.json$/i.test(parsed.path)) return undefined;
  const insertions = addEntry(parsed, keys, value);
  if (!insertions || !answers(view, asked, manifest, inserted(parsed.text, insertions))) return undefined;
  const changes = insertions.map(({ at, words }) => ({ span: { start: at, end: at }, words }));
  return { title, file: { uri, lines, ...(version === undefined ? {} : { version }) }, changes };
}

function answers(view: FixView, asked: Asked, manifest: FixableManifest, text: string): boolean {
  const { draft, manifests, path } = view;
  if (draft.record.state !== 'available') return false;
  const parsed = manifests.map((one) => (one === manifest ? parseManifest(text, one.parsed.path) : one.parsed));
  const [first, ...extended] = parsed;
  if (!first || parsed.some((one) => !one.readable)) return false;
  const before = draft.record.record;
  const record = buildRecord(first, { revision: before.revision, extended });
  if (record.problems.length > before.problems.length) return false;
  const after = analyze(draft.syntax, { state: 'available', record }, path);
  const meant = after.citations[asked.citation]?.targets[asked.target];
  return meant?.status === 'resolved' && draft.citations.every((one, place) => isKept(one, after.citations[place]));
}

/** A citation that was answered still is, from the same entry. */
function isKept(before: ResolvedCitation, after: ResolvedCitation | undefined): boolean {
  return before.targets.every(({ source }, place) => {
    const now = after?.targets[place]?.source;
    return !source || (now?.entry === source.entry && now.place.manifest === source.place.manifest);
  });
}

/** The target of a citation that stands at a finding's span. */
export function askedAt(
  citation: ResolvedCitation,
  span: { readonly start: number; readonly end: number },
  status: TargetResolution['status'],
): { readonly asked: Asked; readonly answer: TargetResolution } | undefined {
  const place = citation.targets.findIndex(
    ({ target, status: own }) =>
      own === status &&
      ((target.start <= span.start && span.end <= target.end) ||
        ('docketSpan' in target && target.docketSpan?.start === span.start)),
  );
  const answer = citation.targets[place];
  return answer && { asked: { citation: citation.index, target: place }, answer };
}

/** The manifest that an entry stands in. */
export function manifestOf({ manifests }: FixView, { manifest }: EntryPlace): FixableManifest | undefined {
  return manifests.find(({ parsed }) => parsed.path === manifest);
}

/** Where `papers` has this draft, as its key is written there; else where it would stand in the nearest manifest. */
export function paperKeys(
  view: FixView,
): { readonly manifest: FixableManifest; readonly keys: readonly string[] } | undefined {
  const { scope } = view.draft;
  if (!scope) {
    const [manifest] = view.manifests;
    return manifest && view.path !== undefined ? { manifest, keys: ['papers', view.path] } : undefined;
  }
  const manifest = manifestOf(view, scope.place);
  const entry = entriesOf(child(manifest?.parsed.root, 'papers')).find(
    ({ keySpan }) => keySpan.start === scope.place.span.start,
  );
  return manifest && entry && { manifest, keys: ['papers', entry.key] };
}

/** The record that the draft was answered from. */
export function recordOf({ draft: { record } }: FixView): CaseRecord | undefined {
  return record.state === 'available' && !record.stale ? record.record : undefined;
}
