// What `npm test` and `npm start` need before their work: the libraries and the build. Uses node alone.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command to its end with its output shown. Ends this process with the same status where it fails. */
export function run(command, args) {
  console.log(`> ${[command === process.execPath ? 'node' : command, ...args].join(' ')}`);
  const windowsShell = process.platform === 'win32' && command !== process.execPath;
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windowsShell });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Briefcite needs node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** True where every library that the lock file asks for is installed in that version. */
function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' ||
      (present[path]?.version === version && existsSync(join(root, path))) ||
      (optional && !present[path]),
  );
}

/** Newest change of any file below these paths, in milliseconds. */
function newest(paths) {
  let time = 0;
  for (const path of paths.map((name) => join(root, name)).filter((name) => existsSync(name))) {
    const stat = statSync(path);
    time = Math.max(time, stat.mtimeMs);
    if (!stat.isDirectory()) continue;
    for (const entry of readdirSync(path, { recursive: true }))
      time = Math.max(time, statSync(join(path, entry)).mtimeMs);
  }
  return time;
}

/** Installs the libraries if they are missing or not those of the lock file. */
export function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args]);
  else run('npm', args);
}

/** Builds dist/ if any source is newer than it. */
export function ensureBuilt() {
  const built = join(root, 'dist/THIRD-PARTY-NOTICES.txt');
  const sources = [
    'client/src',
    'server/src',
    'server/schemas',
    'client/packaging/notices.mjs',
    'client/packaging/pdfium-libraries.txt',
    'esbuild.mjs',
    'package-lock.json',
  ];
  if (existsSync(built) && statSync(built).mtimeMs > newest(sources)) return;
  run(process.execPath, ['esbuild.mjs']);
}

/** Makes dist/briefcite.vsix if anything that goes into it is newer. Prints nothing but what is wrong. */
export function ensurePackaged() {
  const sources = ['client', 'server/src', 'server/schemas', 'syntaxes', 'snippets'];
  const files = ['esbuild.mjs', 'package.json', 'package-lock.json', 'CHANGELOG.md', 'LICENSE'];
  const made = join(root, 'dist/briefcite.vsix');
  if (existsSync(made) && statSync(made).mtimeMs > newest([...sources, ...files])) return;
  const { status } = spawnSync(process.execPath, ['client/packaging/package.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}
