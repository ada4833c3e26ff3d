import type { Floor, Paper } from './paper.ts';

/** An entry that stands for all numbers from the first to the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly paper: Paper;
  /** Written before the numbers (`META-`). */
  readonly prefix?: string;
}

/** Says which stretches of one series overlap, or run backwards: a number would mean two papers, or none. */
export function reportOverlaps(floor: Floor, stretches: readonly Stretch[]): void {
  for (const stretch of stretches) {
    const { span } = stretch.paper.source.place;
    if (stretch.to < stretch.from) floor.problems.invalid(span, `${inWords(stretch)} ends before it begins.`);
  }
  const sorted = [...stretches].sort((one, other) => one.from - other.from || one.to - other.to);
  let widest = sorted[0];
  for (const stretch of sorted.slice(1)) {
    // A key that is written twice has its finding already.
    const isOther = stretch.paper.source.entry !== widest?.paper.source.entry;
    if (widest && isOther && stretch.from <= widest.to) {
      const line = floor.problems.lineOf(widest.paper.source.place.span);
      floor.problems.overlaps(
        stretch.paper.source.place,
        `${inWords(stretch)} overlaps ${inWords(widest)} on line ${line}.`,
      );
    }
    if (!widest || stretch.to > widest.to) widest = stretch;
  }
}

function inWords({ from, to, prefix = '' }: Stretch): string {
  return from === to ? `${prefix}${from}` : `${prefix}${from}-${to}`;
}
