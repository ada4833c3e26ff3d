import type { NumberedLine, Page, Pages } from '../record/pages.ts';
import type { PinCite } from '../syntax/citation.ts';
import type { Span } from '../text/span.ts';

/** A page and line of a transcript: `144:3`. */
interface PageAndLine {
  readonly page: string;
  readonly line: number;
}

/** Reads `144:3`; undefined for a label without a line. */
function pageAndLine(label: string): PageAndLine | undefined {
  const [, page, line] = /^(\d{1,5}):(\d{1,2})$/.exec(label) ?? [];
  return page === undefined || line === undefined ? undefined : { page, line: Number(line) };
}

const SHEETS = new WeakMap<Pages, ReadonlyMap<string, readonly Page[]>>();

/**
 * The sheet on which a page of a transcript is printed with its lines numbered; four of them may share one. In a file of several volumes
 * that each count from 1 the `volume` of the pin says which; without one the first is taken. See `sheetsInVolumes`.
 */
export function sheetOfTranscriptPage(pages: Pages, label: string, volume?: string): Page | undefined {
  const sheets = sheetsOfTranscriptPage(pages, label);
  return (volume && sheets.find(({ labels }) => labels.volume === volume)) || sheets[0];
}

/** The sheets of one number in the volumes of a file, one for each; empty where only one volume has it. */
export function sheetsInVolumes(pages: Pages, label: string): readonly Page[] {
  const volumes = new Map<string, Page>();
  for (const sheet of sheetsOfTranscriptPage(pages, label)) {
    const { volume } = sheet.labels;
    if (volume !== undefined && !volumes.has(volume)) volumes.set(volume, sheet);
  }
  return volumes.size > 1 ? [...volumes.values()] : [];
}

function sheetsOfTranscriptPage(pages: Pages, label: string): readonly Page[] {
  let sheets = SHEETS.get(pages);
  if (!sheets) {
    const found = new Map<string, Page[]>();
    for (const sheet of pages.pages) {
      for (const page of new Set([
        ...(sheet.lines ?? []).flatMap((line) => line.page ?? []),
        ...(sheet.labels.onSheet ?? []),
      ])) {
        const same = found.get(page);
        if (same) same.push(sheet);
        else found.set(page, [sheet]);
      }
    }
    sheets = found;
    SHEETS.set(pages, sheets);
  }
  return sheets.get(label) ?? [];
}

/** The highest line number of a transcript; undefined where no line has one. */
export function lastLineNumber({ pages }: Pages): number | undefined {
  let last: number | undefined;
  for (const { lines } of pages) for (const { line } of lines ?? []) if (last === undefined || line > last) last = line;
  return last;
}

/**
 * The lines of a page that a pin cites (`144:3-146:12`), as far as they stand on it: half-open UTF-16 offsets into its text.
 * `label` is what the page is called where its lines do not say it. Undefined where it has none of them.
 */
export function linesCited(pin: PinCite, { lines }: Page, label: string | undefined): Span | undefined {
  const [first, last] = [pageAndLine(pin.first), pageAndLine(pin.last)];
  if (pin.unit !== 'line' || !first || !last || !lines) return undefined;
  const cited = lines.filter((line) => isBetween(first, last, line, label));
  const [start, end] = [cited[0]?.start, cited.at(-1)?.end];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function isBetween(first: PageAndLine, last: PageAndLine, line: NumberedLine, label: string | undefined): boolean {
  const page = Number(line.page ?? label ?? Number.NaN);
  const place = page * 100 + line.line;
  return place >= Number(first.page) * 100 + first.line && place <= Number(last.page) * 100 + last.line;
}

/** The first and last numbered line that a stretch of a page's text touches, as a pin would say them: `144:3`, `144:9`. */
export function linesOf(span: Span, { lines }: Page, label: string | undefined): readonly [string, string] | undefined {
  const touched = lines?.filter(({ start, end }) => start < span.end && span.start < end) ?? [];
  const [first, last] = [touched[0], touched.at(-1)];
  const called = (line: NumberedLine): string | undefined => {
    const page = line.page ?? label;
    return page === undefined ? undefined : `${page}:${line.line}`;
  };
  const [from, to] = [first && called(first), last && called(last)];
  return from === undefined || to === undefined ? undefined : [from, to];
}
