import type { Draft } from '../../draft.ts';
import { type Comparison, checkedQuotations } from '../checkedQuotations.ts';
import { countOf, isTranscription, nameOfPaper } from '../quotationWording.ts';
import type { LintRule } from '../rule.ts';
import { listWithOr } from '../wording.ts';

/** Fewer words than these are often the writer's own. */
const FEWEST_WORDS = 4;

export const quotationNotFound: LintRule = {
  code: 'quotation-not-found',
  severity: 'warning',
  summary:
    'The words quoted are nowhere in the paper cited directly behind them. A hint where the citation stands farther off, or only the manifest gives the words.',
  examples: {
    wrong: '"Nobody went near the harbor wall." Ex. E at 2.',
    right: '"The gate was open all night." Ex. E at 2.',
  },
  *check(draft, pages) {
    for (const { vouched, outcome } of checkedQuotations(draft, pages)) {
      if (outcome.state !== 'absent') continue;
      const { start, end, wordCount } = vouched.quotation;
      const reach = outcome.from.map(({ voucher }) => voucher.reach);
      if (reach.includes('near') || wordCount < 2) continue;
      const isCertain =
        reach.every((one) => one === 'direct') && wordCount >= FEWEST_WORDS && !outcome.from.some(isTranscription);
      const [first] = outcome.from;
      yield {
        span: { start, end },
        ...(first ? { citation: first.voucher.resolved.index } : {}),
        message: `These words are not in ${listWithOr(outcome.from.map((one) => whatWasRead(draft, one)))}.`,
        ...(isCertain ? {} : { severity: 'hint' as const }),
      };
    }
  },
};

function whatWasRead(draft: Draft, comparison: Comparison): string {
  const { words, voucher } = comparison;
  const name = nameOfPaper(draft, voucher);
  if (!words.pages) return isTranscription(comparison) ? `${name} as the manifest gives it` : name;
  if (words.pages.pages[0]?.unpaged !== undefined) return name;
  return `${name} (${countOf(words.pages.pages.length, 'page')} read)`;
}
