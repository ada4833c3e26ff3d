import type { Draft } from '../draft.ts';
import type { ResolvedCitation } from '../resolve/resolution.ts';
import type { Span } from '../text/span.ts';

/** The citations that lie inside a span, by binary search: they are in the order of the text. */
export function citationsIn({ citations }: Draft, span: Span): readonly ResolvedCitation[] {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.citation.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: ResolvedCitation[] = [];
  for (let at = low; at < citations.length; at++) {
    const one = citations[at];
    if (!one || one.citation.end > span.end) break;
    found.push(one);
  }
  return found;
}
