import { ABBREVIATION } from '../../text/sentence.ts';
import type { Page } from '../pages.ts';

/** A line, and the page that it stands on. */
export interface PagedLine {
  readonly words: string;
  readonly page: number;
}

/** Lines that belong together: a paragraph of the running text, or a footnote. */
export interface PagedParagraph {
  readonly lines: readonly PagedLine[];
  readonly footnote?: string;
}

/**
 * The paragraphs of a filed brief from the lines of its pages, in which nothing says where one ends. A paragraph goes on from page
 * to page; the footnotes that stand between come behind it. On doubt no paragraph ends: then only more is read together.
 */
export function paragraphsOfPages(pages: readonly Page[]): readonly PagedParagraph[] {
  const paragraphs: PagedParagraph[] = [];
  let own: PagedLine[] = [];
  let notes: PagedParagraph[] = [];
  const end = (): void => {
    if (own.length > 0) paragraphs.push({ lines: own });
    paragraphs.push(...notes);
    own = [];
    notes = [];
  };
  const usual = usualLength(pages);
  let lastNote = 0;
  for (const page of pages) {
    const sheet = withoutFootnotes(page, lastNote);
    lastNote = sheet.lastNote;
    for (const words of sheet.body) {
      const before = own.at(-1)?.words;
      if (before !== undefined && partsParagraphs(before, words, usual)) end();
      own.push({ words, page: page.index });
    }
    notes.push(...sheet.notes);
  }
  end();
  return paragraphs;
}

/** The length that all but the longest lines have at most. */
function usualLength(pages: readonly Page[]): number {
  const lengths = pages
    .flatMap(({ text }) => text.split('\n').map((line) => line.length))
    .sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length * 0.85)] ?? 0;
}

/** True where one paragraph ends and another begins between two lines. */
function partsParagraphs(before: string, behind: string, usual: number): boolean {
  const [isTitle, isNextTitle] = [isCapitals(before), isCapitals(behind)];
  if (isTitle !== isNextTitle) return true;
  if (isTitle) return false;
  const isShort = before.length < usual * 0.72;
  const endsSentence = /[.?!:;]["'\u201D\u2019)\]]{0,3}(?:\[\^\d{1,3}\])?$/.test(before);
  // `see Dkt.` at the end of a line goes on; `Id.` may be a sentence of its own.
  const goesOn = before.endsWith('.') && !/\bId\.$/.test(before) && ABBREVIATION.test(before.slice(-24, -1));
  if (isShort && endsSentence && !goesOn) return true;
  // `A. The Gate Was Shut`
  if (isShort && /^(?:[IVX]{1,5}|[A-Z])\. {1,4}[A-Z][^\d().?!;:,]{3,120}$/.test(before) && /^[A-Z"\u201C]/.test(behind))
    return true;
  // A heading, or a paragraph with a number.
  return before.length < usual * 0.85 && /^(?:[IVX]{1,5}|[A-Z]|\d{1,3})[.)] {1,4}["\u201C]?[A-Z]/.test(behind);
}

function isCapitals(line: string): boolean {
  return line.length < 90 && /[A-Z]{2}[^a-z]{0,80}[A-Z]/.test(line) && !/[a-z]{2}/.test(line);
}

interface SheetParts {
  readonly body: readonly string[];
  readonly notes: readonly PagedParagraph[];
  readonly lastNote: number;
}

/**
 * Parts the footnotes of a page from its text. They begin with a line that opens with the number whose mark stands at the end of a
 * word above, and which goes on counting; each mark becomes `[^4]`.
 */
function withoutFootnotes({ text, index }: Page, lastNote: number): SheetParts {
  const lines = withRaisedNumbers(text.split('\n').filter((line) => line.trim() !== ''));
  let tries = 0;
  for (const [place, line] of lines.entries()) {
    const number = noteNumber(line);
    // A reporter's volume may begin a line, too: `12 Cal. 4th 34`.
    if (number === undefined || place === 0 || (number !== lastNote + 1 && number !== 1)) continue;
    if (++tries > MOST_TRIES) break;
    const body = withMark(lines.slice(0, place), number);
    if (body) return footnotesFrom(body, lines.slice(place), number, index);
  }
  return { body: lines, notes: [], lastNote };
}

/** The raised number of a footnote may stand on a line of its own: it belongs to the words behind it. */
function withRaisedNumbers(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const isNumber = before !== undefined && /^\d{1,3}$/.test(before.trim());
    if (isNumber && /^["\u201C\u2018(*]{0,2}[A-Z]/.test(line)) joined[joined.length - 1] = `${before.trim()} ${line}`;
    else joined.push(line);
  }
  return joined;
}

/** So many lines of a page are tried as the beginning of its footnotes. */
const MOST_TRIES = 20;

function footnotesFrom(above: readonly string[], lines: readonly string[], first: number, page: number): SheetParts {
  const notes: { lines: PagedLine[]; footnote: string }[] = [];
  let body = above;
  let number = first - 1;
  for (const line of lines) {
    const marked = noteNumber(line) === number + 1 ? withMark(body, number + 1) : undefined;
    if (number < first) {
      number = first;
      notes.push({ footnote: String(first), lines: [{ words: opened(line), page }] });
    } else if (marked) {
      body = marked;
      number++;
      notes.push({ footnote: String(number), lines: [{ words: opened(line), page }] });
    } else notes.at(-1)?.lines.push({ words: line, page });
  }
  return { body, notes, lastNote: number };
}

function opened(line: string): string {
  return line.replace(/^(\d{1,3})\s{0,4}/, '[^$1]: ');
}

/** `4 See the order at 3.`: the number with which a footnote begins. */
function noteNumber(line: string): number | undefined {
  const number = /^(\d{1,3})(?: {1,4}["\u201C\u2018(*]{0,2}[A-Z]|["\u201C(]?[A-Z][a-z])/.exec(line)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The lines with the last mark of a note made `[^4]`; undefined where it has none. */
function withMark(lines: readonly string[], number: number): readonly string[] | undefined {
  const glued = new RegExp(
    `(?<=[a-z,;:.?!)\\]"'\u201D\u2019])${number}(?=\\s|$)|(?<=[.?!"\u201D] )${number}(?= [A-Z]|$)|(?<=[,;:] )${number}(?= [a-z])`,
    'g',
  );
  for (let place = lines.length - 1; place >= 0; place--) {
    const line = lines[place] ?? '';
    const found = [...line.matchAll(glued)].at(-1);
    if (!found) continue;
    const marked = `${line.slice(0, found.index)}[^${number}]${line.slice(found.index + found[0].length)}`;
    return lines.map((one, at) => (at === place ? marked : one));
  }
  return undefined;
}
