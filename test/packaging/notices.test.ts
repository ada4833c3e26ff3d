import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>;
}

interface Notices {
  readonly bundledPackages: (metafiles: readonly Metafile[]) => readonly string[];
  readonly noticesFor: (root: string, metafiles: readonly Metafile[]) => string;
}

const script = pathToFileURL(join(import.meta.dirname, '../../client/packaging/notices.mjs')).href;
const { bundledPackages, noticesFor }: Notices = await import(script);

const folder = mkdtempSync(join(tmpdir(), 'briefcite-notices-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What esbuild tells of a bundle made of these files, each with some of its code kept. */
const bundleOf = (...files: readonly string[]): Metafile => ({
  outputs: { 'dist/server.js': { inputs: Object.fromEntries(files.map((file) => [file, { bytesInOutput: 9 }])) } },
});

function install(path: string, about: Readonly<Record<string, unknown>>, licence = 'Copyright Somebody'): void {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, 'package.json'), JSON.stringify({ name: 'kind', version: '1.2.3', ...about }));
  if (licence) writeFileSync(join(folder, path, 'LICENSE.md'), licence);
}

test('a package is named once, a nested one and a scoped one by its own folder', () => {
  const metafiles = [
    bundleOf('server/src/server.ts', 'node_modules/a/x.js', 'node_modules/a/y.js', 'virtual:manifest-schema'),
    bundleOf('node_modules/a/node_modules/b/lib/x.js', 'node_modules/@scope/c/x.js', 'node_modules/a/x.js'),
  ];
  expect(bundledPackages(metafiles)).toEqual([
    'node_modules/@scope/c',
    'node_modules/a',
    'node_modules/a/node_modules/b',
  ]);
});

test('a file of which nothing was kept asks for no notice', () => {
  const metafile = { outputs: { 'dist/server.js': { inputs: { 'node_modules/a/x.js': { bytesInOutput: 0 } } } } };
  expect(bundledPackages([metafile])).toEqual([]);
});

test('the notices have name, version, licence and its words', () => {
  install('node_modules/a/node_modules/b', { name: 'b', license: 'MIT' }, 'Copyright B\r\n\r\nPermission\r\n');
  const words = noticesFor(folder, [bundleOf('node_modules/a/node_modules/b/x.js')]);
  expect(words).toBe('b 1.2.3 (MIT)\n\nCopyright B\n\nPermission\n');
});

test.each([
  [{ license: '(GPL-3.0 OR MIT)' }],
  [{ license: { type: 'ISC' } }],
  [{ licenses: [{ type: 'GPL-2.0' }, { type: 'BSD-3-Clause' }] }],
])('%j has a licence to choose that is allowed', (about) => {
  install('node_modules/kind', about);
  expect(noticesFor(folder, [bundleOf('node_modules/kind/x.js')])).toContain('kind 1.2.3');
});

test.each([
  [{ license: 'GPL-3.0-only' }, 'its licence is GPL-3.0-only'],
  [{ license: 'MIT AND GPL-3.0-only' }, 'its licence is MIT AND GPL-3.0-only'],
  [{ license: 'UNLICENSED' }, 'its licence is UNLICENSED'],
  [{}, 'its licence is not stated'],
])('%j is refused by name', (about, words) => {
  install('node_modules/kind', about);
  const make = (): string => noticesFor(folder, [bundleOf('node_modules/kind/x.js')]);
  expect(make).toThrow(`kind 1.2.3 (node_modules/kind) is in the bundles, and ${words}`);
});

test('a package without the words of its licence is refused by name', () => {
  install('node_modules/kind', { license: 'MIT' }, '');
  const make = (): string => noticesFor(folder, [bundleOf('node_modules/kind/x.js')]);
  expect(make).toThrow('kind 1.2.3 (node_modules/kind) is in the bundles and has no licence text');
});

test("another's work in a package has its own licence's words, where it lies or where they are kept by hand", () => {
  install('node_modules/pdfjs-dist', { name: 'pdfjs-dist', license: 'Apache-2.0' }, 'Copyright A');
  mkdirSync(join(folder, 'node_modules/pdfjs-dist/wasm'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/pdfjs-dist/wasm/LICENSE_X'), 'Copyright X');
  const words = noticesFor(folder, [bundleOf('node_modules/pdfjs-dist/a.js', 'node_modules/pdfjs-dist/wasm/x.wasm')]);
  expect(words).toContain('pdfjs-dist 1.2.3 (Apache-2.0)\n\nCopyright A\n\nCopyright X\n\ncore-js');
});
