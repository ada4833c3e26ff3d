import type { Draft } from '../../draft.ts';
import { type CheckedQuotation, type Comparison, checkedQuotations } from '../checkedQuotations.ts';
import type { Replacement } from '../finding.ts';
import { labelOfPage, nameOfPaper } from '../quotationWording.ts';
import { linesElsewhere, rangeWords } from '../quotedLines.ts';
import type { LintRule, RuleFinding } from '../rule.ts';

/** Fewer words than these may stand on many pages. */
const FEWEST_WORDS = 4;

export const quotationElsewhere: LintRule = {
  code: 'quotation-elsewhere',
  severity: 'warning',
  summary:
    'The words quoted stand in the paper cited, but on another page, or other lines of a transcript, than the pin cite says.',
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
  if (outcome.state !== 'agrees' || vouched.quotation.wordCount < FEWEST_WORDS) return undefined;
  const { voucher, words } = outcome.with;
  const [pin] = voucher.pins;
  if (!pin || !words.pages || voucher.reach === 'near') return undefined;
  const lines = linesElsewhere(draft, outcome.with, outcome.place);
  if (!lines && !outcome.isElsewhere) return undefined;
  const { resolved } = voucher;
  const label = lines ?? labelOfPage(draft, voucher, words.pages, outcome.place.page);
  const said = voucher.pins.map(({ first, last }) => (first === last ? first : rangeWords(first, last))).join(', ');
  const isOwn = resolved.citation.start <= pin.start && pin.end <= resolved.citation.end;
  const { start, end } = vouched.quotation;
  return {
    span: isOwn ? { start: pin.start, end: pin.end } : { start: resolved.citation.start, end: resolved.citation.end },
    citation: resolved.index,
    message: `These words are ${lines ? 'at' : 'on page'} ${label} of ${nameOfPaper(draft, voucher)}; the pin cite says ${said}.`,
    related: [{ span: { start, end }, message: 'These words.' }],
    ...(isOwn ? replacementFor(outcome.with, lines ? 'line' : 'page', label, outcome.place.page, all) : {}),
  };
}

/** Only a single page is rewritten, and only where no other quotation rests on it. */
function replacementFor(
  { voucher }: Comparison,
  unit: 'page' | 'line',
  label: string,
  page: number,
  all: readonly CheckedQuotation[],
): { readonly replacements?: readonly Replacement[] } {
  const [pin, second] = voucher.pins;
  if (!pin || second || (pin.unit === 'page' && pin.first !== pin.last) || pin.unit !== unit) return {};
  const restsOnIt = all.some(({ outcome }) => {
    if (outcome.state !== 'agrees' && outcome.state !== 'differs') return false;
    return outcome.with.voucher.resolved === voucher.resolved && outcome.place.page !== page;
  });
  if (restsOnIt) return {};
  return {
    replacements: [
      { span: { start: pin.start, end: pin.end }, words: label, name: unit === 'page' ? `page ${label}` : label },
    ],
  };
}
