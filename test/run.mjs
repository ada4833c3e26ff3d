// `npm test`: installs what is missing, builds, runs every test that this machine can run, and says what it could not.
// Words behind it go to vitest, which then runs alone (`npm test -- test/syntax`, `npm test -- --project fast`).
//   BRIEFCITE_VSCODE=required   the tests in a real VS Code must run (CI); without it they run where a Chromium is
import { ensureInstalled, run } from './prepare.mjs';

const words = process.argv.slice(2);
ensureInstalled();
run(process.execPath, ['esbuild.mjs']);
run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.mjs', ...words]);
if (words.length === 0) {
  run(process.execPath, [
    'test/vscode/run.mjs',
    ...(process.env.BRIEFCITE_VSCODE === 'required' ? ['--required'] : []),
  ]);
}
