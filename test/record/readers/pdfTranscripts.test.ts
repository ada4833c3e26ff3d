import { describe, expect, test } from 'vitest';
import type { Page } from '../../../server/src/record/pages.ts';
import type { PdfPage } from './makePdf.ts';
import { readPdf } from './pdfFixtures.ts';
import { body, transcriptPage, WORDS } from './pdfPages.ts';

/** The words of a line of a transcript's page. */
function lineOf(pages: readonly Page[], wanted: string, number: number): string | undefined {
  for (const { text, lines = [] } of pages) {
    const found = lines.find(({ page, line }) => page === wanted && line === number);
    if (found) return text.slice(found.start, found.end);
  }
  return undefined;
}

describe('the time of day beside the lines of a transcript', () => {
  const times = (page: number, time: (line: number) => string): PdfPage => {
    const { drawn } = transcriptPage(page);
    const numbers = drawn.filter(({ text }) => /^\d{1,2}$/.test(text));
    const words = drawn.filter(({ x }) => x === 110);
    const clock = words.map(({ y }, line) => ({ x: 20, y, text: time(line) }));
    return { drawn: [...drawn.slice(0, 2), ...numbers, ...words.flatMap((one, at) => [clock[at] ?? one, one])] };
  };

  test('at the left of numbers that were drawn first', async () => {
    const pages = await readPdf({ pages: [142, 143].map((page) => times(page, (line) => `10:${30 + line}:07`)) });
    expect(lineOf(pages, '143', 4)).toMatch(/^A\. The harbor master kept it, as he always did/);
    expect(pages[1]?.text).not.toMatch(/10:/);
  });

  test('in one piece with some lines, and by itself before others', async () => {
    const mixed = (page: number): PdfPage => ({
      drawn: transcriptPage(page).drawn.flatMap((one, at) => {
        if (!/^\d{1,2}$/.test(one.text)) return [one];
        const clock = `10:${10 + (at % 40)}:07`;
        // A long line leaves no gap behind its time.
        return at % 3 === 0 ? [{ ...one, x: 25, text: clock }, one] : [{ ...one, x: 30, text: `${clock} ${one.text}` }];
      }),
    });
    const pages = await readPdf({ pages: [142, 143].map(mixed) });
    expect(lineOf(pages, '143', 4)).toBe('A. The harbor master kept it, as he always did.');
    expect(pages[1]?.lines).toHaveLength(25);
  });

  test('beside every fifth line only; but a log without numbered lines keeps its times', async () => {
    const fifth = (page: number): PdfPage => ({
      drawn: transcriptPage(page).drawn.map((one) =>
        Number(one.text) % 5 === 0 ? { ...one, x: 20, text: `09:${30 + Number(one.text)} ${one.text}` } : one,
      ),
    });
    const pages = await readPdf({ pages: [142, 143].map(fifth) });
    expect(lineOf(pages, '143', 5)).toBe('Q. Did you see him write in it?');
    expect(pages[1]?.lines).toHaveLength(25);
    const log = Array.from({ length: 20 }, (_, at) => `10:${30 + at}:07 The watchman saw the lamp of pier ${at + 1}.`);
    const [read] = await readPdf({ pages: [{ drawn: body(log, 720) }] });
    expect(read?.text).toBe(log.join('\n'));
  });

  test('is another than one that somebody speaks of', async () => {
    const spoken = (page: number): PdfPage => ({
      drawn: transcriptPage(page).drawn.map((one) =>
        one.x === 110 ? { ...one, text: `${one.text.replace('did.', 'did at 2:58')} 10:31:07` } : one,
      ),
    });
    const pages = await readPdf({ pages: [142, 143].map(spoken) });
    expect(lineOf(pages, '143', 4)).toMatch(/^A\. The harbor master kept it, as he always did/);
    expect(pages[1]?.text).toContain('always did at 2:58\n');
  });
});

test('the numbers of lines on both sides, and a telephone number at the foot', async () => {
  const both = (page: number): PdfPage => ({
    drawn: [
      ...transcriptPage(page).drawn.flatMap((one) => (/^\d{1,2}$/.test(one.text) ? [one, { ...one, x: 560 }] : [one])),
      { x: 260, y: 20, text: '(212) 805-0300' },
    ],
  });
  const pages = await readPdf({ pages: [142, 143, 144].map(both) });
  expect(lineOf(pages, '143', 4)).toBe('A. The harbor master kept it, as he always did.');
  expect(pages[1]?.text).not.toMatch(/\d$|805/m);
});

