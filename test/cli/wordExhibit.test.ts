import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../server/src/cli/run.ts';
import { makeDocx, noteMark, paragraph, words } from '../record/readers/makeDocx.ts';
import { readingHere } from '../record/readers/readingHere.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefcite-word-'));
  const body =
    paragraph(
      `${words('The harbor master kept the gate shut all night,')}${noteMark(1)}${words(' and nobody on the quay asked him to open it.')}`,
    ) + paragraph('The lamp went out at five in the morning.');
  const footnotes = [paragraph('The gate is on the north side of the pier and has two locks.')];
  await writeFile(join(folder, 'b.docx'), makeDocx({ body, footnotes }));
  await writeFile(join(folder, 'page.docx'), '<!doctype html><p>The gate');
  await writeFile(
    join(folder, 'exhibits.yaml'),
    'exhibits: {B: {title: Letter, file: b.docx}, C: {title: Letter, file: b.docx, pages: {first: 12}}, D: {title: Letter, file: b.docx, pages: {last: 4}}}\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function check(draft: string): Promise<readonly string[]> {
  await writeFile(join(folder, 'a.brief'), draft);
  const { out } = await run(['check', 'a.brief', '--format', 'json'], {
    folder,
    input: Readable.from(['']),
    colours: false,
    version: '9.9.9',
    reading: readingHere,
  });
  const [file] = JSON.parse(out).files;
  return file.findings
    .filter(({ code }: { code: string }) => code !== 'unused-exhibit')
    .map(({ code, message }: { code: string; message: string }) => `${code}: ${message}`);
}

test('a quotation is found in a Word file over the mark of a footnote, whatever page is cited', async () => {
  expect(
    await check(
      'The letter says "kept the gate shut all night, and nobody on the quay asked him to open it." Ex. B at 7.\n\n' +
        'It adds that "the gate is on the north side of the pier and has two locks." Ex. B at 2 n.1. And that ' +
        '"the lamp went out at five in the morning." Ex. C at 99.\n',
    ),
  ).toEqual([]);
});

test('an altered quotation is accused without a page; a page that the manifest does not have still is', async () => {
  expect(
    await check(
      'It says "kept the gate shut all night, and nobody at the quay asked him to open it." Ex. B at 7.\n\n' +
        '"The captain sold the lamp to a fisherman in May." Ex. B at 3. See Ex. D at 9.\n',
    ),
  ).toEqual([
    'quotation-altered: Ex. B has "on the"; this quotation has "at the".',
    'quotation-not-found: These words are not in Ex. B.',
    'pin-out-of-range: Ex. D has 4 pages; the pin cite says 9.',
  ]);
});

test('briefcite pages says that a Word file has no pages, or in a sentence why nothing is read', async () => {
  const pages = (name: string) =>
    run(['pages', name], {
      folder,
      input: Readable.from(['']),
      colours: false,
      version: '9.9.9',
      reading: readingHere,
    });
  const { out } = await pages('b.docx');
  expect(out.split('\n')[0]).toBe('--- all of it: a Word file has no page numbers');
  expect(out).toContain('[^1]: The gate is on the north side');
  expect((await pages('page.docx')).error).toBe(
    "page.docx can't be read. It is a web page under the name of a Word file.\n",
  );
});
