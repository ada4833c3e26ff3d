import type { Diagnostic } from 'vscode-languageserver';
import { analyze, type Draft } from '../draft.ts';
import { pathKey } from '../files/paths.ts';
import type { Finding, RuleSettings } from '../lint/finding.ts';
import { findingsOfManifest, findingsOfProblems } from '../lint/lint.ts';
import { problemsOfMarks } from '../record/citeCheck.ts';
import { NO_STYLES } from '../syntax/draftSyntax.ts';
import { parseDraft } from '../syntax/parseDraft.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import type { Matter } from './matter.ts';
import { type DiagnosticAbilities, diagnosticOf } from './publish.ts';

/** A matter and the open drafts that it answers. */
export interface MatterWithDrafts {
  readonly matter: Matter;
  readonly drafts: readonly Draft[];
}

/**
 * The diagnostics of one manifest file. Several matters may stand on it: what is wrong with the reading of each is said once,
 * what its record says is taken from the matter whose own manifest it is. While it can't be read, that alone is said.
 */
export function diagnosticsOfManifest(
  path: string,
  uri: string,
  matters: readonly MatterWithDrafts[],
  rules: RuleSettings,
  abilities: DiagnosticAbilities,
): readonly Diagnostic[] {
  const owner = matters.find(({ matter }) => pathKey(matter.path) === pathKey(path)) ?? matters[0];
  const lines = owner?.matter.linesOf(path);
  if (!owner || !lines) return [];
  const findings = [...problemsOfReading(path, matters, rules), ...findingsOfRecord(path, owner, matters, rules)];
  const diagnostics = findings.map((finding) => diagnosticOf(uri, lines, finding, abilities));
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

/** What is wrong with the file of a matter's marks. */
export function diagnosticsOfCiteCheck(
  { path, citeCheck }: Matter,
  uri: string,
  rules: RuleSettings,
  abilities: DiagnosticAbilities,
): readonly Diagnostic[] {
  const lines = lineIndexOf(citeCheck.text);
  return findingsOfProblems(problemsOfMarks(path, citeCheck), rules).map((finding) =>
    diagnosticOf(uri, lines, finding, abilities),
  );
}

/** What the record says of itself and of the open drafts; silent while it can't be read. */
function findingsOfRecord(
  path: string,
  { matter: { answer, shelf } }: MatterWithDrafts,
  matters: readonly MatterWithDrafts[],
  rules: RuleSettings,
): readonly Finding[] {
  if (answer.state !== 'available' || answer.stale) return [];
  const drafts = matters.flatMap((one) => one.drafts);
  if (drafts.length > 0) return findingsOfManifest(path, drafts, { pages: shelf.lookup, rules });
  // No draft is open: what is wrong in the manifest is said all the same, but nothing is called unused.
  const nothing = analyze(parseDraft('', NO_STYLES), answer);
  return findingsOfManifest(path, [nothing], { pages: shelf.lookup, rules: { ...rules, 'unused-exhibit': 'off' } });
}

function problemsOfReading(
  path: string,
  matters: readonly MatterWithDrafts[],
  rules: RuleSettings,
): readonly Finding[] {
  const problems = matters.flatMap(({ matter }) => matter.chain?.problems ?? []);
  return findingsOfProblems(
    problems.filter(({ manifest }) => pathKey(manifest) === pathKey(path)),
    rules,
  );
}
