import type { Page } from '../pages.ts';

/** Where a text with the words of a scan may lie: `scan.pdf.txt` or `scan.txt` for `scan.pdf`. Paths, the likelier first. */
export function placesBeside(path: string): readonly string[] {
  const [, stem] = /^(.*[^/\\])\.[A-Za-z0-9]{1,10}$/.exec(path) ?? [];
  return [`${path}.txt`, ...(stem === undefined ? [] : [`${stem}.txt`])];
}

/** Pages with the words that were lent to them, or why none were. */
export interface Lent {
  readonly pages: readonly Page[];
  /** A sentence: why the text beside is not used. */
  readonly unused?: string;
}

/**
 * Gives the pages that have no words those of a text that lies beside the file: page for page, where both have as many. Pages that
 * have words of their own keep them. `name` is that of the text.
 */
export function withWordsBeside(pages: readonly Page[], text: readonly Page[], name: string): Lent {
  if (pages.length !== text.length) {
    const count = `${text.length} ${text.length === 1 ? 'page' : 'pages'}`;
    return { pages, unused: `${name} lies beside it and has ${count}, not ${pages.length}; it is not used.` };
  }
  return {
    pages: pages.map((page, place) => {
      const lent = text[place];
      if (page.checkable || !lent?.checkable) return page;
      // The lines of a transcript are those of the words that the page had.
      const { lines: _, ...rest } = page;
      return {
        ...rest,
        labels: { ...lent.labels, ...page.labels },
        text: lent.text,
        checkable: true,
        wordsFrom: name,
      };
    }),
  };
}
