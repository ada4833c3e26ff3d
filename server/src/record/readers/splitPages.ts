import type { Page, PageLabels, ReaderLimits } from '../pages.ts';
import type { CourtStamp } from './courtStamp.ts';
import { type NyscefPieces, nyscefStampOf } from './nyscefStamp.ts';
import { printedNumbers } from './printedNumbers.ts';
import { readStampedLines, type StampedLine } from './stampedLines.ts';

/** A page while it is put together. */
interface Sheet {
  /** 1-based line of the file on which it begins. */
  readonly line: number;
  readonly lines: string[];
  readonly stamps: CourtStamp[];
  readonly nyscef: NyscefPieces[];
}

/**
 * Splits a text into pages: by form feeds, or where there are none by the stamps of a court's filing system. A text with
 * neither is one page without any number: nothing can be said about its pages. Linear in the text.
 */
export function splitPages(text: string, limits: ReaderLimits): readonly Page[] {
  const lines = readStampedLines(text);
  const sheets = lines.some((line) => line.breaks) ? sheetsByFormFeed(lines) : sheetsByStamp(lines);
  if (sheets.length > limits.maximumPages) {
    throw new Error(`It has more than ${limits.maximumPages} pages; that many are not read.`);
  }
  const stamps = stampsThatCount(sheets);
  const printed = printedNumbers(sheets.map((sheet) => sheet.lines));
  return sheets.map((sheet, index) => {
    const number = printed[index];
    const lines = number ? sheet.lines.filter((_, line) => line !== number.line) : sheet.lines;
    const words = lines
      .join('\n')
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd();
    const stamp = stamps[index];
    const nyscef = nyscefStampOf(sheet.nyscef);
    const labels: PageLabels = {
      ...(number && { printed: number.label }),
      ...(stamp && { ecf: stamp.ecf }),
      ...(stamp?.pageId && { pageId: stamp.pageId }),
      ...(nyscef && { nyscef }),
    };
    return { index: index + 1, labels, checkable: /\p{L}\p{L}/u.test(words), text: words, line: sheet.line };
  });
}

function newSheet(line: number): Sheet {
  return { line, lines: [], stamps: [], nyscef: [] };
}

function add(sheet: Sheet, line: StampedLine): void {
  if (line.text !== undefined) sheet.lines.push(line.text);
  if (line.stamp) sheet.stamps.push(line.stamp);
  if (line.nyscef) sheet.nyscef.push(line.nyscef);
}

function hasWords(sheet: Sheet): boolean {
  return sheet.stamps.length > 0 || sheet.lines.some((line) => line.trim() !== '');
}

function sheetsByFormFeed(lines: readonly StampedLine[]): readonly Sheet[] {
  const sheets: Sheet[] = [newSheet(1)];
  for (const line of lines) {
    if (line.breaks) sheets.push(newSheet(line.number));
    const sheet = sheets.at(-1);
    if (sheet) add(sheet, line);
  }
  // pdftotext ends each page with a form feed, the last one too: nothing behind it is no page. An empty page between is one.
  const last = sheets.at(-1);
  return last && sheets.length > 1 && !hasWords(last) ? sheets.slice(0, -1) : sheets;
}

function sheetsByStamp(lines: readonly StampedLine[]): readonly Sheet[] {
  const atFoot = stampsStandAtFoot(lines);
  const sheets: Sheet[] = [newSheet(1)];
  for (const line of lines) {
    const sheet = sheets.at(-1);
    if (!sheet) break;
    if (line.stamp && !atFoot && beginsPage(sheet, line.stamp)) {
      // What stands before the first stamp is a page of its own only if it has words.
      if (sheets.length === 1 && !hasWords(sheet)) sheets.pop();
      const next = newSheet(line.number);
      add(next, line);
      sheets.push(next);
    } else if (atFoot && sheet.stamps.length > 0 && line.text?.trim() && !line.stamp) {
      const next = newSheet(line.number);
      add(next, line);
      sheets.push(next);
    } else add(sheet, line);
  }
  return sheets;
}

/** Stamps stand at the foot where words come before the first one and none behind the last. */
function stampsStandAtFoot(lines: readonly StampedLine[]): boolean {
  const isWords = (line: StampedLine): boolean => Boolean(line.text?.trim());
  const first = lines.findIndex((line) => line.stamp);
  const last = lines.findLastIndex((line) => line.stamp);
  return first >= 0 && lines.slice(0, first).some(isWords) && !lines.slice(last).some(isWords);
}

/** A page may carry the stamps of a few dockets, and each at its head and its foot. */
const MOST_STAMPS = 6;

/** A second docket's stamp right below the first, or the same stamp again at the foot, is still the same page. */
function beginsPage(sheet: Sheet, stamp: CourtStamp): boolean {
  if (sheet.stamps.length === 0 || sheet.stamps.length >= MOST_STAMPS) return true;
  const same = sheet.stamps.filter((other) => stampSeries(other) === stampSeries(stamp));
  const isCounted = !stamp.ecf.inferred;
  if (same.length > 0 && isCounted) return !same.some((other) => other.ecf.page === stamp.ecf.page);
  return sheet.lines.some((line) => line.trim() !== '');
}

function stampSeries({ ecf }: CourtStamp): string {
  return `${ecf.case} ${ecf.document}-${ecf.attachment ?? ''}`;
}

/** For each page, of the stamps on it, the one that says its number. A page can carry two dockets' stamps: the one whose series runs over more pages counts, else the upper one. */
export function stampsThatCount(
  sheets: readonly { readonly stamps: readonly CourtStamp[] }[],
): readonly (CourtStamp | undefined)[] {
  const counts = new Map<string, number>();
  for (const stamp of sheets.flatMap((sheet) => sheet.stamps)) {
    counts.set(stampSeries(stamp), (counts.get(stampSeries(stamp)) ?? 0) + 1);
  }
  const chosen = sheets.map(({ stamps }) => {
    let best: CourtStamp | undefined;
    for (const stamp of stamps) {
      if (!best || (counts.get(stampSeries(stamp)) ?? 0) > (counts.get(stampSeries(best)) ?? 0)) best = stamp;
    }
    // Of two dockets' stamps the other one may have the PageID.
    const pageId = best?.pageId ?? stamps.find((stamp) => stamp.pageId)?.pageId;
    return best && pageId ? { ...best, pageId } : best;
  });
  return counted(chosen);
}

/** Stamps that do not say which page they are on are counted. */
function counted(stamps: readonly (CourtStamp | undefined)[]): readonly (CourtStamp | undefined)[] {
  let last: CourtStamp | undefined;
  return stamps.map((stamp) => {
    if (!stamp?.ecf.inferred) {
      last = stamp;
      return stamp;
    }
    const page = last && stampSeries(last) === stampSeries(stamp) ? last.ecf.page + 1 : 1;
    const of = stamp.ecf.of ?? (page > 1 ? last?.ecf.of : undefined);
    last = { ...stamp, ecf: { ...stamp.ecf, page, ...(of !== undefined && { of }) } };
    return last;
  });
}
