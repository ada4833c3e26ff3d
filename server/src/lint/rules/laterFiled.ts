import type { Source } from '../../record/caseRecord.ts';
import { longDate } from '../../text/isoDates.ts';
import type { LintRule } from '../rule.ts';
import { nameOfTarget, paperWord } from '../wording.ts';

export const laterFiled: LintRule = {
  code: 'later-filed',
  severity: 'information',
  summary: "The paper cited was filed after the date of the draft. Not asked of this paper's own exhibits.",
  examples: { wrong: 'Dated: January 5, 2025\n\nSee Dkt. No. 22.', right: 'Dated: March 5, 2025\n\nSee Dkt. No. 22.' },
  *check(draft) {
    const { date } = draft.syntax;
    if (!date) return;
    const seen = new Set<Source>();
    for (const resolved of draft.citations) {
      if (resolved.citation.form === 'id') continue;
      for (const answer of resolved.targets) {
        const { source, status, target } = answer;
        if (status !== 'resolved' || !source || seen.has(source) || !isLater(source, date.iso)) continue;
        seen.add(source);
        yield {
          span: { start: target.start, end: target.end },
          citation: resolved.index,
          message: `${nameOfTarget(draft, resolved, answer)} was filed on ${longDate(source.filed ?? '')}, after the date of this ${paperWord(draft)}.`,
        };
      }
    }
  },
};

/** Only what has a filing day of its own; a month or year alone may be before or after. */
function isLater(source: Source, day: string): boolean {
  if (source.kind === 'exhibit' || !/^\d{4}-\d{2}-\d{2}$/.test(source.filed ?? '')) return false;
  return (source.filed ?? '') > day;
}
