import type { CourtStamp } from '../courtStamp.ts';
import { isNyscefPage, type NyscefPieces } from '../nyscefStamp.ts';
import type { LinePart, PlacedLine } from '../placedLine.ts';
import { hasReadableWords, shiftOf, unshifted, withoutPrivateUse } from '../readableWords.ts';
import { readStampedLines, type StampedLine } from '../stampedLines.ts';
import type { DrawnPage } from './drawnPages.ts';
import { inReadingOrder } from './readingOrder.ts';

/** Words of a page that stand together, and where; in content order. */
export interface Piece extends LinePart {
  readonly baseline: number;
  /** The piece in front of it stands on the same line. */
  readonly goesOn: boolean;
  /** The number at the side of its line, and of which column of such numbers. */
  readonly line?: number;
  readonly column?: number;
}

/** A page while what is not its text is taken off it. */
export interface Sheet {
  readonly pieces: readonly Piece[];
  readonly height: number;
  /** The one that was drawn last comes first: a court adds its stamp to what another docket's has stamped before. */
  readonly stamps: readonly CourtStamp[];
  readonly nyscef: readonly NyscefPieces[];
  /** Lines that run up or down a margin: no text of the page, but a production's number may stand there. */
  readonly sideways: readonly string[];
  readonly ownLabel?: string;
  readonly isScan?: boolean;
  readonly hasHidden?: boolean;
}

/** Stamps stand so far from the middle of a page. */
const STAMP_EDGE = 0.15;

/** A brief may quote a stamp: among its lines, with words behind it. */
function isSpokenOf({ stamp, text }: StampedLine, line: PlacedLine | undefined, height: number): boolean {
  if (!stamp || text === undefined || !line) return false;
  return line.baseline > height * STAMP_EDGE && line.baseline < height * (1 - STAMP_EDGE);
}

/** New York's filing system counts its pages below the paper's own foot. */
const NYSCEF_FOOT = 0.04;

/** A page without its stamps, and its letters as they are meant where a font shifted them. */
export function sheetOf({ lines, height, ownLabel, isScan, hasHidden }: DrawnPage): Sheet {
  const stamps: CourtStamp[] = [];
  const nyscef: NyscefPieces[] = [];
  const sideways: string[] = [];
  const pieces: Piece[] = [];
  const text = lines.map((line) => line.text).join('\n');
  const isOfNyscef = /\bNYSCEF\b/.test(text);
  for (const found of readStampedLines(text)) {
    const line = lines[found.number - 1];
    const read = isSpokenOf(found, line, height) ? { ...found, stamp: undefined, text: line?.text } : found;
    if (read.stamp) stamps.push(read.stamp);
    if (read.nyscef) nyscef.push(read.nyscef);
    if (line?.isSideways && read.text !== undefined) sideways.push(read.text);
    if (!line || line.isSideways || read.text === undefined) continue;
    if (isOfNyscef && line.baseline < height * NYSCEF_FOOT && isNyscefPage(read.text)) continue;
    const [first] = line.parts;
    const last = line.parts.at(-1);
    if (!first || !last) continue;
    const isWhole = !read.stamp && !read.nyscef;
    const parts = isWhole ? line.parts : [{ text: read.text, left: first.left, right: last.right }];
    for (const { text, left, right } of parts)
      pieces.push({ text, left, right, baseline: line.baseline, goesOn: left !== first.left });
  }
  const own = { ...(ownLabel && { ownLabel }), ...(isScan && { isScan }), ...(hasHidden && { hasHidden }) };
  return {
    pieces: inReadingOrder(withoutShift(pieces), height),
    height,
    stamps: stamps.toReversed(),
    nyscef,
    sideways,
    ...own,
  };
}

function withoutShift(pieces: readonly Piece[]): readonly Piece[] {
  const drawn = pieces.map(({ text }) => text);
  if (pieces.length === 0 || hasReadableWords(drawn.join('\n'))) return pieces;
  const lines = drawn.map(withoutPrivateUse);
  if (hasReadableWords(lines.join('\n'))) return pieces.map((piece, at) => ({ ...piece, text: lines[at] ?? '' }));
  const shift = shiftOf(lines);
  if (shift === undefined) return pieces;
  return pieces.map((piece, at) => ({ ...piece, text: unshifted(lines[at] ?? '', shift) }));
}

/** The sheet without some of its pieces; what followed one of them on its line begins the line. */
export function without(sheet: Sheet, removed: ReadonlySet<number>): Sheet {
  if (removed.size === 0) return sheet;
  const pieces: Piece[] = [];
  for (const [id, piece] of sheet.pieces.entries()) {
    if (removed.has(id)) continue;
    const hasFront = piece.goesOn && !removed.has(id - 1);
    pieces.push(hasFront === piece.goesOn ? piece : { ...piece, goesOn: false });
  }
  return { ...sheet, pieces };
}

/** The pieces near the upper or the lower edge, by their places in the sheet. */
export interface Edges {
  readonly head: readonly number[];
  readonly foot: readonly number[];
}

/** So many lines are looked at from each edge, and no line farther from it than this share of the page. */
const EDGE_LINES = 4;
/** Page numbers are looked for as far in as this; what is taken for a running head stands in the margin. */
export const EDGE_SHARE = 0.2;
export const MARGIN_SHARE = 0.11;
const SAME_HEIGHT = 2;

/** The upper and lower lines of a sheet, so many at most and no farther in than a share of its height; a line with a number at its side is text. */
export function edgesOf({ pieces, height }: Sheet, share: number, most = EDGE_LINES): Edges {
  const heightOf = (id: number): number => pieces[id]?.baseline ?? 0;
  const ids: number[] = [];
  for (const [id, { baseline, line }] of pieces.entries()) {
    if (line === undefined && (baseline > height * (1 - share) || baseline < height * share)) ids.push(id);
  }
  const down = ids.sort((one, other) => heightOf(other) - heightOf(one));
  const upTo = (order: readonly number[], isNear: (baseline: number) => boolean): readonly number[] => {
    const near: number[] = [];
    let lines = 0;
    let last = Number.NaN;
    for (const id of order) {
      const baseline = heightOf(id);
      if (!isNear(baseline)) break;
      if (!(Math.abs(baseline - last) < SAME_HEIGHT)) lines++;
      if (lines > most) break;
      last = baseline;
      near.push(id);
    }
    return near;
  };
  return {
    head: upTo(down, (baseline) => baseline > height * (1 - share)),
    foot: upTo(down.toReversed(), (baseline) => baseline < height * share),
  };
}
