import { describe, expect, test } from 'vitest';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import type { NumberedLine, Page, PagesLookup } from '../../server/src/record/pages.ts';
import { draftOf } from '../resolve/notation.ts';
import { findingsIn } from './notation.ts';

const MANIFEST = 'depositions:\n  Roe: {file: roe.pdf}\n';

const WORDS: Readonly<Record<string, string>> = {
  '144:3': 'Q. Who kept the log that night?',
  '144:4': 'A. The watchman kept the log in',
  '144:5': 'his own hand until the morning.',
  '144:25': 'Q. And what did he write down',
  '145:1': 'after the ferry had come in?',
  '145:2': 'A. Nothing at all.',
};

/** Two transcript pages of 25 lines on one sheet, as condensed transcripts are printed, or each on its own. */
function sheets(each: number): readonly Page[] {
  const pages = ['144', '145'];
  return Array.from({ length: pages.length / each }, (_, sheet) => {
    const lines: NumberedLine[] = [];
    let text = '';
    for (const page of pages.slice(sheet * each, (sheet + 1) * each))
      for (let line = 1; line <= 25; line++) {
        const words = WORDS[`${page}:${line}`] ?? `Line ${line} is about something else.`;
        lines.push({ page, line, start: text.length, end: text.length + words.length });
        text += `${words}\n`;
      }
    return { index: sheet + 1, labels: {}, checkable: true, text, lines };
  });
}

const lookup =
  (each: number): PagesLookup =>
  () => ({ state: 'read', pages: { pages: sheets(each), sha256: 'ab' } });

const QUOTED = '"The watchman kept the log in his own hand until the morning." Roe Dep.';

describe.each([1, 2])('a transcript with %i pages on a sheet', (each) => {
  const check = (text: string, ...lines: readonly string[]): void => {
    expect(findingsIn(MANIFEST, text, lookup(each))).toEqual(lines);
  };

  test('words on the lines that are cited, or on some of them', () => {
    check(`${QUOTED} 144:4-5.`);
    check(`${QUOTED} at 144:5-6.`);
    check(`${QUOTED} 144:1-144:4.`);
    check('"what did he write down after the ferry had come in" Roe Dep. 144:25-145:1.');
  });

  test('words on other lines are told, with the lines', () => {
    check(
      `${QUOTED} 144:9-12.`,
      'warning quotation-elsewhere "144:9-12": These words are at 144:4-5 of Roe Dep.; the pin cite says 144:9-12. (+1)',
    );
    check(
      '"what did he write down after the ferry had come in" Roe Dep. 144:3-5.',
      'warning quotation-elsewhere "144:3-5": These words are at 144:25-145:1 of Roe Dep.; the pin cite says 144:3-5. (+1)',
    );
  });

  test('the fix writes the lines', () => {
    const [finding] = findingsOfDraft(draftOf(MANIFEST, `${QUOTED} 144:9-12.`), { pages: lookup(each), rules: {} });
    expect(finding?.replacements).toMatchObject([{ words: '144:4-5', name: '144:4-5' }]);
  });

  test('a line that no page has', () => {
    check(
      'He kept it. Roe Dep. 144:30.',
      'error pin-out-of-range "144:30": The pages of Roe Dep. have 25 lines; the pin cite says 144:30.',
    );
  });
});

test('where the lines have no numbers only the page is asked', () => {
  const pages: PagesLookup = () => ({
    state: 'read',
    pages: {
      pages: sheets(1).map(({ lines, ...page }, at) => ({ ...page, labels: { printed: String(144 + at) } })),
      sha256: 'ab',
    },
  });
  expect(findingsIn(MANIFEST, `${QUOTED} 144:9-12.`, pages)).toEqual([]);
});
