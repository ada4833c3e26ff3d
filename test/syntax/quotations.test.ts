import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';

/** `C words` for what is worth comparing, `- words` for what is left alone; parts are joined by `|`. */
function check(text: string, expected: readonly string[]): void {
  const { quotations } = parseDraft(text, NO_STYLES);
  const lines = quotations.map(({ isCandidate, parts, kind }) => {
    const words = parts.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join('|');
    return `${isCandidate ? 'C' : '-'}${kind === 'block' ? ' block' : ''} ${words}`;
  });
  expect(lines).toEqual(expected);
}

describe('between marks', () => {
  test('curly and straight, with a footnote mark or a bracket behind', () => {
    check('He saw “the gate was open.” Ex. A at 2.', ['C the gate was open.']);
    check('He saw "the gate was open."[^2] Ex. A at 2.', ['C the gate was open.']);
    check('It did so (as "the gate was open").', ['C the gate was open']);
    check('It stood—"the gate was open"—all night.', ['C the gate was open']);
    check('A 5" pipe and a 6" pipe.', []);
  });
  test('single marks inside, and double ones inside each other', () => {
    check(`She wrote "he said 'leave it open' to us."`, [`C he said 'leave it open' to us.`]);
    check('“He said “leave it open” to us.”', ['C He said “leave it open” to us.']);
  });
  test('one that was never closed takes nothing with it', () => {
    check('It said "the gate was open.\n\nHe saw "no one was there" at all.', ['C no one was there']);
    check('It said “the gate was open. He saw “no one was there” at all.', ['C no one was there']);
  });
  test('over a paragraph, where the opening mark is repeated', () => {
    check('He wrote: “The gate was open.\n\n“Nobody closed it.” Ex. A at 2.', [
      'C The gate was open.|Nobody closed it.',
    ]);
    check('He wrote: "The gate was open.\n\n"Nobody closed it." Ex. A at 2.', [
      'C The gate was open.|Nobody closed it.',
    ]);
  });
  test('over a page, with its number and a footnote between', () => {
    check('It says “the gate was open¹ and\n\n4\n\n¹ See “the plan” there.\n\nnobody closed it.” Ex. A at 2.', [
      'C the gate was open¹ and|nobody closed it.',
    ]);
  });
});

describe('left alone', () => {
  test('single words, scare quotes, definitions, titles, blanks', () => {
    check('Pier Nine LLC ("Pier") and its so-called "very best gate" (the "Gate").', [
      '- Pier',
      '- very best gate',
      '- Gate',
    ]);
    check('The “old gate” was shut (“the north door”).', ['- old gate', '- the north door']);
    check('See “Order on the Opening of Gates” and "it took ____ days".', [
      '- Order on the Opening of Gates',
      '- it took ____ days',
    ]);
  });
  test('two words, and a title, count with a citation directly behind', () => {
    check('It came "later on." Ex. B at 114:3-5. It was "later on" then. Ex. B at 3.', ['C later on.', '- later on']);
    check('They want “The Log of the Gate.”² Ex. E at 2.', ['C The Log of the Gate.']);
    check('She was "agitated." Ex. B at 3.', ['- agitated.']);
  });
});

describe('blocks', () => {
  const LEAD = 'The order was plain and left nothing open to either of the two parties:\n\n';
  test('set in, with the citation at its end or in the line behind', () => {
    check(`${LEAD}    The gate shall be open\n    at all hours. Dkt. No. 5 at 3.\n\nThat is so.`, [
      'C block The gate shall be open|at all hours.',
    ]);
    check(`${LEAD}    The gate shall be open at all hours.\n\nDkt. No. 5 at 3. That is so.`, [
      'C block The gate shall be open at all hours.',
    ]);
  });
  test("Markdown's mark, over several paragraphs", () => {
    check(`${LEAD}> The gate shall be "open"\n>\n> at all hours.\n\nDkt. No. 5 at 3.`, [
      'C block The gate shall be "open"|at all hours.',
    ]);
  });
  test('no block: a first line that is set in, a list, a heading, a signature', () => {
    check('    The first line is set in here and the\nsecond is not, as always.\n\nThe end of it all.', []);
    check(`${LEAD}    1. The gate shall be open at all hours.\n    2. So shall the door.\n\nThe end of it all.`, []);
    check(
      `${LEAD}                PIER NINE LLC\n                Gatekeepers\n                \n\nThe end of it all.`,
      [],
    );
  });
});

const PIECES = [
  '"',
  '“',
  '”',
  "'",
  ' ',
  '\n',
  '\n\n',
  '\n\n    ',
  '\n> ',
  'the gate was open',
  '(',
  ')',
  '.',
  ' Ex. A at 2. ',
  '¹',
  '[^1]',
  '\n\n[^1]: ',
  '4\n',
  '—',
];

test('whatever the text: spans in bounds, in order, disjoint, and parts inside', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 60 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const { start, end: stop, whole, parts } of parseDraft(text, NO_STYLES).quotations) {
        expect(whole.start).toBeGreaterThanOrEqual(end);
        expect([whole.start <= start, start < stop, stop <= whole.end, whole.end <= text.length]).toEqual([
          true,
          true,
          true,
          true,
        ]);
        expect([parts[0]?.start, parts.at(-1)?.end]).toEqual([start, stop]);
        let last = start;
        for (const part of parts) {
          expect(part.start >= last && part.end >= part.start).toBe(true);
          last = part.end;
        }
        end = whole.end;
      }
    }),
    { numRuns: 1500, seed: 20250314 },
  );
});
