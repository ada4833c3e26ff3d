import type { LinePart, PlacedLine } from '../placedLine.ts';
import type { Handle, Pdfium } from './pdfium.ts';

/** Half-open range of a page's characters that are one line, without its line end. */
export interface LineOfGlyphs {
  readonly text: string;
  placed(pdfium: Pdfium, textPage: Handle, scratch: Handle): PlacedLine;
}

/** PDFium's sign for a hyphen at the end of a line, behind which it makes no line end. */
const HYPHEN = 2;
/** A gap between two words, in points, that is more than a blank. */
const WIDE_GAP = 28;

/** The code points of a page's characters. */
export function glyphsOf(pdfium: Pdfium, textPage: Handle, count: number): Uint32Array {
  const glyphs = new Uint32Array(count);
  for (let at = 0; at < count; at++) glyphs[at] = pdfium.FPDFText_GetUnicode(textPage, at);
  return glyphs;
}

/** The lines that PDFium makes of a page, in its order. Only its own pairs of signs end one: a font may use these codes for letters. */
export function linesOfGlyphs(glyphs: Uint32Array, count: number): readonly LineOfGlyphs[] {
  const lines: LineOfGlyphs[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end > start) lines.push(lineOf(glyphs, start, end));
  };
  for (let at = 0; at < count; at++) {
    const ends = glyphs[at] === 13 && glyphs[at + 1] === 10;
    if (ends) {
      close(at);
      start = at + 2;
      at++;
    } else if (glyphs[at] === HYPHEN) {
      close(at + 1);
      start = at + 1;
    }
  }
  close(count);
  return lines;
}

function lineOf(glyphs: Uint32Array, start: number, end: number): LineOfGlyphs {
  return {
    text: textOf(glyphs, start, end),
    placed: (pdfium, textPage, scratch) => {
      const parts: LinePart[] = [];
      let baseline = 0;
      const originOf = (at: number): number => {
        pdfium.FPDFText_GetCharOrigin(textPage, at, scratch, scratch + 8);
        const memory = pdfium.memory();
        baseline = memory.getFloat64(scratch + 8, true);
        return memory.getFloat64(scratch, true);
      };
      let word = skipBlanks(glyphs, start, end);
      if (word === end) return { text: textOf(glyphs, start, end), baseline: Number.NaN, parts };
      let partStart = word;
      let left = originOf(word);
      const top = baseline;
      let partEnd = word;
      let right = left;
      while (word < end) {
        const wordEnd = behindWord(glyphs, word, end);
        const wordLeft = word === partStart ? left : originOf(word);
        if (wordLeft - right > WIDE_GAP) {
          parts.push({ text: textOf(glyphs, partStart, partEnd), left, right });
          partStart = word;
          left = wordLeft;
        }
        partEnd = wordEnd;
        right = originOf(wordEnd - 1);
        word = skipBlanks(glyphs, wordEnd, end);
      }
      parts.push({ text: textOf(glyphs, partStart, partEnd), left, right });
      return { text: textOf(glyphs, start, end), baseline: top, parts };
    },
  };
}

function skipBlanks(glyphs: Uint32Array, from: number, end: number): number {
  let at = from;
  while (at < end && (glyphs[at] === 32 || glyphs[at] === 160)) at++;
  return at;
}

function behindWord(glyphs: Uint32Array, from: number, end: number): number {
  let at = from;
  while (at < end && glyphs[at] !== 32 && glyphs[at] !== 160) at++;
  return at;
}

/** A part of a page's characters as text. Zero is a sign without a meaning; what is no code point is a replacement character. */
export function textOf(glyphs: Uint32Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    const code = glyphs[at] ?? 0;
    if (code === HYPHEN) text += '-';
    else if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) text += '\ufffd';
    else text += String.fromCodePoint(code);
  }
  return text;
}
