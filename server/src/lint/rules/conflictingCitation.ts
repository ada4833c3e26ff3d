import type { LintRule } from '../rule.ts';
import { describe } from '../wording.ts';

export const conflictingCitation: LintRule = {
  code: 'conflicting-citation',
  severity: 'warning',
  summary: 'An exhibit or declaration and the docket number written behind it are not the same paper.',
  examples: { wrong: 'See Ex. E, Dkt. 14.', right: 'See Ex. F, Dkt. 14.' },
  *check(draft) {
    for (const resolved of draft.citations) {
      if (resolved.citation.form === 'id') continue;
      for (const { conflict, target } of resolved.targets) {
        if (!conflict) continue;
        const span =
          'docketSpan' in target && target.docketSpan ? target.docketSpan : { start: target.start, end: target.end };
        yield {
          span,
          citation: resolved.index,
          message: `These are two different papers in the manifest: ${describe(conflict.first)} and ${describe(conflict.second)}.`,
        };
      }
    }
  },
};
