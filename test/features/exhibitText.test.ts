import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exhibitText, placeInExhibit, rangeInExhibit } from '../../server/src/features/exhibitText.ts';
import type { Page, Pages } from '../../server/src/record/pages.ts';

const page = (index: number, text: string, labels: Page['labels'] = {}): Page => ({
  index,
  labels,
  checkable: text !== '',
  text,
});
const paper = (...texts: readonly string[]): Pages => ({
  pages: texts.map((text, at) => page(at + 1, text)),
  sha256: '',
});

test('each page stands below a line that says its numbers', () => {
  const ecf = { document: '315', page: 4 };
  const pages: Pages = {
    pages: [page(1, 'The gate.\nThe pier.', { printed: '11', ecf, bates: ['HL-7'] }), page(2, '')],
    sha256: '',
  };
  expect(exhibitText(pages).text).toBe(
    "--- Page 1 of 2 in the file, printed 11, court's stamp 4, HL-7\nThe gate.\nThe pier.\n\n--- Page 2 of 2 in the file\n(This page has no text.)\n\n",
  );
});

test('a range leads back to the page and the words that it was made of', () => {
  const words = fc.stringMatching(/^[a-z \n]{1,40}$/);
  const papers = fc.array(words, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(papers, fc.nat(), fc.nat(), fc.nat(), (texts, which, one, other) => {
      const pages = paper(...texts);
      const meant = pages.pages[which % texts.length];
      if (!meant) return;
      const ends = [one, other].map((at) => at % (meant.text.length + 1)).sort((left, right) => left - right);
      const [start = 0, end = 0] = ends;
      const range = rangeInExhibit(pages, meant, { start, end });
      const lines = exhibitText(pages).text.split('\n');
      const shown = lines.slice(range.start.line, range.end.line + 1).join('\n');
      expect(shown.slice(range.start.character)).toContain(meant.text.slice(start, end));
      expect(placeInExhibit(pages, range)).toEqual(
        end > start ? { page: meant, span: { start, end } } : { page: meant },
      );
    }),
  );
});

test('without a passage a page is meant, and a line in front of all pages is none', () => {
  const pages = paper('One.', 'Two.');
  const second = pages.pages[1] as Page;
  expect(placeInExhibit(pages, rangeInExhibit(pages, second, undefined))).toEqual({ page: second });
  const before = { line: -1, character: 0 };
  expect(placeInExhibit(pages, { start: before, end: before })).toBeUndefined();
});
