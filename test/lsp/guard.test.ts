import { expect, test } from 'vitest';
import { faultLine, guarded, guardedAsync } from '../../server/src/lsp/guard.ts';
import { OpenIds } from '../../server/src/lsp/openIds.ts';

test('a failure is answered empty, and its line holds no word of the message', async () => {
  const lines: string[] = [];
  const fail = (): never => {
    throw new RangeError('the words of a sealed exhibit');
  };
  expect(guarded('hover', (line) => lines.push(line), null, fail)).toBeNull();
  expect(
    await guardedAsync(
      'hover',
      (line) => lines.push(line),
      null,
      async () => fail(),
    ),
  ).toBeNull();
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toMatch(/^hover failed: RangeError at /);
    expect(line).not.toMatch(/sealed|[\\/]/);
  }
  expect(faultLine('words')).toBe('something that is no error was thrown');
});

test('an error whose message runs over lines leaks none of them', () => {
  const error = new Error('first\n    at secret (words:1:1)');
  error.stack = `Error: ${error.message}\n    at real (/a/b/c.js:1:2)`;
  expect(faultLine(error)).not.toContain('first');
});

test('an id keeps its place, and old ones are forgotten', () => {
  const ids = new OpenIds();
  const place = (line: number) => ({
    uri: 'file:///a',
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
  });
  const first = ids.idOf(place(0));
  expect(ids.idOf(place(0))).toBe(first);
  expect(ids.placeOf(first)).toEqual(place(0));
  for (let line = 1; line <= 1_000; line++) ids.idOf(place(line));
  expect(ids.placeOf(first)).toBeUndefined();
});
