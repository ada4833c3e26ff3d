import type { CaseRecord, PaperScope } from '../record/caseRecord.ts';

/**
 * What `papers` says of a draft. `path` is the draft's, relative to the folder of the nearest manifest, with `/`. A key of an
 * extended manifest is relative to that manifest's own folder; the nearer manifest's word comes first.
 */
export function scopeFor(record: CaseRecord, path: string | undefined): PaperScope | undefined {
  if (path === undefined) return undefined;
  const draft = joined(record.manifest, path);
  return record.papers.find((paper) => joined(paper.place.manifest, paper.path) === draft);
}

/** The place of `path` seen from the folder of `manifest`: plain words, no disk. */
function joined(manifest: string, path: string): string {
  const steps = manifest.replaceAll('\\', '/').split('/').slice(0, -1);
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
