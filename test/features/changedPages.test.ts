import { expect, test } from 'vitest';
import { asOneText, whatChanged } from '../../server/src/features/changedPages.ts';
import type { Page } from '../../server/src/record/pages.ts';

const pages = (...texts: readonly string[]): readonly Page[] =>
  texts.map((text, at) => ({ index: at + 1, labels: {}, checkable: true, text }));

test.each([
  [['Gate open.'], ['Gate  open.\n'], 'Its words are the same as then; only the file is another.'],
  [['One.', 'Two.'], ['One.', 'Three.'], 'Since then it was changed: the words of page 2 are not those of then.'],
  [['One.', 'Two.'], ['One.'], 'Since then it was changed: a page of then is not there any more.'],
  [['One.'], ['Zero.', 'One.'], 'Since then it was changed: the words of page 1 are not those of then.'],
  [
    ['One.', 'Two.', 'Three.', 'Four.'],
    ['Five.', 'Two.', 'Six.'],
    'Since then it was changed: the words of pages 1 and 3 are not those of then, and a page of then is not there any more.',
  ],
])('%j, now %j', (before, now, said) => {
  expect(whatChanged(pages(...before), pages(...now))).toBe(said);
});

test('many pages are counted', () => {
  const now = Array.from({ length: 9 }, (_, at) => `Word ${at}.`);
  expect(whatChanged([], pages(...now))).toContain('pages 1, 2, 3, 4, 5, 6 and 3 more');
});

test('the text has its pages under their numbers', () => {
  expect(asOneText(pages('One.\n', 'Two.'))).toBe('[page 1]\nOne.\n\n[page 2]\nTwo.\n');
  expect(asOneText(pages('One.\n'))).toBe('One.\n');
});
