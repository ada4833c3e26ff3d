import type { Page, Pages } from '../record/pages.ts';
import { footnotesOn } from '../text/footnotesOn.ts';
import type { Span } from '../text/span.ts';

/** A footnote of a paper. */
export interface Footnote {
  readonly page: Page;
  /** Half-open UTF-16 offsets into the page's text, to the next footnote or the end of the page. */
  readonly span: Span;
}

const KNOWN = new WeakMap<Pages, ReadonlyMap<string, readonly Footnote[]>>();

/**
 * The footnote with this number: on the page that the pin names with it (`at 7 n.3`), else the only one of the paper. Undefined where it
 * is not known for certain.
 */
export function footnoteOf(number: string, pages: Pages, on?: Page): Footnote | undefined {
  let footnotes = KNOWN.get(pages);
  if (!footnotes) {
    footnotes = footnotesOf(pages);
    KNOWN.set(pages, footnotes);
  }
  const all = footnotes.get(number) ?? [];
  const [only, ...others] = on ? all.filter(({ page }) => page === on) : all;
  return others.length === 0 ? only : undefined;
}

function footnotesOf({ pages }: Pages): ReadonlyMap<string, readonly Footnote[]> {
  const found = new Map<string, Footnote[]>();
  for (const page of pages) {
    if (!page.checkable) continue;
    for (const { number, ...span } of footnotesOn(page.text)) {
      const same = found.get(number);
      if (same) same.push({ page, span });
      else found.set(number, [{ page, span }]);
    }
  }
  return found;
}
