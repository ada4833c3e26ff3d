import { expect, test } from 'vitest';
import type { Source } from '../../server/src/record/caseRecord.ts';
import type { PageLabels, Pages } from '../../server/src/record/pages.ts';
import { pageOfPin } from '../../server/src/resolve/pinPages.ts';

const pagesOf = (...labels: readonly PageLabels[]): Pages => ({
  sha256: 'ab',
  pages: labels.map((one, at) => ({ index: at + 1, labels: one, checkable: true, text: 'Words.' })),
});
/** The place in the file of the page that `at 112` means; `out` where it is outside every numbering. */
function placeOf(
  first: string,
  pages: Pages,
  kind: Source['kind'] = 'exhibit',
  docketNumber?: string,
): number | string | undefined {
  const source = { kind, name: 'Ex. A', isProtected: false, docketNumber } as Source;
  const { page, outOfRange } = pageOfPin({ unit: 'page', first, last: first, start: 0, end: 1 }, source, pages);
  return page?.index ?? (outOfRange ? 'out' : undefined);
}

test('numbers that all have the same letters in front are cited with or without them', () => {
  const appendix = pagesOf({ printed: 'A-112' }, { printed: 'A-113' }, {});
  expect(['112', 'A-113', '114'].map((pin) => placeOf(pin, appendix))).toEqual([1, 2, 3]);
  const padded = pagesOf({ printed: 'Appx0041' }, { printed: 'Appx0042' });
  expect(['42', 'Appx0042'].map((pin) => placeOf(pin, padded))).toEqual([2, 2]);
});

test('the annex of a paper has pages of its own', () => {
  const report = pagesOf({ printed: '2' }, { printed: '3' }, { printed: 'F-1' }, { printed: 'F-2' });
  expect(['2', 'F-2', '3'].map((pin) => placeOf(pin, report))).toEqual([1, 4, 2]);
});

test('in an excerpt of record its own numbers are meant, in another paper first those of the paper', () => {
  const excerpt = pagesOf({ printed: '1', appendix: 'ER-2' }, { printed: '2', appendix: 'ER-3' });
  expect(placeOf('2', excerpt, 'appendix')).toBe(1);
  expect(placeOf('2', excerpt)).toBe(2);
  expect(placeOf('3', excerpt)).toBe(2);
  expect(placeOf('9', excerpt)).toBe('out');
});

test('of several papers in one file the pages of the one that is cited are meant', () => {
  const ecf = (attachment: string | undefined, page: number): PageLabels => ({
    ecf: { document: '18', page, ...(attachment && { attachment }) },
    printed: String(page),
  });
  const file = pagesOf(
    ecf(undefined, 1),
    ecf(undefined, 2),
    ecf('1', 1),
    ecf('1', 2),
    ecf('1', 3),
    ecf('2', 1),
    ecf('2', 2),
  );
  expect(['18', '18-1', '18-2', '19'].map((number) => placeOf('2', file, 'attachment', number))).toEqual([2, 4, 7, 2]);
  // Behind its end begins another paper.
  expect(['18', '18-1', '18-2'].map((number) => placeOf('4', file, 'attachment', number))).toEqual([
    'out',
    'out',
    'out',
  ]);
});

test('of a condensed transcript each page leads to its sheet, also one without numbered lines', () => {
  const line = { page: '13', line: 1, start: 0, end: 5 };
  const { pages } = pagesOf({ printed: '9', onSheet: ['9', '10'] }, { printed: '13', onSheet: ['13', '14'] });
  const condensed: Pages = {
    sha256: 'ab',
    pages: pages.map((page, at) => ({ ...page, ...(at === 1 && { lines: [line] }) })),
  };
  expect(['10', '13', '14'].map((pin) => placeOf(pin, condensed))).toEqual([1, 2, 2]);
});
