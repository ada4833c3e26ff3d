import type { Draft } from '../draft.ts';
import type { PagesLookup } from '../record/pages.ts';
import type { Finding, RuleSettings } from './finding.ts';

/** What the rules look at besides the draft: all of it is in memory. */
export interface LintContext {
  readonly pages: PagesLookup;
  readonly rules: RuleSettings;
}

/** Every finding on a draft, in the order of the text. Silent where pages are not there yet; ignores and switched-off rules are applied. */
export function findingsOfDraft(_draft: Draft, _context: LintContext): readonly Finding[] {
  return [];
}

/**
 * Every finding on a manifest: its own problems, files that are not there (from `pages`), exhibits that none of `drafts` cites.
 * `manifest` is the path whose findings are wanted (an extended manifest has its own).
 */
export function findingsOfManifest(
  _manifest: string,
  _drafts: readonly Draft[],
  _context: LintContext,
): readonly Finding[] {
  return [];
}
