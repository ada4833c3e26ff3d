import type { Diagnostic } from 'vscode-languageserver';
import type { Draft } from '../draft.ts';
import { pathKey } from '../files/paths.ts';
import type { Finding, RuleSettings, Severity } from '../lint/finding.ts';
import { findingsOfManifest } from '../lint/lint.ts';
import type { ManifestProblem } from '../record/manifest.ts';
import type { Matter } from './matter.ts';
import { diagnosticOf } from './publish.ts';

/** A matter and the open drafts that it answers. */
export interface MatterWithDrafts {
  readonly matter: Matter;
  readonly drafts: readonly Draft[];
}

const PROBLEM_SEVERITIES: Readonly<Record<ManifestProblem['code'], Severity>> = {
  'manifest-invalid': 'error',
  'duplicate-record': 'error',
  'missing-file': 'warning',
  'file-not-allowed': 'error',
};

/**
 * The diagnostics of one manifest file. Several matters may stand on it: what is wrong with the reading of each is said once,
 * what its record says is taken from the matter whose own manifest it is. While it can't be read, that alone is said.
 */
export function diagnosticsOfManifest(
  path: string,
  uri: string,
  matters: readonly MatterWithDrafts[],
  rules: RuleSettings,
  related: boolean,
): readonly Diagnostic[] {
  const owner = matters.find(({ matter }) => pathKey(matter.path) === pathKey(path)) ?? matters[0];
  const lines = owner?.matter.linesOf(path);
  if (!owner || !lines) return [];
  const drafts = matters.flatMap((one) => one.drafts);
  const { answer, shelf } = owner.matter;
  const isGood = answer.state === 'available' && !answer.stale;
  const findings = [
    ...problemsOfReading(path, matters, rules),
    ...(isGood ? findingsOfManifest(path, drafts, { pages: shelf.lookup, rules }) : []),
  ];
  const diagnostics = findings.map((finding) => diagnosticOf(uri, lines, finding, related));
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function problemsOfReading(
  path: string,
  matters: readonly MatterWithDrafts[],
  rules: RuleSettings,
): readonly Finding[] {
  return matters
    .flatMap(({ matter }) => matter.chain?.problems ?? [])
    .filter(({ manifest }) => pathKey(manifest) === pathKey(path))
    .flatMap(({ code, span, message }) => {
      const severity = rules[code] ?? PROBLEM_SEVERITIES[code];
      return severity === 'off' ? [] : [{ code, severity, span, message }];
    });
}
