import { expect, test } from 'vitest';
import type { Pages } from '../../server/src/record/pages.ts';
import { paragraphOf } from '../../server/src/resolve/pinParagraphs.ts';

const pagesOf = (...texts: readonly string[]): Pages => ({
  sha256: 'ab',
  pages: texts.map((text, at) => ({ index: at + 1, labels: {}, checkable: text !== '', text })),
});

const COMPLAINT = pagesOf(
  'COMPLAINT\n1. Roe keeps the gate.\n2.  The gate has two locks:\n  1. an old one, and\n  2. a new one.\n   3. Both were rusted',
  'through by May 4. 2024 was wet.\n4. Roe told Harbor so.\n5. Harbor did nothing.',
  '1. A declaration that is attached.\n6. It has a sixth paragraph of its own.',
);

const words = (number: string, pages = COMPLAINT): string | undefined => {
  const found = paragraphOf(number, pages);
  return (
    found && `${found.page.index}: ${found.page.text.slice(found.span.start, found.span.end).trim().split('\n')[0]}`
  );
};

test('paragraphs are found by their number, in their order', () => {
  expect(['1', '2', '3', '4', '5'].map((number) => words(number))).toEqual([
    '1: 1. Roe keeps the gate.',
    '1: 2.  The gate has two locks:',
    '1: 3. Both were rusted',
    '2: 4. Roe told Harbor so.',
    '2: 5. Harbor did nothing.',
  ]);
  expect(words('4(a)')).toBe('2: 4. Roe told Harbor so.');
});

test('a number that no paragraph has, and a paper without numbers', () => {
  expect(words('7')).toBeUndefined();
  expect(words('__')).toBeUndefined();
  expect(words('1', pagesOf('1. One point.\n2. Another.'))).toBeUndefined();
  expect(words('1', pagesOf(''))).toBeUndefined();
});
