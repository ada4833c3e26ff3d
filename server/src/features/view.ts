// The room `features` knows what an editor asks and how the answer reads. It must never know a connection, a disk or a clock.
import type { Range } from 'vscode-languageserver';
import type { Draft } from '../draft.ts';
import type { Checks } from '../lint/checks.ts';
import type { Finding } from '../lint/finding.ts';
import type { EntryPlace, Source } from '../record/caseRecord.ts';
import type { PagesLookup } from '../record/pages.ts';

/** A place that can be gone to. */
export interface OpenPlace {
  readonly uri: string;
  readonly range: Range;
}

/** Where papers and their entries lie, asked of what is in memory. */
export interface Places {
  /** URI of the source's file; undefined where it names none, or one that is not there or may not be read. */
  fileUri(source: Source): string | undefined;
  /** Where a client that has a viewer of its own opens it; its ranges are those of `exhibitText`. Undefined for every other file. */
  viewerUri?(source: Source): string | undefined;
  /** The entry in its manifest. */
  entry(place: EntryPlace): OpenPlace | undefined;
}

/** All that a feature looks at: one draft, what was found in it, and what is known of its papers. */
export interface DraftView {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly pages: PagesLookup;
  /** What people found of its citations; nothing where nobody marked one. */
  readonly checks?: Checks;
  readonly places: Places;
}
