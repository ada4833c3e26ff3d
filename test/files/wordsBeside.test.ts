import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExhibitShelf } from '../../server/src/files/exhibitShelf.ts';
import { readPages } from '../../server/src/files/readPages.ts';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import { makePdf } from '../record/readers/makePdf.ts';
import { body, WORDS } from '../record/readers/pdfPages.ts';
import { readingHere } from '../record/readers/readingHere.ts';

const recordOf = (manifest: string, path: string) => buildRecord(parseManifest(manifest, path), { revision: 1 });

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefcite-scan-'));
});
afterEach(() => rm(folder, { recursive: true }));

const SCANNED = { drawn: [], picture: true };
const stamped = (page: number) => ({
  ...SCANNED,
  stamped: [{ x: 60, y: 775, text: `Case 3:23-cv-03417-VC Document 294-1 Filed 12/06/24 Page ${page} of 2` }],
});

async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  const [name = ''] = Object.keys(files);
  const rules = { folders: [folder], maximumBytes: 1_000_000 };
  const { state } = await readPages(join(folder, name), rules, readingHere);
  if (state.state !== 'read') throw new Error(state.state);
  return state.pages;
}

test.each(['png', 'JPG', 'jpeg', 'tif', 'tiff', 'gif', 'bmp', 'heic', 'webp'])(
  'a picture (.%s) has no words that could be checked, and no pages',
  async (end) => {
    expect((await read({ [`a.${end}`]: 'PNG' })).pages).toEqual([
      { index: 1, labels: {}, checkable: false, text: '', unpaged: 'A picture' },
    ]);
  },
);

test('a picture has the words of the text beside it', async () => {
  const { pages } = await read({ 'a.png': 'PNG', 'a.txt': 'The gate was shut.' });
  expect(pages).toMatchObject([
    { checkable: true, text: 'The gate was shut.', wordsFrom: 'a.txt', unpaged: 'A picture' },
  ]);
});

test('of a PDF only the pages without words are given those beside it, page for page; the whole name comes first', async () => {
  const scan = makePdf({ pages: [stamped(1), { drawn: body(WORDS) }, SCANNED] });
  const text = 'First as it was typed.\fSecond as it was typed.\fThird as it was typed.\f';
  const { pages } = await read({ 'a.pdf': scan, 'a.txt': 'Another text.', 'a.pdf.txt': text });
  expect(pages.map((page) => [page.text.split('\n')[0], page.wordsFrom])).toEqual([
    ['First as it was typed.', 'a.pdf.txt'],
    [WORDS[0], undefined],
    ['Third as it was typed.', 'a.pdf.txt'],
  ]);
  expect(pages[0]?.labels.ecf).toMatchObject({ document: '294', page: 1 });
  expect(pages[0]?.line).toBeUndefined();
});

test('a text with another number of pages is not used, and it is said', async () => {
  const { pages, unused } = await read({
    'a.pdf': makePdf({ pages: [SCANNED, SCANNED] }),
    'a.txt': 'One.\fTwo.\fThree.',
  });
  expect(pages.map(({ checkable }) => checkable)).toEqual([false, false]);
  expect(unused).toBe('a.txt lies beside it and has 3 pages, not 2; it is not used.');
});

test('a PDF with words is read without looking beside it', async () => {
  const { pages, unused } = await read({
    'a.pdf': makePdf({ pages: [{ drawn: body(WORDS) }] }),
    'a.txt': 'One.\fTwo.',
  });
  expect([pages[0]?.wordsFrom, unused]).toEqual([undefined, undefined]);
});

test('a text that must not be opened lends nothing', async () => {
  const other = await mkdtemp(join(tmpdir(), 'briefcite-other-'));
  await writeFile(join(other, 'secret.txt'), 'Words of somebody else.');
  await symlink(join(other, 'secret.txt'), join(folder, 'a.txt'));
  const { pages } = await read({ 'a.png': 'PNG' });
  expect(pages[0]?.checkable).toBe(false);
  await rm(other, { recursive: true });
});

test('a text that comes, changes or goes is noticed, though the scan is the same', async () => {
  await writeFile(join(folder, 'a.png'), 'PNG');
  const record = recordOf('exhibits: {A: {title: Photograph, file: a.png}}', join(folder, 'exhibits.yaml'));
  const shelf = new ExhibitShelf(
    () => ({ folders: [folder], maximumBytes: 1_000_000 }),
    () => undefined,
    readingHere,
  );
  shelf.look(record);
  const [source] = record.sources;
  if (!source) throw new Error('No exhibit.');
  const words = async (): Promise<string | undefined> => {
    await shelf.lookAgain((path) => path.endsWith('.txt'));
    const state = shelf.lookup(source);
    return state?.state === 'read' ? state.pages.pages[0]?.text : undefined;
  };
  await shelf.want([source]);
  expect(await words()).toBe('');
  await writeFile(join(folder, 'a.txt'), 'The gate was shut.');
  expect(await words()).toBe('The gate was shut.');
  await writeFile(join(folder, 'a.txt'), 'The gate stood open.');
  expect(await words()).toBe('The gate stood open.');
  await rm(join(folder, 'a.txt'));
  expect(await words()).toBe('');
});
