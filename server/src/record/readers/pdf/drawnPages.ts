import type { ReaderLimits } from '../../pages.ts';
import type { PlacedLine } from '../placedLine.ts';
import { readStampedLines } from '../stampedLines.ts';
import { hiddenGlyphs } from './hiddenWords.ts';
import { linesByObject } from './objectOrder.ts';
import { type Handle, type Pdfium, PdfiumStopped } from './pdfium.ts';
import { type PageGlyphs, pageGlyphs, placedLines, type Scratch } from './pdfLines.ts';
import { isPicture, type SheetPlaces, sheetPlaces } from './sheetPlaces.ts';

/** A page as PDFium reads it: lines in the order in which the file draws them. */
export interface DrawnPage {
  readonly lines: readonly PlacedLine[];
  /** Points. */
  readonly height: number;
  /** A picture fills it, and it has hardly any words. */
  readonly isScan?: boolean;
  /** Words lie under a black box; they are not among the lines. */
  readonly hasHidden?: boolean;
  /** What the file itself calls the page, where that is not just its place. */
  readonly ownLabel?: string;
}

/** So much is read of one page, in characters: a book's page has three thousand. */
const LONGEST_PAGE = 200_000;
/** More text than any paper has; a file that unpacks to more was made to do harm. */
const LONGEST_PAPER = 60_000_000;

/** Every page of a PDF. Throws an Error with a sentence for people where it can't be read. */
export function drawnPagesOf(pdfium: Pdfium, bytes: Uint8Array, limits: ReaderLimits): readonly DrawnPage[] {
  const document = openDocument(pdfium, bytes);
  const count = pdfium.FPDF_GetPageCount(document);
  if (count < 1) throw new Error('It is damaged: no page is found in it.');
  if (count > limits.maximumPages) {
    throw new Error(`It has more than ${limits.maximumPages} pages; that many are not read.`);
  }
  const scratch = scratchIn(pdfium);
  const pages: DrawnPage[] = [];
  let length = 0;
  for (let index = 0; index < count; index++) {
    const page = drawnPage(pdfium, document, index, scratch);
    for (const { text } of page.lines) length += text.length;
    if (length > LONGEST_PAPER) throw new Error('It unpacks to more text than a paper has.');
    pages.push(page);
  }
  // A broken list of pages opens as a file whose every page fails.
  if (pages.every(({ height }) => height === 0)) throw new Error('It is damaged: none of its pages can be opened.');
  return pages;
}

/** Opens a PDF in PDFium. Throws an Error with a sentence for people where it can't be opened. */
export function openDocument(pdfium: Pdfium, bytes: Uint8Array): Handle {
  const address = pdfium.malloc(bytes.length);
  if (address === 0) throw new PdfiumStopped(true);
  new Uint8Array(pdfium.memory().buffer).set(bytes, address);
  const document = pdfium.FPDF_LoadMemDocument(address, bytes.length, 0);
  if (document === 0) throw new Error(whyNotOpened(pdfium.FPDF_GetLastError(), bytes));
  return document;
}

/** Room in PDFium's memory for what it writes there. */
export function scratchIn(pdfium: Pdfium): Scratch {
  let room = 0;
  let address = 0;
  return {
    point: pdfium.malloc(32),
    text: (characters) => {
      if (characters >= room) {
        pdfium.free(address);
        room = 2 * characters + 64;
        address = pdfium.malloc(2 * room);
        if (address === 0) throw new PdfiumStopped(true);
      }
      return address;
    },
  };
}

/** PDFium's own numbers for what is wrong. */
const NEEDS_PASSWORD = 4;
const UNKNOWN_SECURITY = 5;

