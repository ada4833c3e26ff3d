import type { Span } from '../text/span.ts';

/** A part of a page, and the words in it that a reader is to look at: those that the draft quotes, or has otherwise. */
export interface Passage {
  readonly text: string;
  /** In order, none inside another. */
  readonly marked: readonly Span[];
  /** Words of the page stand before or behind it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const LONGEST_PASSAGE = 1_200;

/** Words of a page that are to be marked, and the words round which it is cut. */
export interface Marks {
  readonly marked: readonly Span[];
  readonly around?: Span;
}

/** The part of a page that is worth showing: round the quoted words where they are on it, else its beginning. */
export function passageOf(page: string, { marked, around }: Marks = { marked: [] }): Passage {
  if (page.length <= LONGEST_PASSAGE) return { text: page, marked, cutBefore: false, cutAfter: false };
  const middle = around ? Math.floor((around.start + around.end) / 2) : 0;
  const wanted = Math.max(0, Math.min(middle - LONGEST_PASSAGE / 2, page.length - LONGEST_PASSAGE));
  const start = wanted === 0 ? 0 : wordStart(page, wanted);
  const end = start + LONGEST_PASSAGE >= page.length ? page.length : wordStart(page, start + LONGEST_PASSAGE - 40);
  return {
    text: page.slice(start, end),
    marked: marked
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ start: span.start - start, end: span.end - start })),
    cutBefore: start > 0,
    cutAfter: end < page.length,
  };
}

/** The next place at which a word begins, at most 40 characters on; never inside a surrogate pair. */
function wordStart(text: string, from: number): number {
  for (let at = from; at < from + 40 && at < text.length; at++) {
    if (/\s/.test(text[at - 1] ?? ' ') && /\S/.test(text[at] ?? '')) return at;
  }
  return /[\uDC00-\uDFFF]/.test(text[from] ?? '') ? from + 1 : from;
}

/** Beside a picture of the place so many characters are enough. */
const SHORT_PASSAGE = 400;

/** The lines of a passage in which words are marked: enough where a picture shows what is round them. */
export function nearMarks(passage: Passage): Passage {
  const { text, marked } = passage;
  const [first, last] = [marked[0], marked.at(-1)];
  if (!first || !last) return passage;
  const line = text.lastIndexOf('\n', first.start - 1) + 1;
  const lineEnd = text.indexOf('\n', last.end);
  // Some pages are read without their line ends.
  const start = first.start - line < SHORT_PASSAGE ? line : wordStart(text, first.start - SHORT_PASSAGE / 4);
  const end = Math.max(last.end, Math.min(lineEnd < 0 ? text.length : lineEnd, start + SHORT_PASSAGE));
  return {
    text: text.slice(start, end),
    marked: marked.map((span) => ({ start: span.start - start, end: span.end - start })),
    cutBefore: passage.cutBefore || start > 0,
    cutAfter: passage.cutAfter || end < text.length,
  };
}
