import type { LintRule } from '../rule.ts';

/** Its findings depend on every other rule's, so the table's runner makes them; see lint.ts. */
export const unusedIgnore: LintRule = {
  code: 'unused-ignore',
  severity: 'hint',
  summary: 'A briefcite-ignore comment hides nothing.',
  examples: {
    wrong: 'Words.\nbriefcite-ignore pin-reversed\nSee Dkt. 14 at 3.',
    right: 'Words.\nbriefcite-ignore pin-reversed\nSee Dkt. 14 at 42-26.',
  },
  check: () => [],
};
