import type { NumberedLine, Page, PageLabels } from '../../pages.ts';
import { batesNumbers } from '../batesNumbers.ts';
import type { CourtStamp } from '../courtStamp.ts';
import { nyscefStampOf } from '../nyscefStamp.ts';
import { hasReadableWords } from '../readableWords.ts';
import { stampsThatCount } from '../splitPages.ts';
import type { DrawnPage } from './drawnPages.ts';
import { footOfPage } from './footOfPage.ts';
import { numberColumns, withLineNumbers } from './lineNumbers.ts';
import { type PageNumber, pageNumbers } from './pageNumbers.ts';
import { runningHeads } from './runningHeads.ts';
import { EDGE_SHARE, edgesOf, type Piece, type Sheet, sheetOf, without } from './sheet.ts';
import { withoutTimesInFront } from './timesOfDay.ts';
import { columnPages, isCondensed, labelPieces, marksOf, pagesOnSheet } from './transcriptSheets.ts';

/**
 * The pages of a PDF from what is drawn on them. In this order: stamps (in content order, before anything is placed), Bates
 * numbers, line numbers, printed numbers, running heads; what is left is the text, and whether it is words is judged last.
 */
export function composePages(drawn: readonly DrawnPage[]): readonly Page[] {
  const stamped = drawn.map(sheetOf);
  const stamps = stampsThatCount(stamped);
  const { sheets, labels: bates } = takeBates(stamped);
  const unnumbered = sheets.map((sheet) => {
    const timeless = withoutTimesInFront(sheet);
    return timeless !== sheet && numberColumns(timeless).length > 0 ? timeless : sheet;
  });
  const columns = unnumbered.map(numberColumns);
  const lined = unnumbered.map((sheet, page) => withLineNumbers(sheet, columns[page] ?? []));
  const printed = pageNumbers(lined);
  const heads = runningHeads(lined);
  const marks = marksOf(lined);
  const condensed = isCondensed(lined, columns);
  return lined.map((sheet, index) => {
    const number = printed[index];
    const ofColumns = columnPages(sheet, columns[index] ?? [], number, condensed);
    const onSheet = pagesOnSheet(sheet, ofColumns);
    const labels: PageLabels = {
      ...numberLabels(number, condensed ? onSheet : []),
      ...stampLabels(sheet, stamps[index], bates[index] ?? []),
      ...marks[index],
      ...(sheet.ownLabel && { own: sheet.ownLabel }),
    };
    const removed = new Set(heads[index]);
    if (number?.alone) removed.add(number.id);
    if (number?.appendix) removed.add(number.appendix.id);
    if (onSheet.length > 1) for (const id of labelPieces(sheet, columns[index] ?? [])) removed.add(id);
    const edges = edgesTaken(sheet, heads[index] ?? new Set());
    const { text, lines, footFrom } = textOfSheet(without(sheet, removed), ofColumns);
    return {
      index: index + 1,
      labels,
      checkable: isCheckable(text, sheet),
      ...(sheet.hasHidden && { hidden: true as const }),
      text,
      ...(edges && { edges }),
      ...(footFrom !== undefined && { footFrom }),
      ...(lines.length > 0 && { lines }),
    };
  });
}

/** The running heads of a sheet as they would stand above and below its text. */
function edgesTaken({ pieces, height }: Sheet, heads: ReadonlySet<number>): Page['edges'] {
  if (heads.size === 0) return undefined;
  const taken = [...pieces.entries()].filter(([id]) => heads.has(id)).map(([, piece]) => piece);
  const lines = (isAbove: boolean): string =>
    taken
      .filter(({ baseline }) => baseline > height / 2 === isAbove)
      .sort((one, other) => other.baseline - one.baseline)
      .map(({ text }) => text)
      .join('\n');
  return { above: lines(true), below: lines(false) };
}

/** What is printed on the page by whoever wrote the paper; of a condensed transcript the pages on the sheet, and not the sheet's own number. */
function numberLabels(number: PageNumber | undefined, onSheet: readonly string[]): PageLabels {
  const printed = onSheet[0] ?? number?.label;
  return {
    ...(printed !== undefined && { printed }),
    ...(number?.appendix && { appendix: number.appendix.label }),
    ...(onSheet.length > 1 && { onSheet }),
  };
}

/** What was printed on the page afterwards. */
function stampLabels(sheet: Sheet, stamp: CourtStamp | undefined, bates: readonly string[]): PageLabels {
  const nyscef = nyscefStampOf(sheet.nyscef);
  return {
    ...(stamp && { ecf: stamp.ecf }),
    ...(stamp?.pageId && { pageId: stamp.pageId }),
    ...(bates.length > 0 && { bates }),
    ...(nyscef && { nyscef }),
  };
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
      const edges = [...new Set([...head, ...foot])].map((id) => ({ id, text: sheet.pieces[id]?.text ?? '' }));
      return [...edges, ...sheet.sideways.map((text, at) => ({ id: sheet.pieces.length + at, text }))];
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

function isPlain(text: string): boolean {
  return !/[^\n\x20-\x7e]/.test(text);
}

/** The text of a sheet in content order, and where in it the lines that have a number stand. */
function textOfSheet(
  { pieces }: Sheet,
  columnPage: readonly (string | undefined)[],
): Pick<Page, 'text' | 'footFrom'> & { readonly lines: readonly NumberedLine[] } {
  const foot = footOfPage(pieces);
  let footFrom: number | undefined;
  const lines: { page?: string; line: number; start: number; end: number }[] = [];
  let text = '';
  let before: Piece | undefined;
  for (const [id, piece] of pieces.entries()) {
    const words = piece.text.trim();
    if (words === '') continue;
    if (text !== '') text += piece.goesOn ? ' ' : '\n';
    const start = text.length;
    if (id === foot) footFrom = start;
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
  const shown = isPlain(text) ? text : text.replace(/(?!\n)[\p{Cc}\p{Co}]/gu, ' ');
  return { text: shown, lines, ...(footFrom !== undefined && { footFrom }) };
}
