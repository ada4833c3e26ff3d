import { expect, test } from 'vitest';
import { glimpseOf } from '../../../server/src/record/readers/pdf/glimpse.ts';
import { makePdf, type PdfPage } from './makePdf.ts';
import { PDF_LIMITS } from './pdfFixtures.ts';
import { body, transcriptPage, WORDS } from './pdfPages.ts';

/** The places in the file of the pages that were looked at, and of those of them that bear the number. */
async function seen(
  pages: readonly PdfPage[],
  number: number,
): Promise<readonly [readonly number[], readonly number[]]> {
  const glimpse = await glimpseOf(makePdf({ pages }), number, PDF_LIMITS);
  expect(glimpse.count).toBe(pages.length);
  const bearing = glimpse.pages.filter(({ labels }) => labels.printed === String(number));
  return [glimpse.pages.map(({ index }) => index), bearing.map(({ index }) => index)];
}
const cover: PdfPage = { drawn: body(['EXHIBIT B', ...WORDS]) };
const numbered = (number: number): PdfPage => ({ drawn: [...body(WORDS), { x: 300, y: 40, text: String(number) }] });
const upTo = (count: number, first = 1): readonly PdfPage[] =>
  Array.from({ length: count }, (_, at) => numbered(first + at));

test('the page is found where the numbers round it say, and few others are looked at', async () => {
  const [looked, found] = await seen([cover, cover, cover, cover, cover, ...upTo(60)], 40);
  expect(found).toEqual([45]);
  expect(looked.length).toBeLessThan(16);
  expect((await seen(upTo(30), 30))[1]).toEqual([30]);
  expect((await seen(upTo(40, 141), 160))[1]).toEqual([20]);
  const transcript = Array.from({ length: 40 }, (_, at) => transcriptPage(at + 101));
  expect((await seen(transcript, 133))[1]).toEqual([33]);
});

test('an excerpt that jumps is searched a few times, and then no more', async () => {
  expect((await seen([...upTo(10, 20), ...upTo(10, 140), ...upTo(10, 300)], 145))[1]).toEqual([16]);
  const [looked, found] = await seen(upTo(60, 500), 12);
  expect(found).toEqual([]);
  expect(looked.length).toBeLessThan(45);
});

test('nothing is made up: no numbers, a page beyond the end, a file that is no PDF', async () => {
  expect((await seen(Array(9).fill(cover), 4))[1]).toEqual([]);
  expect((await seen(upTo(9), 4000))[1]).toEqual([]);
  await expect(glimpseOf(new TextEncoder().encode('Dear colleague,'), 1, PDF_LIMITS)).rejects.toThrow(
    /^It is not a PDF\.$/,
  );
  await expect(glimpseOf(new Uint8Array(), 1, PDF_LIMITS)).rejects.toThrow(/^It .+\.$/);
});
