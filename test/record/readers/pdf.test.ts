import { describe, expect, test } from 'vitest';
import { pdf } from '../../../server/src/record/readers/pdf.ts';
import { withoutPrivateUse } from '../../../server/src/record/readers/readableWords.ts';
import { readerFor } from '../../../server/src/record/readers/readers.ts';
import { brokenByChance } from './brokenPdfs.ts';
import { makePdf, type PdfPage } from './makePdf.ts';
import { PDF_LIMITS, readPdf } from './pdfFixtures.ts';
import { body, WORDS } from './pdfPages.ts';

const stampAt = (y: number, text: string): PdfPage['drawn'] => [{ x: 60, y, text, size: 9 }];

test('the words of a page, one string with line ends, in the order in which they are drawn', async () => {
  const [page] = await readPdf({ pages: [{ drawn: body(WORDS) }] });
  expect(page).toEqual({ index: 1, labels: {}, checkable: true, text: WORDS.join('\n') });
  expect(readerFor('B.PDF')?.name).toBe('PDF');
});

describe('checkable is', () => {
  test('false for a scan, with or without a stamp', async () => {
    const stamp = 'Case 3:23-cv-03417-VC Document 315 Filed 12/06/24 Page 2 of 3';
    const pages = await readPdf({
      pages: [
        { drawn: body(WORDS) },
        { drawn: [], picture: true, stamped: stampAt(775, stamp) },
        { drawn: [], picture: true },
      ],
    });
    expect(pages.map(({ checkable, labels }) => [checkable, labels.ecf?.page])).toEqual([
      [true, undefined],
      [false, 2],
      [false, undefined],
    ]);
  });

  test('false for a scan that bears a legend, true for the same words without a picture', async () => {
    const legend = { drawn: [{ x: 250, y: 400, text: 'REDACTED VERSION' }] };
    const pages = await readPdf({ pages: [{ ...legend, picture: true }, legend] });
    expect(pages.map(({ checkable }) => checkable)).toEqual([false, true]);
  });

  test('false for a font without Unicode, and words come back where a shift explains them', async () => {
    const long = [...WORDS, ...WORDS].map((text) => text.replace('two', '22'));
    const garbled = WORDS.map((text) =>
      [...text]
        .map((sign, at) => (sign === ' ' ? sign : String.fromCharCode(33 + ((sign.charCodeAt(0) * 31 + at * 17) % 90))))
        .join(''),
    );
    const pages = await readPdf({
      pages: [
        {
          drawn: body(long).map((line) => ({ ...line, font: 'shifted' as const })),
          stamped: stampAt(775, 'Case 3:23-cv-03417-VC Document 315 Filed 12/06/24 Page 1 of 3'),
        },
        { drawn: body(['Page 12', 'of 99']).map((line) => ({ ...line, font: 'shifted' as const })) },
        { drawn: body([...garbled, ...garbled]) },
      ],
    });
    expect(pages[0]).toMatchObject({ checkable: true, text: long.join('\n'), labels: { ecf: { page: 1 } } });
    expect(pages.slice(1).map(({ checkable }) => checkable)).toEqual([false, false]);
  });

  test.each(['EXHIBIT A', 'Exhibit 12', 'JANE M. HALE', 'REDACTED', 'Filed under seal'])(
    'true for %s',
    async (text) => {
      const [page] = await readPdf({ pages: [{ drawn: body([text]) }] });
      expect(page?.checkable).toBe(true);
    },
  );
});

test('lines that are drawn in no order are read from the top down, those of columns as they are drawn', async () => {
  const lines = Array.from({ length: 20 }, (_, at) => `The harbor log has a line of number ${at + 1} here.`);
  const order = [7, 2, 15, 0, 19, 4, 11, 9, 1, 18, 5, 13, 3, 16, 8, 12, 6, 17, 10, 14];
  const drawn = body(lines);
  const [shuffled] = await readPdf({ pages: [{ drawn: order.flatMap((at) => drawn[at] ?? []) }] });
  expect(shuffled?.text).toBe(lines.join('\n'));
  const right = body(['On the right nobody wrote a word.', 'That was so all night.'], 690, 400);
  const [columns] = await readPdf({ pages: [{ drawn: [...drawn, ...right] }] });
  expect(columns?.text.split('\n').slice(-2)).toEqual(right.map(({ text }) => text));
});

