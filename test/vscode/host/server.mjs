// VS Code's server on 127.0.0.1, guarded by a token of its own, in a process group that ends with us.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serverFolder, serverNode } from './install.mjs';

const LONGEST_START_MILLISECONDS = 60_000;
const LONGEST_STOP_MILLISECONDS = 5_000;

/** The environment without what a VS Code around us has set, with a home of its own, and with no gallery of extensions to ask. */
function environment(profile, more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|npm_)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    EXTENSIONS_GALLERY: '{}',
    ...more,
    HOME: profile.home,
    XDG_CONFIG_HOME: join(profile.home, '.config'),
    XDG_DATA_HOME: join(profile.home, '.local'),
  };
}

function programArguments(profile) {
  return [
    join(serverFolder, 'out/server-main.js'),
    ...['--accept-server-license-terms', '--user-data-dir', profile.data],
    ...['--server-data-dir', profile.server, '--extensions-dir', profile.extensions],
  ];
}

/** Installs a packaged extension into the profile. Throws with VS Code's own words where it refuses. */
export async function installExtension(profile, vsix) {
  const child = spawn(serverNode, [...programArguments(profile), '--install-extension', resolve(vsix), '--force'], {
    env: environment(profile),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (words += bytes));
  const status = await new Promise((done, failed) => child.once('close', done).once('error', failed));
  if (status !== 0) throw new Error(`VS Code did not take ${vsix}: ${words}`);
}

/**
 * Starts the server and waits until it listens. `address` is what a browser opens: it carries the token, without which the
 * server answers nothing: any page of the web could otherwise drive it and read any file.
 * @param {ReturnType<import('./profile.mjs').makeProfile>} profile
 * @param {{ testDriver?: boolean, trust?: boolean, environment?: Record<string, string> }} options
 */
export async function startServer(profile, options = {}) {
  const token = randomBytes(24).toString('hex');
  const tokenFile = join(profile.root, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const logFile = join(profile.root, 'server.log');
  const log = createWriteStream(logFile);
  const child = spawn(
    serverNode,
    [
      ...programArguments(profile),
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
      ...['--telemetry-level', 'off', '--disable-telemetry', '--disable-update-check', '--disable-experiments'],
      // Ends by itself a few minutes after the last window is closed, whatever became of us.
      '--enable-remote-auto-shutdown',
      ...(options.trust ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: environment(profile, options.environment), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  // Its own group: the server, the extension host, the language server.
  const killGroup = (signal) => {
    if (process.platform === 'win32') {
      spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
      return;
    }
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const onExit = () => killGroup('SIGKILL');
  process.once('exit', onExit);
  const port = await listening(child, log);
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    token,
    tokenFile,
    origin,
    authority: `127.0.0.1:${port}`,
    logFile,
    /** Settles when the server has ended, by itself or by `stop`. */
    ended: new Promise((done) => child.once('exit', done)),
    /** The address that shows a folder, and a file in it if one is named, at a line (from 1). */
    address: (folder, file, line = 1) => {
      const url = new URL(origin);
      url.searchParams.set('tkn', token);
      url.searchParams.set('folder', resolve(folder));
      if (file) {
        const opened = `vscode-remote://127.0.0.1:${port}${encodeURI(resolve(file))}:${line}`;
        const payload = [
          ['openFile', opened],
          ['gotoLineMode', 'true'],
        ];
        url.searchParams.set('payload', JSON.stringify(payload));
      }
      return url.toString();
    },
    /** Ends the server and all that it started. */
    async stop() {
      process.removeListener('exit', onExit);
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((done) => child.once('exit', done));
        killGroup('SIGTERM');
        const patience = setTimeout(() => killGroup('SIGKILL'), LONGEST_STOP_MILLISECONDS);
        await gone;
        clearTimeout(patience);
      }
      killGroup('SIGKILL');
      log.end();
    },
  };
}

/** The port, as soon as the server says that it listens. */
function listening(child, log) {
  return new Promise((done, failed) => {
    let words = '';
    const patience = setTimeout(
      () => failed(new Error(`VS Code's server did not begin to listen. It said: ${words}`)),
      LONGEST_START_MILLISECONDS,
    );
    const read = (bytes) => {
      log.write(bytes);
      if (words.length < 100_000) words += bytes;
      const port = /Extension host agent listening on (\d+)/.exec(words)?.[1];
      if (port === undefined) return;
      clearTimeout(patience);
      done(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', failed);
    child.once('exit', (status) => {
      clearTimeout(patience);
      failed(new Error(`VS Code's server ended with ${status}. It said: ${words}`));
    });
  });
}
