import type { Draft } from '../../draft.ts';
import type { Quotation } from '../../syntax/draftSyntax.ts';
import { paragraphAround } from '../../text/sentence.ts';
import { checkedQuotations } from '../checkedQuotations.ts';
import { citationsIn } from '../citationsIn.ts';
import type { LintRule } from '../rule.ts';

const FEWEST_WORDS = 5;

export const quotationUncited: LintRule = {
  code: 'quotation-uncited',
  severity: 'hint',
  summary: 'Five words or more are quoted, and no citation stands in their paragraph.',
  examples: {
    wrong: 'One witness said that "the gate was open all night."',
    right: 'One witness said that "the gate was open all night." Ex. E at 2.',
  },
  *check(draft, pages) {
    for (const { vouched, outcome } of checkedQuotations(draft, pages)) {
      const { quotation, isCited } = vouched;
      if (isCited || outcome.state === 'inDraft' || quotation.wordCount < FEWEST_WORDS) continue;
      if (hasCitationInReach(draft, quotation)) continue;
      yield { span: { start: quotation.start, end: quotation.end }, message: 'No citation stands near these words.' };
    }
  },
};

/** Any citation in the paragraph, an italic name of a case, or for a block a citation in the paragraph on either side. */
function hasCitationInReach(draft: Draft, { whole, kind }: Quotation): boolean {
  const { text } = draft.syntax;
  const paragraph = paragraphAround(text, whole);
  const further = kind === 'block' ? 600 : 120;
  // The mark of a footnote behind the words leads to a citation, whatever it looks like there.
  if (
    /^[.,;]?(?:\[\^|[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]|\d{1,3}(?=\s|$))/.test(text.slice(whole.end, whole.end + 5))
  )
    return true;
  const around = {
    start: Math.max(0, paragraph.start - (kind === 'block' ? further : 0)),
    end: paragraph.end + further,
  };
  if (citationsIn(draft, around).length > 0) return true;
  return /[*_][A-Z][^*_\n]{2,80}[*_]|\bv\. [A-Z]/.test(text.slice(paragraph.start, paragraph.end));
}
