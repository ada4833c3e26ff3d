import type { Source } from '../record/caseRecord.ts';
import type { PinCite } from '../syntax/citation.ts';
import type { DraftSyntax, Quotation } from '../syntax/draftSyntax.ts';
import { type Allowances, allowancesOf, generalAllowances } from './allowances.ts';
import { citedSources } from './citedSources.ts';
import { type PapersByKind, paperNamedBefore, papersByKind } from './namedPapers.ts';
import { type Claim, claimsOf, placesOf, type Reach } from './quotationReach.ts';
import type { ResolvedCitation, TargetResolution } from './resolution.ts';

/** A paper that vouches for quoted words. */
export interface Voucher {
  readonly resolved: ResolvedCitation;
  readonly answer: TargetResolution;
  readonly source: Source;
  readonly pins: readonly PinCite[];
  readonly reach: Reach;
}

/** Quoted words, and what vouches for them. */
export interface VouchedQuotation {
  readonly quotation: Quotation;
  /** Papers whose words it can be compared with, the likeliest first. */
  readonly vouchers: readonly Voucher[];
  /** A citation stands in reach, whether or not it leads to a paper of the record. */
  readonly isCited: boolean;
  /** Another paper is cited, or may be meant, that cannot be asked: the words may be its own. */
  readonly isOpen: boolean;
  readonly allowances: Allowances;
}

/**
 * What vouches for each quotation that is worth checking, in the order of the text. A doubtful *Id.*, an ambiguous or unresolved
 * citation and the authorities vouch for nothing, but they leave open whose the words are. Pure, never throws.
 */
export function vouchedQuotations(
  syntax: DraftSyntax,
  citations: readonly ResolvedCitation[],
): readonly VouchedQuotation[] {
  const candidates = syntax.quotations.filter(({ isCandidate }) => isCandidate);
  if (candidates.length === 0) return [];
  const places = placesOf(syntax);
  const papers = papersByKind(citations);
  const general = generalAllowances(syntax.text);
  return candidates.map((quotation) => {
    const claims = claimsOf(syntax, quotation, places);
    if (claims.length === 0) return fromName(syntax, quotation, citations, papers, general);
    const behind = claims.map(({ citation }) => syntax.citations[citation]?.end ?? 0);
    return {
      quotation,
      vouchers: claims.flatMap((claim) => vouchersOf(citations, claim)),
      isCited: true,
      isOpen: claims.some((claim) => isOpen(citations, claim)),
      allowances: allowancesOf(syntax, quotation, Math.max(0, ...behind), general),
    };
  });
}

/** Nothing is cited: the sentence may name a paper all the same. Its pages are not known then. */
function fromName(
  syntax: DraftSyntax,
  quotation: Quotation,
  citations: readonly ResolvedCitation[],
  papers: PapersByKind,
  general: Allowances,
): VouchedQuotation {
  const paper = paperNamedBefore(syntax, quotation, citations, papers);
  const vouchers = paper ? [{ ...paper, pins: [], reach: 'near' as const }] : [];
  return {
    quotation,
    vouchers,
    isCited: paper !== undefined,
    isOpen: false,
    allowances: allowancesOf(syntax, quotation, 0, general),
  };
}

/** Exhibits before the declaration that authenticates them: a quotation is sought in the exhibit first. */
function vouchersOf(citations: readonly ResolvedCitation[], { citation, reach }: Claim): readonly Voucher[] {
  const resolved = citations[citation];
  if (!resolved || resolved.doubtful) return [];
  const found = resolved.targets.flatMap((answer): readonly Voucher[] => {
    if (answer.status !== 'resolved') return [];
    return citedSources(answer).map((source) => ({ resolved, answer, source, pins: answer.pins, reach }));
  });
  return [...found].sort((one, other) => Number(isExhibit(other)) - Number(isExhibit(one)));
}

function isExhibit({ answer: { target } }: Voucher): boolean {
  return target.kind === 'exhibit' || ('exhibit' in target && target.exhibit !== undefined);
}

function isOpen(citations: readonly ResolvedCitation[], { citation }: Claim): boolean {
  const resolved = citations[citation];
  return resolved?.status !== 'resolved' || resolved.doubtful === true;
}
