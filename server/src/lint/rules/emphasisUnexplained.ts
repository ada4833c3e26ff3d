import type { Draft } from '../../draft.ts';
import type { VouchedQuotation } from '../../resolve/quotations.ts';
import { paragraphAround } from '../../text/sentence.ts';
import type { Span } from '../../text/span.ts';
import { citationsIn } from '../citationsIn.ts';
import { emphasisIn } from '../quotedText.ts';
import type { LintRule } from '../rule.ts';

/** What is set in italics by custom and emphasises nothing. */
const CUSTOM =
  /^(?:see|see also|id\.?|ibid\.?|e\.g\.,?|i\.e\.,?|sic|supra|infra|inter alia|et seq\.?|et al\.?|cf\.?|passim|viz\.?|ex parte|in re .{1,80}|.{1,80} v\.? .{1,80})$/i;

export const emphasisUnexplained: LintRule = {
  code: 'emphasis-unexplained',
  severity: 'hint',
  summary: 'Words inside a quotation are emphasized, and no bracket says whose emphasis it is.',
  examples: {
    wrong: '"The gate was *open* all night." Ex. E at 2.',
    right: '"The gate was *open* all night." Ex. E at 2 (emphasis added).',
  },
  *check(draft) {
    for (const vouched of draft.quotations) {
      const { quotation, isCited, allowances, vouchers } = vouched;
      if (!isCited || allowances.emphasisExplained) continue;
      const found = emphasisIn(draft.syntax.text, quotation).filter((span) => isEmphasis(draft, span));
      const [span, ...others] = found;
      if (!span || isExplainedNearby(draft, vouched)) continue;
      const [first] = vouchers;
      // What the draft quotes of a protected paper is that paper's words.
      const isFree = vouchers.length > 0 && vouchers.every(({ source }) => !source.isProtected);
      const words = draft.syntax.text.slice(span.start, span.end).replace(/\s+/g, ' ');
      const what = isFree && others.length === 0 ? `The emphasis on "${words}"` : 'The emphasis in this quotation';
      yield {
        span,
        ...(first && { citation: first.resolved.index }),
        message: `${what} is not explained. Add (emphasis added) or (emphasis in original) behind the citation.`,
        ...(others.length > 0
          ? { related: others.map((other) => ({ span: other, message: 'These words are emphasized, too.' })) }
          : {}),
      };
    }
  },
};

/** Not a case's name, a signal or a citation, and not all of the words. */
function isEmphasis(draft: Draft, span: Span): boolean {
  if (CUSTOM.test(draft.syntax.text.slice(span.start, Math.min(span.end, span.start + 200)))) return false;
  return citationsIn(draft, { start: span.start - 2, end: span.end + 2 }).length === 0;
}

/** "(emphasis added to both)" at the end of the paragraph speaks of this quotation, too. */
function isExplainedNearby({ syntax: { text } }: Draft, { quotation }: VouchedQuotation): boolean {
  const { end } = paragraphAround(text, quotation.whole);
  return /\bemphas[ie]s (?:is |are |was |has been |have been )?(?:added|supplied|mine|ours|in (?:the )?original|original|omitted)|\boriginal emphasis\b/i.test(
    text.slice(quotation.whole.end, end),
  );
}
