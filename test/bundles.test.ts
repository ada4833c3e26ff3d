import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { Client, Folder } from './lsp/client.ts';
import { makePdf } from './record/readers/makePdf.ts';
import { body, WORDS } from './record/readers/pdfPages.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const BUNDLES = ['extension.js', 'server.js', 'reader.js', 'cli.js'];

/** What the bundles may ask of node and of VS Code. Nothing here opens a connection to another computer. */
const ALLOWED =
  /^(?:node:)?(?:assert|buffer|child_process|crypto|events|fs|fs\/promises|module|os|path|perf_hooks|process|readline|stream|string_decoder|timers|tty|url|util|v8|vscode|worker_threads|zlib)$/;

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly imports: readonly { path: string; kind: string; external?: boolean }[] }>
  >;
}

test('what the bundles ask of node, as the build tells it, is no network', () => {
  const metafiles: readonly Metafile[] = JSON.parse(readFileSync(`${dist}meta.json`, 'utf8'));
  const outputs = metafiles.flatMap((metafile) => Object.entries(metafile.outputs));
  expect(outputs.map(([name]) => name).sort()).toEqual(
    [...BUNDLES, 'viewer.css', 'viewer.js', 'words.css', 'words.js'].map((name) => `dist/${name}`).sort(),
  );
  const asked = outputs.flatMap(([, { imports }]) =>
    imports.filter(({ external, kind }) => external && kind !== 'url-token').map(({ path }) => path),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect([...new Set(asked)].filter((path) => !ALLOWED.test(path))).toEqual([]);
});

test('what unpacks or parses Word files is in the thread that reads exhibits, and nowhere else', () => {
  const metafiles: readonly { outputs: Record<string, { inputs: Record<string, unknown> }> }[] = JSON.parse(
    readFileSync(`${dist}meta.json`, 'utf8'),
  );
  const outputs = metafiles.flatMap((metafile) => Object.entries(metafile.outputs));
  const holding = (name: RegExp) =>
    outputs.filter(([, { inputs }]) => Object.keys(inputs).some((file) => name.test(file))).map(([file]) => file);
  expect(holding(/node_modules\/mammoth\//)).toEqual(['dist/reader.js']);
  expect(holding(/node_modules\/(?:jszip|pako)\//)).toEqual([]);
});

test.each(BUNDLES)('%s opens no network connection', (name) => {
  const code = readFileSync(`${dist}${name}`, 'utf8');
  expect(code).not.toMatch(/require\(["'](?:node:)?(?:net|tls|http|https|http2|dgram|dns|inspector)(?:\/\w+)?["']\)/);
  expect(code).not.toMatch(/(?<![\w.$#])(?:fetch|WebSocket|EventSource|XMLHttpRequest)\s*\(/);
  expect(code).not.toMatch(/\bimport\s*\(/);
});

test("the viewer's page has no name in it by which a page can ask a network or run words as code", () => {
  const code = readFileSync(`${dist}viewer.js`, 'utf8');
  const names =
    /(?<![\w$])(?:fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTC\w+|sendBeacon|importScripts|SharedWorker|serviceWorker|eval)(?![\w$])/g;
  expect(code.match(names)).toBeNull();
  expect(/(?<![\w$.])(?:import|Function)\s*\(/.test(code)).toBe(false);
  // One worker, from memory; the style fetches nothing.
  expect(code.match(/new Worker\(URL\.createObjectURL\(/g)).toHaveLength(1);
  const style = readFileSync(`${dist}viewer.css`, 'utf8');
  expect(
    [...style.matchAll(/url\(["']?([^)"']*)/g)]
      .map(([, address]) => address)
      .filter((address) => !/^(?:$|#|data:)/.test(address ?? '')),
  ).toEqual([]);
  expect(style).not.toContain('@import');
});

let server: ChildProcess | undefined;
afterEach(() => void server?.kill());

test.each(['--stdio', '--node-ipc'])(
  'the built server answers over %s, and ends when it is told to',
  async (transport) => {
    const folder = await Folder.make({
      'exhibits.yaml': 'docket: {315: {title: Order, file: 315.txt}, 316: {title: Notice, file: 316.pdf}}\n',
      '315.txt': 'Words.',
    });
    await writeFile(folder.at('316.pdf'), makePdf({ pages: [{ drawn: body(WORDS) }, { drawn: body(['Overleaf']) }] }));
    const ipc = transport === '--node-ipc';
    server = spawn(process.execPath, [`${dist}server.js`, transport], {
      stdio: ipc ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['pipe', 'pipe', 'inherit'],
    });
    const { stdin, stdout } = server;
    const connection =
      stdin && stdout
        ? createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
        : createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    const client = new Client(connection);
    await client.initialize({ folders: [folder.path] });
    const text = 'See Dkt. No. 315. See also Dkt. No. 316 at 2.';
    await client.open(folder.uri('a.brief'), text);
    expect(await client.hover(folder.uri('a.brief'), text, '315')).toContain('Words\\.');
    expect(await client.hover(folder.uri('a.brief'), text, '316')).toContain('Overleaf');
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
    await folder.remove();
  },
);
