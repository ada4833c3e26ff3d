import type { Draft } from '../draft.ts';
import type { Source } from '../record/caseRecord.ts';
import { citedSources } from '../resolve/citedSources.ts';
import type { ResolvedCitation, TargetResolution } from '../resolve/resolution.ts';

/** A paper at a place where the draft cites it. */
export interface CitedPaper {
  readonly resolved: ResolvedCitation;
  readonly answer: TargetResolution;
  readonly source: Source;
}

/** Papers that are written out, in the order of the text: an Id. repeats what was said where its antecedent stands. */
export function* citedPapers(draft: Draft): Iterable<CitedPaper> {
  for (const resolved of draft.citations) {
    if (resolved.citation.form === 'id') continue;
    for (const answer of resolved.targets) {
      const sources = answer.status === 'resolved' ? citedSources(answer) : [];
      for (const source of sources) yield { resolved, answer, source };
    }
  }
}
