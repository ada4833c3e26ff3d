// `npm test`: installs what is missing, builds, runs the tests. Words behind it go to vitest (`npm test -- test/syntax`).
import { ensureInstalled, run } from './prepare.mjs';

ensureInstalled();
run(process.execPath, ['esbuild.mjs']);
run(process.execPath, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'test/vitest.config.mjs',
  ...process.argv.slice(2),
]);
