import type { Range } from 'vscode-languageserver';
import type { Source } from '../record/caseRecord.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { wordsWithoutMarks } from '../text/names.ts';
import { citedPins } from './citedAt.ts';
import { placeInFile } from './definition.ts';
import { rangeOf } from './positions.ts';
import type { DraftView } from './view.ts';
import { placeAtPin } from './wordsAtPin.ts';

/** A citation of a paper, and where in the paper it leads. */
export interface CitedInDraft {
  readonly range: Range;
  /** As typed, on one line. */
  readonly words: string;
  /** 1-based page of the file; absent where none is named or found. */
  readonly page?: number;
  /** In the paper's text (`exhibitText`). */
  readonly passage: Range;
}

/** The citations of a draft that lead to one of these papers, in order; a citation with several pins has a line for each. */
export function citedIn(view: DraftView, lines: LineIndex, papers: ReadonlySet<Source>): readonly CitedInDraft[] {
  const { citations, syntax } = view.draft;
  return citations.flatMap((resolved) => {
    const words = wordsWithoutMarks(syntax.text, resolved.citation);
    const range = rangeOf(lines, resolved.citation);
    return resolved.targets.flatMap((answer): readonly CitedInDraft[] => {
      const { source } = answer;
      if (!source || !papers.has(source)) return [];
      const pins = citedPins(answer);
      return (pins.length > 0 ? pins : [undefined]).flatMap((one): readonly CitedInDraft[] => {
        const cited = { resolved, answer, ...one };
        const passage = placeInFile(view, source, cited)?.place.range;
        const page = one && placeAtPin(view, cited, source)?.page.index;
        return passage ? [{ range, words, ...(page !== undefined && { page }), passage }] : [];
      });
    });
  });
}
