import type { Piece } from './sheet.ts';

/** Fewer lines have an order by chance. */
const FEWEST = 12;
/** Of two lines that follow each other in the file, so many may go up the page: columns, line numbers and stamps go up a few times. */
const MOST_UPWARD = 0.25;
/** Points. */
const STEP = 3;

/**
 * The pieces of a page from its top down, where the file draws its lines in no order at all, as some programs do; else as they are drawn,
 * which is how columns and heads are told apart.
 */
export function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && piece.goesOn) last.push(piece);
    else lines.push([piece]);
  }
  const heights = lines.map(([first]) => first?.baseline ?? 0);
  const upward = heights.filter((height, at) => at > 0 && height > (heights[at - 1] ?? 0) + STEP).length;
  if (lines.length < FEWEST || upward < lines.length * MOST_UPWARD) return pieces;
  return lines
    .map((line, at) => ({ line, height: heights[at] ?? 0, left: line[0]?.left ?? 0 }))
    .sort((one, other) =>
      Math.abs(one.height - other.height) > STEP ? other.height - one.height : one.left - other.left,
    )
    .flatMap(({ line }) => line);
}
