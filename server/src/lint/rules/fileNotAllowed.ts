import { sourcesIn } from '../problems.ts';
import type { ManifestRule } from '../rule.ts';

export const fileNotAllowed: ManifestRule = {
  code: 'file-not-allowed',
  severity: 'error',
  summary:
    'A file that the manifest names lies outside the folders that Briefcite may read, or is no plain file; it is not opened.',
  examples: { wrong: 'exhibits: {A: ../outside.txt}', right: 'exhibits: {A: there.txt}' },
  *check(manifest, drafts, pages) {
    for (const source of sourcesIn(manifest, drafts)) {
      const state = source.file === undefined ? undefined : pages(source);
      if (state?.state !== 'not-allowed') continue;
      yield {
        span: source.place.fields.get('file') ?? source.place.span,
        message: `${state.why} It is named for ${source.name}.`,
      };
    }
  },
};
