import type { LinePart, PlacedLine } from '../placedLine.ts';
import { KEPT_CODES } from '../readableWords.ts';
import type { Handle, Pdfium } from './pdfium.ts';
import type { SheetPlaces } from './sheetPlaces.ts';

/** The characters of a page and the lines that PDFium makes of them, before anything is placed. */
export interface PageGlyphs {
  readonly textPage: Handle;
  readonly count: number;
  /** One UTF-16 unit for each character. */
  readonly text: string;
  readonly lines: readonly GlyphLine[];
}

/** Half-open range of a page's characters that are one line, without its line end and the blanks around. */
export interface GlyphLine {
  readonly start: number;
  readonly end: number;
}

/** Room in PDFium's memory that is used again and again. */
export interface Scratch {
  /** For four numbers. */
  readonly point: Handle;
  /** For a page's text in UTF-16, of so many characters. */
  readonly text: (characters: number) => Handle;
}

/** PDFium's sign for a hyphen at the end of a line, behind which it makes no line end; as a character, and in a page's text. */
const HYPHEN = 2;
const HYPHEN_IN_TEXT = 0xfffe;

/** What stands for a letter that a black box covers. */
const COVERED = 0x2588;

/** Reads a page's characters; those that are marked in `hidden` are not told. */
export function pageGlyphs(
  pdfium: Pdfium,
  textPage: Handle,
  count: number,
  scratch: Scratch,
  hidden: Uint8Array | undefined,
): PageGlyphs {
  const units = new Uint16Array(count);
  const address = scratch.text(count);
  const written = pdfium.FPDFText_GetText(textPage, 0, count, address) - 1;
  if (written === count) units.set(new Uint16Array(pdfium.memory().buffer, address, count));
  // The text leaves out what has no meaning, and has two units for a rare sign: then each is asked for by itself.
  else for (let at = 0; at < count; at++) units[at] = unitOf(pdfium.FPDFText_GetUnicode(textPage, at));
  if (hidden) for (let at = 0; at < count; at++) if (hidden[at] === 1 && !isBlank(units[at])) units[at] = COVERED;
  const lines = linesOf(units);
  ligate(units);
  for (let at = 0; at < count; at++) {
    if (units[at] === HYPHEN || units[at] === HYPHEN_IN_TEXT) units[at] = 0x2d;
    else if (units[at] === 0) units[at] = 0xfffd;
    // What was no end of a line is a letter of a font without Unicode.
    else if (units[at] === 10 || units[at] === 12 || units[at] === 13) units[at] = KEPT_CODES + (units[at] ?? 0);
  }
  return { textPage, count, text: new TextDecoder('utf-16le').decode(units), lines };
}

/** The places of `ff`, `fi`, `fl`, `ffi`, `ffl` in the two encodings of TeX, whose fonts often do not say what their signs are. */
const TEX_LIGATURES = [0x1b, 0x0b];
const LIGATURES = 0xfb00;

/** Puts the sign of a ligature where a code beside a small letter can be nothing else; of a shifted font no small letters are left. */
function ligate(units: Uint16Array): void {
  for (let at = 0; at < units.length; at++) {
    const code = units[at] ?? 0;
    if (code >= 32 || (code === 13 && units[at + 1] === 10) || (code === 10 && units[at - 1] === 13)) continue;
    const first = TEX_LIGATURES.find((start) => code >= start && code < start + 5);
    if (first !== undefined && (isSmall(units[at - 1]) || isSmall(units[at + 1]))) units[at] = LIGATURES + code - first;
  }
}

function isSmall(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 97 && unit <= 122;
}

/** A sign beyond the first 65,536 (an emoji) is one unit here, so that places hold. */
function unitOf(code: number): number {
  return code > 0xffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code;
}

/** Only PDFium's own pairs of signs end a line: a font without Unicode may use one of these codes for a letter. */
function linesOf(units: Uint16Array): readonly GlyphLine[] {
  const lines: GlyphLine[] = [];
  let start = 0;
  const close = (end: number): void => {
    let [first, last] = [start, end];
    while (first < last && isBlank(units[first])) first++;
    while (last > first && isBlank(units[last - 1])) last--;
    if (last > first) lines.push({ start: first, end: last });
  };
  for (let at = 0; at < units.length; at++) {
    const unit = units[at];
    if (unit === 13 && units[at + 1] === 10) {
      close(at);
      start = at + 2;
      at++;
    } else if (unit === HYPHEN || unit === HYPHEN_IN_TEXT) {
      close(at + 1);
      start = at + 1;
    }
  }
  close(units.length);
  return lines;
}

