import type { Draft } from '../../draft.ts';
import type { Finding } from '../../lint/finding.ts';
import type { ParsedManifest } from '../../record/manifest.ts';
import type { LineIndex } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { DraftView } from '../view.ts';

/** A file that a fix may change, as it was read. */
export interface FixableFile {
  readonly uri: string;
  /** The editor's version; undefined where it is not open. */
  readonly version?: number;
  readonly lines: LineIndex;
}

/** A manifest that the record was made of. */
export interface FixableManifest extends FixableFile {
  readonly parsed: ParsedManifest;
}

/** All that a fix looks at: the draft and what was found in it, its manifests, and how the draft would read with other words. */
export interface FixView extends DraftView {
  readonly file: FixableFile;
  /** Comments are written as Markdown has them. */
  readonly isMarkdown: boolean;
  /** The draft's path relative to the nearest manifest's folder, with `/`. */
  readonly path?: string;
  /** The nearest first; none while what the editor holds has not been read, or can't be. */
  readonly manifests: readonly FixableManifest[];
  /** The draft and its findings with another text, from the same record and pages. */
  reread(text: string): { readonly draft: Draft; readonly findings: readonly Finding[] };
}

/** Words for a half-open stretch (UTF-16 offsets) of a file; an empty stretch is an insertion. */
export interface Change {
  readonly span: Span;
  readonly words: string;
}

/** One way out of one finding, ready to be done. */
export interface Fix {
  /** What is done, as a menu says it. */
  readonly title: string;
  readonly file: FixableFile;
  /** In the order of the file, none inside another. */
  readonly changes: readonly Change[];
  /** The one obvious answer. */
  readonly isPreferred?: true;
}

/** One kind of fix: pure; nothing where the finding is not of its kind or the place can't be found safely. Never throws. */
export type FixMaker = (view: FixView, finding: Finding) => Iterable<Fix>;

/** A text with changes applied, which are in the order of the text. */
export function changed(text: string, changes: readonly Change[]): string {
  let from = 0;
  let made = '';
  for (const { span, words } of changes) {
    made += text.slice(from, span.start) + words;
    from = span.end;
  }
  return made + text.slice(from);
}

/** How the lines of a text end: as its first one does. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}
