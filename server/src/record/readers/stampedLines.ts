import { type CourtStamp, isFirstLineOfStamp, readCourtStamp } from './courtStamp.ts';
import { isIndexNumber, type NyscefPieces, readNyscefPieces } from './nyscefStamp.ts';

/** One line of an exhibit and the stamp it carries. */
export interface StampedLine {
  /** What is left of it without a stamp; undefined for a line that was nothing but a stamp. */
  readonly text: string | undefined;
  readonly stamp?: CourtStamp;
  readonly nyscef?: NyscefPieces;
  /** A form feed stands before it. */
  readonly breaks: boolean;
  /** 1-based line of the file. */
  readonly number: number;
}

interface RawLine {
  readonly text: string;
  readonly breaks: boolean;
  readonly number: number;
}

/** The lines of a text with their stamps taken off. Linear in the text. */
export function readStampedLines(text: string): readonly StampedLine[] {
  const raw = rawLines(text);
  const lines: StampedLine[] = [];
  for (let at = 0; at < raw.length; at++) {
    const line = raw[at];
    if (!line) break;
    const next = raw[at + 1];
    const follower = next && !next.breaks ? next : undefined;
    const two = follower && stampOfTwoLines(line.text, follower.text);
    if (follower && two) {
      lines.push({ ...line, text: undefined, stamp: two }, { ...follower, text: undefined });
      at++;
    } else lines.push(...stampsOfOneLine(line));
  }
  return withoutIndexNumbers(lines);
}

/** A form feed ends a page wherever it stands; in most texts it is the first character of a line. */
function rawLines(text: string): readonly RawLine[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((line, index): RawLine | readonly RawLine[] =>
      line.includes('\f')
        ? line.split('\f').map((part, place) => ({ text: part, breaks: place > 0, number: index + 1 }))
        : { text: line, breaks: false, number: index + 1 },
    );
}

/** An exhibit that was filed before bears two stamps, often one over the other: in the text they are one line. */
const MOST_STAMPS_OF_LINE = 4;

/** The line, or for each stamp on it but the last one more line that is nothing but that stamp. */
function stampsOfOneLine(line: RawLine): readonly StampedLine[] {
  const lines: StampedLine[] = [];
  let { text } = line;
  for (let count = 0; count < MOST_STAMPS_OF_LINE; count++) {
    const stamp = readCourtStamp(text);
    if (!stamp) break;
    text = text.slice(stamp.end).trim();
    lines.push({ ...line, breaks: line.breaks && lines.length === 0, text: undefined, stamp });
  }
  const last = lines.pop();
  if (!last) return [nyscefOfOneLine(line)];
  return [...lines, { ...last, text: text === '' ? undefined : text }];
}

function nyscefOfOneLine(line: RawLine): StampedLine {
  const nyscef = readNyscefPieces(line.text);
  if (!nyscef) return line;
  const rest = line.text.slice(nyscef.end).trim();
  return { ...line, text: rest === '' ? undefined : rest, nyscef };
}

/** An index number on a line of its own belongs to the stamp only beside another piece of it. */
function withoutIndexNumbers(lines: readonly StampedLine[]): readonly StampedLine[] {
  const near = (at: number): boolean =>
    [at - 2, at - 1, at + 1, at + 2].some((place) => lines[place]?.nyscef !== undefined);
  return lines.map((line, at) =>
    line.text !== undefined && isIndexNumber(line.text) && near(at) ? { ...line, text: undefined } : line,
  );
}

function stampOfTwoLines(line: string, next: string): CourtStamp | undefined {
  if (next.length > 120) return undefined;
  if (isFirstLineOfStamp(line)) return readCourtStamp(`${line.trimEnd()} ${next.trim()}`);
  // "... Page 4 of 12 PageID #:" with its number on the next line.
  if (!/Page ?ID ?[#:]{0,3}\s{0,9}$/i.test(line.slice(-40)) || !/^[#:.]{0,3} ?\d{1,9}$/.test(next.trim()))
    return undefined;
  return readCourtStamp(`${line.trimEnd()} ${next.trim()}`);
}
