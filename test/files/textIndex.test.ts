import { mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TextIndex } from '../../server/src/files/textIndex.ts';
import type { Page } from '../../server/src/record/pages.ts';

let storage = '';
beforeEach(async () => {
  storage = join(await realpath(await mkdtemp(join(tmpdir(), 'briefcite-'))), 'storage');
});
afterEach(() => rm(join(storage, '..'), { recursive: true, force: true }));

const page = (text: string): Page => ({ index: 1, labels: { printed: '4' }, checkable: true, text });
const always = (): boolean => true;

/** Every file below the storage folder, from there. */
async function files(): Promise<readonly string[]> {
  const all = await readdir(storage, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

test('gives back what was kept, to its owner alone', async () => {
  const index = new TextIndex(storage);
  expect(await index.read('/m/a.pdf', 'aa')).toBeUndefined();
  await index.keep('/m/a.pdf', 'aa', [page('Gate open.')], [], always);
  // Another start of the program.
  expect(await new TextIndex(storage).read('/m/a.pdf', 'aa')).toEqual([page('Gate open.')]);
  expect(await index.read('/m/a.pdf', 'bb')).toBeUndefined();
  expect(await index.read('/m/b.pdf', 'aa')).toBeUndefined();
  const [file = '', ...more] = await files();
  expect(more).toEqual([]);
  expect(file).not.toContain('a.pdf');
  if (process.platform === 'win32') return;
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(file, '..'))).mode & 0o777).toBe(0o700);
});

test('keeps of one file what it is, and what somebody verified', async () => {
  const index = new TextIndex(storage);
  for (const [sha256, also] of [
    ['aa', []],
    ['bb', ['aa']],
    ['cc', ['aa']],
  ] as const)
    await index.keep('/m/a.pdf', sha256, [page(sha256)], also, always);
  await index.keep('/m/b.pdf', 'bb', [page('b')], [], always);
  expect(await index.read('/m/a.pdf', 'aa')).toEqual([page('aa')]);
  expect(await index.read('/m/a.pdf', 'bb')).toBeUndefined();
  expect(await index.read('/m/a.pdf', 'cc')).toEqual([page('cc')]);
  expect(await index.read('/m/b.pdf', 'bb')).toEqual([page('b')]);
  await index.forget('/m/a.pdf');
  expect(await files()).toHaveLength(1);
  expect(await index.forgetAll()).toBe(true);
  expect(await files()).toEqual([]);
});

test('what is forgotten is not written by somebody who began before', async () => {
  const index = new TextIndex(storage);
  let isProtected = false;
  const work = index.keep('/m/a.pdf', 'aa', [page('Zanzibar.')], [], () => !isProtected);
  isProtected = true;
  await Promise.all([work, index.forget('/m/a.pdf')]);
  expect(await files()).toEqual([]);
});

test.each(['', 'no JSON', '[]', '{"pages": [{"index": "1"}]}', '{"pages": {}}'])(
  'takes nothing that is no pages: %j',
  async (text) => {
    const index = new TextIndex(storage);
    await index.keep('/m/a.pdf', 'aa', [page('Gate open.')], [], always);
    const [file = ''] = await files();
    expect(await readFile(file, 'utf8')).toContain('Gate open.');
    await writeFile(file, text);
    expect(await index.read('/m/a.pdf', 'aa')).toBeUndefined();
  },
);

test('a folder that can not be written costs nothing', async () => {
  const index = new TextIndex('/dev/null/storage');
  await index.keep('/m/a.pdf', 'aa', [page('Gate open.')], [], always);
  await index.forget('/m/a.pdf');
  expect(await index.read('/m/a.pdf', 'aa')).toBeUndefined();
});
