import type { PageStretch } from '../../record/caseRecord.ts';
import { checkedPins, pageNumbers } from '../checkedPins.ts';
import type { LintRule } from '../rule.ts';
import { listWithAnd, nameOfTarget } from '../wording.ts';

export const pageNotAttached: LintRule = {
  code: 'page-not-attached',
  severity: 'warning',
  summary: 'The exhibit is an excerpt, and the page cited is not among the pages that are attached.',
  examples: { wrong: 'See Ex. B at 152.', right: 'See Ex. B at 144-46.' },
  *check(draft) {
    for (const { resolved, answer, source, pin } of checkedPins(draft)) {
      const numbers = pageNumbers(pin);
      if (!source.includes || !numbers || numbers.last < numbers.first) continue;
      const missing = firstOutside(numbers.first, numbers.last, source.includes);
      if (missing === undefined) continue;
      const attached = listWithAnd(
        source.includes.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)),
      );
      yield {
        span: pin,
        citation: resolved.index,
        message: `${nameOfTarget(draft, resolved, answer)} as attached has pages ${attached}; page ${missing} is cited.`,
      };
    }
  },
};

/** The first page of a range that no stretch holds; jumps from stretch to stretch, so a long range costs nothing. */
function firstOutside(first: number, last: number, stretches: readonly PageStretch[]): number | undefined {
  let page = first;
  while (page <= last) {
    const holding = stretches.find((stretch) => stretch.first <= page && page <= stretch.last);
    if (!holding) return page;
    page = holding.last + 1;
  }
  return undefined;
}
