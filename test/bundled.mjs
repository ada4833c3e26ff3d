// `node test/bundled.mjs test/bench/bench.ts --words`: bundles a program of the tests, with the sources as they are, and runs it.
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
const { build } = await import('esbuild');
const { esbuildSchemaPlugin } = await import('../server/schemas/compile.mjs');

const [entry = '', ...words] = process.argv.slice(2);
const folder = join(root, 'node_modules/.cache/briefcite');
const outfile = join(folder, basename(entry).replace(/\.ts$/, '.cjs'));
await mkdir(folder, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
  plugins: [esbuildSchemaPlugin()],
});
run(process.execPath, ['--enable-source-maps', outfile, ...words]);
