import { isMarkedAbove, noteNumber } from '../footnotesOn.ts';
import type { Span } from '../span.ts';
import { foldedWords } from './foldedText.ts';
import { isPageNumber, lineNumbersOf, type PageLine, pageLinesOf } from './pageLines.ts';
import { stampsIn } from './stamps.ts';
import { behindBlanks, testimonySignsIn } from './testimony.ts';

/** What of a page is not its running text. All are half-open offsets into the page, in order and disjoint. */
export interface PageParts {
  /** What the page puts there itself: stamps, line numbers, running heads, the page's number, marks of testimony. */
  readonly noise: readonly Span[];
  /** Text over which a quotation runs as if it were not there, and which can be quoted itself: footnotes, objections. */
  readonly asides: readonly Span[];
}

/** How pages are taken apart. */
export interface Taking {
  /** At which offset the footnotes of a page begin, where that is known better than its text tells. */
  readonly feet?: readonly (number | undefined)[];
  /** What stands at the edges of several pages is text: a form's terms, an objection that is made again. */
  readonly keepsEdges?: true;
  /** The footnotes alone: one may go on overleaf. */
  readonly onlyFeet?: true;
}

/** So far from the edge of a page stand heads and feet. */
const HEAD_LINES = 3;
const FOOT_LINES = 4;
/** A longer line is text. */
const LONGEST_HEAD = 160;

/** Takes the pages of a source apart. Linear. */
export function pagePartsOf(pages: readonly string[], taking: Taking = {}): readonly PageParts[] {
  const lines = pages.map(pageLinesOf);
  const heads = taking.keepsEdges ? new Set<string>() : runningHeads(pages, lines);
  return pages.map((page, at) => partsOf(page, lines[at] ?? [], heads, taking.feet?.[at], taking));
}

/** What quoted words bring along when they are pasted from a page. */
export function noiseOfPaste(words: string): readonly Span[] {
  const lines = pageLinesOf(words);
  const stamps = stampsIn(words);
  if (lines.length < 3) return stamps;
  const stamped = startsOf(stamps);
  const inner = lines.filter((_, at) => at > 0 && at < lines.length - 1 && isLonePageNumber(words, lines, at, stamped));
  return ordered([...stamps, ...lineNumbersOf(words, lines), ...inner]);
}

function partsOf(
  page: string,
  lines: readonly PageLine[],
  heads: ReadonlySet<string>,
  foot: number | undefined,
  { onlyFeet }: Taking,
): PageParts {
  if (onlyFeet) return { noise: [{ start: 0, end: foot ?? page.length }], asides: [] };
  const stamps = stampsIn(page);
  const numbers = lineNumbersOf(page, lines);
  const numberEnds = new Map(numbers.map(({ start, end }) => [start, end]));
  const wordsAt = (line: PageLine): number => behindBlanks(page, numberEnds.get(line.start) ?? line.start, line.end);
  const edges = edgeLines(page, lines, stamps, heads, wordsAt);
  const { marks, objections } = testimonySignsIn(page, lines, wordsAt);
  const footnotes =
    foot === undefined ? footnotesAtFoot(page, lines, edges, wordsAt) : [{ start: foot, end: page.length }];
  return {
    noise: ordered([...stamps, ...numbers, ...edges, ...marks, ...noteMarks(page)]),
    asides: ordered([...objections, ...footnotes]),
  };
}

/** `[^3]`: the mark of a footnote, as Markdown writes it and a Word file is read. */
function noteMarks(page: string): readonly Span[] {
  return [...page.matchAll(/\[\^[^\]\s]{1,12}\]:?/g)].map(({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
  }));
}

