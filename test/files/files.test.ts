import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isManifestName, manifestPlaces } from '../../server/src/files/findManifest.ts';
import { isInside, pathBelow, pathOfUri, refusalOf, uriOfPath } from '../../server/src/files/paths.ts';
import { findAllowed, readAllowed } from '../../server/src/files/readAllowed.ts';
import { exhibitPath, readPages } from '../../server/src/files/readPages.ts';

let root = '';
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'briefcite-')));
  await mkdir(join(root, 'matter/exhibits'), { recursive: true });
  await mkdir(join(root, 'outside'));
  await writeFile(join(root, 'matter/exhibits/B.txt'), 'Words of Ex. B.');
  await writeFile(join(root, 'outside/secret.txt'), 'Not yours.');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const rules = (...folders: string[]) => ({ folders: folders.map((folder) => join(root, folder)), maximumBytes: 1000 });

test.each([
  ['', 'No file'],
  ['a\0b.txt', 'NUL'],
  ['\\\\server\\share\\a.txt', 'network'],
  ['//server/share/a.txt', 'network'],
  ['\\\\?\\C:\\a.txt', 'network'],
  ['\\\\.\\pipe\\x', 'network'],
  ['/\\server/a.txt', 'network'],
  ['https://example.com/a.pdf', 'address'],
  ['file:///etc/passwd', 'address'],
  ['FILE:a.txt', 'address'],
])('refused by its words alone: %j', (written, why) => {
  expect(refusalOf(written, false)).toContain(why);
  expect(refusalOf(written, true)).toContain(why);
});

test.each(['NUL', 'con.txt', 'exhibits/aux', 'exhibits\\COM1.txt', 'a.txt:stream', 'C:\\x\\lpt9.pdf', 'nul .txt'])(
  'refused on Windows: %s',
  (written) => {
    expect(refusalOf(written, true)).toBeDefined();
    expect(refusalOf(written, false)).toBeUndefined();
  },
);

test.each([
  'exhibits/Ex B - Bashlykov.pdf',
  '../a.txt',
  'C:\\matter\\a.txt',
  'console.txt',
  'nullity.txt',
  'Ex. A.txt',
])('not refused by its words: %s', (written) => expect(refusalOf(written, true)).toBeUndefined());

test('a file inside an allowed folder is read, with the SHA-256 of its bytes', async () => {
  const file = await readAllowed(join(root, 'matter/exhibits/B.txt'), rules('matter'));
  expect(file).toMatchObject({
    state: 'read',
    sha256: '50d44089d64856a5ab26b1ff9c2d9c250e1ae99b67149984e513bcb6e86cb14f',
  });
});

test('what lies outside, is a folder, is too large or is missing says so', async () => {
  await writeFile(join(root, 'matter/large.txt'), 'x'.repeat(1001));
  const state = async (path: string): Promise<string> => (await readAllowed(join(root, path), rules('matter'))).state;
  expect(await state('outside/secret.txt')).toBe('not-allowed');
  expect(await state('matter/../outside/secret.txt')).toBe('not-allowed');
  expect(await state('matter/exhibits')).toBe('not-allowed');
  expect(await state('matter/large.txt')).toBe('not-allowed');
  expect(await state('matter/nowhere.txt')).toBe('missing');
  expect(await state('matter/exhibits/B.txt/below.txt')).toBe('missing');
});

