import type { Page } from '../pages.ts';
import { type PagedLine, paragraphsOfPages } from './pagedLines.ts';

/** Where in the file a stretch of the text stands, up to the next place. */
export interface DraftPlace {
  /** UTF-16 offset into the text. */
  readonly start: number;
  /** 1-based, of the PDF. */
  readonly page?: number;
  /** 1-based, of the Word file; notes and empty paragraphs do not count. */
  readonly paragraph?: number;
  readonly footnote?: string;
}

/** A draft that was read from a Word file or PDF: the text that is checked, and where each part of it stands in the file. */
export interface DraftText {
  readonly text: string;
  /** In the order of the text. */
  readonly places: readonly DraftPlace[];
  /** 1-based pages without readable words: nothing in them is checked. */
  readonly unread: readonly number[];
}

/** A file whose name says that it is a Word file or PDF. */
export function isDraftFile(name: string): boolean {
  return /\.(?:docx|docm|pdf)$/i.test(name);
}

/** The draft in the pages of a Word file or PDF; a footnote stands behind its paragraph as `[^4]: ...`, at its mark `[^4]`. */
export function draftTextOf(pages: readonly Page[]): DraftText {
  const [only] = pages;
  if (only?.unpaged !== undefined) return { ...countedParagraphs(only.text), unread: only.checkable ? [] : [1] };
  const unread = pages.filter(({ checkable }) => !checkable).map(({ index }) => index);
  const places: DraftPlace[] = [];
  let text = '';
  for (const { lines, footnote } of paragraphsOfPages(pages.filter(({ checkable }) => checkable))) {
    if (text !== '') text += '\n\n';
    lines.forEach((line: PagedLine, at) => {
      if (at > 0) text += '\n';
      const last = places.at(-1);
      if (last?.page !== line.page || last.footnote !== footnote)
        places.push({ start: text.length, page: line.page, ...(footnote !== undefined && { footnote }) });
      text += line.words;
    });
  }
  return { text, places, unread };
}

function countedParagraphs(text: string): { readonly text: string; readonly places: readonly DraftPlace[] } {
  const places: DraftPlace[] = [];
  let start = 0;
  let paragraph = 0;
  let footnote: string | undefined;
  for (const block of text.split('\n\n')) {
    const note = /^\[\^([^\]\s]{1,12})\]:/.exec(block)?.[1];
    // A note may have several paragraphs: what is set in belongs to it.
    if (note !== undefined || !block.startsWith('    ')) footnote = note;
    places.push(footnote === undefined ? { start, paragraph: ++paragraph } : { start, footnote });
    start += block.length + 2;
  }
  return { text, places };
}

/** The place of a UTF-16 offset; undefined in a text without places. */
export function placeIn(places: readonly DraftPlace[], offset: number): DraftPlace | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return places[Math.max(0, low - 1)];
}

/** `page 5`, `page 5, footnote 2`, `paragraph 12`. */
export function placeWords({ page, paragraph, footnote }: DraftPlace): string {
  return [
    page !== undefined && `page ${page}`,
    paragraph !== undefined && `paragraph ${paragraph}`,
    footnote !== undefined && `footnote ${footnote}`,
  ]
    .filter((part) => part)
    .join(', ');
}
