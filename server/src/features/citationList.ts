import type { Range } from 'vscode-languageserver';
import { type CitationCheck, canBeMarked } from '../lint/checks.ts';
import { sourcesMeant } from '../resolve/citedSources.ts';
import type { ResolvedCitation } from '../resolve/resolution.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { wordsWithoutMarks } from '../text/names.ts';
import { findingsByCitation } from './findingsByCitation.ts';
import { rangeOf } from './positions.ts';
import type { DraftView } from './view.ts';

/** One line of the list of citations. */
export interface ListedCitation {
  readonly range: Range;
  /** As typed, on one line. */
  readonly words: string;
  /** What answers it, or why nothing does. */
  readonly answer: string;
  /** The gravest finding on it, in words for a person; undefined where there is none. */
  readonly finding?: string;
  /** What a person found; `stale` where it is not what it was then. */
  readonly checked?: {
    readonly verdict: string;
    readonly by: string;
    readonly on: string;
    readonly stale: boolean;
  };
  /** The record answers it: a person can mark it as checked. */
  readonly canBeChecked?: true;
}

/** Every citation of a draft, in order, with what answers it and what was found about it. */
export function citationList({ draft, findings, checks }: DraftView, lines: LineIndex): readonly ListedCitation[] {
  const { text } = draft.syntax;
  const { at } = findingsByCitation(draft.citations, findings);
  return draft.citations.map((resolved) => {
    const { citation } = resolved;
    const [gravest] = at.get(resolved.index) ?? [];
    return {
      range: rangeOf(lines, citation),
      words: wordsWithoutMarks(text, citation),
      answer: answerWords(resolved),
      ...(gravest && { finding: gravest.message }),
      ...checkedWords(checks?.get(resolved.index)),
      ...(canBeMarked(resolved) && { canBeChecked: true as const }),
    };
  });
}

function checkedWords(check: CitationCheck | undefined): Pick<ListedCitation, 'checked'> {
  if (!check) return {};
  const { verdict, by, on } = check.mark;
  return { checked: { verdict, by, on, stale: check.changed !== undefined } };
}

function answerWords({ status, open, targets }: ResolvedCitation): string {
  if (open) return 'still open';
  const names = [...new Set(targets.flatMap(sourcesMeant).map(({ name }) => name))];
  switch (status) {
    case 'resolved':
      return names.join(', ');
    case 'ambiguous':
      return names.length > 0 ? `could be ${names.join(' or ')}` : 'could be several papers';
    case 'unresolved':
      return 'not in the manifest';
    case 'no-antecedent':
      return 'no citation before it';
    case 'outside-record':
      return 'of another case, or authority';
    case 'unknown':
      return 'not looked up';
  }
}
