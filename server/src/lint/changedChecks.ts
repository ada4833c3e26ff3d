import type { Draft } from '../draft.ts';
import type { ResolvedCitation } from '../resolve/resolution.ts';
import { type CheckedFacts, type Checks, type CitationCheck, factsOf } from './checks.ts';
import type { RuleFinding } from './rule.ts';

/** A citation that a person checked and that is another one now. */
export interface ChangedCheck {
  readonly resolved: ResolvedCitation;
  readonly check: CitationCheck;
  readonly facts: CheckedFacts;
  /** An *Id.* that means another paper: the one mistake that has a rule of its own. */
  readonly isMovedId: boolean;
}

/** The checks that no longer hold, of citations that the record answers: where nothing does, other rules say so. */
export function changedChecks(draft: Draft, checks: Checks): readonly ChangedCheck[] {
  return [...checks].flatMap(([index, check]) => {
    const resolved = draft.citations[index];
    if (!resolved || check.changed === undefined || resolved.status !== 'resolved') return [];
    const isMovedId = check.changed === 'paper' && resolved.citation.form === 'id';
    return [{ resolved, check, facts: factsOf(draft, resolved), isMovedId }];
  });
}

/** One finding for one mistake, at its first place; the others of the same key are related places. */
export function* oneAMistake(
  found: readonly ChangedCheck[],
  keyOf: (changed: ChangedCheck) => string,
  messageOf: (changed: ChangedCheck) => string,
): Iterable<RuleFinding> {
  const mistakes = new Map<string, ChangedCheck[]>();
  for (const changed of [...found].sort((one, other) => one.resolved.index - other.resolved.index)) {
    const key = keyOf(changed);
    mistakes.set(key, [...(mistakes.get(key) ?? []), changed]);
  }
  for (const [first, ...others] of mistakes.values()) {
    if (!first) continue;
    const { citation, index } = first.resolved;
    const related = others.map((other) => ({
      span: { start: other.resolved.citation.start, end: other.resolved.citation.end },
      message: messageOf(other),
    }));
    yield {
      span: { start: citation.start, end: citation.end },
      citation: index,
      message: messageOf(first),
      ...(related.length > 0 && { related }),
    };
  }
}
