import type { CaseRecord, PaperScope } from './record/caseRecord.ts';
import { scopeFor } from './resolve/paperScope.ts';
import { type VouchedQuotation, vouchedQuotations } from './resolve/quotations.ts';
import type { ResolvedCitation } from './resolve/resolution.ts';
import { resolveDraft } from './resolve/resolveDraft.ts';
import type { DraftSyntax, Styles } from './syntax/draftSyntax.ts';
import { caseNameKey } from './text/names.ts';

/** What is known of the record when a draft is looked at. */
export type RecordAnswer =
  /** No manifest lies above the draft: citations are found, nothing is resolved. */
  | { readonly state: 'none' }
  /** A manifest is there but has never been readable: no citation is called missing because of it. */
  | { readonly state: 'unavailable' }
  /** `stale`: the manifest can't be read now; this is the last good one, for navigation only. */
  | { readonly state: 'available'; readonly record: CaseRecord; readonly stale?: true };

/** The attorney's document, parsed and resolved. Immutable. */
export interface Draft {
  readonly syntax: DraftSyntax;
  readonly record: RecordAnswer;
  /** What the manifest's `papers` says of this draft. */
  readonly scope?: PaperScope;
  readonly citations: readonly ResolvedCitation[];
  /** The quotations that are worth checking, with what vouches for each. */
  readonly quotations: readonly VouchedQuotation[];
}

/**
 * The engine's front door: answers every citation of a parsed draft from the record. Pure, synchronous, never throws.
 * `path` is the draft's path relative to the manifest's folder, with `/`; it finds the draft's own series in `papers`.
 */
export function analyze(syntax: DraftSyntax, record: RecordAnswer, path?: string): Draft {
  const known = record.state === 'available' ? record.record : undefined;
  const scope = known && scopeFor(known, path);
  const citations = resolveDraft(syntax, known && { record: known, scope });
  const quotations = vouchedQuotations(syntax, citations);
  return { syntax, record, citations, quotations, ...(scope ? { scope } : {}) };
}

/** What the record lends to the parser: house heads, other names of papers, names of other cases. Plain data. */
export function stylesOf(record: CaseRecord): Styles {
  return {
    revision: record.revision,
    heads: record.forms.map((form) => form.head),
    names: [...new Set([...record.filings.keys(), ...record.names.keys()])],
    caseNames: record.cases.flatMap((other) => [other.key, ...other.names]).map(caseNameKey),
    appendices: record.appendices.map(({ name }) => name),
    batesPrefixes: [...new Set(record.bates.map(({ prefix }) => prefix))].filter((prefix) => /[A-Za-z]/.test(prefix)),
  };
}
