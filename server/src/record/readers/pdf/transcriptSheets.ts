import { type TranscriptMarks, transcriptMarks } from '../transcriptMarks.ts';
import type { NumberColumn } from './lineNumbers.ts';
import type { PageNumber } from './pageNumbers.ts';
import type { Piece, Sheet } from './sheet.ts';

/** The head of a transcript's page: `Page 144`, `144:`. */
const PAGE_HEAD = /^(?:Page |PAGE )?0{0,4}(\d{1,4}):?$/;
const NAMED_HEAD = /^(?:Page|PAGE) 0{0,4}(\d{1,4}):?$/;

/** Which page of a transcript each column of line numbers is: the sheet's own number, or of several what stands above or below each. */
export function columnPages(
  sheet: Sheet,
  columns: readonly NumberColumn[],
  number: PageNumber | undefined,
  isCondensed: boolean,
): readonly (string | undefined)[] {
  if (columns.length < 2 && !isCondensed) return columns.map(() => number?.label);
  return columnLabels(sheet, columns).map((found) => found?.label);
}

/** The pieces of a condensed sheet that are the numbers of its pages: no part of anybody's words. */
export function labelPieces(sheet: Sheet, columns: readonly NumberColumn[]): readonly number[] {
  const named = [...sheet.pieces.keys()].filter((id) => NAMED_HEAD.test(sheet.pieces[id]?.text.trim() ?? ''));
  return [...named, ...columnLabels(sheet, columns).flatMap((found) => found?.id ?? [])];
}

interface ColumnLabel {
  readonly label: string;
  /** The piece that it is. */
  readonly id: number;
}

function columnLabels(sheet: Sheet, columns: readonly NumberColumn[]): readonly (ColumnLabel | undefined)[] {
  return columns.map((column) => {
    const [first] = column.numbers;
    if (!first) return undefined;
    const right = Math.min(...columns.map(({ left }) => left).filter((left) => left > column.left + 60), 9999);
    const inColumn = [...sheet.pieces.entries()].filter(([, { left }]) => left >= column.left - 20 && left < right - 5);
    const reach = 4 * column.spacing;
    const last = column.numbers.at(-1) ?? first;
    return (
      labelAmong(inColumn, first.baseline, first.baseline + reach) ??
      labelAmong(inColumn, last.baseline - reach, last.baseline)
    );
  });
}

/** The head or foot between two heights; farther to the right stands that of a page that has no numbered lines. */
function labelAmong(pieces: readonly (readonly [number, Piece])[], low: number, high: number): ColumnLabel | undefined {
  const [nearest] = pieces
    .filter(([, { baseline, line }]) => line === undefined && baseline > low && baseline < high)
    .flatMap(([id, { text, left }]) => {
      const label = PAGE_HEAD.exec(text.trim())?.[1];
      return label === undefined ? [] : [{ label, id, left }];
    })
    .sort((one, other) => one.left - other.left);
  return nearest;
}

/** The pages of a transcript on one sheet, where several are: also one without numbered lines, as the errata have none. */
export function pagesOnSheet(sheet: Sheet, ofColumns: readonly (string | undefined)[]): readonly string[] {
  if (ofColumns.length === 0) return [];
  const pages = new Set([...ofColumns.filter((page) => page !== undefined), ...headsOn(sheet)]);
  return [...pages].sort((one, other) => Number(one) - Number(other));
}

/** The heads of a sheet that say themselves which page of the transcript stands below them. */
function headsOn({ pieces }: Sheet): readonly string[] {
  return [...new Set(pieces.map(({ text }) => NAMED_HEAD.exec(text.trim())?.[1]).filter((page) => page !== undefined))];
}

/** True for a transcript that is printed several pages to a sheet. */
export function isCondensed(sheets: readonly Sheet[], columns: readonly (readonly NumberColumn[])[]): boolean {
  return sheets.some((sheet, at) => {
    const own = columns[at] ?? [];
    const pages = own.length > 1 ? columnPages(sheet, own, undefined, true) : [];
    return headsOn(sheet).length > 1 || new Set(pages.filter((page) => page !== undefined)).size > 1;
  });
}

/** A paper without a page of numbered lines is no transcript, and its volumes are not those of one. */
export function marksOf(sheets: readonly Sheet[]): readonly TranscriptMarks[] {
  const isTranscript = sheets.some(({ pieces }) => pieces.filter(({ line }) => line !== undefined).length >= 10);
  return isTranscript ? transcriptMarks(sheets.map(({ pieces }) => linesFromTop(pieces))) : [];
}

function linesFromTop(pieces: readonly Piece[]): readonly string[] {
  const lines: { text: string; readonly baseline: number }[] = [];
  for (const { text, baseline, goesOn } of pieces) {
    const last = lines.at(-1);
    if (goesOn && last) last.text += ` ${text}`;
    else lines.push({ text, baseline });
  }
  return lines.sort((one, other) => other.baseline - one.baseline).map(({ text }) => text);
}
