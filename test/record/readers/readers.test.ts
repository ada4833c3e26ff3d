import { expect, test } from 'vitest';
import type { Page } from '../../../server/src/record/pages.ts';
import { READER_LIMITS, READERS, readerFor } from '../../../server/src/record/readers/readers.ts';

const read = (text: string | Uint8Array, name = 'a.txt'): Promise<readonly Page[]> => {
  const reader = readerFor(name);
  if (!reader) throw new Error('no reader');
  return reader.read(typeof text === 'string' ? new TextEncoder().encode(text) : text, READER_LIMITS);
};

test('every reader is in the table, and an extension belongs to one reader', () => {
  const extensions = READERS.flatMap((reader) => reader.extensions);
  expect(new Set(extensions).size).toBe(extensions.length);
  expect(readerFor('B.XLS')).toBeUndefined();
  expect(readerFor('Order on letter brief 308.TXT')?.name).toBe('plain text');
});

test('pages by form feed, their lines and their printed numbers', async () => {
  const pages = await read('Cover page\n\fFirst words\n4\n\fMore words\n5\n\f');
  expect(pages.map(({ index, labels, text, line }) => [index, labels.printed, text, line])).toEqual([
    [1, undefined, 'Cover page', 1],
    [2, '4', 'First words', 2],
    [3, '5', 'More words', 4],
  ]);
});

test('pages by the stamp of CM/ECF, which is taken off; both numberings are kept', async () => {
  const pages = await read(
    [2, 3, 4]
      .map(
        (n) =>
          `  Case 3:23-cv-03417-VC   Document 294-1   Filed 12/06/24   Page ${n} of 12\n\nWords of page ${n}.\n${n - 1}\n`,
      )
      .join('\n'),
  );
  expect(pages.map(({ labels, text }) => [labels.ecf?.page, labels.printed, text])).toEqual([
    [2, '1', 'Words of page 2.'],
    [3, '2', 'Words of page 3.'],
    [4, '3', 'Words of page 4.'],
  ]);
  expect(pages[0]?.labels.ecf).toEqual({
    case: '3:23-cv-03417-VC',
    document: '294',
    attachment: '1',
    filed: '12/06/24',
    page: 2,
    of: 12,
  });
});

test.each([
  ['Case 2:17-cv-10310-VAR ECF No. 533, PageID.16684 Filed 01/02/19 Page 3 of 9', '533', 3, '16684'],
  ['Case: 1:21-cv-03745 Document #: 34 Filed: 01/02/22 Page 3 of 12 PageID #:123', '34', 3, '123'],
  ['Case: 1:21-cv-03745 Document #: 34 Filed: 01/02/22 Page 3 of 12 PageID #:\n123', '34', 3, '123'],
  [
    'Case 21-03745 Doc 12 Filed 01/02/21 Entered 01/02/21 12:33:44 Desc Main\n   Document      Page 3 of 5',
    '12',
    3,
    undefined,
  ],
  ['21-10699-dsj Doc 34 Filed 03/01/21 Entered 03/01/21 12:00:00 Main Document Pg 3 of 238', '34', 3, undefined],
  ['Case 1:20-cv-01234-ABC Document 12 Filed 01/02/21 USDC Colorado Page 3 of 12', '12', 3, undefined],
  ['Case: 22-1234, 01/02/2023, ID: 12345, DktEntry: 10-1, Page 3 of 12', '10', 3, undefined],
  ['USCA4 Appeal: 22-1234 Doc: 10 Filed: 01/02/2023 Pg: 3 of 12', '10', 3, undefined],
  [
    '\u00a0Case\u00a03:23-cv-03417-VC\u00a0Document\u00a0315\u00a0Filed\u00a012/06/24\u00a0Page\u00a03\u00a0of\u00a012',
    '315',
    3,
    undefined,
  ],
])('the stamp %s', async (stamp, document, page, pageId) => {
  const [only] = await read(`${stamp}\nSome words.\n`);
  expect(only?.labels.ecf?.document).toBe(document);
  expect(only?.labels.ecf?.page).toBe(page);
  expect(only?.labels.pageId).toBe(pageId);
  expect(only?.text).toBe('Some words.');
});

test.each([
  'As Case 3:23-cv-03417-VC Document 315 Filed 12/06/24 Page 7 of 12 shows, a stamp in a sentence is words.',
  'Case 3:23-cv-03417-VC was filed on 12/06/24, and its first document has many pages.',
  'See Document 315 Filed 12/06/24 Page 7 of 12.',
])('no stamp: %s', async (words) => {
  const pages = await read(`Before.\n${words}\nAfter.`);
  expect(pages).toHaveLength(1);
  expect(pages[0]?.labels).toEqual({});
  expect(pages[0]?.text).toContain(words);
});

