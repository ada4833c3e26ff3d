import type { NumberedLine, Page, PageLabels } from '../../pages.ts';
import { batesNumbers } from '../batesNumbers.ts';
import { nyscefStampOf } from '../nyscefStamp.ts';
import { hasReadableWords } from '../readableWords.ts';
import { stampsThatCount } from '../splitPages.ts';
import { type TranscriptMarks, transcriptMarks } from '../transcriptMarks.ts';
import type { DrawnPage } from './drawnPages.ts';
import { type NumberColumn, numberColumns, withLineNumbers } from './lineNumbers.ts';
import { type PageNumber, pageNumbers } from './pageNumbers.ts';
import { runningHeads } from './runningHeads.ts';
import { EDGE_SHARE, edgesOf, type Piece, type Sheet, sheetOf, without } from './sheet.ts';

/**
 * The pages of a PDF from what is drawn on them. In this order: stamps (in content order, before anything is placed), Bates
 * numbers, line numbers, printed numbers, running heads; what is left is the text, and whether it is words is judged last.
 */
export function composePages(drawn: readonly DrawnPage[]): readonly Page[] {
  const stamped = drawn.map(sheetOf);
  const stamps = stampsThatCount(stamped);
  const { sheets: unnumbered, labels: bates } = takeBates(stamped);
  const columns = unnumbered.map(numberColumns);
  const lined = unnumbered.map((sheet, page) => withLineNumbers(sheet, columns[page] ?? []));
  const printed = pageNumbers(lined);
  const heads = runningHeads(lined);
  const marks = marksOf(lined);
  return lined.map((sheet, index) => {
    const number = printed[index];
    const stamp = stamps[index];
    const own = bates[index] ?? [];
    const nyscef = nyscefStampOf(sheet.nyscef);
    const labels: PageLabels = {
      ...(number && { printed: number.label }),
      ...(stamp && { ecf: stamp.ecf }),
      ...(stamp?.pageId && { pageId: stamp.pageId }),
      ...(own.length > 0 && { bates: own }),
      ...(nyscef && { nyscef }),
      ...marks[index],
      ...(sheet.ownLabel && { own: sheet.ownLabel }),
    };
    const removed = new Set(heads[index]);
    if (number?.alone) removed.add(number.id);
    const { text, lines } = textOfSheet(without(sheet, removed), columnPages(sheet, columns[index] ?? [], number));
    return {
      index: index + 1,
      labels,
      checkable: isCheckable(text, sheet),
      ...(sheet.hasHidden && { hidden: true as const }),
      text,
      ...(lines.length > 0 && { lines }),
    };
  });
}

/** A paper without a page of numbered lines is no transcript, and its volumes are not those of one. */
function marksOf(sheets: readonly Sheet[]): readonly TranscriptMarks[] {
  const isTranscript = sheets.some(({ pieces }) => pieces.filter(({ line }) => line !== undefined).length >= 10);
  return isTranscript ? transcriptMarks(sheets.map(({ pieces }) => linesFromTop(pieces))) : [];
}

function linesFromTop(pieces: readonly Piece[]): readonly string[] {
  return [...pieces].sort((one, other) => other.baseline - one.baseline).map(({ text }) => text);
}

/** A legend or a handwritten note's label on a scan: the words that count are in the picture. */
const LEGEND = 60;

function isCheckable(text: string, { isScan }: Sheet): boolean {
  return hasReadableWords(text) && !(isScan && text.length < LEGEND);
}

/** Takes the Bates numbers off the sheets, with their line where nothing else is on it. */
function takeBates(sheets: readonly Sheet[]): {
  readonly sheets: readonly Sheet[];
  readonly labels: readonly (readonly string[])[];
} {
  const found = batesNumbers(
    sheets.map((sheet) => {
      const { head, foot } = edgesOf(sheet, EDGE_SHARE);
      return [...new Set([...head, ...foot])].map((id) => ({ id, text: sheet.pieces[id]?.text ?? '' }));
    }),
  );
  const taken = sheets.map((sheet, page) => {
    const numbers = found[page] ?? [];
    if (numbers.length === 0) return sheet;
    const pieces = sheet.pieces.map((piece, id) => {
      const own = numbers.filter((number) => number.id === id);
      const text = own.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), piece.text);
      return own.length > 0 ? { ...piece, text: text.trim() } : piece;
    });
    const empty = new Set([...pieces.keys()].filter((id) => pieces[id]?.text === ''));
    return without({ ...sheet, pieces }, empty);
  });
  return { sheets: taken, labels: found.map((numbers) => [...new Set(numbers.map(({ label }) => label))]) };
}

/** Which page of a transcript each column of line numbers is: the sheet's own number, or of several what stands above each. */
function columnPages(
  sheet: Sheet,
  columns: readonly NumberColumn[],
  number: PageNumber | undefined,
): readonly (string | undefined)[] {
  if (columns.length < 2) return columns.map(() => number?.label);
  return columns.map((column) => {
    const [first] = column.numbers;
    if (!first) return undefined;
    const right = Math.min(...columns.map(({ left }) => left).filter((left) => left > column.left + 60), 9999);
    const above = sheet.pieces
      .filter(
        ({ left, baseline }) =>
          left >= column.left - 20 &&
          left < right - 5 &&
          baseline > first.baseline &&
          baseline < first.baseline + 4 * column.spacing,
      )
      .map(({ text }) => /^(?:Page |PAGE )?(\d{1,4})$/.exec(text.trim())?.[1])
      .filter((label) => label !== undefined);
    return above.length === 1 ? above[0] : undefined;
  });
}

function isPlain(text: string): boolean {
  return !/[^\n\x20-\x7e]/.test(text);
}

/** The text of a sheet in content order, and where in it the lines that have a number stand. */
function textOfSheet(
  { pieces }: Sheet,
  columnPage: readonly (string | undefined)[],
): { readonly text: string; readonly lines: readonly NumberedLine[] } {
  const lines: { page?: string; line: number; start: number; end: number }[] = [];
  let text = '';
  let before: Piece | undefined;
  for (const piece of pieces) {
    const words = piece.text.trim();
    if (words === '') continue;
    if (text !== '') text += piece.goesOn ? ' ' : '\n';
    const start = text.length;
    text += words;
    if (piece.line !== undefined) {
      const last = lines.at(-1);
      const isSame = last && before && before.line === piece.line && before.column === piece.column;
      const page = piece.column === undefined ? undefined : columnPage[piece.column];
      if (isSame) last.end = text.length;
      else lines.push({ ...(page !== undefined && { page }), line: piece.line, start, end: text.length });
    }
    before = piece;
  }
  // Codes of a font without Unicode; each is one sign, so that the offsets hold.
  return { text: isPlain(text) ? text : text.replace(/(?!\n)[\p{Cc}\p{Co}]/gu, ' '), lines };
}
