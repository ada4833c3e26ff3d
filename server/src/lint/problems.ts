import type { Draft } from '../draft.ts';
import type { CaseRecord, Source } from '../record/caseRecord.ts';
import type { ManifestProblem } from '../record/manifest.ts';
import { groupedBy } from '../text/groupedBy.ts';
import type { RuleFinding } from './rule.ts';

/** The records that drafts were answered from, each once. */
export function recordsOf(drafts: readonly Draft[]): readonly CaseRecord[] {
  return [
    ...new Set(drafts.flatMap(({ record }) => (record.state === 'available' && !record.stale ? [record.record] : []))),
  ];
}

/** The record's own problems of one kind in one manifest file, as findings. */
export function* problemsOf(
  manifest: string,
  drafts: readonly Draft[],
  code: ManifestProblem['code'],
): Iterable<RuleFinding> {
  for (const record of recordsOf(drafts)) {
    for (const problem of record.problems) {
      if (problem.code === code && problem.manifest === manifest)
        yield { span: problem.span, message: problem.message };
    }
  }
}

/** A record stays the same from one keystroke to the next. */
const BY_MANIFEST = new WeakMap<CaseRecord, ReadonlyMap<string, readonly Source[]>>();

/** Every source that is written in one manifest file, each once. */
export function sourcesIn(manifest: string, drafts: readonly Draft[]): readonly Source[] {
  return [...new Set(recordsOf(drafts).flatMap((record) => byManifest(record).get(manifest) ?? []))];
}

function byManifest(record: CaseRecord): ReadonlyMap<string, readonly Source[]> {
  const known = BY_MANIFEST.get(record);
  if (known) return known;
  const sources = groupedBy(record.sources, ({ place }) => place.manifest);
  BY_MANIFEST.set(record, sources);
  return sources;
}
