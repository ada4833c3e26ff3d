import { analyze, type Draft, stylesOf } from '../../server/src/draft.ts';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import type { CaseRecord } from '../../server/src/record/caseRecord.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import type { ResolvedCitation, TargetResolution } from '../../server/src/resolve/resolution.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';

/** The record of a manifest that is written in a test. */
export function recordOf(manifest: string): CaseRecord {
  return buildRecord(parseManifest(manifest, 'exhibits.yaml'), { revision: 1 });
}

/** A draft answered from a manifest, both written in a test. */
export function draftOf(manifest: string, text: string, path?: string): Draft {
  const record = recordOf(manifest);
  return analyze(parseDraft(text, stylesOf(record)), { state: 'available', record }, path);
}

/** `Ex. A at 3 -> /exhibits/A`, `RFP 6 -> ambiguous /discovery/0/... | ...`, `Id. -> [0] /docket/12`. */
export function answerLine(
  { syntax }: Draft,
  { citation, targets, status, antecedent, antecedents, doubtful }: ResolvedCitation,
): string {
  const words = syntax.text.slice(citation.start, citation.end).replace(/\s+/g, ' ');
  const id = antecedents ? `[${antecedents.join(' ')}] ` : antecedent === undefined ? '' : `[${antecedent}] `;
  const answers = targets.map(targetAnswer);
  const state = status === 'no-antecedent' ? `${status} ` : doubtful ? 'in doubt: ' : '';
  return `${words} -> ${id}${state}${answers.join(', ')}`.trimEnd();
}

function targetAnswer({ status, source, sources, candidates }: TargetResolution): string {
  if (status === 'resolved') return (sources ?? (source ? [source] : [])).map(({ entry }) => entry).join('+');
  if (status === 'ambiguous') return `ambiguous ${(candidates ?? []).map(({ entry }) => entry).join(' | ')}`.trimEnd();
  return status;
}

/** Every citation of a draft with its answer, a line each. */
export function answersOf(manifest: string, text: string, path?: string): readonly string[] {
  const draft = draftOf(manifest, text, path);
  return draft.citations.map((citation) => answerLine(draft, citation));
}
