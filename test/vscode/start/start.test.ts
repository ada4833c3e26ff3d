import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { openChromium } from '../host/chromium.mjs';
import { makeProfile, removeProfile } from '../host/profile.mjs';
import { Desk } from '../ui/desk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let started: ChildProcess | undefined;
const folders: string[] = [];
afterEach(() => {
  if (started?.exitCode === null) started.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs `npm start` and waits for the address that it prints. */
async function start(...words: string[]): Promise<{ address: URL; output: () => string; temporary: string }> {
  const temporary = mkdtempSync(join(tmpdir(), 'briefcite-start-'));
  folders.push(temporary);
  const child = spawn(process.execPath, ['test/start.mjs', '--no-browser', ...words], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary, INIT_CWD: root },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started = child;
  let output = '';
  const address = await new Promise<URL>((done, failed) => {
    const read = (bytes: Buffer): void => {
      output += bytes;
      const found = /http:\/\/127\.0\.0\.1:\S+/.exec(output)?.[0];
      if (found) done(new URL(found));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => failed(new Error(output)));
  });
  return { address, output: () => output, temporary };
}

function statusOf(url: URL, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  return new Promise((done, failed) => {
    get(url, { headers }, (response) => {
      response.resume();
      done(response.statusCode);
    }).once('error', failed);
  });
}

/** What the server answers to the handshake of a WebSocket: 101 opens it. */
function handshake(url: URL, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  return new Promise((done) => {
    const asking = request(url, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.from('0123456789abcdef').toString('base64'),
        ...headers,
      },
    });
    asking.once('upgrade', ({ statusCode }, socket) => {
      // The workbench's own protocol asks for the key in its first message; without it the server hangs up.
      socket.once('close', () => done(0));
      socket.once('data', () => undefined);
      socket.write(maskedFrame('{"type":"auth","auth":"00000000000000000000"}'));
      socket.once('error', () => done(0));
      if (statusCode !== 101) done(statusCode);
    });
    asking.once('response', ({ statusCode }) => done(statusCode));
    asking.once('error', () => done(0));
    asking.end();
  });
}

/** A message of VS Code's protocol in a frame as a browser sends it. */
function maskedFrame(words: string): Buffer {
  const body = Buffer.from(words);
  const head = Buffer.alloc(13);
  head.writeUInt8(2, 0);
  head.writeUInt32BE(body.length, 9);
  const message = Buffer.concat([head, body]);
  return Buffer.concat([Buffer.from([0x82, 0x80 | message.length, 0, 0, 0, 0]), message]);
}

async function stop(): Promise<number | null> {
  const child = started;
  if (!child) throw new Error('Nothing was started.');
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  child.kill('SIGINT');
  return ended;
}

test('npm start prints the report, shows the letter underlined, and leaves nothing behind', async () => {
  const { address, output, temporary } = await start();
  expect(output()).toMatch(/^\d+ citations: \d+ answered/m);
  const profile = makeProfile();
  const { context, blocked } = await openChromium(profile);
  const page = await context.newPage();
  await page.goto(address.toString());
  const desk = new Desk(page);
  await desk.isOpen('letter-brief.brief');
  await desk.squiggles.first().waitFor();
  await desk.picture('start');
  await context.close();
  removeProfile(profile);
  expect(blocked).toEqual([]);
  expect(await stop()).toBe(0);
  expect(readdirSync(temporary).filter((name) => name.startsWith('briefcite-'))).toEqual([]);
  await expect(statusOf(address)).rejects.toThrow();
});

test('only who has the key is answered', async () => {
  const { address, temporary } = await start();
  const plain = new URL('/', address);
  const resource = new URL('/vscode-remote-resource?path=/etc/hostname', address);
  expect(await statusOf(plain)).toBe(403);
  expect(await statusOf(resource)).toBe(403);
  expect(await statusOf(plain, { Host: 'evil.example' })).toBe(403);
  expect(await statusOf(new URL('/?tkn=0123', address))).toBe(403);
  expect([200, 302]).toContain(await statusOf(address));
  expect(await handshake(new URL('/stable-x?reconnectionToken=1&reconnection=false', address))).not.toBe(101);
  const tokens = readdirSync(temporary, { recursive: true })
    .map(String)
    .filter((name) => /(?:^|[\\/])token$/.test(name));
  expect(tokens.length).toBe(1);
  const file = join(temporary, tokens[0] ?? '');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(address.searchParams.get('tkn')).toBe(readFileSync(file, 'utf8'));
  expect(await stop()).toBe(0);
});

test('a folder of the person is opened in place, and what is typed is on the disk at Ctrl+C', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefcite-own-'));
  folders.push(folder);
  const letter = join(folder, 'letter.brief');
  writeFileSync(letter, 'See Dkt. No. 3.\n');
  const { address } = await start(letter);
  expect(address.searchParams.get('folder')).toBe(dirname(letter));
  const profile = makeProfile();
  const { context } = await openChromium(profile);
  const page = await context.newPage();
  await page.goto(address.toString());
  const desk = new Desk(page);
  await desk.isOpen('letter.brief');
  await desk.click('See Dkt. No. 3.');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('And Dkt. No. 4.');
  await desk.statusBar.filter({ hasText: '2 citations' }).waitFor();
  expect(await stop()).toBe(0);
  expect(readFileSync(letter, 'utf8')).toBe('See Dkt. No. 3.\nAnd Dkt. No. 4.');
  await context.close();
  removeProfile(profile);
});

test('--desktop installs the package in a profile of its own, opens the sample with `code`, and stays until it is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefcite-code-'));
  folders.push(folder);
  const said = join(folder, 'said.txt');
  writeFileSync(join(folder, 'code'), `#!/bin/sh\necho "$@" >> '${said}'\n`, { mode: 0o755 });
  expect(await runToEnd({ PATH: `${folder}:${process.env.PATH}` }, '--desktop')).toMatchObject({ status: 0 });
  const [installing = '', opening = ''] = readFileSync(said, 'utf8').split('\n');
  expect(installing).toMatch(/--user-data-dir \S+ --extensions-dir \S+ --install-extension \S+briefcite\.vsix --force/);
  expect(opening).toMatch(/--user-data-dir \S+ .*--wait .*Sample matter .*letter-brief\.brief/);
  const missing = await runToEnd({ PATH: folder.replace('briefcite-code', 'nowhere') }, '--desktop');
  expect(missing).toMatchObject({ status: 1 });
  expect(missing.words).toContain('There is no `code` on the PATH.');
});

test('what is not there is named, and nothing is left running', async () => {
  const { status, words } = await runToEnd({}, join(tmpdir(), 'not-there-at-all'));
  expect(words).toContain('not-there-at-all is not there. Name a folder with drafts, or a draft.');
  expect(status).toBe(1);
  expect(existsSync(join(tmpdir(), 'not-there-at-all'))).toBe(false);
});

/** Runs `npm start` until it ends by itself. */
async function runToEnd(
  environment: Readonly<Record<string, string>>,
  ...more: string[]
): Promise<{ status: number | null; words: string }> {
  const child = spawn(process.execPath, ['test/start.mjs', ...more], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  let words = '';
  child.stderr.on('data', (bytes) => {
    words += bytes;
  });
  child.stdout.resume();
  const status = await new Promise<number | null>((done) => child.once('exit', done));
  return { status, words };
}
