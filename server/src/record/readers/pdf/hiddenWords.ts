import type { Handle, Pdfium } from './pdfium.ts';
import type { Scratch } from './pdfLines.ts';
import type { SheetPlaces } from './sheetPlaces.ts';

/** A rectangle in the page's own coordinates, points, and when it is drawn: what is drawn later has a higher number. */
interface Cover {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly order: number;
}

/** What is drawn on a page, as far as it can hide words. */
interface Drawing {
  readonly covers: readonly Cover[];
  /** When each text object is drawn. */
  readonly order: ReadonlyMap<Handle, number>;
}

/** PDFium's numbers for kinds of objects. */
const [PATH, PICTURE, FORM] = [2, 3, 5];
const DEEPEST = 12;
/** More objects than a page of text has are not looked through. */
const MOST_OBJECTS = 50_000;
/** Points: the line under a word hides nothing. */
const NARROWEST = 5;
const LOWEST = 4;
/** A picture that fills so much of the page is a scan, and its words lie behind it on purpose. */
const FILLS = 0.5;
/** Of 255: what is darker than this is a black box. */
const DARK = 90;
const OPAQUE = 250;
/** PDFium's numbers for notes that may be drawn as a box: text box, square, circle, polygon, highlight, stamp, ink, redaction. */
const BOXES: ReadonlySet<number> = new Set([3, 5, 6, 7, 9, 13, 15, 28]);
const MOST_NOTES = 1_000;
/** Fewer letters than these are no word: a mark under the edge of a box. */
const FEWEST = 3;

/**
 * Which characters of a page can't be seen because something dark was drawn over them: the redactor left the words in the file. A 1 for
 * each of them; undefined where there are none. What is drawn behind is told by the order of drawing, and that nothing of it shows by
 * drawing the page; a word that was written on top of a box ("Doe") is seen.
 */
export function hiddenGlyphs(
  pdfium: Pdfium,
  page: Handle,
  textPage: Handle,
  count: number,
  scratch: Scratch,
  places: SheetPlaces,
): Uint8Array | undefined {
  const { covers, order } = drawingOf(pdfium, page, scratch.point, places);
  if (covers.length === 0) return undefined;
  const covered: number[] = [];
  for (let at = 0; at < count; at++) {
    const handle = pdfium.FPDFText_GetTextObject(textPage, at);
    if (handle === 0) continue;
    pdfium.FPDFText_GetCharOrigin(textPage, at, scratch.point, scratch.point + 8);
    const memory = pdfium.memory();
    const x = memory.getFloat64(scratch.point, true);
    const y = memory.getFloat64(scratch.point + 8, true);
    const drawn = order.get(handle) ?? Number.MAX_SAFE_INTEGER;
    if (covers.some((cover) => cover.order > drawn && isIn(cover, x, y))) covered.push(at);
  }
  if (covered.length < FEWEST) return undefined;
  const unseen = unseenOf(pdfium, page, textPage, covered, scratch, places);
  if (unseen.length < FEWEST) return undefined;
  const hidden = new Uint8Array(count);
  for (const at of unseen) hidden[at] = 1;
  return hidden;
}

/** Points: a letter stands on its line, a box may begin a little above it. */
const ABOVE = 3;

function isIn({ left, bottom, right, top }: Cover, x: number, y: number): boolean {
  return x >= left - 1 && x <= right && y + ABOVE >= bottom && y <= top + ABOVE;
}

function drawingOf(pdfium: Pdfium, page: Handle, room: Handle, { width, height }: SheetPlaces): Drawing {
  const covers: Cover[] = [];
  const order = new Map<Handle, number>();
  let drawn = 0;
  const boundsOf = (object: Handle): Omit<Cover, 'order'> | undefined => {
    if (pdfium.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12) === 0) return undefined;
    const memory = pdfium.memory();
    const [left, bottom, right, top] = [0, 4, 8, 12].map((place) => memory.getFloat32(room + place, true));
    return { left: left ?? 0, bottom: bottom ?? 0, right: right ?? 0, top: top ?? 0 };
  };
  const walk = (count: number, at: (index: number) => Handle, form: Handle, depth: number): void => {
    for (let index = 0; index < count && drawn < MOST_OBJECTS; index++) {
      const object = at(index);
      const kind = pdfium.FPDFPageObj_GetType(object);
      drawn++;
      if (kind === FORM) {
        if (depth >= DEEPEST) continue;
        const inner = pdfium.FPDFFormObj_CountObjects(object);
        walk(inner, (place) => pdfium.FPDFFormObj_GetObject(object, place), form || object, depth + 1);
      } else if (kind === PATH || kind === PICTURE) {
        if (kind === PATH && !isDarkPath(pdfium, object, room)) continue;
        // Inside a form places are the form's own; where on the page it may be is where the form is.
        const bounds = boundsOf(form || object);
        if (!bounds || !isBoxLike(bounds)) continue;
        const share = ((bounds.right - bounds.left) * (bounds.top - bounds.bottom)) / (width * height);
        if (kind === PATH || share < FILLS) covers.push({ ...bounds, order: drawn });
      } else order.set(object, drawn);
    }
  };
  walk(pdfium.FPDFPage_CountObjects(page), (index) => pdfium.FPDFPage_GetObject(page, index), 0, 0);
  covers.push(...notesOf(pdfium, page, room).filter(isBoxLike));
  return { covers, order };
}

