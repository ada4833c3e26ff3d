import type { Handle, Pdfium } from './pdfium.ts';

/** A rectangle in a page's own coordinates, points, which go up. */
export interface Rectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What an object on a page takes up; undefined where PDFium does not know it. `scratch` has room for four numbers. */
export function boundsOf(pdfium: Pdfium, object: Handle, scratch: Handle): Rectangle | undefined {
  if (pdfium.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return undefined;
  const [left, bottom, right, top] = fourAt(pdfium, scratch);
  return { left, bottom, right, top };
}

/** The rectangle that PDFium wrote at an address, in the order in which it writes them: left, top, right, bottom. */
export function rectangleAt(pdfium: Pdfium, address: Handle): Rectangle {
  const [left, top, right, bottom] = fourAt(pdfium, address);
  return { left, bottom, right, top };
}

function fourAt(pdfium: Pdfium, address: Handle): readonly [number, number, number, number] {
  const memory = pdfium.memory();
  const at = (place: number): number => memory.getFloat32(address + place, true);
  return [at(0), at(4), at(8), at(12)];
}