function whyNotOpened(fault: number, bytes: Uint8Array): string {
  if (fault === NEEDS_PASSWORD) return 'It is locked with a password.';
  if (fault === UNKNOWN_SECURITY) return 'It is locked in a way that is not known.';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart();
  if (/^(?:<!doctype html|<html|<head)/i.test(start)) return 'It is a page of the web that was saved under this name.';
  if (start.startsWith('PK')) return 'It is a Word file or an archive, not a PDF.';
  if (!start.includes('%PDF-') && !/\d obj\b/.test(start)) return 'It is not a PDF.';
  return 'It is damaged or cut short.';
}

/** One page, by its place from 0. */
export function drawnPage(pdfium: Pdfium, document: Handle, index: number, scratch: Scratch): DrawnPage {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return { lines: [], height: 0 };
  const label = ownLabel(pdfium, document, index, scratch);
  const textPage = pdfium.FPDFText_LoadPage(page);
  const places = sheetPlaces(pdfium, page, scratch.point);
  const { lines, hasHidden } = textPage === 0 ? NO_LINES : linesOfPage(pdfium, page, textPage, scratch, places);
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const isScan = length < FEW_WORDS && isPicture(pdfium, page, places, scratch.point);
  if (textPage !== 0) pdfium.FPDFText_ClosePage(textPage);
  pdfium.FPDF_ClosePage(page);
  const { height } = places;
  return {
    lines,
    height,
    ...(isScan && { isScan }),
    ...(hasHidden && { hasHidden }),
    ...(label && label !== String(index + 1) && { ownLabel: label }),
  };
}

type PageLines = Pick<DrawnPage, 'lines' | 'hasHidden'>;
const NO_LINES: PageLines = { lines: [] };

function linesOfPage(pdfium: Pdfium, page: Handle, textPage: Handle, scratch: Scratch, places: SheetPlaces): PageLines {
  const count = Math.min(pdfium.FPDFText_CountChars(textPage), LONGEST_PAGE);
  if (count <= 0) return NO_LINES;
  const hidden = hiddenGlyphs(pdfium, page, textPage, count, scratch, places);
  const glyphs = pageGlyphs(pdfium, textPage, count, scratch, hidden);
  const own = { ...(hidden && { hasHidden: true }) };
  if (isWoven(glyphs)) {
    const drawn = linesByObject(pdfium, page, glyphs, scratch, places);
    if (stampsIn(drawn.map(({ text }) => text)) > stampsIn(linesOfText(glyphs))) return { lines: drawn, ...own };
  }
  return { lines: placedLines(pdfium, glyphs, scratch, places), ...own };
}

/**
 * A head of another program on the same height, or another docket's stamp, may be woven into a stamp, piece by piece: then there are
 * the words of more stamps than are read, and only the order of drawing tells them apart.
 */
function isWoven(glyphs: PageGlyphs): boolean {
  if (!/\bCase\b/i.test(glyphs.text) || !/\bFiled\b/i.test(glyphs.text)) return false;
  const lines = linesOfText(glyphs);
  return stampsIn(lines) === 0 || lines.some((line) => (line.match(/Filed|FILED/g) ?? []).length > 1);
}

function linesOfText({ text, lines }: PageGlyphs): readonly string[] {
  return lines.map(({ start, end }) => text.slice(start, end));
}

function stampsIn(lines: readonly string[]): number {
  return readStampedLines(lines.join('\n')).filter(({ stamp }) => stamp !== undefined).length;
}

/** A stamp, a legend and a production number have fewer characters together. */
const FEW_WORDS = 400;
const LONGEST_LABEL = 64;

function ownLabel(pdfium: Pdfium, document: Handle, index: number, scratch: Scratch): string {
  // Bytes of UTF-16 with a zero at the end.
  const address = scratch.text(LONGEST_LABEL);
  const length = pdfium.FPDF_GetPageLabel(document, index, address, 2 * LONGEST_LABEL);
  if (length < 4 || length > 2 * LONGEST_LABEL) return '';
  return new TextDecoder('utf-16le').decode(new Uint8Array(pdfium.memory().buffer, address, length - 2));
}
