import type { Finding, Severity } from '../lint/finding.ts';
import { MANIFEST_RULES, RULES } from '../lint/rules.ts';
import { type DraftPlace, placeWords } from '../record/readers/draftText.ts';
import { type CheckedFile, filePlaceOf } from './checkedFile.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 of the findings, for CI systems. Places are in UTF-16 units; no text of a draft or exhibit is in it. */
export function sarifOf(files: readonly CheckedFile[], version: string): Readonly<Record<string, unknown>> {
  const rules = [...RULES, ...MANIFEST_RULES];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Briefcite',
            version,
            rules: rules.map(({ code, severity, summary }) => ({
              id: code,
              shortDescription: { text: summary },
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) =>
          file.findings.map((finding) =>
            resultOf(
              file,
              finding,
              rules.map(({ code }) => code),
            ),
          ),
        ),
      },
    ],
  };
}

function resultOf(file: CheckedFile, finding: Finding, codes: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [locationOf(file, finding.span)],
    ...(finding.related
      ? {
          relatedLocations: finding.related.map(({ span, message }) => ({
            ...locationOf(file, span),
            message: { text: message },
          })),
        }
      : {}),
  };
}

function locationOf(file: CheckedFile, span: Finding['span']): Readonly<Record<string, unknown>> {
  const start = file.lines.placeOf(span.start);
  const end = file.lines.placeOf(span.end);
  const place = filePlaceOf(file, span.start);
  return {
    physicalLocation: {
      artifactLocation: { uri: file.path.split(/[\\/]/).map(encodeURIComponent).join('/') },
      // Of a Word file or PDF: of the text that was read, since the file itself has no lines.
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
    ...(place && { logicalLocations: [{ fullyQualifiedName: placeWords(place) }], properties: propertiesOf(place) }),
  };
}

function propertiesOf({ page, paragraph, footnote }: DraftPlace): Readonly<Record<string, unknown>> {
  return {
    ...(page !== undefined && { page }),
    ...(paragraph !== undefined && { paragraph }),
    ...(footnote !== undefined && { footnote }),
  };
}
