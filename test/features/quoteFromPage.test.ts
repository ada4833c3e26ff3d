import { expect, test } from 'vitest';
import { quoteFromPage } from '../../server/src/features/quoteFromPage.ts';
import type { Page, Pages } from '../../server/src/record/pages.ts';
import { source } from './fixture.ts';

const text = 'Q. Who kept the log?\nA. The harbor master did.\nQ. Always?';
const numbered = [0, 21, 47].map((start, at) => ({
  page: '144',
  line: at + 3,
  start,
  end: [20, 46, 57][at] ?? start,
}));
const transcript: Page = { index: 5, labels: { printed: '144' }, checkable: true, text, lines: numbered };
const stamped: Page = {
  index: 2,
  labels: { printed: '7', ecf: { document: '315', page: 9 } },
  checkable: true,
  text: 'It is so ordered.',
};
const bare: Page = { index: 1, labels: {}, checkable: true, text: 'One.' };
const at = (...pages: readonly Page[]): Pages => ({ pages, sha256: '' });

const HALE = source('Ex. B', {});
const ORDER = source('Dkt. No. 315', {});

test.each([
  ['one line', 'Who kept the log?', '"Who kept the log?" Ex. B at 144:3'],
  [
    'lines, with the numbers between them',
    'Who kept the log?\n4 A. The harbor master',
    '"Who kept the log? 4 A. The harbor master" Ex. B at 144:3-4',
  ],
  ['words that are not on the page', 'The lamp.', '"The lamp." Ex. B at 144'],
  ['marks of quotation inside', 'Q. “Always?”', '"Q. \'Always?\'" Ex. B at 144:5'],
])('of a transcript: %s', (_, words, wanted) => {
  expect(quoteFromPage(HALE, at(transcript), 1, words)).toBe(wanted);
});

test('of other papers the page is named as pins usually mean it', () => {
  const words = 'so ordered';
  expect(quoteFromPage(ORDER, at(bare, stamped), 2, words)).toBe('"so ordered" Dkt. No. 315 at 7');
  const declared = source('Dkt. No. 315', { pages: { label: 'ecf' } });
  expect(quoteFromPage(declared, at(bare, stamped), 2, words)).toBe('"so ordered" Dkt. No. 315 at 9');
  expect(quoteFromPage(ORDER, at(bare), 1, 'One.')).toBe('"One." Dkt. No. 315 at 1');
});

test('of a protected paper the words stand inside a mark of redaction, the citation outside', () => {
  const secret = source('Ex. B', { isProtected: true });
  expect(quoteFromPage(secret, at(transcript), 1, 'Always?')).toBe('[[redact: "Always?"]] Ex. B at 144:5');
});

test('what lies under a black box is not copied with what is beside it', () => {
  const boxed: Page = { ...bare, hidden: true, text: 'The guard was ████ █████ of the night shift.' };
  expect(quoteFromPage(ORDER, at(boxed), 1, 'guard was Emil Varga of the night')).toBe(
    '"guard was █ █ of the night" Dkt. No. 315 at 1',
  );
});

test('nothing is made of nothing, or of a page that is not there', () => {
  expect(quoteFromPage(HALE, at(transcript), 1, ' \n ')).toBeUndefined();
  expect(quoteFromPage(HALE, at(transcript), 2, 'Always?')).toBeUndefined();
});
