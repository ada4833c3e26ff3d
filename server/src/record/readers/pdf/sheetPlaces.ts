import type { Handle, Pdfium } from './pdfium.ts';
import { boundsOf, rectangleAt } from './rectangles.ts';

/** A page's size as it is looked at, and how its places are found: a page may be turned, and its corner need not be at 0, 0. */
export interface SheetPlaces {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly isTurned: boolean;
  /** From the page's own coordinates to points from the left and lower edge of the page as it is looked at. */
  readonly seen: (x: number, y: number) => { readonly x: number; readonly y: number };
}

/** A sheet of letter paper, for pages that do not say how large they are. */
const WIDTH = 612;
const HEIGHT = 792;

/** `scratch` has room for four numbers. */
export function sheetPlaces(pdfium: Pdfium, page: Handle, scratch: Handle): SheetPlaces {
  const ownWidth = pdfium.FPDF_GetPageWidthF(page);
  const ownHeight = pdfium.FPDF_GetPageHeightF(page);
  const width = ownWidth > 0 ? ownWidth : WIDTH;
  const height = ownHeight > 0 ? ownHeight : HEIGHT;
  const hasBox = pdfium.FPDF_GetPageBoundingBox(page, scratch) !== 0;
  const { left, bottom } = hasBox ? rectangleAt(pdfium, scratch) : { left: 0, bottom: 0 };
  switch (pdfium.FPDFPage_GetRotation(page)) {
    case 1:
      return { width, height, isTurned: true, seen: (x, y) => ({ x: y - bottom, y: height - (x - left) }) };
    case 2:
      return { width, height, isTurned: true, seen: (x, y) => ({ x: width - (x - left), y: height - (y - bottom) }) };
    case 3:
      return { width, height, isTurned: true, seen: (x, y) => ({ x: width - (y - bottom), y: x - left }) };
    default:
      return { width, height, isTurned: false, seen: (x, y) => ({ x: x - left, y: y - bottom }) };
  }
}

/** PDFium's number for a picture. */
const PICTURE = 3;
const MOST_OBJECTS = 200;
/** A picture that fills so much of a page is what the page shows. */
const FILLS = 0.5;

/** True where a picture fills the page: a scan, or pages that were made pictures to take words out. */
export function isPicture(pdfium: Pdfium, page: Handle, { width, height }: SheetPlaces, scratch: Handle): boolean {
  const count = Math.min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS);
  for (let at = 0; at < count; at++) {
    const object = pdfium.FPDFPage_GetObject(page, at);
    if (pdfium.FPDFPageObj_GetType(object) !== PICTURE) continue;
    const bounds = boundsOf(pdfium, object, scratch);
    if (!bounds) continue;
    const { left, bottom, right, top } = bounds;
    if (Math.abs((right - left) * (top - bottom)) > FILLS * width * height) return true;
  }
  return false;
}
