import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../server/src/cli/run.ts';
import { makeDocx, noteMark, paragraph, words } from '../record/readers/makeDocx.ts';
import { makePdf } from '../record/readers/makePdf.ts';
import { body } from '../record/readers/pdfPages.ts';
import { readingHere } from '../record/readers/readingHere.ts';

const MANIFEST = `docket:
  12: {title: Order, file: 12.txt}
  14: {title: Motion}
`;
const ORDER = 'The gate was shut at noon and nobody opened it.\fThe lamp was lit at nine and went out at five.';
const stamped = (page: number) => [
  { x: 60, y: 775, text: `Case 3:23-cv-03417-VC Document 40 Filed 12/06/24 Page ${page} of 2` },
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefcite-draft-'));
  const write = (name: string, bytes: string | Uint8Array) => writeFile(join(folder, name), bytes);
  await write('exhibits.yaml', MANIFEST);
  await write('12.txt', ORDER);
  const note = (typed: string): string => paragraph(`<w:r><w:footnoteRef/></w:r>${words(` ${typed}`)}`);
  await write(
    'reply.docx',
    makeDocx({
      body:
        paragraph('Dear Judge Roe:') +
        paragraph(
          `${words('The gate was shut. Dkt. No. 12 at 1.')}${noteMark(1)}${words(' Id. at 2. The lamp burned.')}`,
        ) +
        paragraph('The order says that "the lamp was lit at eight and went out at five." Dkt. No. 12 at 2.'),
      footnotes: [note('Compare Dkt. No. 13 at 4.')],
    }),
  );
  await write(
    'filed.pdf',
    makePdf({
      pages: [
        {
          drawn: body([
            'The gate was shut all night, and the lamp on the pier went out. Dkt.',
            'No. 12 at 1. It was never opened again before the end of the week, as',
            'the harbor master wrote, see Dkt.',
          ]),
          stamped: stamped(1),
        },
        {
          drawn: body([
            'No. 13 at 4. The order says that "the lamp was lit at nine and',
            'went out at six." Dkt. No. 12 at 2.',
          ]),
          stamped: stamped(2),
        },
        { drawn: [], picture: true },
      ],
    }),
  );
  await write('scan.pdf', makePdf({ pages: [{ drawn: [], picture: true }] }));
  await write('wrong.docx', '<html>Words');
});
afterAll(() => rm(folder, { recursive: true }));

const briefcite = (typed: string) =>
  run(typed.split(' '), {
    folder,
    input: Readable.from(['']),
    colours: false,
    version: '9.9.9',
    reading: readingHere,
  });

test('a Word file: findings are given by paragraph or footnote, and Id. does not mean what the footnote cites', async () => {
  const { out, error, status } = await briefcite('check reply.docx');
  expect(out).toBe(`reply.docx, paragraph 3  eight
    warning: Dkt. No. 12 at 2 has "nine"; this quotation has "eight". [quotation-altered]

reply.docx, footnote 1  Dkt. No. 13
    warning: Dkt. No. 13 is not in the manifest. [unresolved-citation]

4 citations: 3 answered, 1 not in the manifest. 2 to look at.
`);
  expect([error, status]).toEqual(['', 0]);
});

test('a filed PDF: a citation goes on over the page and its stamp, findings are given by page, unread pages are told', async () => {
  const { out, error } = await briefcite('check filed.pdf');
  expect(out).toBe(`filed.pdf, page 1  Dkt. No. 13
    warning: Dkt. No. 13 is not in the manifest. [unresolved-citation]

filed.pdf, page 2  six
    warning: Dkt. No. 12 at 2 has "five"; this quotation has "six". [quotation-altered]

3 citations: 2 answered, 1 not in the manifest. 2 to look at.
`);
  expect(error).toBe('Page 3 of filed.pdf has no words that can be read; it was not checked.\n');
});

test('JSON and SARIF have the page, paragraph or footnote beside the fields that they always had', async () => {
  const { files } = JSON.parse((await briefcite('check reply.docx filed.pdf --format json')).out);
  const [word, filed] = files;
  expect(word.citations.map(({ paragraph, footnote }: Record<string, unknown>) => paragraph ?? footnote)).toEqual([
    2,
    2,
    3,
    '1',
  ]);
  expect(filed.citations.map(({ page }: { page: number }) => page)).toEqual([1, 1, 2]);
  expect(filed.findings[0]).toMatchObject({ code: 'unresolved-citation', page: 1, line: 3 });
  const { runs } = JSON.parse((await briefcite('check filed.pdf --format sarif')).out);
  expect(runs[0].results[1].locations[0]).toMatchObject({
    physicalLocation: { artifactLocation: { uri: 'filed.pdf' } },
    logicalLocations: [{ fullyQualifiedName: 'page 2' }],
    properties: { page: 2 },
  });
});

test('citations and the report say the place, too', async () => {
  expect((await briefcite('citations reply.docx')).out).toContain('reply.docx, paragraph 2  Id. at 2  [id] resolved');
  const { citations } = JSON.parse((await briefcite('report filed.pdf --format json')).out).reports[0];
  expect(citations.map(({ place }: { place: string }) => place)).toEqual(['page 1', 'page 1', 'page 2']);
  expect((await briefcite('report filed.pdf')).out).toContain('<small>page 2</small>');
  expect((await briefcite('report filed.pdf --format csv')).out).toContain('filed.pdf,3,page 2,');
});

test('what can not be read is a sentence, and the others are still checked', async () => {
  const { out, error, status } = await briefcite('check scan.pdf wrong.docx none.pdf reply.docx');
  expect(error.split('\n')).toEqual([
    'scan.pdf has no words that can be read.',
    "wrong.docx can't be read. It is a web page under the name of a Word file.",
    'none.pdf is not there.',
    '',
  ]);
  expect(out).toContain('4 citations');
  expect(status).toBe(2);
});
