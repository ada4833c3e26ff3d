import type { Draft } from '../../draft.ts';
import type { Source } from '../../record/caseRecord.ts';
import type { Page, Pages, PagesLookup } from '../../record/pages.ts';
import { ownPages } from '../../resolve/ownPages.ts';
import { sheetOfTranscriptPage, sheetsInVolumes } from '../../resolve/pinLines.ts';
import { type Numbering, pageOfPin } from '../../resolve/pinPages.ts';
import type { PinCite } from '../../syntax/citation.ts';
import { type CheckedPin, checkedPins } from '../checkedPins.ts';
import { checkedQuotations } from '../checkedQuotations.ts';
import { conventionFor } from '../pinConvention.ts';
import type { LintRule } from '../rule.ts';
import { listWithAnd, nameOfTarget } from '../wording.ts';

export const pinAmbiguous: LintRule = {
  code: 'pin-ambiguous',
  severity: 'hint',
  summary:
    "Two pages of the paper have the number cited, one printed on it and one in the court's stamp, and nothing says which is meant; or two volumes of a transcript have it, and no volume is named. Once for each paper.",
  examples: {
    wrong: 'See Ex. M at 3.',
    right: 'Page citations are to the ECF-generated page numbers. See Ex. M at 3.',
  },
  *check(draft, lookup) {
    const told = new Set<Source>();
    for (const checked of checkedPins(draft)) {
      const { source, resolved, answer, pin } = checked;
      if (told.has(source)) continue;
      const two = twoPages(draft, checked, lookup);
      if (!two || isSettled(draft, lookup, resolved.index, two)) continue;
      told.add(source);
      yield { span: pin, citation: resolved.index, message: two.message(nameOfTarget(draft, resolved, answer)) };
    }
  },
};

/** Pages that one pin may mean, and the sentence about them; `all` is the whole file. */
interface TwoPages {
  readonly pages: readonly Page[];
  readonly all: Pages;
  readonly message: (paper: string) => string;
}

function twoPages(draft: Draft, { resolved, source, pin }: CheckedPin, lookup: PagesLookup): TwoPages | undefined {
  if (pin.unit !== 'page' && pin.unit !== 'line') return undefined;
  const state = lookup(source);
  if (state?.state !== 'read') return undefined;
  const all = state.pages;
  const own = ownPages(source, all);
  const sheets = pin.volume === undefined ? sheetsInVolumes(own, pageLabel(pin)) : [];
  if (sheets.length > 0)
    return { pages: sheets, all, message: (paper) => severalVolumes(paper, pageLabel(pin), sheets) };
  if (pin.unit === 'line' || source.pages?.label || conventionFor(draft, resolved.citation)) return undefined;
  if (!mayDiffer(source, own) || sheetOfTranscriptPage(own, pin.first)) return undefined;
  const pageBy = (numbering: Numbering & ('printed' | 'ecf')): Page | undefined => {
    const found = pageOfPin({ ...pin, last: pin.first }, source, all, numbering);
    return found.numbering === numbering ? found.page : undefined;
  };
  const [printed, stamped] = [pageBy('printed'), pageBy('ecf')];
  if (!printed || !stamped || printed === stamped) return undefined;
  return { pages: [printed, stamped], all, message: (paper) => twoNumbers(paper, pin.first, printed, stamped) };
}

/** The page of `144` or `144:3`. */
function pageLabel({ first }: PinCite): string {
  return first.split(':')[0] ?? '';
}

function severalVolumes(name: string, label: string, sheets: readonly Page[]): string {
  const volumes = listWithAnd(sheets.map(({ labels }) => labels.volume ?? ''));
  return `Volumes ${volumes} of ${name} each have a page ${label}, and the citation names none of them; that of the first was taken.`;
}

function twoNumbers(name: string, label: string, printed: Page, stamped: Page): string {
  return `Two pages of ${name} are page ${label}: one by the number printed on it (page ${printed.index} of the file), another by the court's stamp (page ${stamped.index}). The printed number was taken; a sentence in the draft, or \`pins\` in the manifest, says which one you mean.`;
}

const DIFFERING = new WeakMap<Pages, boolean>();

/** False for the many papers whose printed numbers are those of their stamps: their pins need not be looked up twice. */
function mayDiffer(source: Source, pages: Pages): boolean {
  if (source.pages?.first !== undefined) return true;
  const known = DIFFERING.get(pages);
  if (known !== undefined) return known;
  const found = pages.pages.some(
    ({ labels: { printed, ecf } }) => printed !== undefined && ecf !== undefined && printed !== String(ecf.page),
  );
  DIFFERING.set(pages, found);
  return found;
}

/** Words that the draft quotes with this citation stand on one of the pages: then it is known which. */
function isSettled(draft: Draft, lookup: PagesLookup, citation: number, { pages, all }: TwoPages): boolean {
  return checkedQuotations(draft, lookup).some(({ outcome }) => {
    if (outcome.state !== 'agrees' || outcome.with.voucher.resolved.index !== citation) return false;
    const page = all.pages[outcome.place.page];
    return page !== undefined && pages.includes(page);
  });
}
