import { describe, expect, test } from 'vitest';
import type { PdfPage } from './makePdf.ts';
import { readPdf } from './pdfFixtures.ts';
import { body, WORDS } from './pdfPages.ts';

const LINES = ['The guard was Emil Varga of the night shift.', ...WORDS];
/** "The guard was Emil Varga of the night shift.": 72 points from the left; the name takes from 147 to 203. */
const NAME_BOX = '146 686 58 13 re';
const page = (more: Partial<PdfPage>): PdfPage => ({ drawn: body(LINES), ...more });

async function read(one: PdfPage) {
  const [found] = await readPdf({ pages: [one] });
  return { hidden: found?.hidden, text: found?.text ?? '' };
}

describe('words that something dark covers are not told, and the page says so', () => {
  test.each<[string, Partial<PdfPage>]>([
    ['a black box', { over: `0 g ${NAME_BOX} f` }],
    ['a box of a very dark blue', { over: `0.05 0.05 0.2 rg ${NAME_BOX} f` }],
    ['a thick pen', { over: '0 G 13 w 146 692.5 m 204 692.5 l S' }],
    ['a box in a form of its own', { overInForm: `0 g ${NAME_BOX} f` }],
    ['a form that is moved', { overInForm: `1 0 0 1 100 600 cm 0 g 46 86 58 13 re f` }],
    [
      'a square that somebody noted',
      { notes: '<< /Type /Annot /Subtype /Square /Rect [146 686 204 699] /IC [0 0 0] /C [0 0 0] /F 4 /AP << >> >>' },
    ],
    ['a page that is turned', { over: `0 g ${NAME_BOX} f`, turned: 90 }],
    ['a page with a corner of its own', { over: `0 g ${NAME_BOX} f`, corner: [30, 50] }],
  ])('%s', async (_, more) => {
    const { hidden, text } = await read(page(more));
    expect(hidden).toBe(true);
    // PDFium tells the lines of a turned page from its other edge.
    expect(text.split('\n').sort()).toEqual(['The guard was ████ █████ of the night shift.', ...WORDS].sort());
  });

  test.each<[string, PdfPage]>([
    [
      'under a label as wide as the box',
      page({
        over: `0 g ${NAME_BOX} f`,
        stamped: [{ x: 148, y: 689, text: 'REDACTED', white: true, size: 10 }],
      }),
    ],
    ['in letters as dark as the box, drawn behind it', page({ under: `0 g ${NAME_BOX} f` })],
    [
      'on a sheet that is laid on its side',
      {
        turned: 90,
        drawn: LINES.map((text, at) => ({ x: 200 + 24 * at, y: 72, text, upright: false })),
        over: '0 g 187 146 13 58 re f',
      },
    ],
    ['two letters', page({ over: '0 g 147 686 14 13 re f' })],
  ])('%s', async (_, drawn) => {
    const { hidden, text } = await read(drawn);
    expect(hidden).toBe(true);
    expect(text).not.toMatch(/Emil/);
    expect(text).toMatch(/The guard was █+/);
    expect(text).toContain('of the night shift.');
  });

  test('what the redactor wrote on top is told', async () => {
    const { hidden, text } = await read(
      page({ over: `0 g ${NAME_BOX} f`, stamped: [{ x: 160, y: 689, text: 'Doe', white: true, size: 9 }] }),
    );
    expect(hidden).toBe(true);
    expect(text).toContain('Doe');
    expect(text).not.toMatch(/Emil|Varga/);
  });
});

describe('words that are seen are told', () => {
  test.each<[string, Partial<PdfPage>]>([
    ['nothing over them', {}],
    ['a line under them', { over: '0 g 146 686.5 58 1.5 re f' }],
    ['a line through them', { over: '0 G 1 w 146 692.5 m 204 692.5 l S' }],
    ['a box round them', { over: `0 G 1 w ${NAME_BOX} S` }],
    ['a light box that shows them', { over: `1 1 0 rg /Multiply gs 300 686 54 13 re f` }],
    ['a dark box that is cut off by its clip', { over: `0 0 10 10 re W n 0 g 0 0 612 792 re f` }],
    [
      'a black box behind them, in white letters',
      { under: '0 g 60 680 400 24 re f', drawn: body(LINES).map((one, at) => ({ ...one, white: at === 0 })) },
    ],
    ['a black box beside them', { over: '0 g 400 686 54 13 re f' }],
    ['a black box that ends under them', { over: '0 g 146 670 58 13 re f' }],
    ['a link', { notes: '<< /Type /Annot /Subtype /Link /Rect [146 686 204 699] /Border [0 0 0] >>' }],
    ['an empty square', { notes: '<< /Type /Annot /Subtype /Square /Rect [146 686 204 699] /C [0 0 0] /F 4 >>' }],
  ])('%s', async (_, more) => {
    const { hidden, text } = await read(page(more));
    expect(text).toBe(LINES.join('\n'));
    expect(hidden).toBeUndefined();
  });
});
