import { describe, expect, test } from 'vitest';
import type { PdfPage } from './makePdf.ts';
import { readPdf } from './pdfFixtures.ts';
import { body, WORDS } from './pdfPages.ts';

const stampAt = (y: number, text: string): PdfPage['drawn'] => [{ x: 60, y, text, size: 9 }];

describe("the court's stamp", () => {
  test.each([
    ['Case 3:23-cv-03417-VC   Document 294-1   Filed 12/06/24   Page 4 of 12', '294', 4, undefined],
    ['Case 1:20-cv-01234-ABC   Document 12   filed 01/02/21   USDC Colorado   pg 4 of 12', '12', 4, undefined],
    ['Case 2:17-cv-10310-VAR ECF No. 533, PageID.16684 Filed 01/02/19 Page 4 of 9', '533', 4, '16684'],
    ['Case: 1:21-cv-03745 Document #: 34 Filed: 01/02/22 Page 4 of 12 PageID #:123', '34', 4, '123'],
    ['USCA4 Appeal: 22-1234      Doc: 10            Filed: 01/02/2023      Pg: 4 of 12', '10', 4, undefined],
    ['Case 22-1234, Document 45, 01/02/2023, 3456789, Page4 of 60', '45', 4, undefined],
    [
      'USCA Case #22-1234      Document #1987654            Filed: 01/02/2023      Page 4 of 12',
      undefined,
      4,
      undefined,
    ],
    ['Appellate Case: 22-1234     Page: 4      Date Filed: 01/02/2023 Entry ID: 5123456', undefined, 4, undefined],
    ['Case: 22-12345      Document: 00516      Page: 4      Date Filed: 01/02/2023', '00516', 4, undefined],
    ['Case 2:20-cv-01234-AB-CD   Document 12   Filed 01/02/21   Page 4 of 9   Page ID #:123', '12', 4, '123'],
    ['CASE 0:18-cv-01776-JRT-JFD   Doc. 1234   Filed 01/02/22   Page 4 of 9', '1234', 4, undefined],
    ['Case: 1:17-md-02804-DAP  Doc #:  1234  Filed:  01/02/19  4 of 12.  PageID #: 12345', '1234', 4, '12345'],
    ['Case 9:18-cv-80176-BB Document 550 Entered on FLSD Docket 06/01/2020 Page 4 of 13', '550', 4, undefined],
    ['Case: 23-1234, 01/02/2024, DktEntry: 10.1, Page 4 of 12', '10', 4, undefined],
    ['Case MDL No. 2741   Document 1   Filed 07/01/16   Page 4 of 5', '1', 4, undefined],
    ['Case: 20-30242    Doc# 12    Filed: 01/02/21    Entered: 01/02/21 12:33:44    Page 4 of 9', '12', 4, undefined],
  ])('%s', async (stamp, document, page, pageId) => {
    for (const y of [775, 15]) {
      const [read] = await readPdf({ pages: [{ drawn: body(WORDS), stamped: stampAt(y, stamp) }] });
      expect(read?.labels.ecf?.page).toBe(page);
      if (document) expect(read?.labels.ecf?.document).toBe(document);
      expect(read?.labels.pageId).toBe(pageId);
      expect(read?.text).toBe(WORDS.join('\n'));
    }
  });

  test('that counts no pages is counted', async () => {
    const stamp = 'Case: 20-2345      Document: 31            Filed: 01/22/2021';
    const pages = await readPdf({
      pages: [1, 2, 3].map((page) => ({
        drawn: body([...WORDS, 'Case: 20-2345 Document: 31 is spoken of.']),
        stamped: stampAt(775, page === 1 ? `${stamp}      Pages: 3` : stamp),
      })),
    });
    expect(pages.map(({ labels }) => labels.ecf)).toEqual(
      [1, 2, 3].map((page) => ({ case: '20-2345', document: '31', filed: '01/22/2021', page, of: 3, inferred: true })),
    );
    expect(pages[1]?.text).toBe([...WORDS, 'Case: 20-2345 Document: 31 is spoken of.'].join('\n'));
  });

  test('is none that a brief speaks of', async () => {
    const quoted = 'Case 1:19-cv-00309 Document 44 Filed 01/04/19 Page 6 of 38, which says so.';
    const [read] = await readPdf({
      pages: [
        {
          drawn: body([...WORDS, quoted]),
          stamped: stampAt(775, '2:21-cv-01234-RMG     Date Filed 07/08/22    Entry Number 33-4     Page 1 of 8'),
        },
      ],
    });
    expect(read?.labels.ecf).toMatchObject({ document: '33', attachment: '4', page: 1, of: 8 });
    expect(read?.text).toBe([...WORDS, quoted].join('\n'));
  });

  test('in two lines, and with the PageID on the next', async () => {
    const pages = await readPdf({
      pages: [
        {
          drawn: body(WORDS),
          stamped: [
            { x: 40, y: 775, text: 'Case 21-03745   Doc 12   Filed 01/02/21   Entered 01/02/21 12:33:44   Desc Main' },
            { x: 240, y: 762, text: 'Document     Page 1 of 5' },
          ],
        },
        {
          drawn: body(WORDS),
          stamped: [
            { x: 40, y: 775, text: 'Case 3:21-cv-00001-AB   Document 7   Filed 01/02/21   Page 2 of 5   PageID #:' },
            { x: 300, y: 762, text: '4711' },
          ],
        },
      ],
    });
    expect(pages.map(({ labels }) => [labels.ecf?.document, labels.ecf?.page, labels.pageId])).toEqual([
      ['12', 1, undefined],
      ['7', 2, '4711'],
    ]);
    expect(pages.map(({ text }) => text)).toEqual([WORDS.join('\n'), WORDS.join('\n')]);
  });

  test('with the sign of the PageID on the next line, or the PageID of the other docket', async () => {
    const own = 'Case 3:19-cv-00477-REP   Document 14   Filed 03/11/20   Page 1 of 4   PageID# 1101';
    const [broken, both] = await readPdf({
      pages: [
        {
          drawn: body(WORDS),
          stamped: [
            { x: 40, y: 775, text: 'Case 2:19-cv-01234-ABC   Document 77   Filed 06/18/20   Page 1 of 10   Page ID' },
            { x: 290, y: 762, text: '#:4321' },
          ],
        },
        {
          drawn: [...body(WORDS), { x: 60, y: 755, text: own, size: 9 }],
          stamped: stampAt(775, 'USCA4 Appeal: 22-1234      Doc: 10            Filed: 01/02/2023      Pg: 4 of 12'),
        },
      ],
    });
    expect(broken?.labels).toMatchObject({ ecf: { document: '77', page: 1 }, pageId: '4321' });
    expect(both?.labels).toMatchObject({ ecf: { document: '10', page: 4 }, pageId: '1101' });
    expect(broken?.text).toBe(WORDS.join('\n'));
  });

  test('drawn over a running head, in one piece or in four, before or behind it', async () => {
    const head = [
      { x: 40, y: 775, text: '12/6/24, 4:05 PM' },
      { x: 200, y: 775, text: 'Harbor Gazette - the night of the storm, hour by hour' },
    ];
    const whole = [{ x: 60, y: 775.4, text: 'Case 3:23-cv-03417-VC Document 315 Filed 12/06/24 Page 7 of 12' }];
    const parts = [
      { x: 60, y: 775.4, text: 'Case 3:23-cv-03417-VC' },
      { x: 230, y: 775.4, text: 'Document 315' },
      { x: 320, y: 775.4, text: 'Filed 12/06/24' },
      { x: 430, y: 775.4, text: 'Page 7 of 12' },
    ];
    for (const stamp of [whole, parts]) {
      for (const page of [
        { drawn: [...head, ...body(WORDS)], stamped: stamp },
        { drawn: [...stamp, ...head, ...body(WORDS)] },
      ]) {
        const [read] = await readPdf({ pages: [page] });
        expect(read?.labels.ecf).toMatchObject({ document: '315', page: 7, of: 12 });
        expect(read?.text).toBe(
          ['12/6/24, 4:05 PM Harbor Gazette - the night of the storm, hour by hour', ...WORDS].join('\n'),
        );
      }
    }
  });

  test("two dockets' stamps, one over the other, in one piece or in four", async () => {
    const stamp = (number: string, document: string, page: number, whole: boolean) => {
      const words = [`Case ${number}`, `Document ${document}`, 'Filed 05/06/21', `Page ${page} of 20`];
      if (whole) return [{ x: 60, y: 775, text: words.join('   ') }];
      return words.map((text, at) => ({ x: 60 + 120 * at + Number(document), y: 775, text }));
    };
    for (const whole of [true, false]) {
      const pages = await readPdf({
        pages: [1, 2, 3].map((n) => ({
          drawn: [...body(WORDS), ...(n === 1 ? [] : stamp('1:19-cv-00009', '7', n + 4, whole))],
          stamped: stamp('1:20-cv-00001', '40', n, whole),
        })),
      });
      expect(pages.map(({ labels }) => [labels.ecf?.document, labels.ecf?.page])).toEqual(
        [1, 2, 3].map((n) => ['40', n]),
      );
      expect(pages.map(({ text }) => text)).toEqual(pages.map(() => WORDS.join('\n')));
    }
  });

  test('of two that run through the whole paper the one that was added last says the page', async () => {
    const stamp = (number: string, document: string, page: number) => [
      { x: 60, y: 775, text: `Case ${number}   Document ${document}   Filed 05/06/21   Page ${page} of 20` },
    ];
    const pages = await readPdf({
      pages: [1, 2].map((n) => ({
        drawn: [...body(WORDS), ...stamp('1:19-cv-00009', '7', n + 4)],
        stamped: stamp('1:20-cv-00001', '40', n),
      })),
    });
    expect(pages.map(({ labels }) => [labels.ecf?.document, labels.ecf?.page])).toEqual([
      ['40', 1],
      ['40', 2],
    ]);
  });

  test("two dockets' stamps on a page, several papers in a file", async () => {
    const outer = (n: number): string => `Case 1:20-cv-00001 Document 40-2 Filed 05/06/21 Page ${n} of 20`;
    const inner = 'Case 1:19-cv-00009 Document 7 Filed 01/02/20 Page 1 of 1';
    const papers = ['18', '18', '18-1', '18-1', '18-2'].map(
      (number, at) => `Case 1:20-cv-00001 Document ${number} Filed 05/06/21 Page ${(at % 2) + 1} of 2`,
    );
    const two = await readPdf({
      pages: [1, 2, 3].map((n) => ({
        drawn: body(WORDS),
        stamped: [{ x: 60, y: 775, text: outer(n) }, ...(n === 1 ? [{ x: 60, y: 760, text: inner }] : [])],
      })),
    });
    expect(two.map(({ labels }) => [labels.ecf?.document, labels.ecf?.page])).toEqual([
      ['40', 1],
      ['40', 2],
      ['40', 3],
    ]);
    const several = await readPdf({
      pages: papers.map((text) => ({ drawn: body(WORDS), stamped: stampAt(775, text) })),
    });
    expect(several.map(({ labels: { ecf } }) => `${ecf?.document}-${ecf?.attachment} ${ecf?.page}`)).toEqual([
      '18-undefined 1',
      '18-undefined 2',
      '18-1 1',
      '18-1 2',
      '18-2 1',
    ]);
  });

  test("New York's", async () => {
    const [page] = await readPdf({
      pages: [
        {
          drawn: body(WORDS),
          stamped: [
            { x: 30, y: 775, text: 'FILED: NEW YORK COUNTY CLERK 03/14/2023 04:05 PM', size: 10 },
            { x: 440, y: 775, text: 'INDEX NO. 650123/2022', size: 10 },
            { x: 30, y: 760, text: 'NYSCEF DOC. NO. 157', size: 10 },
            { x: 440, y: 760, text: 'RECEIVED NYSCEF: 03/14/2023', size: 10 },
          ],
        },
      ],
    });
    expect(page?.labels).toEqual({ nyscef: { document: '157', received: '03/14/2023' } });
    expect(page?.text).toBe(WORDS.join('\n'));
  });
});
