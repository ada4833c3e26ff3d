import type { Page, Pages } from '../record/pages.ts';
import type { Span } from '../text/span.ts';

/** A numbered paragraph of a complaint or a declaration. */
export interface NumberedParagraph {
  readonly page: Page;
  /** Half-open UTF-16 offsets into the page's text, to the next numbered paragraph or the end of the page. */
  readonly span: Span;
}

const KNOWN = new WeakMap<Pages, ReadonlyMap<number, NumberedParagraph>>();
/** A list of two or three points is no numbering of a paper. */
const FEWEST = 4;

/**
 * The paragraph with this number, in a paper whose paragraphs count up from 1 (`12. The gate was open.`). Undefined where it is not known
 * for certain: numbers are taken only in their order, so that a list inside a paragraph, or another paper behind, is not mistaken.
 */
export function paragraphOf(number: string, pages: Pages): NumberedParagraph | undefined {
  const wanted = /^\d{1,4}/.exec(number)?.[0];
  if (wanted === undefined) return undefined;
  let paragraphs = KNOWN.get(pages);
  if (!paragraphs) {
    paragraphs = paragraphsOf(pages);
    KNOWN.set(pages, paragraphs);
  }
  return paragraphs.get(Number(wanted));
}

function paragraphsOf({ pages }: Pages): ReadonlyMap<number, NumberedParagraph> {
  const found = new Map<number, NumberedParagraph>();
  for (const page of pages) {
    if (!page.checkable) continue;
    const starts = [...startsOn(page, found.size)];
    starts.forEach((start, place) => {
      found.set(found.size + 1, { page, span: { start, end: starts[place + 1] ?? page.text.length } });
    });
  }
  return found.size < FEWEST ? new Map() : found;
}

/** Where the paragraphs of a page begin that go on counting from `last`. */
function* startsOn({ text }: Page, last: number): Iterable<number> {
  let expected = last + 1;
  for (const match of text.matchAll(/(?:^|\n)[ \t\u00A0]{0,24}(\d{1,4})\.[ \t\u00A0]{1,24}(?=\S)/g)) {
    if (Number(match[1]) !== expected) continue;
    yield match.index + (match[0].startsWith('\n') ? 1 : 0);
    expected++;
  }
}
