import type { Page, ReaderLimits } from '../../pages.ts';
import { compiledPdfium, MAXIMUM_MEMORY } from '../pdf.ts';
import { composePages } from './composePages.ts';
import { type DrawnPage, drawnPage, openDocument, scratchIn } from './drawnPages.ts';
import { startPdfium } from './pdfium.ts';

/** Some pages of a PDF that is still being read. */
export interface Glimpse {
  /** How many pages the file has. */
  readonly count: number;
  /** Those that were looked at, in order. */
  readonly pages: readonly Page[];
}

/** Pages on each side of a guess: the numbers of neighbours confirm each other. */
const REACH = 3;
const MOST_GUESSES = 6;

/**
 * Looks for the page that bears a number before the whole file is read: first at that place in the file, then as far off as the numbers
 * found there say. Whether one of the pages is the one that is meant the caller decides. Throws an Error with a sentence for people where
 * the file can't be opened.
 */
export async function glimpseOf(bytes: Uint8Array, number: number, limits: ReaderLimits): Promise<Glimpse> {
  const module = await compiledPdfium(limits);
  const pdfium = startPdfium(module, limits.maximumMemory ?? MAXIMUM_MEMORY);
  const document = openDocument(pdfium, bytes);
  const count = Math.min(pdfium.FPDF_GetPageCount(document), limits.maximumPages);
  const scratch = scratchIn(pdfium);
  const drawn = new Map<number, DrawnPage>();
  const seen = new Map<number, Page>();
  /** The page stands behind the first and in front of the second, as far as the numbers go up. */
  const between = { first: 0, last: count + 1 };
  let guess: number | undefined = Math.min(count, number);
  for (let tries = 0; tries < MOST_GUESSES && guess !== undefined && guess > 0; tries++) {
    const middle: number = guess;
    const first = Math.max(1, middle - REACH);
    const window: DrawnPage[] = [];
    for (let index = first; index <= Math.min(count, middle + REACH); index++) {
      const page = drawn.get(index) ?? drawnPage(pdfium, document, index - 1, scratch);
      drawn.set(index, page);
      window.push(page);
    }
    const pages = composePages(window).map((page, at) => ({ ...page, index: first + at }));
    for (const page of pages) seen.set(page.index, page);
    guess = pages.some((page) => numbersOn(page).includes(number)) ? undefined : nextGuess(pages, number, between);
  }
  return { count, pages: [...seen.values()].sort((one, other) => one.index - other.index) };
}

/** The numbers that are printed on a page, or on the pages of a transcript that share it. */
function numbersOn({ labels: { printed, onSheet } }: Page): readonly number[] {
  return (onSheet ?? [printed ?? '']).map((label) => (/^\d+$/.test(label) ? Number(label) : Number.NaN));
}

/** Where the page should be: as far off as the numbers say, or where they jump half way between what is too early and what too late. */
function nextGuess(
  pages: readonly Page[],
  number: number,
  between: { first: number; last: number },
): number | undefined {
  let guess: number | undefined;
  for (const page of pages) {
    const numbers = numbersOn(page);
    const [own = Number.NaN] = numbers;
    if (Number.isNaN(own)) continue;
    if (own < number) between.first = Math.max(between.first, page.index);
    else between.last = Math.min(between.last, page.index);
    guess ??= page.index + Math.round((number - own) / numbers.length);
  }
  if (guess === undefined || between.last - between.first < 2) return undefined;
  const isBetween = guess > between.first && guess < between.last;
  return isBetween ? guess : Math.floor((between.first + between.last) / 2);
}