/** Spans in order, those that overlap made one. */
export function ordered(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || one.end - other.end);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last && span.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** A running head as it is compared from page to page: its letters without their spaces and as they look, every digit alike. */
function headKey(page: string, line: PageLine): string {
  return foldedWords(page.slice(line.start, line.end).replace(/\(cid:\d{1,5}\)/g, ''))
    .replace(/(?<=[a-z])1(?=[a-z])/g, 'l')
    .replace(/(?<=[a-z])0(?=[a-z])/g, 'o')
    .replace(/rn/g, 'm')
    .replace(/\d{1,9}/g, '#')
    .replace(/^#/, '');
}

function isAtEdge(place: number, count: number): boolean {
  return place < HEAD_LINES || place >= count - FOOT_LINES;
}

/** No question or answer, and no end of a sentence: those may stand at the edge of two pages by chance. */
function mayBeHead(page: string, line: PageLine): boolean {
  if (line.end - line.start >= LONGEST_HEAD) return false;
  const words = page.slice(line.start, line.end);
  return (
    !/^(?:\d{1,2}\s{1,20})?[QA](?:[.:\s]|$)/.test(words) && !(words.length > 40 && /[a-z][.?!]["\u201d]?$/.test(words))
  );
}

/**
 * Lines that stand at the edge of many pages. Two pages are enough in a paper of a few; in a long one the same short answer may
 * stand at the foot of two pages by chance.
 */
function runningHeads(pages: readonly string[], lines: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [at, page] of pages.entries()) {
    const ofPage = lines[at] ?? [];
    const keys = new Set<string>();
    for (const [place, line] of ofPage.entries()) {
      if (isAtEdge(place, ofPage.length) && mayBeHead(page, line)) keys.add(headKey(page, line));
    }
    for (const key of keys) if (/[a-z]{2}/.test(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fewest = pages.length <= 8 ? 2 : Math.max(3, Math.floor(pages.length / 50));
  return new Set([...counts].filter(([, count]) => count >= fewest).map(([key]) => key));
}

/** Running heads and page numbers at the edge of a page, and a page's number beside a stamp or alone between empty lines. */
function edgeLines(
  page: string,
  lines: readonly PageLine[],
  stamps: readonly Span[],
  heads: ReadonlySet<string>,
  wordsAt: (line: PageLine) => number,
): readonly Span[] {
  const found: Span[] = [];
  const stamped = startsOf(stamps);
  for (const [place, line] of lines.entries()) {
    const atEdge = isAtEdge(place, lines.length);
    if (isLonePageNumber(page, lines, place, stamped)) found.push(line);
    else if (!atEdge || line.end - line.start >= LONGEST_HEAD) continue;
    else if (isPageNumber(page.slice(wordsAt(line), line.end)) && !beginsFootnote(page, line)) found.push(line);
    else if (heads.has(headKey(page, line))) found.push(line);
  }
  return found;
}

/** A footnote's number may stand on a line of its own, and a foot of four lines begins with it. */
function beginsFootnote(page: string, { start }: PageLine): boolean {
  const number = noteNumber(page, start);
  return number !== undefined && isMarkedAbove(page, number, start);
}

function startsOf(spans: readonly Span[]): ReadonlySet<number> {
  return new Set(spans.map(({ start }) => start));
}

/** A page's number alone between empty lines, or beside a court's stamp. */
function isLonePageNumber(
  page: string,
  lines: readonly PageLine[],
  place: number,
  stamped: ReadonlySet<number>,
): boolean {
  const line = lines[place];
  if (!line || line.end - line.start > 24 || !isPageNumber(page.slice(line.start, line.end))) return false;
  const behind = lines[place + 1];
  if (line.isBehindEmptyLine && (behind?.isBehindEmptyLine ?? true)) return true;
  const before = lines[place - 1];
  return stamped.has(behind?.start ?? -1) || stamped.has(before?.start ?? -1);
}

/**
 * The footnotes at the foot of a page: from the first line that begins with a note's number, and behind an empty line, a rule or
 * a mark in the text above, to the last line. A passage that goes on overleaf runs over them.
 */
function footnotesAtFoot(
  page: string,
  lines: readonly PageLine[],
  edges: readonly Span[],
  wordsAt: (line: PageLine) => number,
): readonly Span[] {
  const isEdge = new Set(edges.map(({ start }) => start));
  const text = lines.filter((line) => !isEdge.has(line.start));
  const last = text.at(-1);
  if (!last) return [];
  for (let place = Math.max(1, Math.floor(text.length / 3)); place < text.length; place++) {
    const line = text[place];
    const before = text[place - 1];
    if (!line || !before) continue;
    const number = noteNumber(page, wordsAt(line));
    if (!number) continue;
    const isBehindRule = /^[_\u2014-]{4}/.test(page.slice(before.start, before.start + 4));
    if (isBehindRule || line.isBehindEmptyLine || isMarkedAbove(page, number, line.start))
      return [{ start: isBehindRule ? before.start : line.start, end: last.end }];
  }
  return [];
}
