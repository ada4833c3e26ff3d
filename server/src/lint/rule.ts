import type { Draft } from '../draft.ts';
import type { PagesLookup } from '../record/pages.ts';
import type { Checks } from './checks.ts';
import type { Finding, Severity } from './finding.ts';

/** A finding as a rule makes it: the table adds code and severity. */
export interface RuleFinding extends Omit<Finding, 'code' | 'severity'> {
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

/** A draft (or, of a manifest rule, a manifest) on which the rule speaks, and one on which it is silent; the README shows them. */
export interface RuleExamples {
  readonly wrong: string;
  readonly right: string;
}

/** One rule about drafts: pure, over what is in memory; silent where pages are not there yet. */
export interface LintRule {
  /** Stable, kebab-case; the file is named for it. */
  readonly code: string;
  readonly severity: Severity;
  /** A sentence for the README's table. */
  readonly summary: string;
  readonly examples: RuleExamples;
  /** `checks`: what people found of its citations. */
  check(draft: Draft, pages: PagesLookup, checks: Checks): Iterable<RuleFinding>;
}

/** One rule about a manifest, with the drafts that are known to be governed by it. */
export interface ManifestRule {
  readonly code: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly examples: RuleExamples;
  /** Findings in the file `manifest` only; what is extended has its own. */
  check(manifest: string, drafts: readonly Draft[], pages: PagesLookup): Iterable<RuleFinding>;
}
