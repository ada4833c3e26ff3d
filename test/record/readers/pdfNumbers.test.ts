import { describe, expect, test } from 'vitest';
import type { PdfPage } from './makePdf.ts';
import { readPdf } from './pdfFixtures.ts';
import { body, transcriptPage, WORDS } from './pdfPages.ts';

describe('printed page numbers', () => {
  test('differ from the place in the file, and jump', async () => {
    const pages = await readPdf({
      pages: ['Cover', 4, 5, 6, 141, 150].map((number) => ({
        drawn: [...body(WORDS), { x: number === 'Cover' ? 72 : 300, y: 40, text: String(number) }],
      })),
    });
    expect(pages.map(({ labels }) => labels.printed)).toEqual([undefined, '4', '5', '6', '141', '150']);
    expect(pages[1]?.text).toBe(WORDS.join('\n'));
  });

  test('stand in a running head, which is no part of the words', async () => {
    const pages = await readPdf({
      pages: [7, 8, 9].map((number) => ({
        drawn: [
          { x: 72, y: 760, text: `Defendant's Reply in Support of Its Motion to Compel ${number}` },
          ...body(WORDS),
          { x: 72, y: 30, text: 'CASE NO. 3:23-CV-03417-VC' },
        ],
      })),
    });
    expect(pages.map(({ labels, text }) => [labels.printed, text])).toEqual(
      ['7', '8', '9'].map((number) => [number, WORDS.join('\n')]),
    );
  });

  test('are drawn before the text, and are roman', async () => {
    const pages = await readPdf({
      pages: ['ii', 'iii', 'iv'].map((number) => ({ drawn: [{ x: 300, y: 40, text: number }, ...body(WORDS)] })),
    });
    expect(pages.map(({ labels }) => labels.printed)).toEqual(['ii', 'iii', 'iv']);
  });

  test('of an excerpt whose pages do not follow each other', async () => {
    const pages = await readPdf({
      pages: [22, 87, 141, 200].map((number) => ({ drawn: [...body(WORDS), { x: 300, y: 40, text: String(number) }] })),
    });
    expect(pages.map(({ labels }) => labels.printed)).toEqual(['22', '87', '141', '200']);
  });

  test('on turned pages, and on pages whose corner is not at the origin', async () => {
    const turned = await readPdf({
      pages: [7, 8, 9].map((number) => ({
        turned: 90 as const,
        drawn: [
          ...body(WORDS).map(({ x, y, text }) => ({ x: 612 - y + 200, y: x, text, upright: false })),
          { x: 590, y: 380, text: String(number), upright: false },
        ],
      })),
    });
    expect(turned.map(({ labels }) => labels.printed)).toEqual(['7', '8', '9']);
    expect(turned[0]?.text).toBe(WORDS.join('\n'));
    const moved = await readPdf({
      pages: [7, 8, 9].map((number) => ({
        corner: [1000, 2000] as const,
        drawn: [...body(WORDS), { x: 300, y: 40, text: String(number) }].map(({ x, y, text }) => ({
          x: x + 1000,
          y: y + 2000,
          text,
        })),
      })),
    });
    expect(moved.map(({ labels }) => labels.printed)).toEqual(['7', '8', '9']);
  });

  const footed = async (...feet: readonly (readonly PdfPage['drawn'][number][])[]) => {
    const pages = await readPdf({ pages: feet.map((foot) => ({ drawn: [...body(WORDS), ...foot] })) });
    return pages.map(({ labels }) => labels.printed);
  };
  const at = (text: string, x = 300, y = 40) => ({ x, y, text });

  test('have letters in front in an appendix or an annex', async () => {
    expect(await footed([at('A-112')], [at('A-113')], [at('A-114')])).toEqual(['A-112', 'A-113', 'A-114']);
    expect(await footed([at('Appx0041')], [at('Appx0042')])).toEqual(['Appx0041', 'Appx0042']);
    expect(await footed([at('Page A-1')], [at('Page A-2')])).toEqual(['A-1', 'A-2']);
    expect(await footed([at('47')], [at('48')], [at('F-1')], [at('F-2')])).toEqual(['47', '48', 'F-1', 'F-2']);
  });

  test('have their chapter in front', async () => {
    expect(await footed([at('4-1')], [at('4-2')], [at('5-1')], [at('5-2')])).toEqual(['4-1', '4-2', '5-1', '5-2']);
  });

  test("stand beside the paper's own where it lies in an excerpt of record", async () => {
    const pages = await readPdf({
      pages: [1, 2, 3].map((n) => ({ drawn: [...body(WORDS), at(String(n)), at(`ER-30${n}`, 500, 14)] })),
    });
    expect(pages.map(({ labels }) => [labels.printed, labels.appendix])).toEqual(
      [1, 2, 3].map((n) => [String(n), `ER-30${n}`]),
    );
    expect(pages[0]?.text).toBe(WORDS.join('\n'));
  });

  test('are those of a page that was printed from the web', async () => {
    const web = (n: number) => [at(`https://harbor.example/log ${n}/3`, 72, 20)];
    expect(await footed(web(1), web(2), web(3))).toEqual(['1', '2', '3']);
  });

  test('stand below what a clerk has noted', async () => {
    const note = ['ACCEPTED', '05-20-00345-CV', 'FIFTH COURT OF APPEALS', 'DALLAS, TEXAS', '3/4/2021 4:42 PM'];
    const pages = [1, 2, 3].map((n) => [
      ...(n === 1 ? note.map((text, line) => at(text, 450, 780 - 9 * line)) : []),
      at(String(n), 530, 720),
    ]);
    expect(await footed(...pages)).toEqual(['1', '2', '3']);
  });

  test("are not those of New York's filing system", async () => {
    const pages = await readPdf({
      pages: [1, 2, 3].map((n) => ({
        drawn: [
          ...body(WORDS),
          ...(n > 1 ? [at(String(n - 1))] : []),
          at('NYSCEF DOC. NO. 157', 20, 770),
          at('RECEIVED NYSCEF: 03/04/2021', 400, 770),
          at(`${n} of 3`, 290, 14),
        ],
      })),
    });
    expect(pages.map(({ labels }) => labels.printed)).toEqual([undefined, '1', '2']);
    expect(pages[1]?.text).toBe(WORDS.join('\n'));
  });

  test.each([
    ['sums', (n: number) => [at(`TOTAL $${n},291,130`, 72, 130)]],
    ['sections', (n: number) => [at(`Compliance Manual Section 4.4.${n}`, 72)]],
    ['a paragraph at the head of a page', (n: number) => (n === 2 ? [at('26.', 72, 720)] : [])],
    ['pages and lines of an index', (n: number) => [at(`20:${n} 23:9 25:${n}`, 72)]],
    ['columns of a patent', (n: number) => [at(String(2 * n - 1), 180, 730), at(String(2 * n), 430, 730)]],
    ['figures', (n: number) => [at(`FIG. ${n}`)]],
    ['dates', (n: number) => [at(`3/${n}`, 72)]],
    ['words of a production number', (n: number) => [at(`Fax of Nov 034 012${n}`, 72)]],
  ])('are not %s', async (_, foot) => {
    expect(await footed(foot(1), foot(2), foot(3))).toEqual([undefined, undefined, undefined]);
  });

  test('are not invented: years, amounts, line numbers, a figure at the foot', async () => {
    const pages = await readPdf({
      pages: ['2019', '2024', '12', '12', '$ 41'].map((text) => ({ drawn: [...body(WORDS), { x: 300, y: 40, text }] })),
    });
    expect(pages.map(({ labels }) => labels.printed)).toEqual(pages.map(() => undefined));
    expect(pages.every(({ text }) => text.startsWith(WORDS.join('\n')))).toBe(true);
  });
});

