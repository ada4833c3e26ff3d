import { expect, test } from 'vitest';
import type { PagesLookup } from '../../server/src/record/pages.ts';
import { findingsIn } from './notation.ts';

const MANIFEST = `
version: 1
matter: {pins: ecf}
docket: {18-1: {title: Log, file: bundle.pdf}, 18-2: {title: Chart, file: bundle.pdf}}
`;
const WORDS = [
  'The gate was open all night, and nobody closed it.',
  'The watchman slept from ten until the morning came.',
  'The chart shows two wells beside the northern pier.',
  'The depth is given in fathoms, as it was in those days.',
];
/** One file of two papers with two pages each, under the court's stamps. */
function bundle(): PagesLookup {
  const pages = WORDS.map((text, at) => {
    const ecf = { document: '18', attachment: at < 2 ? '1' : '2', page: (at % 2) + 1 };
    return { index: at + 1, labels: { ecf }, checkable: true, text };
  });
  const state = { state: 'read', pages: { pages, sha256: 'ab' } } as const;
  return () => state;
}

test('the same page number of two papers in one file means two pages', () => {
  const [, slept, , depth] = WORDS;
  expect(findingsIn(MANIFEST, `"${slept}" Dkt. No. 18-1 at 2. "${depth}" Dkt. No. 18-2 at 2.`, bundle())).toEqual([]);
});

test('a page and those that follow it are more than that page', () => {
  const [open, slept] = WORDS;
  const text = `"${open}" Dkt. No. 18-1 at 1. "${slept}" Dkt. No. 18-1 at 1 et seq.`;
  expect(findingsIn(MANIFEST, text, bundle())).toEqual([]);
  expect(findingsIn(MANIFEST, text.replace(' et seq', ''), bundle())).toEqual([
    expect.stringContaining('quotation-elsewhere'),
  ]);
});
