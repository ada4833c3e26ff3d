import type { Finding, Severity } from '../lint/finding.ts';
import type { ResolvedCitation } from '../resolve/resolution.ts';

/** What was found, by the citation that it speaks of. */
export interface FindingsByCitation {
  /** By the citation's index, the gravest first. */
  readonly at: ReadonlyMap<number, readonly Finding[]>;
  /** What speaks of no citation: quoted words that cite nothing, an ignore without use. In order of the text. */
  readonly apart: readonly Finding[];
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/**
 * Gives each finding to the citation that its rule names, else to the first one that it lies on. Citations are in order of the
 * text; a quotation that was altered lies beside the citation that vouches for it.
 */
export function findingsByCitation(
  citations: readonly ResolvedCitation[],
  findings: readonly Finding[],
): FindingsByCitation {
  const at = new Map<number, Finding[]>();
  const apart: Finding[] = [];
  for (const finding of findings) {
    const index = finding.citation ?? citationOn(citations, finding);
    const known = index === undefined ? apart : at.get(index);
    if (known) known.push(finding);
    else if (index !== undefined) at.set(index, [finding]);
  }
  for (const list of at.values()) list.sort((one, other) => GRAVITY[one.severity] - GRAVITY[other.severity]);
  return { at, apart };
}

/** Bisection: the first citation that ends behind the finding's start, if it begins before the finding's end. */
function citationOn(citations: readonly ResolvedCitation[], { span }: Finding): number | undefined {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.citation.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const first = citations[low];
  return first && first.citation.start < span.end ? first.index : undefined;
}