describe('Bates numbers', () => {
  test('of two productions, beside a legend', async () => {
    const pages = await readPdf({
      pages: [1, 2, 3].map((n) => ({
        drawn: [
          ...body(WORDS),
          { x: 72, y: 30, text: 'CONFIDENTIAL' },
          { x: 420, y: 30, text: `Meta_Kadrey_0006524${n}` },
          { x: 420, y: 18, text: `HARBOR 00001${n}` },
        ],
      })),
    });
    expect(pages.map(({ labels }) => labels.bates)).toEqual(
      [1, 2, 3].map((n) => [`HARBOR 00001${n}`, `Meta_Kadrey_0006524${n}`]),
    );
    expect(pages[1]?.text).toBe(WORDS.join('\n'));
  });

  test.each(['OST BEL 04055', 'LOFT 001', 'META-000', '00041'])('%s before the last digit', async (prefix) => {
    const pages = await readPdf({
      pages: [1, 2, 3].map((n) => ({ drawn: [...body(WORDS), { x: 420, y: 30, text: `${prefix}${n}` }] })),
    });
    expect(pages.map(({ labels }) => labels.bates)).toEqual([1, 2, 3].map((n) => [`${prefix}${n}`]));
  });

  test('up a margin', async () => {
    const pages = await readPdf({
      pages: [1, 2].map((n) => ({
        drawn: [...body(WORDS), { x: 600, y: 300, text: `CES-012007${n}`, upright: false }],
      })),
    });
    expect(pages.map(({ labels, text }) => [labels.bates, text])).toEqual(
      [1, 2].map((n) => [[`CES-012007${n}`], WORDS.join('\n')]),
    );
  });

  test('one alone; what repeats is none', async () => {
    const at = (text: string): PdfPage => ({ drawn: [...body(WORDS), { x: 420, y: 30, text }] });
    expect((await readPdf({ pages: [at('META-0001')] }))[0]?.labels.bates).toEqual(['META-0001']);
    const repeated = await readPdf({ pages: [at('FORM-004711'), at('FORM-004711')] });
    expect(repeated.map(({ labels }) => labels.bates)).toEqual([undefined, undefined]);
  });
});

