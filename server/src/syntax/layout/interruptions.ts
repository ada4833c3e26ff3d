import { isBlank } from '../../text/characters.ts';
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
  const stamped = new Set<number>();
  const numbers: Numbered[] = [];
  for (const [place, line] of lines.entries()) {
    const length = line.end - line.start;
    if (length === 0 || length > 160) continue;
    const numbered = length <= 2 || isDigitCode(text.charCodeAt(line.start)) ? numberOf(text, line, place) : undefined;
    if (numbered) numbers.push(numbered);
    else if (isStampStart(text.charCodeAt(line.start)) && STAMP.test(text.slice(line.start, line.end)))
      stamped.add(place);
    else if (length > 20 && FOOTER.test(text.slice(line.start, line.end))) stamped.add(place);
  }
  const numbered = numbers.filter((one, at) => isNeighbour(numbers[at - 1], one) || isNeighbour(one, numbers[at + 1]));
  if (stamped.size + numbered.length === 0) return NO_INTERRUPTIONS;
  const found = new Map<number, number>();
  for (const { place, behind } of numbered) {
    const line = lines[place];
    if (line) found.set(line.from, behind ?? nextLine(lines, place, text.length));
  }
  for (const place of stamped) {
    const line = lines[place];
    if (line) found.set(line.from, nextLine(lines, place, text.length));
  }
  return found;
}

/** A number of pleading paper: alone on its line, or in front of the line's words (`behind` is where they begin). */
interface Numbered {
  readonly place: number;
  readonly value: number;
  readonly behind?: number;
}

function numberOf(text: string, line: Line, place: number): Numbered | undefined {
  const typed = /^\d{1,2}(?=$|[ \t\u00A0]{2,})/.exec(text.slice(line.start, Math.min(line.end, line.start + 6)))?.[0];
  const value = Number(typed);
  if (!typed || value < 1 || value > 32) return undefined;
  if (line.end - line.start === typed.length) return { place, value };
  let behind = line.start + typed.length;
  while (behind < line.end && isBlank(text.charCodeAt(behind))) behind++;
  return { place, value, behind };
}

/** The 8 before a 9, one to three lines away. */
function isNeighbour(one: Numbered | undefined, other: Numbered | undefined): boolean {
  return one !== undefined && other !== undefined && other.value === one.value + 1 && other.place - one.place <= 3;
}

function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The foot of a page: the paper's title, the page, the number of the case. */
const FOOTER = /^(?!.*[a-z]{4}).{8,90}\bCASE NO\.? ?\d{0,2}:?\d{2}-/;

/** C, D, F, N, P, or a digit. */
function isStampStart(code: number): boolean {
  return code === 67 || code === 68 || code === 70 || code === 78 || code === 80 || (code >= 48 && code <= 57);
}

function nextLine(lines: readonly Line[], place: number, end: number): number {
  return lines[place + 1]?.from ?? end;
}
