import { expect, test } from 'vitest';
import type { Drawn, PdfPage } from './makePdf.ts';
import { readPdf } from './pdfFixtures.ts';

const TEXT = 'The harbor log of that night was kept by the watchman alone, and nobody';
const NOTE = 'was ever asked to sign it, although the rules of the harbor had said so for many years, as Roe';
const lines = (count: number, text: string, top: number, step: number, size: number): readonly Drawn[] =>
  Array.from({ length: count }, (_, at) => ({ x: 72, y: top - step * at, size, text: `${text} ${at + 1}` }));

async function footOf(page: PdfPage): Promise<string | undefined> {
  const [read] = await readPdf({ pages: [page] });
  return read?.footFrom === undefined ? undefined : read.text.slice(read.footFrom).split('\n')[0];
}

test('footnotes begin where the letters become smaller and the lines closer, also without a number', async () => {
  const text = lines(16, TEXT, 700, 28, 12);
  expect(await footOf({ drawn: [...text, ...lines(4, NOTE, 240, 12, 9)] })).toBe(`${NOTE} 1`);
  expect(await footOf({ drawn: [...text, ...lines(2, NOTE, 240, 12, 9), ...lines(2, `3 ${NOTE}`, 212, 12, 9)] })).toBe(
    `${NOTE} 1`,
  );
});

test('a page whose letters are all alike, small ones in its midst, or a whole page of small ones has no foot', async () => {
  const text = lines(16, TEXT, 700, 28, 12);
  expect(await footOf({ drawn: text })).toBeUndefined();
  expect(await footOf({ drawn: [...text, ...lines(4, TEXT, 240, 14, 12)] })).toBeUndefined();
  expect(
    await footOf({
      drawn: [...lines(6, TEXT, 700, 28, 12), ...lines(3, NOTE, 520, 12, 9), ...lines(6, TEXT, 460, 28, 12)],
    }),
  ).toBeUndefined();
  expect(await footOf({ drawn: [...lines(3, TEXT, 700, 28, 12), ...lines(20, NOTE, 600, 12, 9)] })).toBeUndefined();
});