describe('the number of a transcript', () => {
  test('with a colon, with zeros in front', async () => {
    for (const head of ['144:', '00144', 'Page 00144']) {
      const pages = await readPdf({
        pages: [143, 144].map((page) => ({
          drawn: transcriptPage(page).drawn.map((one) =>
            /^Page/.test(one.text) ? { ...one, text: head.replace('144', String(page)) } : one,
          ),
        })),
      });
      expect(pages.map(({ labels }) => labels.printed)).toEqual(['143', '144']);
      expect(lineOf(pages, '144', 3)).toBe('A. The harbor master kept it, as he always did.');
      expect(pages[1]?.text).not.toMatch(/144/);
    }
  });

  const half = (page: number, x: number, lines = 25): PdfPage['drawn'] => [
    { x: x + 200, y: 740, text: `Page ${page}`, size: 7 },
    ...Array.from({ length: lines }, (_, at) => [
      { x, y: 720 - 24 * at, text: `${at + 1} Words of ${page} in line ${at + 1}.`, size: 7 },
    ]).flat(),
  ];

  test('of two columns whose lines are read as one', async () => {
    const sheet = (page: number): PdfPage => ({
      // Line by line from left to right, as a scanner reads.
      drawn: [...half(page, 40), ...half(page + 1, 320)].sort((one, other) => other.y - one.y || one.x - other.x),
    });
    const pages = await readPdf({ pages: [sheet(9), sheet(11)] });
    expect(lineOf(pages, '12', 7)).toBe('Words of 12 in line 7.');
    // A passage that goes on in the next column has no number in its midst.
    expect(pages[0]?.text).not.toMatch(/^Page/m);
    expect(lineOf(pages, '11', 7)).toBe('Words of 11 in line 7.');
  });

  test('below each of two columns whose numbers have zeros', async () => {
    const column = (page: number, x: number): PdfPage['drawn'] => [
      ...Array.from({ length: 25 }, (_, at) => ({
        x,
        y: 720 - 24 * at,
        text: `${String(at + 1).padStart(2, '0')} Words of ${page} in line ${at + 1}.`,
        size: 7,
      })),
      { x: x + 100, y: 100, text: String(page), size: 7 },
    ];
    const pages = await readPdf({
      pages: [88, 90, 92].map((page, at) => ({
        drawn: [...column(page, 40), ...column(page + 1, 320), { x: 560, y: 20, text: String(at + 1), size: 7 }],
      })),
    });
    expect(pages.map(({ labels }) => labels.onSheet)).toEqual([
      ['88', '89'],
      ['90', '91'],
      ['92', '93'],
    ]);
    expect(lineOf(pages, '91', 7)).toBe('Words of 91 in line 7.');
    expect(pages[1]?.text).not.toMatch(/^9[01]$/m);
  });

  test('of a sheet that is filled in part, and of its page without numbered lines', async () => {
    const foot = (sheet: number) => ({ x: 500, y: 20, text: `${sheet} (Pages)`, size: 7 });
    const errata = [
      { x: 520, y: 740, text: 'Page 14', size: 7 },
      { x: 320, y: 720, text: 'ERRATA', size: 7 },
    ];
    const pages = await readPdf({
      pages: [
        { drawn: [...half(9, 40), ...half(10, 320), foot(1)] },
        { drawn: [...half(11, 40), ...half(12, 320), foot(2)] },
        { drawn: [...half(13, 40), ...errata, foot(3)] },
        { drawn: [...half(15, 40), foot(4)] },
      ],
    });
    expect(pages.map(({ labels }) => labels.onSheet ?? labels.printed)).toEqual([
      ['9', '10'],
      ['11', '12'],
      ['13', '14'],
      '15',
    ]);
    expect(lineOf(pages, '13', 2)).toBe('Words of 13 in line 2.');
    expect(lineOf(pages, '15', 2)).toBe('Words of 15 in line 2.');
  });
});

test('volumes, and what a reporter says of the transcript', async () => {
  const title = (volume: string): PdfPage => ({ drawn: body(['DEPOSITION OF ANN HALE', volume, ...WORDS]) });
  const draft: PdfPage = {
    drawn: [...transcriptPage(2).drawn, { x: 200, y: 760, text: 'ROUGH DRAFT - NOT CERTIFIED' }],
  };
  const pages = await readPdf({
    pages: [title('VOLUME I'), transcriptPage(1), draft, title('VOLUME II'), transcriptPage(1)],
  });
  expect(pages.map(({ labels }) => [labels.volume, labels.transcript])).toEqual([
    ['1', undefined],
    ['1', undefined],
    ['1', 'rough'],
    ['2', undefined],
    ['2', undefined],
  ]);
  // A brief speaks of volumes, too, and has none.
  const brief = await readPdf({ pages: [title('VOLUME I'), { drawn: body(WORDS) }] });
  expect(brief.map(({ labels }) => labels.volume)).toEqual([undefined, undefined]);
});
