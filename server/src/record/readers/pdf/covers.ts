import type { Handle, Pdfium } from './pdfium.ts';
import { boundsOf, type Rectangle, rectangleAt } from './rectangles.ts';
import type { SheetPlaces } from './sheetPlaces.ts';

/** What is drawn later has a higher number. */
export interface Cover extends Rectangle {
  readonly order: number;
}

/** What is drawn on a page, as far as it can hide words. */
export interface Drawing {
  readonly covers: readonly Cover[];
  /** When each text object is drawn. */
  readonly order: ReadonlyMap<Handle, number>;
  /** Of a text object: it is drawn nowhere, as what a scanner has read. */
  readonly isInvisible: (text: Handle) => boolean;
  /** Of a text object: its letters are dark. */
  readonly isDark: (text: Handle) => boolean;
}

/** PDFium's numbers for kinds of objects, and for letters that are not drawn. */
const [PATH, PICTURE, SHADING, FORM] = [2, 3, 4, 5];
const NOT_DRAWN = 3;
const DEEPEST = 12;
/** More objects than a page of text has are not looked through. */
const MOST_OBJECTS = 50_000;
/** Points: the line under a word hides nothing. */
const NARROWEST = 5;
const LOWEST = 4;
/** A picture that fills so much of the page is a scan, and its words lie behind it on purpose. */
const FILLS = 0.5;
/** Of 255: what is darker than this is a black box, and what is less opaque shows what is behind it. */
const DARK = 110;
const OPAQUE = 220;
/** PDFium's numbers for notes that may be drawn as a box: text box, square, circle, polygon, highlight, stamp, ink, redaction. */
const BOXES: ReadonlySet<number> = new Set([3, 5, 6, 7, 9, 13, 15, 28]);
const MOST_NOTES = 1_000;

/** Looks through what a page draws, in its order. `room` has room for four numbers. */
export function drawingOf(pdfium: Pdfium, page: Handle, room: Handle, places: SheetPlaces): Drawing {
  const covers: Cover[] = [];
  const order = new Map<Handle, number>();
  let drawn = 0;
  for (const { object, kind, form } of objectsOn(pdfium, page)) {
    if (++drawn > MOST_OBJECTS) break;
    if (kind === PATH || kind === PICTURE || kind === SHADING) {
      // Inside a form places are the form's own; where on the page it may be is where the form is.
      const bounds = boundsOf(pdfium, form ?? object, room);
      const hides = bounds && (kind === PATH ? isDarkBox(pdfium, object, room, bounds) : isPatch(bounds, places));
      if (hides && isBoxLike(bounds)) covers.push({ ...bounds, order: drawn });
    } else order.set(object, drawn);
  }
  covers.push(...notesOf(pdfium, page, room).filter(isBoxLike));
  return {
    covers,
    order,
    isInvisible: remembered((text) => pdfium.FPDFTextObj_GetTextRenderMode(text) === NOT_DRAWN),
    isDark: remembered((text) => isDarkColour(pdfium, text, room, pdfium.FPDFPageObj_GetFillColor)),
  };
}

interface DrawnObject {
  readonly object: Handle;
  readonly kind: number;
  /** The outermost form in which it stands. */
  readonly form?: Handle | undefined;
}

/** What a page draws, in its order, and behind a form what it draws: whoever counts them counts empty forms, too. */
function* objectsOn(pdfium: Pdfium, page: Handle): Iterable<DrawnObject> {
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) yield* objectsIn(pdfium, pdfium.FPDFPage_GetObject(page, index), []);
}

function* objectsIn(pdfium: Pdfium, object: Handle, forms: readonly Handle[]): Iterable<DrawnObject> {
  const kind = pdfium.FPDFPageObj_GetType(object);
  yield { object, kind, form: forms[0] };
  if (kind === FORM && forms.length < DEEPEST) {
    const count = pdfium.FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count; index++)
      yield* objectsIn(pdfium, pdfium.FPDFFormObj_GetObject(object, index), [...forms, object]);
  }
}

/** A picture or a shading over some of the page; what fills the page is a scan. */
function isPatch({ left, bottom, right, top }: Rectangle, { width, height }: SheetPlaces): boolean {
  return (right - left) * (top - bottom) < FILLS * width * height;
}

function remembered(ask: (text: Handle) => boolean): (text: Handle) => boolean {
  const known = new Map<Handle, boolean>();
  return (text) => {
    const answer = known.get(text) ?? ask(text);
    known.set(text, answer);
    return answer;
  };
}

/** Points: a pen that goes over words is no higher; a frame is. */
const PEN = 30;

function isStroke({ left, right, bottom, top }: Rectangle): boolean {
  return Math.min(right - left, top - bottom) <= PEN;
}

function isBoxLike({ left, right, bottom, top }: Rectangle): boolean {
  return right - left >= NARROWEST && top - bottom >= LOWEST;
}

/** A path that is filled, or drawn with a line as thick as a letter is high (a pen over words), in an opaque dark colour. */
function isDarkBox(pdfium: Pdfium, path: Handle, room: Handle, bounds: Rectangle): boolean {
  const filled = isFilled(pdfium, path, room);
  if (!filled && !isStroke(bounds)) return false;
  const ask = filled ? pdfium.FPDFPageObj_GetFillColor : pdfium.FPDFPageObj_GetStrokeColor;
  return isDarkColour(pdfium, path, room, ask);
}

function isFilled(pdfium: Pdfium, path: Handle, room: Handle): boolean {
  return pdfium.FPDFPath_GetDrawMode(path, room, room + 4) !== 0 && pdfium.memory().getInt32(room, true) !== 0;
}

function isDarkColour(pdfium: Pdfium, object: Handle, room: Handle, ask: Pdfium['FPDFPageObj_GetFillColor']): boolean {
  if (ask(object, room, room + 4, room + 8, room + 12) === 0) return false;
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
      const { left, right, top, bottom } = rectangleAt(pdfium, room);
      covers.push({
        left,
        right,
        bottom: Math.min(top, bottom),
        top: Math.max(top, bottom),
        order: Number.POSITIVE_INFINITY,
      });
    }
    pdfium.FPDFPage_CloseAnnot(note);
  }
  return covers;
}
