// `npm run test:vscode`: what the extension promises, tried in a real VS Code. Words behind it name scenarios.
//   --required   fails where it can't run (CI); without it, says so and ends well
//   --newest     on VS Code 1.139 with node 24, which are fetched; without it on 1.100
import { spawnSync } from 'node:child_process';
import { ensureInstalled, root } from '../prepare.mjs';
import { chromiumOf } from './host/places.mjs';

const words = process.argv.slice(2);
if (words.includes('--newest')) process.env.BRIEFCITE_VSCODE = 'newest';
const isRequired = words.includes('--required');
ensureInstalled();
process.exitCode = await runAll();

async function runAll() {
  if (!chromiumOf()) return cannot('No Chromium or Chrome is on this machine; BRIEFCITE_CHROMIUM can name one.');
  const { ensureHost } = await import('./host/install.mjs');
  try {
    await ensureHost();
  } catch (error) {
    return cannot(error.message);
  }
  const { runApiTests } = await import('./api/run.mjs');
  const status = await runApiTests();
  if (status !== 0) return status;
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vscode/vitest.config.mjs'];
  const scenarios = words.filter((word) => !word.startsWith('--'));
  return spawnSync(process.execPath, [...vitest, ...scenarios], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function cannot(why) {
  console.log(`\nThe tests in a real VS Code did not run. ${why}`);
  return isRequired ? 1 : 0;
}
