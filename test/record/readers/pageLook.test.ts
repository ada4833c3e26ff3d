import { expect, test } from 'vitest';
import type { PageBox } from '../../../server/src/record/readers/pdf/pageBoxes.ts';
import { lookAtPage } from '../../../server/src/record/readers/pdf/pageLook.ts';
import { makePdf, type PdfPage } from './makePdf.ts';
import { PDF_LIMITS, readPdf } from './pdfFixtures.ts';
import { body, transcriptPage, WORDS } from './pdfPages.ts';

/** The page as it was read, and where these words of it stand. */
async function boxesOf(page: PdfPage, words: string, width?: number) {
  const file = makePdf({ pages: [page, page, page] });
  const text = (await readPdf(file))[1]?.text ?? '';
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const spans = [{ start, end: start + words.length }];
  return lookAtPage(file, { page: 2, text, spans, ...(width && { pictureWidth: width }) }, PDF_LIMITS);
}

const near = (one: number | undefined, other: number): void =>
  expect(Math.abs((one ?? -1) - other)).toBeLessThan(0.012);

test('words are found where they are drawn, a box for each line', async () => {
  const words = 'two calls before the gate was shut,\nand nobody';
  const { boxes } = await boxesOf({ drawn: [...body(WORDS), { x: 300, y: 40, text: '7' }] }, words);
  expect(boxes).toHaveLength(2);
  const [first, second] = boxes;
  // Drawn at 690 and 666 of 792 points, in letters of 11 points.
  near(first?.bottom, 1 - 690 / 792 + 0.004);
  near(second?.bottom, 1 - 666 / 792 + 0.004);
  near(second?.left, 72 / 612);
  expect(first?.left).toBeGreaterThan(0.2);
});

test('numbers at the side, before or behind the text, are not part of a passage', async () => {
  for (const how of ['beside', 'before', 'behind'] as const) {
    const { boxes } = await boxesOf(transcriptPage(141, how), 'MS. ORTEGA: Objection, vague as to time.');
    expect(boxes).toHaveLength(1);
    near(boxes[0]?.left, 110 / 612);
  }
});

test('on a page that is turned or cut the places are those that a person sees', async () => {
  const plain = (await boxesOf({ drawn: body(WORDS) }, 'nobody on the pier')).boxes[0];
  const cut = (await boxesOf({ drawn: body(WORDS, 740, 122), corner: [50, 50] }, 'nobody on the pier')).boxes[0];
  expect(cut).toEqual(plain);
  const turned = (await boxesOf({ drawn: body(WORDS), turned: 90 }, 'nobody on the pier')).boxes[0];
  const seen = plain as PageBox;
  // A quarter turn to the right: the top of the page is at the right.
  near(turned?.top, seen.left);
  near(turned?.bottom, seen.right);
  near(turned?.right, 1 - seen.top);
});

test('a picture shows the passage on a grey ground, with white round it and a border', async () => {
  const { boxes, picture } = await boxesOf({ drawn: body(WORDS) }, 'and nobody on the pier', 600);
  if (!picture) throw new Error('no picture was made');
  const { width, height, points } = picture;
  expect(width).toBe(600);
  expect(height).toBeLessThan(200);
  expect([points[0], points.at(-1)]).toEqual([170, 170]);
  const shades = new Map<number, number>();
  for (const point of points) shades.set(point, (shades.get(point) ?? 0) + 1);
  const share = (shade: number): number => (shades.get(shade) ?? 0) / points.length;
  expect(share(255)).toBeGreaterThan(0.7);
  expect(share(205)).toBeGreaterThan(0.02);
  // The letters themselves.
  expect([...shades.keys()].some((shade) => shade < 60)).toBe(true);
  expect(boxes).toHaveLength(1);
});

test('a picture shows what somebody noted on the page over its words, and not the words below', async () => {
  const square = '<< /Type /Annot /Subtype /Square /Rect [60 640 560 720] /IC [0 0 0] /C [0 0 0] /F 4 /AP << >> >>';
  const plain = (await boxesOf({ drawn: body(WORDS) }, 'nobody on the pier', 600)).picture;
  const file = makePdf({ pages: [{ drawn: body(WORDS), notes: square }] });
  const { picture } = await lookAtPage(file, { page: 1, text: '', spans: [], pictureWidth: 600 }, PDF_LIMITS);
  const black = (points: Uint8Array | undefined) => (points ?? []).filter((point) => point === 0).length;
  expect(black(picture?.points)).toBeGreaterThan(10 * black(plain?.points));
});

test('words that are not on the page have no box, and a page that is not there is said', async () => {
  const file = makePdf({ pages: [{ drawn: body(WORDS) }] });
  const question = { page: 1, text: 'Nothing of this is there.', spans: [{ start: 0, end: 10 }] };
  expect(await lookAtPage(file, question, PDF_LIMITS)).toEqual({ boxes: [] });
  await expect(lookAtPage(file, { ...question, page: 9 }, PDF_LIMITS)).rejects.toThrow('That page can not be opened.');
  await expect(lookAtPage(file.slice(0, 80), question, PDF_LIMITS)).rejects.toThrow('damaged');
});
