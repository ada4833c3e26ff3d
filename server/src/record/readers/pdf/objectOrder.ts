import type { LinePart, PlacedLine } from '../placedLine.ts';
import type { Handle, Pdfium } from './pdfium.ts';
import type { PageGlyphs, Scratch } from './pdfLines.ts';
import type { SheetPlaces } from './sheetPlaces.ts';

/** PDFium's number for a form: a group of objects that is drawn as one. */
const FORM = 5;
const DEEPEST = 12;
/** More objects than a page of text has are not looked through for a stamp. */
const MOST_OBJECTS = 50_000;
/** Points: within them two words stand on the same height, and beside each other. */
const SAME_HEIGHT = 1.5;
const SAME_PLACE = 3;

/** One text object: its characters as they stand in PDFium's list, and where it begins and ends. */
interface TextObject {
  text: string;
  readonly left: number;
  readonly baseline: number;
  right: number;
}

/**
 * A page's lines put together in the order in which the file draws its text objects. PDFium weaves objects that lie on the same
 * height into one line by their places; a stamp that is drawn over a running head can be told from it in this order only.
 */
export function linesByObject(
  pdfium: Pdfium,
  page: Handle,
  { textPage, count, text }: PageGlyphs,
  scratch: Scratch,
  { seen }: SheetPlaces,
): readonly PlacedLine[] {
  const objects = new Map<Handle, TextObject>();
  let last: Handle = 0;
  let isBehindBlank = false;
  for (let at = 0; at < count; at++) {
    const handle = pdfium.FPDFText_GetTextObject(textPage, at);
    const sign = text.charAt(at);
    // What PDFium puts in itself, blanks and line ends, belongs to no object; a blank may stand inside one.
    if (handle === 0) {
      isBehindBlank = sign === ' ';
      continue;
    }
    pdfium.FPDFText_GetCharOrigin(textPage, at, scratch.point, scratch.point + 8);
    const memory = pdfium.memory();
    const { x: left, y: baseline } = seen(
      memory.getFloat64(scratch.point, true),
      memory.getFloat64(scratch.point + 8, true),
    );
    const known = objects.get(handle);
    if (known) {
      if (isBehindBlank && last === handle) known.text += ' ';
      known.text += sign;
      known.right = left;
    } else {
      objects.set(handle, { text: sign, left, right: left, baseline });
    }
    last = handle;
    isBehindBlank = false;
  }
  const ordered = orderOfDrawing(pdfium, page).flatMap((handle) => objects.get(handle) ?? []);
  return joinedLines(ordered);
}

function orderOfDrawing(pdfium: Pdfium, page: Handle): readonly Handle[] {
  const order: Handle[] = [];
  const walk = (count: number, at: (index: number) => Handle, depth: number): void => {
    for (let index = 0; index < count && order.length < MOST_OBJECTS; index++) {
      const object = at(index);
      if (pdfium.FPDFPageObj_GetType(object) !== FORM) order.push(object);
      else if (depth < DEEPEST) {
        const inner = pdfium.FPDFFormObj_CountObjects(object);
        walk(inner, (place) => pdfium.FPDFFormObj_GetObject(object, place), depth + 1);
      }
    }
  };
  walk(pdfium.FPDFPage_CountObjects(page), (index) => pdfium.FPDFPage_GetObject(page, index), 0);
  return order;
}

/** Objects that follow each other on one height, from left to right, are a line. */
function joinedLines(objects: readonly TextObject[]): readonly PlacedLine[] {
  const lines: { baseline: number; parts: LinePart[] }[] = [];
  for (const { text, left, right, baseline } of objects) {
    const last = lines.at(-1);
    const before = last?.parts.at(-1);
    if (last && before && Math.abs(last.baseline - baseline) < SAME_HEIGHT && left > before.right - SAME_PLACE) {
      last.parts.push({ text, left, right });
    } else lines.push({ baseline, parts: [{ text, left, right }] });
  }
  return lines.map(({ baseline, parts }) => ({ baseline, parts, text: parts.map(({ text }) => text).join(' ') }));
}
