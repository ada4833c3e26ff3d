import { longDate } from '../../text/isoDates.ts';
import { changedChecks, oneAMistake } from '../changedChecks.ts';
import type { LintRule } from '../rule.ts';
import { ended } from '../wording.ts';

export const idMoved: LintRule = {
  code: 'id-moved',
  severity: 'warning',
  summary: 'A person checked this Id. (cite-check.yaml); since then an edit above made it mean another paper.',
  examples: {
    wrong: 'See Dkt. 15 at 1. But see Dkt. 14. The pumps stopped at noon. Id. at 3.',
    right: 'See Dkt. 15 at 1. The pumps stopped at noon. Id. at 3.',
  },
  *check(draft, _pages, checks) {
    yield* oneAMistake(
      changedChecks(draft, checks).filter(({ isMovedId }) => isMovedId),
      // One sentence put in above moves every Id. that follows it.
      ({ resolved, check: { mark }, facts }) => JSON.stringify([resolved.antecedent, mark.source, facts.source]),
      ({ check: { mark }, facts }) =>
        `This Id. meant ${mark.paper} when ${mark.by} checked it on ${longDate(mark.on)}; now it means ${ended(facts.paper)}`,
    );
  },
};
