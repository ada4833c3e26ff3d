import type { Draft } from '../../draft.ts';
import type { CaseRecord, ExhibitSeries, PaperScope, Source } from '../../record/caseRecord.ts';
import { recordsOf } from '../problems.ts';
import type { ManifestRule, RuleFinding } from '../rule.ts';

export const unusedExhibit: ManifestRule = {
  code: 'unused-exhibit',
  severity: 'hint',
  summary: 'An exhibit of this paper is not cited in it. The docket is never asked.',
  examples: { wrong: 'exhibits: {Z: there.txt}', right: 'exhibits: {A: there.txt}' },
  *check(manifest, drafts) {
    for (const record of recordsOf(drafts)) {
      const own = drafts.filter((draft) => draft.record.state === 'available' && draft.record.record === record);
      for (const scope of record.papers.filter((paper) => paper.hasExhibits)) {
        const here = own.filter((draft) => draft.scope === scope);
        if (here.length > 0) yield* unused(manifest, scope.series, here);
      }
      // The matter's series belongs to every draft without exhibits of its own.
      const common = own.filter((draft) => !draft.scope?.hasExhibits);
      if (common.length > 0 && isOnlyPaper(record)) yield* unused(manifest, record.series, common);
    }
  },
};

/** Where other drafts share the common series, one that is not open may cite what this one does not. */
function isOnlyPaper(record: CaseRecord): boolean {
  return record.papers.every((paper: PaperScope) => paper.hasExhibits);
}

function* unused(manifest: string, series: readonly ExhibitSeries[], drafts: readonly Draft[]): Iterable<RuleFinding> {
  const cited = new Set<Source>();
  for (const draft of drafts) {
    for (const { targets } of draft.citations) {
      for (const { source, sources, candidates } of targets) {
        for (const one of [source, ...(sources ?? []), ...(candidates ?? [])]) if (one) cited.add(one);
      }
    }
  }
  for (const one of series) {
    // A house style's series (trial exhibits) is the matter's, not this paper's.
    if (one.owner !== undefined && !one.party) continue;
    for (const source of new Set(one.exhibits.values())) {
      const isHere = source.place.manifest === manifest && /exhibits\//.test(source.entry);
      if (isHere && !cited.has(source)) yield { span: source.place.span, message: `${source.name} is not cited.` };
    }
  }
}
