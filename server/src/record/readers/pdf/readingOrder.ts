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
export function inReadingOrder(pieces: readonly Piece[], height: number): readonly Piece[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && piece.goesOn) last.push(piece);
    else lines.push([piece]);
  }
  const heights = lines.map(([first]) => first?.baseline ?? 0);
  const upward = heights.filter((height, at) => at > 0 && height > (heights[at - 1] ?? 0) + STEP).length;
  if (lines.length < FEWEST || upward < lines.length * MOST_UPWARD)
    return withNoteInFront(lines, heights, height) ?? pieces;
  return lines
    .map((line, at) => ({ line, height: heights[at] ?? 0, left: line[0]?.left ?? 0 }))
    .sort((one, other) =>
      Math.abs(one.height - other.height) > STEP ? other.height - one.height : one.left - other.left,
    )
    .flatMap(({ line }) => line);
}

/** Shares of the page: a clerk's note stands above the first and is drawn when the text has come down below the second. */
const UPPER = 0.8;
const LOWER = 0.35;
const LONGEST_NOTE = 12;

/** What a clerk or a filing system has put on the upper part of a page is drawn behind its text; as it is read it stands in front. */
function withNoteInFront(
  lines: readonly (readonly Piece[])[],
  heights: readonly number[],
  height: number,
): readonly Piece[] | undefined {
  const first = heights.findLastIndex((own) => own <= height * UPPER) + 1;
  const count = lines.length - first;
  if (first === 0 || count === 0 || count > LONGEST_NOTE || (heights[first - 1] ?? 0) > height * LOWER)
    return undefined;
  // A short second column stands beside the text and not above it.
  if (Math.min(...heights.slice(first)) < Math.max(...heights.slice(0, first)) - STEP) return undefined;
  return [...lines.slice(first), ...lines.slice(0, first)].flat();
}
