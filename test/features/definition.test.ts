import { expect, test } from 'vitest';
import { declaration } from '../../server/src/features/declaration.ts';
import { definition } from '../../server/src/features/definition.ts';
import { offsetOf, positionOf } from '../../server/src/features/positions.ts';
import { lineIndexOf } from '../../server/src/text/lineIndex.ts';
import { type Cite, ENTRY, pagesOf, source, viewOf } from './fixture.ts';

const ORDER = source('Dkt. No. 315', { file: '315.txt' });
const AT_2: Cite = { words: 'Dkt. No. 315 at 2', pin: '2', answer: { source: ORDER } };

test('the exhibit at the page, with the whole citation as origin', () => {
  const { view, offset } = viewOf('See Dkt. No. 3<|>15 at 2.', [AT_2], { pages: pagesOf('One.', 'Two.') });
  const start = { line: 10, character: 0 };
  expect(definition(view, offset)).toEqual({
    origin: expect.objectContaining({ start: 4, end: 21 }),
    places: [{ uri: 'file:///m/315.txt', range: { start, end: start } }],
  });
  expect(declaration(view, offset)?.places).toEqual([ENTRY]);
});

test('the manifest entry where there is no file; nothing where nothing answers', () => {
  const without: Cite = { words: 'Dkt. No. 315', answer: { source: source('Dkt. No. 315') } };
  const { view, offset } = viewOf('Dkt. No. 31<|>5', [without]);
  expect(definition(view, offset)?.places).toEqual([ENTRY]);
  const missing = viewOf('Dkt. No. 31<|>5', [{ words: 'Dkt. No. 315', answer: {} }]);
  expect(definition(missing.view, missing.offset)).toBeUndefined();
});

test('an ambiguous citation lists its candidates and opens none of them', () => {
  const candidates = [ORDER, source('Dkt. No. 316', { file: '316.txt' })];
  const { view, offset } = viewOf('Ex.<|> A', [{ words: 'Ex. A', answer: { status: 'ambiguous', candidates } }]);
  expect(definition(view, offset)?.places).toEqual([ENTRY, ENTRY]);
});

test('positions and offsets, past the end of a line too', () => {
  const text = 'ab\r\ncd\n';
  const lines = lineIndexOf(text);
  expect(positionOf(lines, 5)).toEqual({ line: 1, character: 1 });
  expect(offsetOf(lines, text, { line: 1, character: 1 })).toBe(5);
  expect(offsetOf(lines, text, { line: 1, character: 99 })).toBe(6);
  expect(offsetOf(lines, text, { line: 9, character: 0 })).toBe(text.length);
});
