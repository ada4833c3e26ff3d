import type { CourtStamp } from '../courtStamp.ts';
import type { NyscefPieces } from '../nyscefStamp.ts';
import type { LinePart } from '../placedLine.ts';
import { hasReadableWords, shiftOf, unshifted } from '../readableWords.ts';
import { readStampedLines } from '../stampedLines.ts';
import type { DrawnPage } from './drawnPages.ts';

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
  readonly ownLabel?: string;
  readonly isScan?: boolean;
  readonly hasHidden?: boolean;
}

/** A page without its stamps, and its letters as they are meant where a font shifted them. */
export function sheetOf({ lines, height, ownLabel, isScan, hasHidden }: DrawnPage): Sheet {
  const stamps: CourtStamp[] = [];
  const nyscef: NyscefPieces[] = [];
  const pieces: Piece[] = [];
  const text = lines.map((line) => line.text).join('\n');
  for (const read of readStampedLines(text)) {
    const line = lines[read.number - 1];
    if (read.stamp) stamps.push(read.stamp);
    if (read.nyscef) nyscef.push(read.nyscef);
    if (!line || line.isSideways || read.text === undefined) continue;
    const [first] = line.parts;
    const last = line.parts.at(-1);
    if (!first || !last) continue;
    const isWhole = !read.stamp && !read.nyscef;
    const parts = isWhole ? line.parts : [{ text: read.text, left: first.left, right: last.right }];
    for (const { text, left, right } of parts)
      pieces.push({ text, left, right, baseline: line.baseline, goesOn: left !== first.left });
  }
  const own = { ...(ownLabel && { ownLabel }), ...(isScan && { isScan }), ...(hasHidden && { hasHidden }) };
  return { pieces: withoutShift(pieces), height, stamps: stamps.toReversed(), nyscef, ...own };
}

function withoutShift(pieces: readonly Piece[]): readonly Piece[] {
  const lines = pieces.map(({ text }) => text);
  if (pieces.length === 0 || hasReadableWords(lines.join('\n'))) return pieces;
  const shift = shiftOf(lines);
  if (shift === undefined) return pieces;
  return pieces.map((piece) => ({ ...piece, text: unshifted(piece.text, shift) }));
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

/** The upper and lower lines of a sheet, no farther in than a share of its height; a line with a number at its side is text. */
export function edgesOf({ pieces, height }: Sheet, share: number): Edges {
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
      if (lines > EDGE_LINES) break;
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
