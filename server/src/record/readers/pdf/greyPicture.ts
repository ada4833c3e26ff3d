import type { Handle, Pdfium } from './pdfium.ts';

/** A picture of grey points, a byte each, row by row from the top; 255 is white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly points: Uint8Array;
}

/** What of a page is drawn, and how large, in points of the picture. */
export interface Cut {
  /** The whole page. */
  readonly pageWidth: number;
  readonly pageHeight: number;
  /** The part of it that is wanted, from its left upper corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** PDFium's number for a bitmap of grey points. */
const GREY = 1;
const WHITE = 0xffffffff;
/** PDFium's number for drawing what somebody noted on the page, too: a note may cover words on purpose. */
const WITH_NOTES = 1;

/** Draws a part of a page as a person sees it, notes included. Undefined where PDFium has no room for it. */
export function greyPictureOf(pdfium: Pdfium, page: Handle, cut: Cut): GreyPicture | undefined {
  const { width, height } = cut;
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) return undefined;
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, -cut.left, -cut.top, cut.pageWidth, cut.pageHeight, 0, WITH_NOTES);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const buffer = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const memory = new Uint8Array(pdfium.memory().buffer);
  const points = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = buffer + row * stride;
    points.set(memory.subarray(start, start + width), row * width);
  }
  pdfium.FPDFBitmap_Destroy(bitmap);
  return { width, height, points };
}