describe('a transcript', () => {
  test.each(['beside', 'before', 'behind'] as const)('with its line numbers drawn %s the text', async (how) => {
    const pages = await readPdf({ pages: [142, 143, 144, 188].map((page) => transcriptPage(page, how)) });
    expect(pages.map(({ labels }) => labels.printed)).toEqual(['142', '143', '144', '188']);
    const [, , page] = pages;
    expect(page?.lines).toHaveLength(25);
    expect(page?.lines?.map(({ line }) => line)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
    const third = page?.lines?.[2];
    expect(page?.text.slice(third?.start, third?.end)).toBe('A. The harbor master kept it, as he always did.');
    expect(third?.page).toBe('144');
    expect(page?.text).not.toMatch(/^\d|HALE|Page/m);
  });

  test('with the time of day in front of the numbers, or behind the lines', async () => {
    const timed = (page: number, inFront: boolean): PdfPage => ({
      drawn: transcriptPage(page).drawn.map((line, at) => {
        const time = `10:${String(10 + (at % 50))}:07`;
        const isNumber = /^\d{1,2}$/.test(line.text);
        if (inFront && isNumber) return { ...line, x: line.x - 40, text: `${time} ${line.text}` };
        return !inFront && line.x === 110 ? { ...line, text: `${line.text} ${time}` } : line;
      }),
    });
    for (const inFront of [true, false]) {
      const pages = await readPdf({ pages: [142, 143, 144].map((page) => timed(page, inFront)) });
      const third = pages[2]?.lines?.[2];
      expect(pages[2]?.text.slice(third?.start, third?.end)).toBe('A. The harbor master kept it, as he always did.');
    }
  });

  test("a court's name that runs up the margin, and pleading paper", async () => {
    const pages = await readPdf({
      pages: [3, 4, 5].map((number) => ({
        drawn: [
          { x: 40, y: 300, text: 'United States District Court', upright: false },
          ...Array.from({ length: 28 }, (_, at) => ({ x: at < 9 ? 61 : 55, y: 700 - 23 * at, text: String(at + 1) })),
          ...body(WORDS, 700, 90),
          { x: 300, y: 40, text: String(number) },
        ],
      })),
    });
    expect(pages.map(({ labels, text }) => [labels.printed, text])).toEqual(
      ['3', '4', '5'].map((number) => [number, WORDS.join('\n')]),
    );
    expect(pages[0]?.lines?.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  test('is no table whose rows are numbered', async () => {
    const rows = Array.from({ length: 45 }, (_, at) => ({ x: 72, y: 740 - 15 * at, text: `${at + 1} Gate ${at * 7}` }));
    const [page] = await readPdf({ pages: [{ drawn: rows }] });
    expect(page?.lines).toBeUndefined();
    expect(page?.text).toContain('\n12 Gate 77\n');
  });

  test('whose page number stands right below the last line', async () => {
    const pages = await readPdf({
      pages: [7, 8, 9].map((number) => ({
        drawn: [...transcriptPage(number).drawn.slice(2), { x: 500, y: 104, text: String(number) }],
      })),
    });
    expect(pages.map(({ labels }) => labels.printed)).toEqual(['7', '8', '9']);
    expect(pages[0]?.text).not.toMatch(/7$/);
  });

  test('four pages to a sheet', async () => {
    const quarter = (page: number, x: number, top: number): PdfPage['drawn'] => [
      { x: x + 80, y: top + 14, text: `Page ${page}`, size: 7 },
      ...Array.from({ length: 25 }, (_, at) => [
        { x, y: top - 12 * at, text: String(at + 1).padStart(2, ' '), size: 7 },
        { x: x + 20, y: top - 12 * at, text: `Words of page ${page} in line ${at + 1}.`, size: 7 },
      ]).flat(),
    ];
    const sheet = (first: number): PdfPage => ({
      drawn: [
        ...quarter(first, 40, 740),
        ...quarter(first + 1, 40, 370),
        ...quarter(first + 2, 330, 740),
        ...quarter(first + 3, 330, 370),
      ],
    });
    const [, second] = await readPdf({ pages: [sheet(9), sheet(13)] });
    const at = second?.lines?.find(({ page, line }) => page === '15' && line === 7);
    expect(second?.text.slice(at?.start, at?.end)).toBe('Words of page 15 in line 7.');
    expect(second?.lines).toHaveLength(100);
  });
});
