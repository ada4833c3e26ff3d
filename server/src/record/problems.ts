import { type LineIndex, lineIndexOf } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { EntryPlace } from './caseRecord.ts';
import type { ManifestProblem, ParsedManifest } from './manifest.ts';

/** Gathers what is wrong in one manifest. Lives while one record is made. */
export class Problems {
  readonly #manifest: ParsedManifest;
  readonly #found: ManifestProblem[] = [];
  #lines: LineIndex | undefined;

  constructor(manifest: ParsedManifest) {
    this.#manifest = manifest;
  }

  get all(): readonly ManifestProblem[] {
    return this.#found;
  }

  /** Something that is not as the format says. */
  invalid(span: Span, message: string): void {
    this.#found.push({ code: 'manifest-invalid', manifest: this.#manifest.path, span, message });
  }

  /**
   * Two entries that claim one citation: a finding at both, or for a third one (`isOneMore`) only at its own. Entries of
   * another manifest are not this one's mistake.
   */
  claimedTwice(citation: string, first: EntryPlace, other: EntryPlace, isOneMore: boolean): void {
    const both = [
      [other, first],
      [first, other],
    ] as const;
    for (const [here, there] of isOneMore ? both.slice(0, 1) : both) {
      if (here.manifest !== this.#manifest.path) continue;
      const message = `${citation} is listed here and on line ${this.lineOf(there.span)}, as two different papers.`;
      this.#found.push({ code: 'duplicate-record', manifest: this.#manifest.path, span: here.span, message });
    }
  }

  /** An entry that says again, in part or in other words, what another one says. */
  overlaps({ span }: { readonly span: Span }, message: string): void {
    this.#found.push({ code: 'duplicate-record', manifest: this.#manifest.path, span, message });
  }

  /** 1-based. */
  lineOf({ start }: Span): number {
    this.#lines ??= lineIndexOf(this.#manifest.text);
    return this.#lines.placeOf(start).line;
  }
}

/** Words of the manifest as a message shows them: long ones are cut. */
export function shown(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}...` : words;
}
