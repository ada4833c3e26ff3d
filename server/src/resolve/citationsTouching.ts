import type { Span } from '../text/span.ts';
import type { ResolvedCitation } from './resolution.ts';

/** The citation under a cursor (an empty span, UTF-16 offsets), also right behind its last character, or those that a selection touches. */
export function citationsTouching(
  citations: readonly ResolvedCitation[],
  { start, end }: Span,
): readonly ResolvedCitation[] {
  return citations.filter(({ citation }) =>
    start === end ? citation.start <= start && start <= citation.end : citation.start < end && start < citation.end,
  );
}
