import { type Cover, drawingOf } from './covers.ts';
import { greyPictureOf } from './greyPicture.ts';
import type { Handle, Pdfium } from './pdfium.ts';
import type { Scratch } from './pdfLines.ts';
import { type Rectangle, rectangleAt } from './rectangles.ts';
import type { SheetPlaces } from './sheetPlaces.ts';

/** Fewer letters than these are a mark under the edge of a box. */
const FEWEST = 2;
/** Points: a letter stands on its line, a box may begin a little above it. */
const ABOVE = 3;

/** A character that something dark is drawn over, or that is written on something dark. */
interface Covered {
  readonly at: number;
  /** The last thing that is drawn over it; undefined for one that was written on top. */
  readonly under: Cover | undefined;
}

/**
 * Which characters of a page can't be seen because something dark was drawn over them: the redactor left the words in the file. A 1 for
 * each of them; undefined where there are none. What lies behind is told by the order of drawing, and that it does not show by drawing
 * the page; a word that was written on top of a box in another colour ("Doe") is seen.
 */
export function hiddenGlyphs(
  pdfium: Pdfium,
  page: Handle,
  textPage: Handle,
  count: number,
  scratch: Scratch,
  places: SheetPlaces,
): Uint8Array | undefined {
  const { covers, order, isInvisible, isDark } = drawingOf(pdfium, page, scratch.point, places);
  if (covers.length === 0) return undefined;
  const covered: Covered[] = [];
  for (let at = 0; at < count; at++) {
    const handle = pdfium.FPDFText_GetTextObject(textPage, at);
    if (handle === 0) continue;
    pdfium.FPDFText_GetCharOrigin(textPage, at, scratch.point, scratch.point + 8);
    const memory = pdfium.memory();
    const x = memory.getFloat64(scratch.point, true);
    const y = memory.getFloat64(scratch.point + 8, true);
    // What a scanner reads is drawn nowhere: it may stand in front of what covers it.
    const drawn = isInvisible(handle) ? -1 : (order.get(handle) ?? Number.MAX_SAFE_INTEGER);
    const over = covers.filter((cover) => isIn(cover, x, y));
    const under = over.findLast((cover) => cover.order > drawn);
    // Dark letters on a dark ground are not seen either, whichever was drawn first.
    if (under || (over.length > 0 && isDark(handle))) covered.push({ at, under });
  }
  if (covered.length < FEWEST) return undefined;
  const unseen = unseenOf(pdfium, page, textPage, covered, scratch, places);
  if (unseen.length < FEWEST) return undefined;
  const hidden = new Uint8Array(count);
  for (const at of unseen) hidden[at] = 1;
  return hidden;
}

function isIn({ left, bottom, right, top }: Cover, x: number, y: number): boolean {
  return x >= left - 1 && x <= right && y + ABOVE >= bottom && y <= top + ABOVE;
}

/** Points of the picture for a point of the page; of a sheet that is larger than any paper fewer. */
const SCALE = 2;
const LONGEST_SIDE = 4_000;
/** Of 255: a point of the picture that is darker than this is dark. */
const DARK = 110;
/** So much of a letter's room is dark where it is covered; the letter itself is not so dark. */
const COVERED = 0.9;
/** So much of a box is dark, with a label written on it in white; of one that its clip cuts off, hardly anything is. */
const SHOWN = 0.55;

/** Of characters that something is drawn over, those in whose room nothing but dark is to be seen. */
function unseenOf(
  pdfium: Pdfium,
  page: Handle,
  textPage: Handle,
  covered: readonly Covered[],
  scratch: Scratch,
  places: SheetPlaces,
): readonly number[] {
  const { width, height, seen } = places;
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height));
  const [columns, rows] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const cut = { pageWidth: columns, pageHeight: rows, left: 0, top: 0, width: columns, height: rows };
  const picture = greyPictureOf(pdfium, page, cut);
  if (!picture) return [];
  const darkShare = (room: Room | undefined): number => {
    if (!room) return 0;
    const left = Math.max(0, Math.floor(room.left * scale));
    const right = Math.min(columns, Math.ceil(room.right * scale));
    const top = Math.max(0, Math.floor((height - room.top) * scale));
    const bottom = Math.min(rows, Math.ceil((height - room.bottom) * scale));
    let dark = 0;
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++)
        if ((picture.points[row * columns + column] ?? 255) < DARK) dark++;
    return dark / Math.max(1, (right - left) * (bottom - top));
  };
  const shown = new Map<Cover, Room | undefined>();
  /** Where a box that is there stands on the page; one that its clip cuts off is not there. */
  const boxOf = (cover: Cover): Room | undefined => {
    if (shown.has(cover)) return shown.get(cover);
    const room = between(seen(cover.left, cover.bottom), seen(cover.right, cover.top));
    const box = darkShare(room) >= SHOWN ? room : undefined;
    shown.set(cover, box);
    return box;
  };
  // Nothing shows through a box that is there, whatever is written on it; else every letter is looked at by itself.
  return covered.flatMap(({ at, under }) => {
    const room = roomOf(pdfium, textPage, at, scratch, places);
    const box = under && boxOf(under);
    const isUnseen = (box && isInside(room, box)) || (isLetter(pdfium, textPage, at) && darkShare(room) >= COVERED);
    return isUnseen ? [at] : [];
  });
}

/** A rectangle of the page as it is looked at, in points from its lower left corner. */
type Room = Rectangle;

/** How far a line of letters leans, in radians, for it to run up or down the page. */
const UPRIGHT = 0.8;

/**
 * The room of a letter: along its line as far as the next letter, across it as high as the letter is. Round every letter that is seen
 * something light is in it.
 */
function roomOf(
  pdfium: Pdfium,
  textPage: Handle,
  at: number,
  { point }: Scratch,
  { seen }: SheetPlaces,
): Room | undefined {
  if (pdfium.FPDFText_GetCharBox(textPage, at, point, point + 8, point + 16, point + 24) === 0) return undefined;
  const own = pdfium.memory();
  const [left = 0, right = 0, bottom = 0, top = 0] = [0, 8, 16, 24].map((place) => own.getFloat64(point + place, true));
  if (pdfium.FPDFText_GetLooseCharBox(textPage, at, point) === 0) return undefined;
  const loose = rectangleAt(pdfium, point);
  const isSideways = Math.abs(Math.sin(pdfium.FPDFText_GetCharAngle(textPage, at))) > UPRIGHT;
  const one = isSideways ? seen(left, loose.bottom) : seen(loose.left, bottom);
  const other = isSideways ? seen(right, loose.top) : seen(loose.right, top);
  return between(one, other);
}

/** A line of underscores is dark all over, and is seen. */
function isLetter(pdfium: Pdfium, textPage: Handle, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(Math.min(pdfium.FPDFText_GetUnicode(textPage, at), 0x10ffff)));
}

/** The middle of a room is in a box. */
function isInside(room: Room | undefined, box: Room): boolean {
  if (!room) return false;
  const [x, y] = [(room.left + room.right) / 2, (room.bottom + room.top) / 2];
  return x >= box.left && x <= box.right && y >= box.bottom && y <= box.top;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function between(one: Place, other: Place): Room {
  return {
    left: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    bottom: Math.min(one.y, other.y),
    top: Math.max(one.y, other.y),
  };
}
