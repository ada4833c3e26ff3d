import { describe, expect, test } from 'vitest';
import type { Pages } from '../../server/src/record/pages.ts';
import { footnoteOf } from '../../server/src/resolve/pinFootnotes.ts';

const pagesOf = (...texts: readonly string[]): Pages => ({
  sha256: 'ab',
  pages: texts.map((text, at) => ({ index: at + 1, labels: {}, checkable: text !== '', text })),
});

const ORDER = pagesOf(
  'The gate was open.1 It had two locks.\nBoth of them were rusted.2\nNobody saw it.\n1 See Roe Decl.\n2 The locks are of 2019,\nand of May 3.',
  'On 3 May Roe wrote.\n3 Gates were shut that night.\nThe gate was not.3\nSo it was found.\n3 Roe denies it.',
);

const words = (number: string, on?: number, pages = ORDER): string | undefined => {
  const found = footnoteOf(number, pages, on === undefined ? undefined : pages.pages[on - 1]);
  return found && `${found.page.index}: ${found.page.text.slice(found.span.start, found.span.end).trim()}`;
};

describe('a footnote is found by its number', () => {
  test('at the foot of a page whose text has its mark', () => {
    expect(words('1')).toBe('1: 1 See Roe Decl.');
    expect(words('2', 1)).toBe('1: 2 The locks are of 2019,\nand of May 3.');
    expect(words('3')).toBe('2: 3 Roe denies it.');
  });

  test('of a Word file', () => {
    const word = pagesOf('The gate was open.[^1] So.\n\n[^1]: Roe denies it.\n\n[^2]: Roe was not there.');
    expect(words('2', undefined, word)).toBe('1: [^2]: Roe was not there.');
  });

  test('with a raised number', () => {
    const raised = pagesOf(
      'The gate was open.\u00b9\u00b2 It had two locks.\nBoth rusted.\n\u00b9\u00b2 Roe denies it.',
    );
    expect(words('12', undefined, raised)).toBe('1: \u00b9\u00b2 Roe denies it.');
  });
});

test('nothing is guessed', () => {
  expect(words('4')).toBeUndefined();
  expect(words('1', 2)).toBeUndefined();
  // A list is no foot of notes, and two papers in one file each have their note 1.
  expect(words('1', undefined, pagesOf('Roe asks for\n1 The gate,\n2 The locks.'))).toBeUndefined();
  const two = pagesOf('Open.1\nIt was.\n1 See Roe.', 'Shut.1\nIt was.\n1 See Doe.');
  expect(words('1', undefined, two)).toBeUndefined();
  expect(words('1', 2, two)).toBe('2: 1 See Doe.');
});
