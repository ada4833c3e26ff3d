import type { DeclaredPages, Source } from '../record/caseRecord.ts';
import type { Page, Pages } from '../record/pages.ts';
import type { PinCite } from '../syntax/citation.ts';
import { ownPages } from './ownPages.ts';
import { sheetOfTranscriptPage } from './pinLines.ts';

/** A way of counting a source's pages. */
export type Numbering = 'printed' | 'ecf' | 'pdf' | 'pageId' | 'bates';

/** Where a pin leads. */
export interface PinPage {
  readonly page?: Page;
  readonly numbering?: Numbering;
  /** Outside every numbering that the source has. */
  readonly outOfRange: boolean;
  /** Inside some numbering, but not the one that pins usually mean here. */
  readonly outsideUsual?: boolean;
  /** The numbering that pins usually mean here. */
  readonly usual?: Numbering;
}

const NOTHING: PinPage = { outOfRange: false };

/**
 * The page that a pin means. What it means is decided by the document's own `pages.label`, else by `convention` (the
 * draft's sentence, its front matter, the matter's `pins`), else printed number, stamp, index. It is out of range only when
 * it is outside every numbering that the source has; a source without any page numbers answers nothing.
 */
export function pageOfPin(pin: PinCite, source: Source, pages: Pages, convention?: 'ecf' | 'printed' | 'pdf'): PinPage {
  if (pin.open || pin.first === 'passim') return NOTHING;
  const all = ownPages(source, pages);
  if (pin.unit === 'pageId') return byPageId(pin, all);
  const label = pin.unit === 'line' ? (pin.first.split(':')[0] ?? '') : pin.first;
  if (pin.unit !== 'page' && pin.unit !== 'line') return NOTHING;
  if (!/^\d+$/.test(label)) return byBates(pin, all);
  // A transcript's own page comes first, unless the document or the draft says otherwise; a page and line can mean nothing else.
  const sheet = sheetOfTranscriptPage(all, label, pin.volume);
  if (sheet && (pin.unit === 'line' || !(source.pages?.label ?? convention)))
    return { page: sheet, numbering: 'printed', outOfRange: false };
  const inAppendix = pageOfAppendix(label, all);
  // `ER 300` means the excerpt's own numbers; in another paper they are asked last.
  if (inAppendix && source.kind === 'appendix') return { page: inAppendix, numbering: 'printed', outOfRange: false };
  // Where a file holds several papers a place in it says nothing of one of them.
  const order = numberingsInOrder(source.pages, all, convention).filter((one) => one !== 'pdf' || all === pages);
  if (order.length === 0) return NOTHING;
  for (const numbering of order) {
    const page = all.pages.find((candidate) => numberOf(candidate, numbering, source.pages, all) === label);
    const isUsual = numbering === order[0];
    if (page)
      return {
        page,
        numbering,
        outOfRange: false,
        ...(!isUsual && order[0] && { outsideUsual: true, usual: order[0] }),
      };
  }
  if (inAppendix) return { page: inAppendix, numbering: 'printed', outOfRange: false };
  return { outOfRange: !isBetween(Number(label), order, all, source) };
}

/** The page whose number in the appendix in which it stands (`ER-300`) is this one. */
function pageOfAppendix(number: string, { pages }: Pages): Page | undefined {
  return pages.find(
    ({ labels: { appendix } }) => appendix !== undefined && trailingNumber(appendix) === Number(number),
  );
}

/**
 * The printed number of a page that bears none, beside pages that do: the first page of a letter or order is page 1 where the
 * second is page 2. Undefined where its neighbours do not agree, or it would not be a page number.
 */
function inferredNumber(page: Page, all: Pages): string | undefined {
  // Without this every page would look along all others, for every pin again.
  if (!bearsNumbers(all)) return undefined;
  const place = all.pages.indexOf(page);
  const before = neighbour(all, place, -1);
  const behind = neighbour(all, place, 1);
  if (before !== undefined && behind !== undefined && before !== behind) return undefined;
  const number = before ?? behind;
  return number !== undefined && number > 0 ? String(number) : undefined;
}

/** `A-112` of an appendix whose numbers all begin so is cited as 112; where `F-3` stands among bare numbers, it is another page than 3. */
function asPinned(label: string, pages: Pages): string {
  if (/^\d/.test(label)) return label;
  const number = trailingNumber(label);
  return number === undefined || hasBareNumbers(pages) ? label : String(number);
}