function isBoxLike({ left, right, bottom, top }: Omit<Cover, 'order'>): boolean {
  return right - left >= NARROWEST && top - bottom >= LOWEST;
}

/** A path that is filled, or drawn with a line as thick as a letter is high (a pen over words), in an opaque dark colour. */
function isDarkPath(pdfium: Pdfium, path: Handle, room: Handle): boolean {
  if (pdfium.FPDFPath_GetDrawMode(path, room, room + 4) === 0) return false;
  const isFilled = pdfium.memory().getInt32(room, true) !== 0;
  const ask = isFilled ? pdfium.FPDFPageObj_GetFillColor : pdfium.FPDFPageObj_GetStrokeColor;
  if (ask(path, room, room + 4, room + 8, room + 12) === 0) return false;
  const memory = pdfium.memory();
  const [red, green, blue, opacity] = [0, 4, 8, 12].map((place) => memory.getUint32(room + place, true));
  return Math.max(red ?? 255, green ?? 255, blue ?? 255) < DARK && (opacity ?? 0) >= OPAQUE;
}

/** Notes that somebody drew on the page lie over everything. */
function notesOf(pdfium: Pdfium, page: Handle, room: Handle): readonly Cover[] {
  const covers: Cover[] = [];
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), MOST_NOTES);
  for (let index = 0; index < count; index++) {
    const note = pdfium.FPDFPage_GetAnnot(page, index);
    if (note === 0) continue;
    if (BOXES.has(pdfium.FPDFAnnot_GetSubtype(note)) && pdfium.FPDFAnnot_GetRect(note, room) !== 0) {
      const memory = pdfium.memory();
      // Left, top, right, bottom.
      const [left, top, right, bottom] = [0, 4, 8, 12].map((place) => memory.getFloat32(room + place, true));
      covers.push({
        left: left ?? 0,
        bottom: Math.min(top ?? 0, bottom ?? 0),
        right: right ?? 0,
        top: Math.max(top ?? 0, bottom ?? 0),
        order: Number.POSITIVE_INFINITY,
      });
    }
    pdfium.FPDFPage_CloseAnnot(note);
  }
  return covers;
}

/** PDFium's number for a bitmap of grey points, and for drawing what was noted on the page, too. */
const GREY = 1;
const WITH_NOTES = 1;
const WHITE = 0xffffffff;
/** Points of the picture for a point of the page; of a sheet that is larger than any paper fewer. */
const SCALE = 2;
const LONGEST_SIDE = 4_000;
/** So much of a letter's room is dark where it is covered; the letter itself is not so dark. */
const COVERED = 0.9;

/** Of characters that something is drawn over, those in whose room nothing but dark is to be seen. */
function unseenOf(
  pdfium: Pdfium,
  page: Handle,
  textPage: Handle,
  covered: readonly number[],
  scratch: Scratch,
  { width, height, seen }: SheetPlaces,
): readonly number[] {
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height));
  const [columns, rows] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, GREY, 0, 0);
  if (bitmap === 0) return [];
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, WITH_NOTES);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const buffer = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const isDark = (at: number): boolean => {
    // The room of a letter from side to side, and as high as it is: round every letter that is seen something is light.
    if (
      pdfium.FPDFText_GetCharBox(
        textPage,
        at,
        scratch.point,
        scratch.point + 8,
        scratch.point + 16,
        scratch.point + 24,
      ) === 0
    )
      return false;
    const own = pdfium.memory();
    const [low, high] = [own.getFloat64(scratch.point + 16, true), own.getFloat64(scratch.point + 24, true)];
    if (pdfium.FPDFText_GetLooseCharBox(textPage, at, scratch.point) === 0) return false;
    const loose = pdfium.memory();
    const one = seen(loose.getFloat32(scratch.point, true), low);
    const other = seen(loose.getFloat32(scratch.point + 8, true), high);
    const left = Math.max(0, Math.floor(Math.min(one.x, other.x) * scale));
    const right = Math.min(columns, Math.ceil(Math.max(one.x, other.x) * scale));
    const top = Math.max(0, Math.floor((height - Math.max(one.y, other.y)) * scale));
    const bottom = Math.min(rows, Math.ceil((height - Math.min(one.y, other.y)) * scale));
    const points = new Uint8Array(pdfium.memory().buffer, buffer);
    let dark = 0;
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++) if ((points[row * stride + column] ?? 255) < DARK) dark++;
    return dark > 0 && dark >= COVERED * (right - left) * (bottom - top);
  };
  const unseen = covered.filter(isDark);
  pdfium.FPDFBitmap_Destroy(bitmap);
  return unseen;
}
