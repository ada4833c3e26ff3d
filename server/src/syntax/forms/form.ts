import type { Cursor } from '../../text/cursor.ts';
import type { Citation } from '../citation.ts';
import type { Styles } from '../draftSyntax.ts';

/** What every form may look at besides the words at the cursor: plain data only. */
export interface FormContext {
  readonly styles: Styles;
  /** House heads and names of the record by their first word, lower case. */
  readonly caseNames: ReadonlySet<string>;
  /** The short forms that the draft defines, folded with `nameKey`. */
  readonly shortForms: ReadonlySet<string>;
}

/** Words that look like a citation and are none (a page stamp): read over, so that nothing inside them is taken for one. */
export interface SkippedText {
  readonly skipTo: number;
}

/** One way of writing a citation. */
export interface CitationForm {
  readonly name: string;
  /** First words of its heads, lower case, letters only; the one scan stops at each of them. */
  readonly triggers: readonly string[];
  /** Each is also a test: read alone, it is one citation of this form from its first to its last character. */
  readonly examples: readonly string[];
  /**
   * Reads a citation whose trigger stands at the cursor. Looks back over a bounded number of words, never before
   * `cursor.floor`. Undefined where the words are no citation of this form.
   */
  parse(cursor: Cursor, context: FormContext): Citation | SkippedText | undefined;
}
