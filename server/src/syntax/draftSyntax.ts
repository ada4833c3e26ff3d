import type { Span } from '../text/span.ts';
import type { Citation } from './citation.ts';
import type { Parenthesis } from './layout/parentheses.ts';

/** House styles and the record's own names, as plain data: literal words, never a regular expression. */
export interface Styles {
  /** Counts up whenever anything in it changes. */
  readonly revision: number;
  /** Literal heads of house forms: `PX`, `DTX`, `Blue Binder Tab`. */
  readonly heads: readonly string[];
  /** Other names of papers of the record, as written: `Vo Decl. Ex. D`, `Hit List`, `Trial Tr.`. */
  readonly names: readonly string[];
  /** Names of other cases whose dockets are ours too: `Farnsworth`. A name alone before a docket number counts only if it is here. */
  readonly caseNames: readonly string[];
  /** Prefixes of the productions that the record lists: `META-`. */
  readonly batesPrefixes: readonly string[];
  /** Names of the record's appendices as they are cited: `J.A.`, `R.`, `A`. */
  readonly appendices: readonly string[];
}

export const NO_STYLES: Styles = {
  revision: 0,
  heads: [],
  names: [],
  caseNames: [],
  batesPrefixes: [],
  appendices: [],
};

/** A stretch of the draft that one party speaks. */
export interface PartySection extends Span {
  /** As the heading names it: `Plaintiffs`, `Meta`. */
  readonly party: string;
  readonly heading: Span;
}

export interface Footnote extends Span {
  readonly mark: string;
  /** Offset of its mark in the text before; it belongs to the section in which that stands. */
  readonly markOffset?: number;
}

/** `Declaration of Guy Ravine ("Ravine Decl.")`: words that stand for a citation elsewhere in the draft. */
export interface ShortForm {
  readonly words: string;
  /** The quoted words at the definition. */
  readonly span: Span;
  /** Index in `citations` of the citation that it abbreviates. */
  readonly citation: number;
}

/** Words that the draft takes from somewhere else. `start` and `end` are without the outer marks. */
export interface Quotation extends Span {
  /** Between double quotation marks, or a block: indented paragraphs, or Markdown's `>`. */
  readonly kind: 'marked' | 'block';
  /** With its outer marks, and of a block with the citation at its end. */
  readonly whole: Span;
  /** The stretches that are quoted words: several where a page's end, a footnote or a repeated opening mark stands between. */
  readonly parts: readonly Span[];
  readonly wordCount: number;
  /** Worth comparing with a source: no scare quotes, defined term, title or single word. */
  readonly isCandidate: boolean;
}

/** `<!-- briefcite-ignore CODE: reason -->`. */
export interface Ignore {
  readonly span: Span;
  readonly code: string;
  readonly reason: string;
  /** What it silences: the next line, or the whole file. */
  readonly scope: Span | 'file';
}

/** All that the words of a draft say by themselves. Immutable; a function of text and styles. */
export interface DraftSyntax {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Every pair of round brackets, in order of opening. */
  readonly parentheses: readonly Parenthesis[];
  readonly sections: readonly PartySection[];
  readonly footnotes: readonly Footnote[];
  readonly shortForms: readonly ShortForm[];
  readonly ignores: readonly Ignore[];
  /** In the order of the text, disjoint: what is quoted inside a quotation is a part of it. */
  readonly quotations: readonly Quotation[];
  /** Front matter's plain `key: value` pairs. */
  readonly frontMatter: ReadonlyMap<string, string>;
  /** ISO day of the paper: front matter, a letter's date line, or "Dated:" at the signature. */
  readonly date?: { readonly iso: string; readonly span: Span };
  /** "Page citations are to the ECF-generated page numbers": the draft's own word on what a pin means. */
  readonly pageConvention?: 'ecf' | 'printed' | 'pdf';
}