test.skipIf(process.platform === 'win32')('links are followed before the rules are asked', async () => {
  await symlink(join(root, 'outside/secret.txt'), join(root, 'matter/link.txt'));
  await symlink(join(root, 'outside'), join(root, 'matter/folder'));
  await symlink(join(root, 'matter/exhibits/B.txt'), join(root, 'matter/inner.txt'));
  await symlink(join(root, 'matter/loop.txt'), join(root, 'matter/loop.txt'));
  await symlink(join(root, 'matter'), join(root, 'alias'));
  const state = async (path: string, ...folders: string[]): Promise<string> =>
    (await readAllowed(join(root, path), rules(...folders))).state;
  expect(await state('matter/link.txt', 'matter')).toBe('not-allowed');
  expect(await state('matter/folder/secret.txt', 'matter')).toBe('not-allowed');
  expect(await state('matter/inner.txt', 'matter')).toBe('read');
  expect(await state('matter/loop.txt', 'matter')).toBe('not-allowed');
  // A workspace that is opened through a link, and an exhibit folder that is one.
  expect(await state('alias/exhibits/B.txt', 'alias')).toBe('read');
  expect(await state('alias/link.txt', 'alias')).toBe('not-allowed');
  expect(await state('alias/link.txt', 'alias', 'outside')).toBe('read');
});

test.skipIf(process.platform === 'win32')('a device is no exhibit, and a pipe is never waited for', async () => {
  expect((await findAllowed('/dev/zero', { folders: ['/dev'], maximumBytes: 10 })).state).toBe('not-allowed');
});

test('the stamp changes when the file does', async () => {
  const path = join(root, 'matter/exhibits/B.txt');
  const before = await findAllowed(path, rules('matter'));
  expect(await findAllowed(path, rules('matter'))).toEqual(before);
  await writeFile(join(root, 'matter/new.txt'), 'Words of Ex. B.');
  await rename(join(root, 'matter/new.txt'), path);
  expect(await findAllowed(path, rules('matter'))).not.toEqual(before);
});

test('pages of an exhibit, and a kind that has no reader', async () => {
  await writeFile(join(root, 'matter/C.pdf'), '%PDF');
  const read = await readPages(join(root, 'matter/exhibits/B.txt'), rules('matter'));
  expect(read.state).toMatchObject({ state: 'read', pages: { pages: [{ text: 'Words of Ex. B.' }] } });
  expect((await readPages(join(root, 'matter/C.pdf'), rules('matter'))).state).toMatchObject({ state: 'unreadable' });
  expect((await readPages(join(root, 'matter/D.pdf'), rules('matter'))).state).toMatchObject({ state: 'missing' });
  expect(exhibitPath(join(root, 'matter/exhibits.yaml'), '//server/B.txt')).toMatchObject({ state: 'not-allowed' });
  expect(exhibitPath(join(root, 'matter/exhibits.yaml'), 'exhibits/B.txt')).toEqual({
    path: join(root, 'matter/exhibits/B.txt'),
  });
});

test('a manifest is looked for up to the workspace folder, never above', () => {
  const folders = (file: string, workspace?: string): string[] =>
    manifestPlaces(join(root, file), workspace === undefined ? undefined : join(root, workspace))
      .filter((_, index) => index % 3 === 0)
      .map((path) => pathBelow(root, path) ?? path);
  expect(folders('a/b/c.brief', 'a')).toEqual(['a/b/exhibits.yaml', 'a/exhibits.yaml']);
  expect(folders('a/b/c.brief', 'a/b')).toEqual(['a/b/exhibits.yaml']);
  expect(folders('a/b/c.brief', 'other')).toEqual(['a/b/exhibits.yaml']);
  expect(folders('a/b/c.brief')).toEqual(['a/b/exhibits.yaml']);
  expect(isManifestName(join(root, 'exhibits.json'))).toBe(true);
  expect(isManifestName(join(root, 'my-exhibits.json'))).toBe(false);
});

test('paths and URIs', () => {
  expect(pathOfUri('https://example.com/a')).toBeUndefined();
  expect(pathOfUri('untitled:Untitled-1')).toBeUndefined();
  const path = join(root, 'Ex B – #1 (100%).txt');
  expect(pathOfUri(uriOfPath(path))).toBe(path);
  expect(isInside(join(root, 'a'), join(root, 'ab'))).toBe(false);
  expect(isInside(join(root, 'a'), join(root, 'a/..b'))).toBe(true);
  expect(pathBelow(join(root, 'a'), join(root, 'b'))).toBeUndefined();
});
