import type { Piece } from './sheet.ts';

/** One line of a page, as it is measured. */
interface Line {
  /** Its first piece, by its place among the page's pieces. */
  readonly id: number;
  readonly baseline: number;
  /** Points for a letter; undefined for a line too short to tell. */
  readonly letter: number | undefined;
}

/** Shorter lines say nothing about the size of their letters. */
const MEASURED = 30;
/** Fewer lines are no page with a foot. */
const FEWEST = 8;
/** Letters of footnotes are so much smaller than those of the text, and their lines closer to each other. */
const SMALLER = 0.93;
const CLOSER = 0.9;
/** A foot that takes more of the page than this is text of another kind. */
const MOST = 0.6;

/**
 * The piece of a page with which its footnotes begin, also one that goes on from the page before and has no number: at the foot the
 * letters are smaller and the lines closer. A guess by sizes alone; undefined where they are all alike. `pieces` are in reading order.
 */
export function footOfPage(pieces: readonly Piece[]): number | undefined {
  const lines = linesOf(pieces);
  if (lines.length < FEWEST || lines.some(({ baseline }, at) => at > 0 && baseline > (lines[at - 1]?.baseline ?? 0)))
    return undefined;
  const gaps = lines.map(({ baseline }, at) => (lines[at - 1]?.baseline ?? baseline) - baseline);
  const letter = median(lines.flatMap((line) => line.letter ?? []));
  const gap = median(gaps.slice(1, Math.ceil(lines.length * (1 - MOST / 2))));
  if (letter === undefined || gap === undefined) return undefined;
  let first = lines.length;
  while (first > 0) {
    const line = lines[first - 1];
    const below = gaps[first];
    const isFoot = line !== undefined && (line.letter === undefined || line.letter < letter * SMALLER);
    if (
      !isFoot ||
      (below !== undefined && below > gap * CLOSER && first < lines.length && !isNote(pieces, lines[first]))
    )
      break;
    first--;
  }
  const foot = lines.slice(first);
  const own = median(foot.flatMap((line) => line.letter ?? []));
  if (own === undefined || own >= letter * SMALLER || foot.length > lines.length * MOST) return undefined;
  return foot[0]?.id;
}

/** A note that begins with its number may stand a little apart from the one before. */
function isNote(pieces: readonly Piece[], line: Line | undefined): boolean {
  return /^\d{1,3}\b/.test(pieces[line?.id ?? -1]?.text ?? '');
}

function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: { id: number; baseline: number; left: number; right: number; length: number }[] = [];
  for (const [id, { text, baseline, left, right, goesOn }] of pieces.entries()) {
    if (text.trim() === '') continue;
    const last = lines.at(-1);
    if (last && (goesOn || Math.abs(last.baseline - baseline) < 2)) {
      last.right = Math.max(last.right, right);
      last.length += text.length + 1;
    } else lines.push({ id, baseline, left, right, length: text.length });
  }
  return lines.map(({ id, baseline, left, right, length }) => ({
    id,
    baseline,
    letter: length < MEASURED ? undefined : (right - left) / (length - 1),
  }));
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
