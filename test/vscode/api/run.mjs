// Runs the tests inside VS Code's extension host, on the extension as it ships. Three hosts, never swapped silently:
//   (nothing)                        VS Code's server in a Chromium, as npm start has it
//   BRIEFCITE_CODE=/path/to/code     a desktop VS Code that is installed
//   BRIEFCITE_DESKTOP=1.139.0        a desktop VS Code that @vscode/test-electron fetches (or `stable`)
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { entriesOf } from '../../../client/packaging/vsix.mjs';
import { ensurePackaged, root } from '../../prepare.mjs';
import { ensureHost, hostFolder } from '../host/install.mjs';
import { copySample } from '../start/sample.mjs';

/** Runs them and answers the exit status; prints each test. */
export async function runApiTests() {
  await ensureHost();
  ensurePackaged();
  const folder = mkdtempSync(join(tmpdir(), 'briefcite-api-'));
  try {
    const extension = unpack(join(root, 'dist/briefcite.vsix'), join(folder, 'extension'));
    const tests = await bundleTests();
    const work = { extension, tests, workspace: copySample(folder).folder, result: join(folder, 'result.json') };
    const { BRIEFCITE_CODE: code, BRIEFCITE_DESKTOP: version } = process.env;
    const isDesktop = code !== undefined || version !== undefined;
    console.log(
      `In the extension host of ${isDesktop ? `a desktop VS Code (${code ?? version})` : "VS Code's server"}:`,
    );
    const status = isDesktop ? await onDesktop(work, code, version) : await inServer(work);
    return printResult(work.result) ? status : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inServer(work) {
  const { runInServer } = await import('./inServer.mjs');
  return runInServer(work);
}

async function onDesktop({ extension, tests, workspace, result }, code, version) {
  const { runTests } = await import('@vscode/test-electron');
  return runTests({
    ...(code === undefined ? { version } : { vscodeExecutablePath: code }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    extensionTestsEnv: { BRIEFCITE_RESULT: result },
  });
}

function unpack(vsix, folder) {
  for (const { name, unpack: bytesOf } of entriesOf(readFileSync(vsix))) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const place = join(folder, name.slice('extension/'.length));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytesOf());
  }
  return folder;
}

async function bundleTests() {
  // Beside the host's libraries, so that mocha is found.
  const outfile = join(hostFolder, 'node_modules/.cache/api-tests/index.js');
  await build({
    entryPoints: [join(hostFolder, 'api/suite/index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}

function printResult(file) {
  let tests = [];
  try {
    tests = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error('The extension host ended without a result.');
  }
  for (const { title, state, error } of tests) console.log(`  ${state.padEnd(7)} ${title}${error ? `\n${error}` : ''}`);
  return tests.length > 0 && tests.every(({ state }) => state === 'passed');
}
