import type { Span } from '../span.ts';
import { endWord, type FoldedText, type Folding, fold, foldBarrier, folded, foldingOf } from './foldedText.ts';
import { type PageParts, pagePartsOf, type Taking } from './pageParts.ts';

/** A source's text prepared once: its pages joined, folded for comparison, with a map back to page and offset. */
export interface SourceText {
  readonly pages: readonly { readonly text: string }[];
  /**
   * The running text of all pages without what pages put into it; behind it, parted by barriers, the stretches round footnotes and
   * objections as they stand, for a quotation that keeps them.
   */
  readonly folded: FoldedText;
  /** Where each page begins in the offsets of `folded`; one more at the end. */
  readonly pageStarts: readonly number[];
}

/** A place in the source: page index from 0, and half-open UTF-16 offsets into that page's text. A passage over a page break ends on a later page. */
export interface SourcePlace {
  readonly page: number;
  readonly start: number;
  readonly endPage: number;
  readonly end: number;
}

/** So much of the text before and behind a footnote is kept beside it as it stands: longer than most quotations. */
const ROUND_ASIDE = 1500;

/** Prepares a source's text: one string a page, in order. Linear; 1,000,000 characters take some tens of milliseconds. Never throws. */
export function sourceTextOf(pages: readonly string[], taking?: Taking): SourceText {
  const pageStarts = [0];
  for (const page of pages) pageStarts.push((pageStarts.at(-1) ?? 0) + page.length + 1);
  const length = pageStarts.at(-1) ?? 0;
  const parts = pagePartsOf(pages, taking);
  const folding = foldingOf(Math.ceil(length * 0.9) + 64);
  for (const [at, page] of pages.entries()) {
    const { noise, asides } = parts[at] ?? NO_PARTS;
    foldWithout(folding, page, merged(noise, asides), 0, page.length, pageStarts[at] ?? 0);
    endWord(folding);
  }
  for (const stretch of stretchesRoundAsides(parts, pageStarts)) {
    foldBarrier(folding);
    foldStretch(folding, pages, parts, pageStarts, stretch);
  }
  return { pages: pages.map((text) => ({ text })), folded: folded(folding), pageStarts };
}

const NO_PARTS: PageParts = { noise: [], asides: [] };

function merged(noise: readonly Span[], asides: readonly Span[]): readonly Span[] {
  return asides.length === 0 ? noise : [...noise, ...asides].sort((one, other) => one.start - other.start);
}

/** Folds a range of a page without these spans, which are in order and may overlap. */
function foldWithout(
  folding: Folding,
  page: string,
  without: readonly Span[],
  from: number,
  to: number,
  base: number,
): void {
  let at = from;
  for (const { start, end } of without) {
    if (end <= at) continue;
    if (start >= to) break;
    if (start > at) fold(folding, page, at, start, base);
    endWord(folding);
    at = end;
  }
  if (at < to) fold(folding, page, at, to, base);
}

/** Ranges in the offsets of all pages, in order and disjoint. */
function stretchesRoundAsides(parts: readonly PageParts[], pageStarts: readonly number[]): readonly Span[] {
  const stretches: Span[] = [];
  const length = pageStarts.at(-1) ?? 0;
  for (const [at, { asides }] of parts.entries()) {
    const base = pageStarts[at] ?? 0;
    for (const aside of asides) {
      const start = Math.max(0, base + aside.start - ROUND_ASIDE);
      const end = Math.min(length, base + aside.end + ROUND_ASIDE);
      const last = stretches.at(-1);
      if (last && start <= last.end) stretches[stretches.length - 1] = { start: last.start, end };
      else stretches.push({ start, end });
    }
  }
  return stretches;
}

function foldStretch(
  folding: Folding,
  pages: readonly string[],
  parts: readonly PageParts[],
  pageStarts: readonly number[],
  stretch: Span,
): void {
  for (let at = pageAt(pageStarts, stretch.start); at < pages.length; at++) {
    const base = pageStarts[at] ?? 0;
    if (base >= stretch.end) break;
    const page = pages[at] ?? '';
    foldWithout(
      folding,
      page,
      parts[at]?.noise ?? [],
      Math.max(0, stretch.start - base),
      Math.min(page.length, stretch.end - base),
      base,
    );
    endWord(folding);
  }
}

/** Index of the page on which an offset of the whole source lies. */
export function pageAt(pageStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = Math.max(0, pageStarts.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pageStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of a range of folded letters, from its first letter to behind its last; empty in front of `from` where it has none. */
export function placeOf(source: SourceText, from: number, to: number): SourcePlace {
  const { offsets } = source.folded;
  const first = offsets[Math.min(from, offsets.length - 1)] ?? 0;
  const page = pageAt(source.pageStarts, first);
  const start = first - (source.pageStarts[page] ?? 0);
  if (to <= from) return { page, start, endPage: page, end: start };
  const last = offsets[to - 1] ?? first;
  const endPage = pageAt(source.pageStarts, last);
  return { page, start, endPage, end: last - (source.pageStarts[endPage] ?? 0) + 1 };
}

/** The source's own text between two places, over page breaks. */
export function textBetween(source: SourceText, place: SourcePlace): string {
  const { pages } = source;
  if (place.page === place.endPage) return (pages[place.page]?.text ?? '').slice(place.start, place.end);
  const pieces = [(pages[place.page]?.text ?? '').slice(place.start)];
  for (let page = place.page + 1; page < place.endPage; page++) pieces.push(pages[page]?.text ?? '');
  pieces.push((pages[place.endPage]?.text ?? '').slice(0, place.end));
  return pieces.join('\n');
}
