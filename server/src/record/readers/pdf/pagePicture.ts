import { type GreyPicture, greyPictureOf } from './greyPicture.ts';
import type { PageBox } from './pageBoxes.ts';
import type { Handle, Pdfium } from './pdfium.ts';
import type { Scratch } from './pdfLines.ts';
import { sheetPlaces } from './sheetPlaces.ts';

/** A crop is at most so high for its width: the hover has no more room beside the words. */
const HIGHEST = 0.25;
const LOWEST = 0.12;
/** Above and below a passage, in shares of the page's height. */
const AIR = 0.018;
/** At the sides nothing is cut off but the margin. */
const SIDE = 0.06;
/** How dark the ground of a marked passage is, of 255. */
const MARKED = 205;
const BORDER = 170;

/**
 * A crop of a page round the boxes, or its upper part where there are none, the boxes on a grey ground, with a border. `width` in
 * pixels. Undefined where PDFium has no room for it.
 */
export function pictureOf(
  pdfium: Pdfium,
  page: Handle,
  boxes: readonly PageBox[],
  width: number,
  scratch: Scratch,
): GreyPicture | undefined {
  const places = sheetPlaces(pdfium, page, scratch.point);
  const crop = cropOf(boxes, places.height / places.width);
  const pageWidth = Math.round(width / (crop.right - crop.left));
  const pageHeight = Math.round((pageWidth * places.height) / places.width);
  const height = Math.max(8, Math.round(pageHeight * (crop.bottom - crop.top)));
  const [left, top] = [Math.round(crop.left * pageWidth), Math.round(crop.top * pageHeight)];
  const picture = greyPictureOf(pdfium, page, { pageWidth, pageHeight, left, top, width, height });
  if (!picture) return undefined;
  for (const box of boxes) {
    darken(picture, {
      left: box.left * pageWidth - left,
      right: box.right * pageWidth - left,
      top: box.top * pageHeight - top,
      bottom: box.bottom * pageHeight - top,
    });
  }
  border(picture);
  return picture;
}

/** What of the page is shown, in shares of it; `ratio` is the page's height for its width. */
function cropOf(boxes: readonly PageBox[], ratio: number): PageBox {
  const first = Math.min(...boxes.map(({ top }) => top), 1);
  const last = Math.max(...boxes.map(({ bottom }) => bottom), 0);
  const share = 1 - 2 * SIDE;
  const [least, most] = [(LOWEST * share) / ratio, (HIGHEST * share) / ratio];
  if (boxes.length === 0) return { left: SIDE, right: 1 - SIDE, top: 0, bottom: Math.min(1, most) };
  const wanted = last - first + 2 * AIR;
  const height = Math.min(most, Math.max(least, wanted));
  // A passage that is too high begins at its top.
  const top = wanted > most ? first - AIR : (first + last) / 2 - height / 2;
  const from = Math.max(0, Math.min(top, 1 - height));
  return { left: SIDE, right: 1 - SIDE, top: from, bottom: Math.min(1, from + height) };
}

function darken({ width, height, points }: GreyPicture, { left, right, top, bottom }: PageBox): void {
  const edge = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));
  for (let row = edge(top, height); row < edge(bottom, height); row++)
    for (let at = row * width + edge(left, width); at < row * width + edge(right, width); at++)
      points[at] = Math.floor(((points[at] ?? 255) * MARKED) / 255);
}

function border({ width, height, points }: GreyPicture): void {
  points.fill(BORDER, 0, width);
  points.fill(BORDER, (height - 1) * width);
  for (let row = 0; row < height; row++) {
    points[row * width] = BORDER;
    points[row * width + width - 1] = BORDER;
  }
}