function isBlank(unit: number | undefined): boolean {
  return unit === 32 || unit === 160;
}

/** A gap between two words, in points, that is more than a blank. */
const WIDE_GAP = 28;
/** A line whose letters take so much more room than those of its page may have a wide gap; the others are not searched. */
const WIDER = 1.12;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The lines of a page with their places. */
export function placedLines(
  pdfium: Pdfium,
  glyphs: PageGlyphs,
  scratch: Scratch,
  places: SheetPlaces,
): readonly PlacedLine[] {
  const { height, seen } = places;
  const placeOf = (at: number): Place => {
    pdfium.FPDFText_GetCharOrigin(glyphs.textPage, at, scratch.point, scratch.point + 8);
    const memory = pdfium.memory();
    return seen(memory.getFloat64(scratch.point, true), memory.getFloat64(scratch.point + 8, true));
  };
  const ends = glyphs.lines.map(({ start, end }) => ({ first: placeOf(start), right: placeOf(end - 1).x }));
  const widths = glyphs.lines.map(({ start, end }, line) => {
    const place = ends[line];
    return place ? (place.right - place.first.x) / Math.max(1, end - start - 1) : 0;
  });
  const usual = [...widths].sort((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0;
  return glyphs.lines.map((line, index) => {
    const text = glyphs.text.slice(line.start, line.end);
    const { first, right } = ends[index] ?? { first: { x: 0, y: 0 }, right: 0 };
    const isInside = first.y > height * 0.2 && first.y < height * 0.8;
    const isPlain = isInside && (widths[index] ?? 0) < usual * WIDER && !hasSecondNumber(text);
    const parts = isPlain ? [{ text, left: first.x, right }] : partsOf(glyphs.text, line, (at) => placeOf(at).x);
    const isSideways = isInMargin(first.x, right, places) && isUpOrDown(pdfium, glyphs.textPage, line.start);
    return { text, baseline: first.y, parts, ...(isSideways && { isSideways }) };
  });
}

/** Points. */
const SIDE_MARGIN = 54;

function isInMargin(left: number, right: number, { width, isTurned }: SheetPlaces): boolean {
  return !isTurned && (Math.max(left, right) < SIDE_MARGIN || Math.min(left, right) > width - SIDE_MARGIN);
}

/** A letter that leans more than a sixth of a turn. PDFium counts in radians. */
function isUpOrDown(pdfium: Pdfium, textPage: Handle, at: number): boolean {
  const angle = pdfium.FPDFText_GetCharAngle(textPage, at);
  return angle > 1 && angle < 2 * Math.PI - 1;
}

/** Two columns of numbered lines that PDFium has put into one: `1 Q. Who kept the log? 1 A. He did.` */
function hasSecondNumber(text: string): boolean {
  return /^\d{1,2}[ \u00a0]/.test(text) && /[ \u00a0]\d{1,2}[ \u00a0]/.test(text.slice(3));
}

/** The words of a line, cut where a wide gap is between them. */
function partsOf(text: string, { start, end }: GlyphLine, leftOf: (at: number) => number): readonly LinePart[] {
  const parts: LinePart[] = [];
  let partStart = start;
  let left = leftOf(start);
  let wordEnd = behindWord(text, start, end);
  let right = leftOf(wordEnd - 1);
  while (wordEnd < end) {
    let word = wordEnd;
    while (word < end && isBlank(text.charCodeAt(word))) word++;
    const wordLeft = leftOf(word);
    if (wordLeft - right > WIDE_GAP) {
      parts.push({ text: text.slice(partStart, wordEnd), left, right });
      partStart = word;
      left = wordLeft;
    }
    wordEnd = behindWord(text, word, end);
    right = leftOf(wordEnd - 1);
  }
  parts.push({ text: text.slice(partStart, end), left, right });
  return parts;
}

function behindWord(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isBlank(text.charCodeAt(at))) at++;
  return at;
}
