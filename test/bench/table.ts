/** One line of the table: what was measured, the figure, and what it is meant to be. */
export type Row = readonly [string, string, string?];

/** Prints a part of the table under its heading. */
export function print(
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
): void {
  const all = [columns, ...rows].map((row) => columns.map((_, column) => row[column] ?? ''));
  const widths = columns.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   '),
  );
  console.log(`\n${heading}\n`);
  console.log([lines[0], widths.map((width) => '-'.repeat(width)).join('   '), ...lines.slice(1)].join('\n'));
}

/** Milliseconds with as many digits as say something. */
export function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(2) : time.toFixed(1)} ms`;
}

/** The value below which `share` of all values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What takes longer than this is timed once. */
const LONG_MILLISECONDS = 300;

/** The median time of a piece of work, after it has been done often enough to be compiled. */
export function timeOf(work: () => unknown, rounds: number): number {
  const once = (): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const first = once();
  if (first > LONG_MILLISECONDS) return first;
  for (let round = 1; round < rounds; round++) once();
  return percentile(Array.from({ length: rounds }, once), 0.5);
}
