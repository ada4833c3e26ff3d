import type { Draft } from '../../draft.ts';
import { type CheckedQuotation, type Comparison, checkedQuotations } from '../checkedQuotations.ts';
import type { Replacement } from '../finding.ts';
import { labelOfPage, nameOfPaper } from '../quotationWording.ts';
import type { LintRule, RuleFinding } from '../rule.ts';

/** Fewer words than these may stand on many pages. */
const FEWEST_WORDS = 4;

export const quotationElsewhere: LintRule = {
  code: 'quotation-elsewhere',
  severity: 'warning',
  summary: 'The words quoted stand in the paper cited, but on another page than the pin cite says.',
  examples: {
    wrong: '"The gate was open all night." Ex. E at 3.',
    right: '"The gate was open all night." Ex. E at 2.',
  },
  *check(draft, pages) {
    const checked = checkedQuotations(draft, pages);
    const told = new Set<string>();
    for (const one of checked) {
      const finding = findingFor(draft, one, checked);
      if (!finding) continue;
      const key = `${finding.span.start} ${finding.message}`;
      if (!told.has(key)) yield finding;
      told.add(key);
    }
  },
};

function findingFor(
  draft: Draft,
  { vouched, outcome }: CheckedQuotation,
  all: readonly CheckedQuotation[],
): RuleFinding | undefined {
  if (outcome.state !== 'agrees' || !outcome.isElsewhere || vouched.quotation.wordCount < FEWEST_WORDS)
    return undefined;
  const { voucher, words } = outcome.with;
  const [pin] = voucher.pins;
  if (!pin || !words.pages || voucher.reach === 'near') return undefined;
  const { resolved } = voucher;
  const label = labelOfPage(draft, voucher, words.pages, outcome.place.page);
  const said = voucher.pins.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(', ');
  const isOwn = resolved.citation.start <= pin.start && pin.end <= resolved.citation.end;
  const { start, end } = vouched.quotation;
  return {
    span: isOwn ? { start: pin.start, end: pin.end } : { start: resolved.citation.start, end: resolved.citation.end },
    citation: resolved.index,
    message: `These words are on page ${label} of ${nameOfPaper(draft, voucher)}; the pin cite says ${said}.`,
    related: [{ span: { start, end }, message: 'These words.' }],
    ...(isOwn ? replacementFor(outcome.with, label, outcome.place.page, all) : {}),
  };
}

/** Only a single page is rewritten, and only where no other quotation rests on it. */
function replacementFor(
  { voucher }: Comparison,
  label: string,
  page: number,
  all: readonly CheckedQuotation[],
): { readonly replacements?: readonly Replacement[] } {
  const [pin, second] = voucher.pins;
  if (!pin || second || pin.unit !== 'page' || pin.first !== pin.last) return {};
  const restsOnIt = all.some(({ outcome }) => {
    if (outcome.state !== 'agrees' && outcome.state !== 'differs') return false;
    return outcome.with.voucher.resolved === voucher.resolved && outcome.place.page !== page;
  });
  if (restsOnIt) return {};
  return { replacements: [{ span: { start: pin.start, end: pin.end }, words: label, name: `page ${label}` }] };
}
