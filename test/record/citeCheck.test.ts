import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CheckMark, parseCiteCheck, VERDICTS, withMarks } from '../../server/src/record/citeCheck.ts';

const MARK: CheckMark = {
  draft: 'letters/may.brief',
  citation: 'Dkt. No. 315 at 7',
  sentence: '0a9cec3b09fc6e',
  source: '/docket/315',
  paper: 'Dkt. No. 315',
  pin: 'at 7',
  passage: '11f0a1f0a1f0a1',
  reader: 1,
  verdict: 'supports',
  by: 'J.S.',
  on: '2026-11-21',
};
const OTHER: CheckMark = {
  ...MARK,
  citation: 'Ex. B',
  sentence: '00000000000001',
  source: '/exhibits/B',
  note: 'See "B": 2',
};

function written(text: string, marks: readonly CheckMark[], replaced?: readonly CheckMark[]): string {
  return withMarks(text, marks, replaced) ?? 'not written';
}

describe('a cite-check file', () => {
  test('has one mark a line, by draft and sentence, under words that say what it is', () => {
    const text = written('', [MARK, OTHER]);
    expect(text).toMatch(/^# Which citations a person has checked/);
    const lines = text.split('\n').filter((line) => line.startsWith('  - '));
    expect(lines.map((line) => /citation: "([^"]*)"/.exec(line)?.[1])).toEqual(['Ex. B', 'Dkt. No. 315 at 7']);
    expect(parseCiteCheck(text)).toEqual({ marks: [OTHER, MARK], problems: [] });
  });

  test('keeps everything else', () => {
    const text = `# ours\nversion: 1\nowner: J.S. # who keeps it\nmarks:\n  # to be seen\n  - {draft: x}\n${written('', [OTHER]).split('marks:\n')[1]}\nlater: yes\n`;
    const now = written(text, [MARK]);
    expect(now.replace(/^ {2}- \{draft: "letters.*\n/gm, '')).toBe(text.replace(/^ {2}- \{draft: "letters.*\n/gm, ''));
    expect(parseCiteCheck(now).marks).toEqual([OTHER, MARK]);
  });

  test('has the newer mark of a citation instead of the older one', () => {
    const again: CheckMark = { ...MARK, verdict: 'wrong pin', by: 'R.O.', on: '2026-12-01', note: 'It is on 8.' };
    expect(parseCiteCheck(written(written('', [MARK, OTHER]), [again])).marks).toEqual([OTHER, again]);
    // A mark that no longer held is replaced by its new one, whose sentence is another.
    const moved = { ...MARK, sentence: 'ffffffffffffff' };
    expect(parseCiteCheck(written(written('', [MARK]), [moved], [MARK])).marks).toEqual([moved]);
  });

  test.each([
    'version: 1\n',
    'version: 1\nmarks:\n',
    'version: 1\nmarks: []\n',
    'marks: []',
    '# nothing\n',
    'marks: # none yet\n',
  ])('may be empty: %j', (text) =>
    expect(parseCiteCheck(written(text, [MARK]))).toEqual({ marks: [MARK], problems: [] }),
  );

  test('is written in lines where it was in brackets', () => {
    const flow = `marks: [${written('', [OTHER]).split('  - ')[1]?.trim()}]\nend: 1\n`;
    const now = written(flow, [MARK]);
    expect(parseCiteCheck(now).marks).toEqual([OTHER, MARK]);
    expect(now).toMatch(/^marks:\n {2}- \{.*\n {2}- \{.*\nend: 1\n$/);
  });

  test('keeps its line ends', () => {
    const now = written(written('', [OTHER]).replaceAll('\n', '\r\n'), [MARK]);
    expect(now.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(parseCiteCheck(now).marks).toEqual([OTHER, MARK]);
  });

  test('that can not be read has no marks, and is not written over', () => {
    const text = `${written('', [MARK])}<<<<<<< ours\n  - {draft: "x\n`;
    const { marks, problems } = parseCiteCheck(text);
    expect(marks).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^This line can't be read: .* Until it is mended, no check in it counts\.$/);
    expect(withMarks(text, [MARK])).toBeUndefined();
    expect(withMarks('just words', [MARK])).toBeUndefined();
    expect(parseCiteCheck('just words').problems).toHaveLength(1);
  });

  test.each([
    ['verdict: supports', 'verdict: fine', /its verdict is none of supports, supports in part/],
    ['on: 2026-11-21', 'on: 2026-02-31', /its `on` is not a day/],
    ['by: "J.S."', 'by: ""', /it has no `by`/],
    ['reader: 1', 'reader: one', /its `reader` is not a number/],
  ])('of a mark with %j as %j says what is wrong, and reads the others', (from, to, message) => {
    const text = written(written('', [MARK]).replace(from, to), [OTHER]);
    const { marks, problems } = parseCiteCheck(text);
    expect(marks).toEqual([OTHER]);
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
  });

  test('gives back every mark that is put in, whatever its words', () => {
    const words = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .filter((one) => one.trim() === one && one !== '');
    const mark = fc.record({
      draft: words,
      citation: words,
      sentence: words,
      source: words,
      paper: words,
      pin: fc.constantFrom('', 'at 7'),
      reader: fc.integer({ min: 0, max: 99 }),
      verdict: fc.constantFrom(...VERDICTS),
      by: words,
      on: fc.constant('2026-11-21'),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 6 }), mark, (marks, last) => {
        const text = written(written('', marks), [last]);
        const read = parseCiteCheck(text);
        expect(read.problems).toEqual([]);
        expect(read.marks).toContainEqual(last);
        // In one order, whichever came first.
        expect(
          written(
            written('', [last]),
            marks.filter((one) => one.draft !== last.draft),
          ),
        ).toBe(written('', [last, ...marks.filter((one) => one.draft !== last.draft)]));
      }),
      { numRuns: 200 },
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        parseCiteCheck(text);
        withMarks(text, [MARK]);
        parseCiteCheck(`marks:\n  - ${text}`);
      }),
      { numRuns: 300 },
    );
  });
});
