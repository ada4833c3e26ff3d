import type { Draft } from '../draft.ts';
import type { Source } from '../record/caseRecord.ts';
import type { Pages } from '../record/pages.ts';
import { numberOf } from '../resolve/pinPages.ts';
import type { Voucher } from '../resolve/quotations.ts';
import { tidy } from '../text/names.ts';
import type { SourcePlace } from '../text/quotation/quotation.ts';
import type { Comparison } from './checkedQuotations.ts';
import { conventionFor } from './pinConvention.ts';
import { nameOfTarget } from './wording.ts';

/** The paper as the draft cites it: `Dkt. No. 315`; of a range the one paper that is meant. */
export function nameOfPaper(draft: Draft, { resolved, answer, source }: Voucher): string {
  return (answer.sources?.length ?? 1) > 1 ? source.name : nameOfTarget(draft, resolved, answer);
}

/** The paper and the page on which the words stand: `Dkt. No. 315 at 8`; a request has no pages. */
export function nameWithPage(draft: Draft, { voucher, words, pins }: Comparison, { page }: SourcePlace): string {
  const name = nameOfPaper(draft, voucher);
  if (!words.pages || words.pages.pages[page]?.unpaged !== undefined) return name;
  const [pin, second] = voucher.pins;
  if (pin && !second && pins?.usual.includes(page)) {
    return `${name} at ${tidy(draft.syntax.text.slice(pin.start, pin.end))}`;
  }
  return `${name} at ${labelOfPage(draft, voucher, words.pages, page)}`;
}

/** What a page is called where this paper is cited; `page` counts from 0. */
export function labelOfPage(draft: Draft, { resolved, source }: Voucher, pages: Pages, page: number): string {
  const [found] = numbersOfPage(source, pages, page, conventionFor(draft, resolved.citation));
  return found ?? String(page + 1);
}

function numbersOfPage(
  source: Source,
  pages: Pages,
  place: number,
  convention: 'ecf' | 'printed' | 'pdf' | undefined,
): readonly string[] {
  const page = pages.pages[place];
  const first = source.pages?.label ?? convention;
  if (!page) return [];
  return ([...(first ? [first] : []), 'printed', 'ecf', 'pdf'] as const).flatMap(
    (numbering) => numberOf(page, numbering, source.pages, pages) ?? [],
  );
}

/** A request's text that nobody compared with the served paper. */
export function isTranscription({ voucher: { source }, words }: Comparison): boolean {
  return words.pages === undefined && source.servedIn === undefined;
}

/** `1 word`, `2 words`. */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

const LONGEST_SHOWN = 120;

/** Words on one line, and of many only the first. */
export function shortened(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)} ...` : plain;
}