/** The number at the end of `A-112` or `Appx0041`. */
function trailingNumber(label: string): number | undefined {
  const number = /\d{1,5}$/.exec(label)?.[0];
  return number === undefined ? undefined : Number(number);
}

const BARE = new WeakMap<Pages, boolean>();

function hasBareNumbers(all: Pages): boolean {
  const known = BARE.get(all);
  if (known !== undefined) return known;
  const found = all.pages.some(({ labels: { printed } }) => printed !== undefined && /^\d+$/.test(printed));
  BARE.set(all, found);
  return found;
}

const NUMBERED = new WeakMap<Pages, boolean>();

function bearsNumbers(all: Pages): boolean {
  const known = NUMBERED.get(all);
  if (known !== undefined) return known;
  const found = all.pages.some(({ labels }) => labels.printed !== undefined);
  NUMBERED.set(all, found);
  return found;
}

/** What the nearest page that bears a number, in one direction, says of the page at `place`. */
function neighbour(all: Pages, place: number, step: 1 | -1): number | undefined {
  const { pages } = all;
  for (let at = place + step; at >= 0 && at < pages.length; at += step) {
    const label = pages[at]?.labels.printed;
    const printed = label === undefined ? Number.NaN : Number(asPinned(label, all));
    if (!Number.isNaN(printed)) return printed - (at - place);
  }
  return undefined;
}

/** The page number of `page` in one numbering, as a label. */
export function numberOf(
  page: Page,
  numbering: Numbering,
  declared: DeclaredPages | undefined,
  pages: Pages,
): string | undefined {
  switch (numbering) {
    case 'printed':
      if (page.labels.printed !== undefined) return asPinned(page.labels.printed, pages);
      if (declared?.first !== undefined && declared.label !== 'ecf') return String(declared.first + page.index - 1);
      return inferredNumber(page, pages);
    case 'ecf':
      return page.labels.ecf ? String(page.labels.ecf.page) : undefined;
    case 'pdf':
      return String(page.index);
    case 'pageId':
      return page.labels.pageId;
    case 'bates':
      return page.labels.bates?.[0];
    default:
      return undefined;
  }
}

function numberingsInOrder(
  declared: DeclaredPages | undefined,
  pages: Pages,
  convention: 'ecf' | 'printed' | 'pdf' | undefined,
): readonly Numbering[] {
  const has = (numbering: Numbering): boolean =>
    numbering === 'pdf'
      ? pages.pages.length > 1
      : pages.pages.some((page) => numberOf(page, numbering, declared, pages) !== undefined);
  const first = declared?.label ?? convention;
  const all: readonly Numbering[] = [...(first ? [first] : []), 'printed', 'ecf', 'pdf'];
  return [...new Set(all)].filter(has);
}

/** A page that lacks a number of its own (a scan among text) may still be the one that is meant: between two that have one. */
function isBetween(number: number, order: readonly Numbering[], pages: Pages, source: Source): boolean {
  return order.some((numbering) => {
    if (numbering === 'pdf') return false;
    const numbers = pages.pages
      .map((page) => Number(numberOf(page, numbering, source.pages, pages) ?? Number.NaN))
      .filter((value) => !Number.isNaN(value));
    if (numbers.length === 0 || numbers.length === pages.pages.length) return false;
    // Unnumbered pages stand before, between or behind the numbered ones: as many numbers may be theirs.
    const missing = pages.pages.length - numbers.length;
    return number >= Math.min(...numbers) - missing && number <= Math.max(...numbers) + missing;
  });
}

function byPageId(pin: PinCite, pages: Pages): PinPage {
  const known = pages.pages.filter((page) => page.labels.pageId !== undefined);
  const page = known.find((candidate) => candidate.labels.pageId === pin.first);
  if (page) return { page, numbering: 'pageId', outOfRange: false };
  return { outOfRange: known.length > 0 && known.length === pages.pages.length };
}

function byBates(pin: PinCite, pages: Pages): PinPage {
  const label = pin.first.toUpperCase();
  const page = pages.pages.find(
    ({ labels }) =>
      labels.bates?.includes(pin.first) ||
      labels.printed?.toUpperCase() === label ||
      labels.appendix?.toUpperCase() === label,
  );
  return page ? { page, numbering: 'bates', outOfRange: false } : NOTHING;
}
