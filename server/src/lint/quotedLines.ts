import type { Draft } from '../draft.ts';
import { linesCited, linesOf } from '../resolve/pinLines.ts';
import type { SourcePlace } from '../text/quotation/quotation.ts';
import type { Comparison } from './checkedQuotations.ts';
import { labelOfPage } from './quotationWording.ts';

/**
 * The lines of a transcript on which quoted words stand (`144:9-12`), where the pins cite lines and none of these. Undefined where they
 * stand on a line that is cited, or the lines of the page are not known: then nothing is said.
 */
export function linesElsewhere(draft: Draft, { voucher, words }: Comparison, place: SourcePlace): string | undefined {
  const { pins } = voucher;
  if (pins.length === 0 || pins.some(({ unit }) => unit !== 'line') || !words.pages) return undefined;
  const known: (readonly [string, string])[] = [];
  for (let at = place.page; at <= place.endPage; at++) {
    const page = words.pages.pages[at];
    if (!page) return undefined;
    const label = labelOfPage(draft, voucher, words.pages, at);
    const span = {
      start: at === place.page ? place.start : 0,
      end: at === place.endPage ? place.end : page.text.length,
    };
    const lines = linesOf(span, page, label);
    if (!lines) return undefined;
    const isCited = pins.some((pin) => {
      const cited = linesCited(pin, page, label);
      return cited !== undefined && cited.start < span.end && span.start < cited.end;
    });
    if (isCited) return undefined;
    known.push(lines);
  }
  const [first, last] = [known[0]?.[0], known.at(-1)?.[1]];
  return first === undefined || last === undefined ? undefined : rangeWords(first, last);
}

/** `144:9-12`, `144:24-145:2`, `8-9`: a range as it is cited. */
export function rangeWords(first: string, last: string): string {
  if (first === last) return first;
  const [page, line] = last.split(':');
  return line !== undefined && first.startsWith(`${page}:`) ? `${first}-${line}` : `${first}-${last}`;
}
