import type { Piece, Sheet } from './sheet.ts';
import { withoutTimesBehind } from './timesOfDay.ts';

/** A number that stands at the side of a line. */
interface SideNumber {
  readonly id: number;
  readonly value: number;
  readonly left: number;
  readonly baseline: number;
}

/** A column of line numbers, from the top down: `1` to `25` in a transcript, to `28` on pleading paper. */
export interface NumberColumn {
  readonly numbers: readonly SideNumber[];
  readonly left: number;
  /** Points between two lines. */
  readonly spacing: number;
}

const LAST_LINE = 32;
/** A column that counts on beyond that is one of a table. */
const LAST_LOOKED_AT = 40;
/** So many numbers in a column are no list. */
const FEWEST = 10;
/** A page with more lines that begin with a number is a table. */
const MOST_NUMBERS = 600;
/** Points: a number of two digits may begin so far to the left of one of one digit. */
const ASIDE = 14;
const LOWEST_STEP = 5;

/** The time of day may stand in front of the number, where the transcript was made as people spoke. */
const NUMBER_IN_FRONT = /^(?:\d{1,2}:\d{2}(?::\d{2})?\s{1,9})?(\d{1,2})(?=\s|$)/;

/**
 * The columns of line numbers on a sheet; four where four pages of a transcript are printed on one. The numbers may be drawn
 * in front of their lines, or all of them before or behind the text: only their places say which line is theirs.
 */
export function numberColumns({ pieces }: Sheet): readonly NumberColumn[] {
  const first = columnsOf(pieces, new Set(), false);
  if (first.length === 0) return first;
  // Two columns that are read as one line: only where the first column is one of line numbers is the second, too.
  const used = new Set(first.flatMap(({ numbers }) => numbers.map(({ id }) => id)));
  return [...first, ...columnsOf(pieces, used, true)];
}

function columnsOf(pieces: readonly Piece[], used: Set<number>, mayGoOn: boolean): readonly NumberColumn[] {
  const all = pieces
    .flatMap((piece, id) => (used.has(id) ? [] : (sideNumber(piece, id, mayGoOn) ?? [])))
    .sort((one, other) => other.baseline - one.baseline);
  if (all.length < FEWEST || all.length > MOST_NUMBERS) return [];
  const columns: NumberColumn[] = [];
  for (const [place, first] of all.entries()) {
    if (first.value > 3 || used.has(first.id)) continue;
    const numbers = columnFrom(first, all.slice(place + 1), used);
    const last = numbers.at(-1);
    if (!last || numbers.length < FEWEST || last.value > LAST_LINE) continue;
    for (const { id } of numbers) used.add(id);
    const spacing = (first.baseline - last.baseline) / (last.value - first.value);
    columns.push({ numbers, left: Math.min(...numbers.map(({ left }) => left)), spacing });
  }
  return columns;
}

function columnFrom(first: SideNumber, below: readonly SideNumber[], used: ReadonlySet<number>): readonly SideNumber[] {
  const numbers = [first];
  let last = first;
  for (const next of below) {
    const isBelow = next.baseline < last.baseline - LOWEST_STEP && Math.abs(next.left - last.left) < ASIDE;
    const step = next.value - last.value;
    // One number may be hidden by a mark on the paper.
    if (!isBelow || used.has(next.id) || step < 1 || step > 2) continue;
    numbers.push(next);
    last = next;
  }
  return numbers;
}

function sideNumber({ text, left, baseline, goesOn }: Piece, id: number, mayGoOn: boolean): SideNumber | undefined {
  const code = text.charCodeAt(0);
  if (code < 48 || code > 57) return undefined;
  const [found, digits] = NUMBER_IN_FRONT.exec(text) ?? [];
  if (!digits || (goesOn && !mayGoOn && text.trim() !== found)) return undefined;
  const value = Number(digits);
  return value < 1 || value > LAST_LOOKED_AT ? undefined : { id, value, left, baseline };
}

/** The sheet with its line numbers taken off; every line knows its number. */
export function withLineNumbers(sheet: Sheet, columns: readonly NumberColumn[]): Sheet {
  if (columns.length === 0) return sheet;
  const own = new Map(columns.flatMap(({ numbers }, column) => numbers.map((one) => [one.id, { one, column }])));
  const pieces: Piece[] = [];
  let isFront = false;
  for (const [id, piece] of sheet.pieces.entries()) {
    const mark = own.get(id);
    if (!mark) {
      const found = lineBeside(piece, columns);
      pieces.push(found || isFront ? { ...piece, ...found, goesOn: piece.goesOn && !isFront } : piece);
      isFront = false;
      continue;
    }
    const text = piece.text.replace(NUMBER_IN_FRONT, '').trim();
    // Nothing but the number: what follows on its line begins the line.
    isFront = text === '';
    if (text !== '') pieces.push({ ...piece, text, line: mark.one.value, column: mark.column });
  }
  return { ...sheet, pieces: withoutTimesBehind(withoutNumbersBehind(pieces)) };
}

/** So many lines of a page end with their number, too: it stands on both sides of the text. */
const MANY_BEHIND = 8;

/** Takes the number of a line off its end, where it is printed on both sides. */
function withoutNumbersBehind(pieces: readonly Piece[]): readonly Piece[] {
  const hasBehind = ({ text, line }: Piece): boolean =>
    line !== undefined && text.endsWith(String(line)) && /(?:^|\s)\d{1,2}$/.test(text.slice(-3));
  const numbered = new Set(pieces.flatMap(({ line }) => line ?? []));
  const ending = pieces.filter(hasBehind);
  if (ending.length < Math.max(MANY_BEHIND, numbered.size * 0.6)) return pieces;
  const isEnding = new Set(ending);
  return pieces.flatMap((piece) => {
    if (!isEnding.has(piece)) return [piece];
    const text = piece.text.slice(0, -String(piece.line).length).trim();
    return text === '' ? [] : [{ ...piece, text }];
  });
}

/** How far from a number the line beside it may stand, in steps from one number to the next. */
const INSIDE = 0.55;
const OUTSIDE = 0.15;

/** The number beside which a piece stands: of the nearest column to its left, the nearest number. */
function lineBeside(
  { left, baseline }: Piece,
  columns: readonly NumberColumn[],
): { readonly line: number; readonly column: number } | undefined {
  let nearest: { column: number; left: number; line: number; far: number } | undefined;
  for (const [column, { numbers, left: side, spacing }] of columns.entries()) {
    if (side > left + 1 || (nearest && side < nearest.left - ASIDE)) continue;
    const top = numbers[0]?.baseline ?? 0;
    const bottom = numbers.at(-1)?.baseline ?? 0;
    // The page's number and the foot stand right below the last line, nearer than a line.
    const reach = baseline > top || baseline < bottom ? OUTSIDE : INSIDE;
    for (const number of numbers) {
      const far = Math.abs(number.baseline - baseline);
      if (far > spacing * reach) continue;
      const isNearer = !nearest || side > nearest.left + ASIDE || far < nearest.far;
      if (isNearer) nearest = { column, left: side, line: number.value, far };
    }
  }
  return nearest && { line: nearest.line, column: nearest.column };
}
