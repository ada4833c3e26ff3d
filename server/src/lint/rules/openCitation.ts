import { tidy } from '../../text/names.ts';
import type { LintRule } from '../rule.ts';

export const openCitation: LintRule = {
  code: 'open-citation',
  severity: 'warning',
  summary: 'A citation still has a blank or a placeholder in it: Ex. __ at __, [CITE], TK.',
  examples: { wrong: 'See Ex. __ at __.', right: 'It took ______ of the tables.' },
  *check(draft) {
    for (const { open, citation, index } of draft.citations) {
      if (!open) continue;
      const words = tidy(draft.syntax.text.slice(citation.start, citation.end));
      yield {
        span: { start: citation.start, end: citation.end },
        citation: index,
        message: `A citation is still open: ${words}.`,
      };
    }
  },
};
