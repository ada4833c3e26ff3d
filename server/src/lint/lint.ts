import type { Draft } from '../draft.ts';
import type { ManifestProblem } from '../record/manifest.ts';
import type { PagesLookup } from '../record/pages.ts';
import type { Ignore } from '../syntax/draftSyntax.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import { type Checks, NO_CHECKS } from './checks.ts';
import type { Finding, RuleSettings, Severity } from './finding.ts';
import { setApart } from './otherSide.ts';
import type { RuleFinding } from './rule.ts';
import { MANIFEST_RULES, RULES } from './rules.ts';

/** What the rules look at besides the draft: all of it is in memory. */
export interface LintContext {
  readonly pages: PagesLookup;
  readonly rules: RuleSettings;
  /** Whose side the author of the draft is on, where the draft itself does not say: `briefcite.we`. */
  readonly we?: string;
  /** What people found of the draft's citations. */
  readonly checks?: Checks;
}

/** Rules that need no record: they say something of the words alone. */
const WITHOUT_RECORD = new Set(['open-citation', 'pin-reversed', 'pin-garbled', 'no-antecedent', 'unused-ignore']);

/**
 * Every finding on a draft, in the order of the text. Silent where pages are not there yet, and about the record where the
 * manifest can't be read; ignores and switched-off rules are applied. Never throws: a rule that does is left out.
 */
export function findingsOfDraft(
  draft: Draft,
  { pages, rules, we = '', checks = NO_CHECKS }: LintContext,
): readonly Finding[] {
  const isKnown = draft.record.state === 'available' && !draft.record.stale;
  const found = RULES.filter(
    (rule) => rules[rule.code] !== 'off' && (isKnown || WITHOUT_RECORD.has(rule.code)),
  ).flatMap((rule) => collect(rule.code, rule.severity, rules, () => rule.check(draft, pages, checks)));
  const { kept, used } = applyIgnores(draft, found);
  return setApart(draft, inOrder([...kept, ...unusedIgnores(draft, used, rules, isKnown)]), we);
}

/**
 * Every finding on a manifest: its own problems, files that are not there (from `pages`), exhibits that none of `drafts` cites.
 * `manifest` is the path whose findings are wanted (an extended manifest has its own).
 */
export function findingsOfManifest(
  manifest: string,
  drafts: readonly Draft[],
  { pages, rules }: LintContext,
): readonly Finding[] {
  const found = MANIFEST_RULES.filter((rule) => rules[rule.code] !== 'off').flatMap((rule) =>
    collect(rule.code, rule.severity, rules, () => rule.check(manifest, drafts, pages)),
  );
  return inOrder(found);
}

/** Problems of reading a manifest (it can't be parsed, `extends` leads nowhere) as findings, with the severities of their rules. */
export function findingsOfProblems(problems: readonly ManifestProblem[], rules: RuleSettings): readonly Finding[] {
  const found = MANIFEST_RULES.filter((rule) => rules[rule.code] !== 'off').flatMap((rule) =>
    collect(rule.code, rule.severity, rules, () =>
      problems.filter(({ code }) => code === rule.code).map(({ span, message }) => ({ span, message })),
    ),
  );
  return inOrder(found);
}

function collect(
  code: string,
  severity: Severity,
  rules: RuleSettings,
  check: () => Iterable<RuleFinding>,
): readonly Finding[] {
  const set = rules[code];
  return [...check()].map((finding) => ({
    ...finding,
    code,
    severity: set !== undefined && set !== 'off' ? set : (finding.severity ?? severity),
  }));
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) =>
      one.span.start - other.span.start || one.span.end - other.span.end || one.code.localeCompare(other.code),
  );
}

function applyIgnores(
  draft: Draft,
  findings: readonly Finding[],
): { kept: readonly Finding[]; used: ReadonlySet<Ignore> } {
  const { ignores, text } = draft.syntax;
  const used = new Set<Ignore>();
  if (ignores.length === 0) return { kept: findings, used };
  const lines = lineIndexOf(text);
  const kept = findings.filter((finding) => {
    const line = lines.placeOf(finding.span.start).line;
    const hidden = ignores.filter(
      ({ code, scope }) =>
        (code === finding.code || code === 'all') && (scope === 'file' || lines.placeOf(scope.start).line === line),
    );
    for (const ignore of hidden) used.add(ignore);
    return hidden.length === 0;
  });
  return { kept, used };
}

/** Only where every rule could run: while the manifest can't be read nobody knows what an ignore would hide. */
function unusedIgnores(
  draft: Draft,
  used: ReadonlySet<Ignore>,
  rules: RuleSettings,
  isKnown: boolean,
): readonly Finding[] {
  if (!isKnown || rules['unused-ignore'] === 'off') return [];
  const idle = draft.syntax.ignores.filter((ignore) => !used.has(ignore) && rules[ignore.code] !== 'off');
  return collect('unused-ignore', 'hint', rules, () =>
    idle.map(({ span, code }) => ({ span, message: `This ignore hides nothing: there is no ${code} finding here.` })),
  );
}
