import { lettersOf } from '../../../text/letters.ts';
import type { Span } from '../../../text/span.ts';
import { hiddenGlyphs } from './hiddenWords.ts';
import type { Handle, Pdfium } from './pdfium.ts';
import { type PageGlyphs, pageGlyphs, type Scratch } from './pdfLines.ts';
import { rectangleAt } from './rectangles.ts';
import { type SheetPlaces, sheetPlaces } from './sheetPlaces.ts';

/** A place on a page as it is looked at, in shares of its width and height from the left upper corner. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** More characters of a page than this are not looked through for a passage. */
const LONGEST_PAGE = 200_000;

/**
 * Where parts of a page's text stand on it, a box for each line. `text` is the page's text as it was read, `spans` half-open UTF-16
 * offsets into it. What stamps, line numbers and heads were taken off is found again line by line; a line that is not found has no box.
 */
export function boxesOf(
  pdfium: Pdfium,
  page: Handle,
  text: string,
  spans: readonly Span[],
  scratch: Scratch,
): readonly PageBox[] {
  const textPage = pdfium.FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  const count = Math.min(pdfium.FPDFText_CountChars(textPage), LONGEST_PAGE);
  const places = sheetPlaces(pdfium, page, scratch.point);
  const hidden = count > 0 ? hiddenGlyphs(pdfium, page, textPage, count, scratch, places) : undefined;
  const glyphs = count > 0 ? pageGlyphs(pdfium, textPage, count, scratch, hidden) : undefined;
  const boxes = glyphs ? lineBoxes(pdfium, glyphs, text, spans, scratch, places) : [];
  pdfium.FPDFText_ClosePage(textPage);
  return boxes;
}

function lineBoxes(
  pdfium: Pdfium,
  glyphs: PageGlyphs,
  text: string,
  spans: readonly Span[],
  scratch: Scratch,
  places: SheetPlaces,
): readonly PageBox[] {
  const drawn = lettersOf(glyphs.text);
  const boxes: PageBox[] = [];
  let from = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const letters = lettersOf(line);
    const found = letters.folded === '' ? -1 : placeOf(drawn.folded, letters.folded, from);
    if (found >= 0) {
      from = found + letters.folded.length;
      for (const span of spans) {
        const glyphsOfPart = letters.places.flatMap((place, at) => {
          const isInside = start + place >= span.start && start + place < span.end;
          return isInside ? (drawn.places[found + at] ?? []) : [];
        });
        const box = boxAround(pdfium, glyphs, withPunctuation(glyphs.text, glyphsOfPart), scratch, places);
        if (box) boxes.push(box);
      }
    }
    start += line.length + 1;
  }
  return boxes;
}

/** The line behind those that were found before, else anywhere: a page's columns may be read in another order than they are drawn. */
function placeOf(drawn: string, line: string, from: number): number {
  const behind = drawn.indexOf(line, from);
  return behind >= 0 ? behind : drawn.indexOf(line);
}

/** With the stop or the quotation mark directly behind the last letter. */
function withPunctuation(text: string, letters: readonly number[]): readonly number[] {
  const last = letters.at(-1);
  return last !== undefined && /[\p{P}\p{S}]/u.test(text.charAt(last + 1)) ? [...letters, last + 1] : letters;
}

function boxAround(
  pdfium: Pdfium,
  { textPage }: PageGlyphs,
  glyphs: readonly number[],
  scratch: Scratch,
  { width, height, seen }: SheetPlaces,
): PageBox | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const at of glyphs) {
    if (pdfium.FPDFText_GetLooseCharBox(textPage, at, scratch.point) === 0) continue;
    const { left, top, right, bottom } = rectangleAt(pdfium, scratch.point);
    for (const corner of [seen(left, top), seen(right, bottom)]) {
      xs.push(corner.x);
      ys.push(corner.y);
    }
  }
  if (xs.length === 0) return undefined;
  const share = (value: number, of: number): number =>
    Math.round(10_000 * Math.min(1, Math.max(0, value / of))) / 10_000;
  const box = {
    left: share(Math.min(...xs), width),
    right: share(Math.max(...xs), width),
    top: share(height - Math.max(...ys), height),
    bottom: share(height - Math.min(...ys), height),
  };
  return box.right > box.left && box.bottom > box.top ? box : undefined;
}
