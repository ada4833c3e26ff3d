import type { Draft } from '../draft.ts';
import type { Source } from '../record/caseRecord.ts';
import type { PagesLookup, PagesState } from '../record/pages.ts';
import type { VouchedQuotation, Voucher } from '../resolve/quotations.ts';
import type { Difference, Placed, SourcePlace } from '../text/quotation/quotation.ts';
import { isFromOtherSection } from './draftWords.ts';
import { conventionFor } from './pinConvention.ts';
import { quotedWords } from './quotedText.ts';
import { type PinPages, type SourceWords, wordsOfSource } from './sourceWords.ts';

/** What a comparison with one paper found. */
export interface Comparison {
  readonly voucher: Voucher;
  readonly words: SourceWords;
  /** The pages of its pins; undefined where it has none, or they are not known. */
  readonly pins: PinPages | undefined;
  readonly placed: Placed;
}

/** What is known of a quotation after it was looked at. */
export type Outcome =
  | { readonly state: 'agrees'; readonly with: Comparison; readonly place: SourcePlace; readonly isElsewhere: boolean }
  | {
      readonly state: 'differs';
      readonly with: Comparison;
      readonly place: SourcePlace;
      readonly differences: readonly Difference[];
    }
  /** In no paper that vouches for it, and all of them were read to the end. */
  | { readonly state: 'absent'; readonly from: readonly Comparison[] }
  | {
      readonly state: 'notCheckable';
      readonly voucher: Voucher;
      readonly why: 'scan' | 'unreadable' | 'tooLong' | 'tooManyParts';
    }
  /** The words stand in another party's section of the same draft. */
  | { readonly state: 'inDraft' }
  | { readonly state: 'unknown' };

export interface CheckedQuotation {
  readonly vouched: VouchedQuotation;
  readonly outcome: Outcome;
  /** Negations that an ellipsis leaves out, as the source has them. */
  readonly droppedNegations: readonly string[];
}

interface Kept {
  readonly states: ReadonlyMap<Source, PagesState | undefined>;
  readonly checked: readonly CheckedQuotation[];
}

/** Several rules and the hover look at the same quotations; what was found holds while the pages are the same. */
const KEPT = new WeakMap<Draft, Kept>();

/** Every quotation worth checking, compared with the papers that vouch for it, in the order of the text; only what is in memory is asked. */
export function checkedQuotations(draft: Draft, lookup: PagesLookup): readonly CheckedQuotation[] {
  const states = new Map<Source, PagesState | undefined>();
  for (const { vouchers } of draft.quotations) {
    for (const { source } of vouchers) if (!states.has(source)) states.set(source, lookup(source));
  }
  const known = KEPT.get(draft);
  if (known && [...states].every(([source, state]) => known.states.get(source) === state)) return known.checked;
  const asked: PagesLookup = (source) => states.get(source);
  const checked = draft.quotations.map((vouched) => checkedOne(draft, vouched, asked));
  KEPT.set(draft, { states, checked });
  return checked;
}

function checkedOne(draft: Draft, vouched: VouchedQuotation, lookup: PagesLookup): CheckedQuotation {
  const comparisons: Comparison[] = [];
  let isOpen = vouched.isOpen;
  let without: Outcome | undefined;
  for (const voucher of vouched.vouchers) {
    const known = wordsOfSource(voucher.source, lookup);
    if (known.state === 'words') {
      const comparison = comparedWith(draft, vouched, voucher, known.words);
      comparisons.push(comparison);
      // Of words that were not looked for to the end nothing is said but that.
      if (comparison.placed.state !== 'unchecked') continue;
      isOpen = true;
      if (voucher.reach !== 'near') without ??= { state: 'notCheckable', voucher, why: comparison.placed.why };
    } else isOpen = true;
    if (known.state === 'none' && voucher.reach !== 'near')
      without ??= { state: 'notCheckable', voucher, why: known.why };
  }
  const outcome = outcomeOf(draft, vouched, comparisons, isOpen, without);
  const placed = 'with' in outcome ? outcome.with.placed : undefined;
  return { vouched, outcome, droppedNegations: placed && 'droppedNegations' in placed ? placed.droppedNegations : [] };
}

function comparedWith(draft: Draft, vouched: VouchedQuotation, voucher: Voucher, words: SourceWords): Comparison {
  const { quotation, allowances } = vouched;
  const { cleanedUp, citationsOmitted, footnotesOmitted, quotationMarksOmitted } = allowances;
  const pins = words.pinPages(voucher.pins, voucher.source, conventionFor(draft, voucher.resolved.citation));
  const placed = words.place(quotedWords(draft.syntax.text, quotation), {
    cleanedUp,
    citationsOmitted,
    footnotesOmitted,
    quotationMarksOmitted: quotationMarksOmitted || allowances.isQuoting,
    ...(pins ? { pinPages: pins.usual } : {}),
  });
  return { voucher, words, pins, placed };
}

/** The first paper that agrees at its pin, else one that agrees elsewhere, else the one that differs least. */
function outcomeOf(
  draft: Draft,
  { quotation, isCited }: VouchedQuotation,
  comparisons: readonly Comparison[],
  isOpen: boolean,
  without: Outcome | undefined,
): Outcome {
  const agreeing = comparisons.flatMap((comparison): readonly (Outcome & { state: 'agrees' })[] => {
    const { placed, pins } = comparison;
    if (placed.state !== 'agrees') return [];
    return [{ state: 'agrees', with: comparison, place: placed.place, isElsewhere: isOutside(placed.place, pins) }];
  });
  const agrees = agreeing.find(({ isElsewhere }) => !isElsewhere) ?? agreeing[0];
  // Another paper that is cited may have the words at its pin.
  if (agrees) return agrees.isElsewhere && isOpen ? { ...agrees, isElsewhere: false } : agrees;
  const isRead = comparisons.length > 0 && !isOpen && comparisons.every(isReadToTheEnd);
  const found =
    leastDifferent(comparisons, isOpen) ?? without ?? (isRead ? { state: 'absent', from: comparisons } : undefined);
  // The draft itself is asked only before something is said: where nothing would be, it costs nothing.
  if ((found || !isCited) && isFromOtherSection(draft.syntax, quotation, isCited)) return { state: 'inDraft' };
  return found ?? { state: 'unknown' };
}

function leastDifferent(comparisons: readonly Comparison[], isOpen: boolean): Outcome | undefined {
  let least: (Outcome & { state: 'differs' }) | undefined;
  for (const comparison of comparisons) {
    const { placed, voucher } = comparison;
    // Where the words may be another paper's, only the paper that they certainly are said to be of accuses.
    if (placed.state !== 'differs' || (isOpen && voucher.reach !== 'direct')) continue;
    if (least && least.differences.length <= placed.differences.length) continue;
    least = { state: 'differs', with: comparison, place: placed.place, differences: placed.differences };
  }
  return least;
}

function isOutside({ page, endPage }: SourcePlace, pins: PinPages | undefined): boolean {
  if (!pins) return false;
  for (let at = page; at <= endPage; at++) if (pins.possible.has(at)) return false;
  return true;
}

/** Every page has words; of an excerpt the page cited is known to be attached. */
function isReadToTheEnd({ words, voucher, pins }: Comparison): boolean {
  if (words.isPartial) return false;
  return voucher.source.includes === undefined || pins !== undefined;
}
