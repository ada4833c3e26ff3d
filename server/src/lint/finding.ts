// The room `lint` knows what is worth saying and how. It must never know LSP, a disk or a clock.
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Something to say about a draft or a manifest, without any LSP in it. */
export interface Finding {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** A sentence or two for an attorney; of a protected source never a word. */
  readonly message: string;
  /** Other places of the same mistake, in the same text. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Index of the citation it speaks of. */
  readonly citation?: number;
  /** Other words that the rule knows for a stretch of the draft, the likeliest first. */
  readonly replacements?: readonly Replacement[];
  /** It stands in another party's section of the draft, which is not ours to edit. */
  readonly isTheirs?: true;
}

/** Other words for the smallest stretch of a draft that is wrong. */
export interface Replacement {
  readonly span: Span;
  readonly words: string;
  /** What the draft says afterwards, for a person to choose by: `Dkt. No. 279`. */
  readonly name: string;
  /** The same mistake at other places of the draft. */
  readonly elsewhere?: readonly { readonly span: Span; readonly words: string }[];
  /** Nothing else is as near; a person may take it without reading on. */
  readonly isObvious?: true;
}

/** A finding's default severity and whether it runs, by code: the setting `briefcite.rules`. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;
