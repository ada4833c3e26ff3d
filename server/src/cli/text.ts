import type { Finding, Severity } from '../lint/finding.ts';
import { placeWords } from '../record/readers/draftText.ts';
import { sourcesMeant } from '../resolve/citedSources.ts';
import type { ResolvedCitation } from '../resolve/resolution.ts';
import { wordsWithoutMarks } from '../text/names.ts';
import { type CheckedFile, filePlaceOf, whereIs } from './checkedFile.ts';

/** Paints words for a terminal; the plain one leaves them as they are. */
export type Paint = (words: string, colour: 'red' | 'yellow' | 'blue' | 'dim' | 'bold') => string;

const CODES = { red: 31, yellow: 33, blue: 34, dim: 2, bold: 1 } as const;
export const plain: Paint = (words) => words;
export const coloured: Paint = (words, colour) => `\u001B[${CODES[colour]}m${words}\u001B[0m`;

const COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'dim'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};
const WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

/** What `check` prints: each finding under the words that it speaks of, then the counts. */
export function checkText(files: readonly CheckedFile[], paint: Paint): string {
  const blocks = files.flatMap((file) => file.findings.map((finding) => findingText(file, finding, paint)));
  const drafts = files.filter((file) => file.draft !== undefined);
  return [...blocks, ...drafts.map((file) => summaryText(file, drafts.length > 1)), ''].join('\n');
}

function findingText(file: CheckedFile, finding: Finding, paint: Paint): string {
  const words = shortened(wordsWithoutMarks(file.text, finding.span));
  const places = (finding.related ?? []).map(({ span }) => {
    const place = filePlaceOf(file, span.start);
    const { line, column } = file.lines.placeOf(span.start);
    return place ? placeWords(place) : `${line}:${column}`;
  });
  const told = [...new Set(places)];
  const also = told.length > 0 ? ` Also at ${told.slice(0, 8).join(', ')}${told.length > 8 ? ', ...' : ''}.` : '';
  const severity = paint(WORDS[finding.severity], COLOURS[finding.severity]);
  return `${paint(whereIs(file, finding.span.start), 'bold')}  ${words}\n    ${severity}: ${finding.message}${also} ${paint(`[${finding.code}]`, 'dim')}\n`;
}

function shortened(words: string): string {
  return words.length > 90 ? `${words.slice(0, 87)}...` : words;
}

/** `34 citations: 31 answered, 1 ambiguous, 1 not in the manifest, 1 open.` Never "verified": nobody has looked. */
function summaryText({ path, draft, findings }: CheckedFile, named: boolean): string {
  const citations = draft?.citations ?? [];
  const counts = countsOf(citations);
  const shown = counts.filter(([, count]) => count > 0).map(([words, count]) => `${count} ${words}`);
  const total = `${citations.length} ${citations.length === 1 ? 'citation' : 'citations'}`;
  const bad = findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  return `${named ? `${path}: ` : ''}${total}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}.${bad === 0 ? '' : ` ${bad} to look at.`}`;
}

function countsOf(citations: readonly ResolvedCitation[]): readonly (readonly [string, number])[] {
  const count = (test: (citation: ResolvedCitation) => boolean): number => citations.filter(test).length;
  return [
    ['answered', count(({ status }) => status === 'resolved')],
    ['ambiguous', count(({ status }) => status === 'ambiguous')],
    ['not in the manifest', count(({ status, open }) => status === 'unresolved' && !open)],
    ['open', count(({ open }) => open === true)],
    ['Id. without a citation before', count(({ status }) => status === 'no-antecedent')],
    ['of other cases or to authority', count(({ status }) => status === 'outside-record')],
    ['not looked up', count(({ status }) => status === 'unknown')],
  ];
}

/** What `citations` prints: a line a citation, with what answers it. */
export function citationsText(files: readonly CheckedFile[], paint: Paint): string {
  const lines = files.flatMap((file) =>
    (file.draft?.citations ?? []).map((resolved) => {
      const words = wordsWithoutMarks(file.text, resolved.citation);
      return `${paint(whereIs(file, resolved.citation.start), 'bold')}  ${words}  ${paint(answerText(resolved), 'dim')}`;
    }),
  );
  return [...lines, ''].join('\n');
}

function answerText(resolved: ResolvedCitation): string {
  const { status, open, targets, citation } = resolved;
  if (open) return `[${citation.form}] open`;
  const names = [...new Set(targets.flatMap(sourcesMeant).map(({ name }) => name))];
  return `[${citation.form}] ${status}${names.length > 0 ? `: ${names.join(' | ')}` : ''}`;
}
