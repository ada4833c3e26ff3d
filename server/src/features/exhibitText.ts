import type { Position, Range } from 'vscode-languageserver';
import type { Page, Pages } from '../record/pages.ts';
import type { Span } from '../text/span.ts';

/** A paper without lines of its own as text, so that a place in it has a line: each page below a line that says its numbers. */
export interface ExhibitText {
  readonly text: string;
  /** Line (from 0) of each page's head; its words begin on the next. */
  readonly heads: readonly number[];
}

const TEXTS = new WeakMap<Pages, ExhibitText>();

/** The text of a paper; the same object as long as its pages are. */
export function exhibitText(pages: Pages): ExhibitText {
  const known = TEXTS.get(pages);
  if (known) return known;
  const heads: number[] = [];
  const parts: string[] = [];
  let line = 0;
  for (const page of pages.pages) {
    const part = `--- ${headOf(page, pages.pages.length)}\n${wordsOfPage(page)}\n\n`;
    heads.push(line);
    parts.push(part);
    line += part.split('\n').length - 1;
  }
  const made = { text: parts.join(''), heads };
  TEXTS.set(pages, made);
  return made;
}

/** The words of a page, or that it has none. */
export function wordsOfPage({ checkable, text }: Page): string {
  return checkable ? text : '(This page has no text.)';
}

/** Which page it is: `Page 3 of 9 in the file, printed 12`. */
export function headOf({ index, labels, unpaged }: Page, count: number): string {
  const { printed, ecf, bates } = labels;
  if (unpaged !== undefined) return `All of it: ${unpaged.replace(/^A/, 'a')} has no page numbers`;
  return [
    `Page ${index} of ${count} in the file`,
    ...(printed === undefined ? [] : [`printed ${printed}`]),
    ...(ecf ? [`court's stamp ${ecf.page}`] : []),
    ...(bates?.[0] === undefined ? [] : [bates[0]]),
  ].join(', ');
}

/** The range in a paper's text of a stretch of a page (half-open UTF-16 offsets into its text); without one the page's head. */
export function rangeInExhibit(pages: Pages, page: Page, span: Span | undefined): Range {
  const head = exhibitText(pages).heads[pages.pages.indexOf(page)] ?? 0;
  const start = { line: head, character: 0 };
  if (!span || !page.checkable) return { start, end: start };
  return { start: positionOn(page, head, span.start), end: positionOn(page, head, span.end) };
}

function positionOn({ text }: Page, head: number, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: head + lines.length, character: lines.at(-1)?.length ?? 0 };
}

/** The page at a range of a paper's text, and what of that page is meant: `rangeInExhibit`, backwards. */
export function placeInExhibit(
  pages: Pages,
  { start, end }: Range,
): { readonly page: Page; readonly span?: Span } | undefined {
  const { heads } = exhibitText(pages);
  const place = heads.findLastIndex((head) => head <= start.line);
  const page = pages.pages[place];
  const head = heads[place];
  if (!page || head === undefined) return undefined;
  const span = { start: offsetOn(page, head, start), end: offsetOn(page, head, end) };
  return span.end > span.start ? { page, span } : { page };
}

function offsetOn({ text }: Page, head: number, { line, character }: Position): number {
  if (line <= head) return 0;
  const lines = text.split('\n');
  const before = lines.slice(0, line - head - 1);
  return Math.min(text.length, before.reduce((length, one) => length + one.length + 1, 0) + character);
}
