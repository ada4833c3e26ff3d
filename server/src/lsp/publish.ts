import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { rangeOf } from '../features/positions.ts';
import type { Finding, Severity } from '../lint/finding.ts';
import { rulesPageLine } from '../lint/rulesPage.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { ClientAbilities } from './clientAbilities.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What of a diagnostic a client can show. */
export type DiagnosticAbilities = Pick<ClientAbilities, 'relatedInformation' | 'rulesPage'>;

/** A finding as a diagnostic of the text that `lines` belongs to. */
export function diagnosticOf(
  uri: string,
  lines: LineIndex,
  finding: Finding,
  { relatedInformation, rulesPage }: DiagnosticAbilities,
): Diagnostic {
  const { code, severity, span, message } = finding;
  const places = relatedInformation ? (finding.related ?? []) : [];
  const line = rulesPage === undefined ? undefined : lineOfRule(code);
  return {
    range: rangeOf(lines, span),
    severity: SEVERITIES[severity],
    code,
    ...(line !== undefined && { codeDescription: { href: `${rulesPage}#L${line}` } }),
    source: 'Briefcite',
    message,
    ...(places.length > 0 && {
      relatedInformation: places.map((place) => ({
        location: { uri, range: rangeOf(lines, place.span) },
        message: place.message,
      })),
    }),
  };
}

const LINES = new Map<string, number | undefined>();

function lineOfRule(code: string): number | undefined {
  if (!LINES.has(code)) LINES.set(code, rulesPageLine(code));
  return LINES.get(code);
}

/** Sends diagnostics, and only those that differ from what was sent last for the same document. */
export class Publisher {
  readonly #sent = new Map<string, string>();
  readonly #send: (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void;

  constructor(send: (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => void) {
    this.#send = send;
  }

  /** `version` is the document's version that the ranges belong to; undefined for a file that is not open. */
  publish(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    const key = JSON.stringify(diagnostics);
    if (this.#sent.get(uri) === key) return;
    this.#sent.set(uri, key);
    this.#send({ uri, ...(version !== undefined && { version }), diagnostics: [...diagnostics] });
  }

  /** Takes back what was said of a document that is no longer looked after. */
  clear(uri: string): void {
    const before = this.#sent.get(uri);
    this.#sent.delete(uri);
    if (before !== undefined && before !== '[]') this.#send({ uri, diagnostics: [] });
  }
}