test('the ligatures of TeX are letters, and so are those of a font that calls itself one of symbols', async () => {
  const [tex] = await readPdf({
    pages: [{ drawn: body(['The harbor log was not e\x1bective, and nobody was satis\x1ced.', ...WORDS]) }],
  });
  expect(tex?.text.split('\n')[0]?.normalize('NFKC')).toBe(
    'The harbor log was not effective, and nobody was satisfied.',
  );
  expect(withoutPrivateUse('\uf054\uf068\uf065')).toBe('The');
});

test("a clerk's note above the text stands in front of it, whenever it was drawn", async () => {
  const lines = Array.from({ length: 26 }, (_, at) => `The harbor log has a line of number ${at + 1} here.`);
  const note = ['Electronically FILED', 'County of Harbor', '3/05/2024 4:18 PM'].map((text, at) => ({
    x: 450,
    y: 780 - 10 * at,
    text,
  }));
  const [page] = await readPdf({ pages: [{ drawn: [...body(lines, 720), ...note] }] });
  expect(page?.text).toBe([...note.map(({ text }) => text), ...lines].join('\n'));
});

test('the number of a file at the foot of every page is no text; a long sentence that a form repeats is', async () => {
  const sentence =
    'Read this part carefully before you sign, because a false statement that is made on this form may be punished by a fine and a delay';
  const pages = await readPdf({
    pages: [1, 2, 3].map((n) => ({
      drawn: [
        { x: 72, y: 730, text: sentence, size: 8 },
        ...body([...WORDS, `Page of ${n}.`]),
        { x: 72, y: 26, text: '{01934421;v1 }' },
      ],
    })),
  });
  expect(pages.map(({ text }) => text)).toEqual([1, 2, 3].map((n) => [sentence, ...WORDS, `Page of ${n}.`].join('\n')));
});

test("a hyphen at a line's end stays one; the file's own names of pages are kept", async () => {
  const pages = await readPdf({
    labels: '<< /Nums [0 << /S /r >>] >>',
    pages: [{ drawn: body(['The tender logged two calls be-', 'fore the gate was shut.']) }, { drawn: body(WORDS) }],
  });
  expect(pages[0]?.text).toBe('The tender logged two calls be-\nfore the gate was shut.');
  expect(pages.map(({ labels }) => labels.own)).toEqual(['i', 'ii']);
});

test('files broken by chance are pages or one sentence', async () => {
  for (const { name, bytes } of brokenByChance(25, 11)) {
    const read = await pdf.read(bytes, PDF_LIMITS).then(
      (pages) => pages.every(({ index }, place) => index === place + 1),
      (error) => /^It [^.]{5,90}\.$/.test(error.message),
    );
    expect(read, `${name}, seed 11`).toBe(true);
  }
});

describe('one clear sentence for', () => {
  const whole = makePdf({ pages: [{ drawn: body(WORDS) }] });
  test.each([
    ['a locked file', makePdf({ pages: [{ drawn: body(WORDS) }], encrypted: true }), /password/],
    [
      'a page of the web',
      new TextEncoder().encode('<!DOCTYPE html><html><body>Sign in</body></html>'),
      /page of the web/,
    ],
    ['other words', new TextEncoder().encode('Dear colleague,'), /not a PDF/],
    ['a Word file', new TextEncoder().encode('PK\u0003\u0004....'), /Word file/],
    ['its head alone', whole.slice(0, 40), /damaged/],
    ['nothing', new Uint8Array(), /empty/],
  ])('%s', async (_, bytes, why) => {
    await expect(readPdf(bytes)).rejects.toThrow(why);
  });

  test('a part of Briefcite that is missing, too many pages, too many bytes', async () => {
    const { library: _, ...without } = PDF_LIMITS;
    await expect(pdf.read(whole, without)).rejects.toThrow('missing');
    await expect(pdf.read(whole, { ...PDF_LIMITS, maximumPages: 0 })).rejects.toThrow('more than 0 pages');
    await expect(pdf.read(whole, { ...PDF_LIMITS, maximumBytes: 100 })).rejects.toThrow('too large');
  });
});
