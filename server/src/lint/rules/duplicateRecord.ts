import { problemsOf } from '../problems.ts';
import type { ManifestRule } from '../rule.ts';

export const duplicateRecord: ManifestRule = {
  code: 'duplicate-record',
  severity: 'error',
  summary: 'Two entries of the manifest claim the same citation. A second name for one paper is no duplicate.',
  examples: { wrong: 'docket: {12: Order.txt, "12": Letter.txt}', right: 'docket: {12: Order.txt, 13: Letter.txt}' },
  check: (manifest, drafts) => problemsOf(manifest, drafts, 'duplicate-record'),
};
