import type { Draft } from '../draft.ts';
import type { Checks } from '../lint/checks.ts';
import type { Finding } from '../lint/finding.ts';
import { type DraftPlace, placeIn, placeWords } from '../record/readers/draftText.ts';
import { type LineIndex, lineIndexOf } from '../text/lineIndex.ts';

/** One file of the output: a draft with its citations, or a manifest with findings only. */
export interface CheckedFile {
  /** As it is printed: the way the person wrote it, or relative to the working folder. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly draft?: Draft;
  readonly findings: readonly Finding[];
  /** What people found of the draft's citations. */
  readonly checks?: Checks;
  /** Of a Word file or PDF: where each part of the text stands in it. */
  readonly places?: readonly DraftPlace[];
}

/** The page or paragraph of an offset; nothing in a draft that is a text. */
export function filePlaceOf({ places }: CheckedFile, offset: number): DraftPlace | undefined {
  return places && placeIn(places, offset);
}

/** `letter.brief:3:15`, `reply.pdf, page 5`, `letter.docx, paragraph 12`: where an offset stands, for people. */
export function whereIs(file: CheckedFile, offset: number): string {
  const place = filePlaceOf(file, offset);
  const { line, column } = file.lines.placeOf(offset);
  return place ? `${file.path}, ${placeWords(place)}` : `${file.path}:${line}:${column}`;
}

export function checkedFile(path: string, text: string, findings: readonly Finding[], draft?: Draft): CheckedFile {
  return { path, text, lines: lineIndexOf(text), findings, ...(draft ? { draft } : {}) };
}
