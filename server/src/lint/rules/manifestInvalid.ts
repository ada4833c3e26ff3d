import { problemsOf } from '../problems.ts';
import type { ManifestRule } from '../rule.ts';

export const manifestInvalid: ManifestRule = {
  code: 'manifest-invalid',
  severity: 'error',
  summary:
    'Something in the manifest is not as it should be: a field nobody knows, a date that is none, a reference that leads nowhere.',
  examples: { wrong: 'docket: {12: {titel: Order}}', right: 'docket: {12: {title: Order}}' },
  check: (manifest, drafts) => problemsOf(manifest, drafts, 'manifest-invalid'),
};
