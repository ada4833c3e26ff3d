import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../server/src/cli/run.ts';
import { makePdf } from '../record/readers/makePdf.ts';
import { readPdf } from '../record/readers/pdfFixtures.ts';
import { body, transcriptPage, WORDS } from '../record/readers/pdfPages.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefcite-pages-'));
  const stamped = (page: number) => [
    {
      x: 60,
      y: 775,
      text: `Case 3:23-cv-03417-VC Document 294-1 Filed 12/06/24 Page ${page} of 12 PageID #:40${page}`,
    },
  ];
  await writeFile(
    join(folder, 'a.pdf'),
    makePdf({
      pages: [
        { ...transcriptPage(143), stamped: stamped(4) },
        { ...transcriptPage(144), stamped: stamped(5) },
        { drawn: [...body(WORDS), { x: 420, y: 30, text: 'META-0001' }], stamped: stamped(6) },
        { drawn: [], picture: true },
      ],
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const pages = (format: string) =>
  run(['pages', 'a.pdf', '--format', format], {
    folder,
    input: Readable.from(['']),
    colours: false,
    version: '9.9.9',
    reading: { read: (_, bytes) => readPdf(bytes) },
  });

test('shows every number that stands on a page of a PDF, and the lines of a transcript', async () => {
  const { out, status } = await pages('text');
  expect(status).toBe(0);
  expect(out.split('\n').filter((line) => line.startsWith('---'))).toEqual([
    '--- page 1, printed 143, stamped 4 of 12 in 294-1, PageID 404',
    '--- page 2, printed 144, stamped 5 of 12 in 294-1, PageID 405',
    '--- page 3, stamped 6 of 12 in 294-1, PageID 406, Bates META-0001',
    '--- page 4, no readable words',
  ]);
  expect(out).toMatch(/^144:3 {3}\S.+$/m);
});

test('the same for other programs', async () => {
  const { out } = await pages('json');
  const [, second, third] = JSON.parse(out).pages;
  expect(second.lines[2]).toEqual({ page: '144', line: 3, text: 'A. The harbor master kept it, as he always did.' });
  expect(second.labels).toMatchObject({
    printed: '144',
    pageId: '405',
    ecf: { document: '294', attachment: '1', page: 5 },
  });
  expect(third.labels.bates).toBe('META-0001');
});
