// The whole build: `node esbuild.mjs` bundles everything that ships into dist/.
//   --watch   builds again whenever a source file changes
// dist/meta.json says what went into the bundles.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { noticesFor } from './client/packaging/notices.mjs';
import { viewerBuild } from './client/packaging/pdfViewer.mjs';
import { esbuildSchemaPlugin } from './server/schemas/compile.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const watch = process.argv.includes('--watch');

const NETWORK = /^(?:node:)?(?:net|tls|http|https|http2|dgram|dns)(?:\/promises)?$/;

/** Nothing leaves the computer: whatever a library would open a connection with is not in the bundles at all. */
const noNetwork = {
  name: 'no-network',
  setup(on) {
    on.onResolve({ filter: NETWORK }, ({ path }) => ({ path, namespace: 'no-network' }));
    on.onLoad({ filter: /.*/, namespace: 'no-network' }, () => ({
      contents: `const refuse = () => { throw new Error('Briefcite opens no network connection.'); };
        module.exports = { createServer: refuse, createConnection: refuse, connect: refuse };`,
      loader: 'js',
    }));
  },
};

/** Word files are unpacked by our own code, within limits (record/readers/docx/zipParts.ts): what mammoth would do it with is left out. */
const noUnzip = {
  name: 'no-unzip',
  setup(on) {
    on.onResolve({ filter: /^jszip$/ }, ({ path }) => ({ path, namespace: 'no-unzip' }));
    on.onLoad({ filter: /.*/, namespace: 'no-unzip' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  minify: !watch,
  sourcemap: watch ? 'linked' : false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const bundles = [
  { entry: 'client/src/extension.ts', outfile: 'dist/extension.js', external: ['vscode'] },
  { entry: 'server/src/server.ts', outfile: 'dist/server.js' },
  { entry: 'server/src/reader.ts', outfile: 'dist/reader.js' },
  { entry: 'server/src/cli.ts', outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
];

/** PDFium lies beside the bundles as it is. Of its package only this file is used: the code around it, which could fetch, is not. */
const PDFIUM = 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm';

/** Puts PDFium into dist/ and says so as esbuild would, for the notices. */
async function copyPdfium() {
  await copyFile(join(root, PDFIUM), join(root, 'dist/pdfium.wasm'));
  const { size } = await stat(join(root, PDFIUM));
  return { outputs: { 'dist/pdfium.wasm': { inputs: { [PDFIUM]: { bytesInOutput: size } } } } };
}

/** A licence that can't be shipped ends the build with its sentence. */
async function writeNotices(metafiles) {
  try {
    // What PDFium itself is built with is in no package's folder.
    const within = await readFile(join(root, 'client/packaging/pdfium-libraries.txt'), 'utf8');
    const notices = `${noticesFor(root, metafiles)}\n${'-'.repeat(72)}\n\n${within}`;
    await writeFile(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), notices);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

const plugins = [noNetwork, noUnzip, esbuildSchemaPlugin()];
const jobs = [
  ...bundles
    .filter(({ entry }) => existsSync(join(root, entry)))
    .map(({ entry, ...rest }) => ({ ...common, ...rest, entryPoints: [entry], plugins })),
  viewerBuild(root, watch),
];

/** esbuild has already said on the screen what is wrong. */
async function buildAll() {
  const results = await Promise.allSettled(jobs.map((job) => build(job)));
  if (results.some(({ status }) => status === 'rejected')) process.exit(1);
  return results.map(({ value }) => value.metafile);
}

await mkdir(join(root, 'dist'), { recursive: true });
const pdfium = await copyPdfium();
if (watch) {
  console.log('building');
  for (const job of jobs) await (await context(job)).watch();
  console.log('watching');
} else {
  const metafiles = await buildAll();
  await writeNotices([...metafiles, pdfium]);
  // What the code beside a finding leads to, in the rules' own words.
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'rules'], { encoding: 'utf8' });
  await writeFile(join(root, 'dist/rules.md'), stdout);
  await writeFile(join(root, 'dist/meta.json'), JSON.stringify(metafiles, undefined, 1));
}
