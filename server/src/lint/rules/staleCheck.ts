import type { CheckMark } from '../../record/citeCheck.ts';
import { longDate } from '../../text/isoDates.ts';
import { type ChangedCheck, changedChecks, oneAMistake } from '../changedChecks.ts';
import type { LintRule } from '../rule.ts';
import { ended } from '../wording.ts';

export const staleCheck: LintRule = {
  code: 'stale-check',
  severity: 'warning',
  summary:
    'A person checked this citation (cite-check.yaml), and its sentence, its pin, the paper it stands for or the words at the pin have changed since.',
  examples: { wrong: 'The pumps did not stop at noon. Dkt. 15.', right: 'The pumps stopped at noon. Dkt. 15.' },
  *check(draft, _pages, checks) {
    const found = changedChecks(draft, checks).filter(({ isMovedId }) => !isMovedId);
    yield* oneAMistake(found, mistakeOf, messageOf);
  },
};

/** A page that changed, and a name that means another paper now, are one mistake however often it is cited. */
function mistakeOf({ check: { mark, changed }, facts, resolved }: ChangedCheck): string {
  if (changed === 'passage') return JSON.stringify([mark.source, mark.pin]);
  return changed === 'paper' ? JSON.stringify([mark.source, facts.source]) : String(resolved.index);
}

function messageOf({ check: { mark, changed }, facts: now }: ChangedCheck): string {
  const checked = `${mark.by} checked this on ${longDate(mark.on)}`;
  switch (changed) {
    case 'paper':
      return now.paper === mark.paper
        ? `${checked}; ${now.paper} is another entry of the manifest now.`
        : `${checked}; it is now ${now.paper}, not ${ended(mark.paper)}`;
    case 'pin':
      return `${checked}; it is now ${placeOf(now)}, not ${mark.pin === '' ? 'the whole paper' : mark.pin}.`;
    case 'passage':
      return `${checked}; the words of ${placeOf(mark)} have changed since.`;
    default:
      return `${checked}; the sentence has changed since.`;
  }
}

function placeOf({ paper, pin }: Pick<CheckMark, 'paper' | 'pin'>): string {
  return pin === '' ? paper : `${paper} ${pin}`;
}
