import { sourcesIn } from '../problems.ts';
import type { ManifestRule } from '../rule.ts';

export const missingFile: ManifestRule = {
  code: 'missing-file',
  severity: 'warning',
  summary: 'A file that the manifest names is not there.',
  examples: { wrong: 'exhibits: {A: not-there.txt}', right: 'exhibits: {A: there.txt}' },
  *check(manifest, drafts, pages) {
    for (const source of sourcesIn(manifest, drafts)) {
      if (source.file === undefined || pages(source)?.state !== 'missing') continue;
      const span = source.place.fields.get('file') ?? source.place.span;
      yield { span, message: `${source.file} is not there. It is named for ${source.name}.` };
    }
  },
};