test('stamps at the foot end their page; words before the first head stamp are a page', async () => {
  const stamp = (n: number): string => `Case 1:20-cv-00001 Document 5 Filed 01/02/20 Page ${n} of 9`;
  const foot = await read(`One.\n${stamp(1)}\nTwo.\n${stamp(2)}\n`);
  expect(foot.map(({ labels, text }) => [labels.ecf?.page, text])).toEqual([
    [1, 'One.'],
    [2, 'Two.'],
  ]);
  const head = await read(`Cover.\n${stamp(2)}\nTwo.\n${stamp(2)}\n${stamp(3)}\nThree.`);
  expect(head.map(({ labels, text }) => [labels.ecf?.page, text])).toEqual([
    [undefined, 'Cover.'],
    [2, 'Two.'],
    [3, 'Three.'],
  ]);
});

test('of two dockets on one page the one that runs through the paper counts', async () => {
  const outer = (n: number): string => `Case 1:20-cv-00001 Document 40-2 Filed 05/06/21 Page ${n} of 20`;
  const inner = 'Case 1:19-cv-00009 Document 7 Filed 01/02/20 Page 1 of 1';
  const pages = await read(`${inner}\n${outer(1)}\nOne.\n${outer(2)}\nTwo.`);
  expect(pages.map(({ labels }) => labels.ecf?.document)).toEqual(['40', '40']);
});

test('a text without page breaks is one page of which nothing can be said', async () => {
  const pages = await read('# Order\n\nWords.\n7\n', 'order.md');
  expect(pages).toEqual([{ index: 1, labels: {}, checkable: true, text: '# Order\n\nWords.\n7', line: 1 }]);
});

test('a number that fits no neighbour stays text', async () => {
  const pages = await read('In all we sold\n2024\n\fLine\n28\n\fLine\n28\n');
  expect(pages.map(({ labels }) => labels.printed)).toEqual([undefined, undefined, undefined]);
  expect(pages[0]?.text).toBe('In all we sold\n2024');
});

test('printed numbers: roman front matter, dashes, a jump, "Page 7 of 12"', async () => {
  const bodies = ['iii', 'iv', '- 1 -', '- 2 -', 'Page 141 of 300', '142'];
  const pages = await read(bodies.map((number) => `${number}\nwords here\n`).join('\f'));
  expect(pages.map(({ labels }) => labels.printed)).toEqual(['iii', 'iv', '1', '2', '141', '142']);
});

test('a page without words is not checkable', async () => {
  const pages = await read('Words\n\f   \n\f2024-01-01\n\fMore words');
  expect(pages.map(({ checkable }) => checkable)).toEqual([true, false, false, true]);
});

test('bytes: UTF-8 with mark, UTF-16 in both orders, Windows-1252', async () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, 0xa7, 0x00, 0x20, 0x00, 0x37, 0x00]);
  const swapped = Uint8Array.from([0xfe, 0xff, 0x00, 0xa7, 0x00, 0x20, 0x00, 0x37]);
  expect((await read(utf16))[0]?.text).toBe('§ 7');
  expect((await read(swapped))[0]?.text).toBe('§ 7');
  expect((await read(Uint8Array.from([0xef, 0xbb, 0xbf, 0xc2, 0xa7])))[0]?.text).toBe('§');
  expect((await read(Uint8Array.from([0x93, 0x41, 0x94, 0xa7])))[0]?.text).toBe('“A”§');
});

test('limits: too many pages are a sentence', async () => {
  const reader = readerFor('a.txt');
  const bytes = new TextEncoder().encode('a\f'.repeat(12));
  await expect(reader?.read(bytes, { maximumBytes: 100, maximumPages: 10 })).rejects.toThrow('more than 10 pages');
  await expect(reader?.read(bytes, { maximumBytes: 10, maximumPages: 99 })).rejects.toThrow('too large');
});

test('hostile texts are read in no time worth measuring', async () => {
  const stamp = 'Case 1:20-cv-00001 Document 5 Filed 01/02/20 Page 1 of 9\n';
  for (const piece of [
    '\n',
    ' ',
    '\f',
    'Case ',
    'Case 21-03745 Doc 12 Filed 01/02/21 ',
    '1\n',
    'PageID ',
    '- ',
    stamp,
  ]) {
    const start = performance.now();
    await read(piece.repeat(Math.floor(400_000 / piece.length))).catch(() => undefined);
    // Linear work takes some tens of milliseconds; quadratic work would take minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  }
});
