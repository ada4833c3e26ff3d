import type { Line } from './lines.ts';

/** Lines that a page put into the running text, by the offset of their first character: where the text goes on behind each. */
export type Interruptions = ReadonlyMap<number, number>;

export const NO_INTERRUPTIONS: Interruptions = new Map();

const STAMP =
  /^(?:Case:? .{6,40}?(?:Document|Doc|ECF No|Dkt)\.?[ #:]{0,3}\d|Document #?:? ?\d{1,5} Filed|\d{1,3} of \d{1,4}$|Page \d{1,4} of \d{1,4}|NYSCEF DOC\. NO\. \d|FILED: .{4,60}CLERK|PageID ?[#.:]{0,2} ?\d{1,7}$)/;

/**
 * Finds the numbers of pleading paper and the stamps of courts that stand on lines of their own in pasted text (`Id.⏎8⏎¶ 13`).
 * A lone number counts only beside another that is its neighbour, one to three lines away: the 8 before a 9. Empty for the
 * clean text of a typed draft, which then costs nothing more.
 */
export function interruptionsOf(text: string, lines: readonly Line[]): Interruptions {
  const found = new Map<number, number>();
  const numbers: { readonly place: number; readonly value: number }[] = [];
  for (const [place, line] of lines.entries()) {
    const length = line.end - line.start;
    if (length === 0 || length > 160) continue;
    if (length <= 2) {
      const value = Number(text.slice(line.start, line.end));
      if (value > 0 && value <= 32) numbers.push({ place, value });
    } else if (isStampStart(text.charCodeAt(line.start)) && STAMP.test(text.slice(line.start, line.end))) {
      found.set(line.from, nextLine(lines, place, text.length));
    }
  }
  for (const [at, { place, value }] of numbers.entries()) {
    const isNeighbour = [numbers[at - 1], numbers[at + 1]].some(
      (other) => other && Math.abs(other.place - place) <= 3 && other.value - value === Math.sign(other.place - place),
    );
    const line = lines[place];
    if (isNeighbour && line) found.set(line.from, nextLine(lines, place, text.length));
  }
  return found.size > 0 ? found : NO_INTERRUPTIONS;
}

/** C, D, F, N, P, or a digit. */
function isStampStart(code: number): boolean {
  return code === 67 || code === 68 || code === 70 || code === 78 || code === 80 || (code >= 48 && code <= 57);
}

function nextLine(lines: readonly Line[], place: number, end: number): number {
  return lines[place + 1]?.from ?? end;
}
