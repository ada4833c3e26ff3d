import type { Draft } from '../../draft.ts';
import type { CaseRecord, RequestSet } from '../../record/caseRecord.ts';
import { partyNamed, partySpeaking } from '../../resolve/answer.ts';
import { sectionAt } from '../../resolve/surroundings.ts';
import { longDate } from '../../text/isoDates.ts';
import { tidy } from '../../text/names.ts';
import type { LintRule, RuleFinding } from '../rule.ts';

export const deadlinePassed: LintRule = {
  code: 'deadline-passed',
  severity: 'information',
  summary: 'The time for motions on these requests had passed on the date of the draft. Once for each set.',
  examples: {
    wrong: 'Dated: December 20, 2024\n\nRFPs 7-9 ask for logs.',
    right: 'Dated: October 20, 2024\n\nRFPs 7-9 ask for logs.',
  },
  *check(draft) {
    const { record, syntax } = draft;
    if (record.state !== 'available' || !syntax.date) return;
    for (const set of record.record.sets) {
      if (!set.motionDeadline || syntax.date.iso <= set.motionDeadline.on) continue;
      const finding = firstMention(draft, record.record, set);
      if (finding) yield finding;
    }
  },
};

/** The first mention by the party that served the set; in a paper without parties' sections the first of all. */
function firstMention(draft: Draft, record: CaseRecord, set: RequestSet): RuleFinding | undefined {
  const server = set.by === undefined ? undefined : partyNamed(record.parties, set.by);
  for (const { citation, targets, index } of draft.citations) {
    if (citation.form !== 'discoveryRequest') continue;
    const answer = targets.find(({ source }) => source?.entry.startsWith(`${set.entry}/`));
    if (!answer) continue;
    const section = draft.syntax.sections[sectionAt(draft.syntax, citation.start)];
    const speaker = section && partySpeaking(record.parties, section.party);
    if (draft.syntax.sections.length > 0 && server !== undefined && speaker !== server) continue;
    const words = tidy(draft.syntax.text.slice(citation.start, citation.end));
    return {
      span: { start: citation.start, end: citation.end },
      citation: index,
      message: `${words}: motions were due ${due(set)}.`,
    };
  }
  return undefined;
}

function due({ motionDeadline }: RequestSet): string {
  if (!motionDeadline) return '';
  const order = motionDeadline.order?.source?.name ?? motionDeadline.order?.text;
  return `${longDate(motionDeadline.on)}${order ? ` (${order})` : ''}`;
}
