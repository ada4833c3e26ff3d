import type { Draft } from '../draft.ts';
import type { Checks } from '../lint/checks.ts';
import type { Finding } from '../lint/finding.ts';
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
}

export function checkedFile(path: string, text: string, findings: readonly Finding[], draft?: Draft): CheckedFile {
  return { path, text, lines: lineIndexOf(text), findings, ...(draft ? { draft } : {}) };
}
