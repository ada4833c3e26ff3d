// The room `resolve` knows which paper a citation stands for. It must never know how a finding is worded.
import type { Source } from '../record/caseRecord.ts';
import type { Citation, PinCite, Target } from '../syntax/citation.ts';

/** From best to worst; a citation's status is the worst of its targets'. */
export const STATUSES = ['resolved', 'unknown', 'outside-record', 'ambiguous', 'unresolved', 'no-antecedent'] as const;
export type ResolutionStatus = (typeof STATUSES)[number];

/** The answer for one target. */
export interface TargetResolution {
  readonly target: Target;
  readonly status: ResolutionStatus;
  /** Only when resolved; for a range over several entries the first. */
  readonly source?: Source;
  /** For a range over several entries: all that were found, in order. */
  readonly sources?: readonly Source[];
  readonly candidates?: readonly Source[];
  /** Unresolved: the set it was looked for in is complete, so that a miss is a mistake. */
  readonly closed?: true;
  /** Unresolved: where it was looked for, and what was found nearby; the rules word it. */
  readonly miss?: Miss;
  /** Two readings of one citation (`Ex. 4, Dkt. 23-4`) that lead to different papers. */
  readonly conflict?: { readonly first: Source; readonly second: Source };
  /** The pins that count: the target's own, or for a bare *Id.* the antecedent's. */
  readonly pins: readonly PinCite[];
}

/** Why nothing answered. */
export type Miss =
  | { readonly kind: 'notListed'; readonly suggestion?: string; readonly container?: string }
  | { readonly kind: 'otherSide'; readonly owner: string; readonly source: Source }
  | { readonly kind: 'subPart'; readonly of: string };

/** One citation with its answer. */
export interface ResolvedCitation {
  /** Place in the draft's citation list. */
  readonly index: number;
  readonly citation: Citation;
  /** For *Id.*: its antecedent's, with the pins that the *Id.* writes. */
  readonly targets: readonly TargetResolution[];
  readonly status: ResolutionStatus;
  /** For *Id.*: index of the citation that it stands for (never another *Id.*); undefined where there is none. */
  readonly antecedent?: number;
  /** After a string cite: all members. */
  readonly antecedents?: readonly number[];
  /** A blank or placeholder is still to be filled in; `[Ex. X]` is none where the record has an Ex. X. */
  readonly open?: true;
  /** A doubtful *Id.*: no pin or quotation finding rests on it. */
  readonly doubtful?: true;
}
