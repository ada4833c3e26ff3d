import { rm } from 'node:fs/promises';
import type { Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Folder } from '../lsp/client.ts';
import { type Spawned, spawnServer } from '../lsp/spawned.ts';
import type { Sample } from '../samples.ts';
import { hurt } from './drafts.ts';
import type { Tried } from './fuzz.ts';
import { hurtManifest } from './manifests.ts';
import type { Random } from './random.ts';

const NAMES = ['a.brief', 'motions/b.brief', 'c.md', 'd.txt', 'exhibits.yaml', 'motions/exhibits.yaml', 'x.txt'];
const REQUESTS = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/declaration',
  'briefcite/open',
  'no/such',
];
const NO_PARAMETERS = 'asks without parameters';
const SETTINGS: readonly unknown[] = [
  null,
  {},
  { rules: { 'unresolved-citation': 'off' } },
  { rules: { 'pin-out-of-range': 'hint', nonsense: 7 } },
  { rules: [], manifest: 3, exhibitFolders: 'x' },
  { manifest: 'motions/exhibits.yaml' },
  'words',
];

/** An editor that does as it likes, what it has open, and what it did. */
interface Editor {
  readonly random: Random;
  readonly folder: Folder;
  readonly server: Spawned;
  readonly sample: Sample;
  readonly open: Map<string, TextDocument>;
  readonly did: string[];
  readonly pending: Promise<unknown>[];
  readonly faults: string[];
}

/**
 * Sends a real server messages in an order that no editor would choose. It must answer all of them, complain of nothing, stay,
 * and say of every open document at the end what a fresh server says.
 */
export async function checkMessages(random: Random, samples: readonly Sample[], server: string): Promise<Tried> {
  const sample = random.one(samples);
  const files = { 'exhibits.yaml': sample.manifest, 'x.txt': 'Words.\n\fMore words.\n' };
  const folder = await Folder.make(files);
  const spawned = await spawnServer(server, { folders: [folder.path] });
  const editor: Editor = { random, folder, server: spawned, sample, open: new Map(), did: [], pending: [], faults: [] };
  try {
    for (let steps = 5 + random.below(60); steps > 0; steps--) await step(editor);
    await Promise.race([Promise.all(editor.pending), patience(editor, 10_000, 'a request is not answered')]);
    await checkEnd(editor, server);
  } catch (error) {
    editor.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  if (spawned.exitCode() !== null) editor.faults.push(`the server exited with ${spawned.exitCode()}`);
  if (spawned.complaints()) editor.faults.push(`the server complained: ${spawned.complaints().slice(0, 500)}`);
  editor.faults.push(...failuresIn(spawned.client.log, editor.did).map((line) => `it logged: ${line}`));
  await spawned.end();
  await folder.remove();
  return { made: editor.did.join('\n'), faults: editor.faults };
}

/** What went wrong inside and was caught. Only of a request without parameters that is as it should be. */
function failuresIn(log: readonly string[], did: readonly string[]): readonly string[] {
  const failures = log.filter((line) => / failed: |^un(?:caught|handled): /.test(line));
  return did.some((line) => line === NO_PARAMETERS)
    ? failures.filter((line) => !line.startsWith('textDocument/'))
    : failures;
}

async function step(editor: Editor): Promise<void> {
  const { random } = editor;
  const uri = editor.folder.uri(random.one(NAMES));
  const moves = [
    openOne,
    change,
    change,
    change,
    change,
    ask,
    ask,
    ask,
    closeOne,
    save,
    configure,
    writeFile,
    removeFile,
    rest,
  ] as const;
  const move = random.one(moves);
  editor.did.push(`${move.name} ${uri.slice(editor.folder.uri('').length)}`);
  await move(editor, uri);
}

async function openOne({ random, server, sample, open }: Editor, uri: string): Promise<void> {
  const text = uri.endsWith('.yaml') ? hurtManifest(random, [sample.manifest]) : random.one(sample.drafts);
  const languageId = random.one(['legal-brief', 'markdown', 'plaintext', 'yaml']);
  // A document that is open already is opened again only after it was closed: what else it could mean nobody has said.
  if (open.has(uri)) await server.client.close(uri);
  open.set(uri, TextDocument.create(uri, languageId, 1, text));
  await server.client.open(uri, text, languageId);
}

async function change({ random, server, open }: Editor, uri: string): Promise<void> {
  const document = open.get(uri);
  const text = document?.getText() ?? 'words';
  const place = () => ({ line: random.below(60), character: random.below(random.chance(0.05) ? 100_000 : 110) });
  const [one, other] = [place(), place()];
  const isOrdered = one.line < other.line || (one.line === other.line && one.character <= other.character);
  const range = isOrdered ? { start: one, end: other } : { start: other, end: one };
  const end = random.chance(0.8) ? range.start : range.end;
  const edit = random.chance(0.2)
    ? { text: hurt(random, text) }
    : { range: { start: range.start, end }, text: hurt(random, 'See Dkt. No. 3 at 2. ') };
  const version = (document?.version ?? 1) + 1 + random.below(3);
  if (document) TextDocument.update(document, [edit], version);
  await server.client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [edit],
  });
}

async function ask(editor: Editor, uri: string): Promise<void> {
  const { random, server, pending, faults } = editor;
  const method = random.one(REQUESTS);
  const position = { line: random.below(80), character: random.below(120) };
  const params = random.chance(0.05) ? {} : { textDocument: { uri }, position, id: 'p1' };
  if (!('id' in params)) editor.did.push(NO_PARAMETERS);
  const isSound = method !== 'no/such' && 'id' in params;
  const answer = server.client.connection.sendRequest(method, params).catch((error: unknown) => {
    if (isSound) faults.push(`${method} is answered with an error: ${error}`);
  });
  pending.push(answer);
  if (random.chance(0.5)) await answer;
}

async function closeOne({ server, open }: Editor, uri: string): Promise<void> {
  open.delete(uri);
  await server.client.close(uri);
}

async function save({ server }: Editor, uri: string): Promise<void> {
  await server.client.save(uri);
}

async function configure({ random, server }: Editor): Promise<void> {
  await server.client.configure(random.one(SETTINGS));
}

async function writeFile({ random, folder, server, sample }: Editor, uri: string): Promise<void> {
  const name = uri.slice(folder.uri('').length).replace(/^\//, '');
  const text = uri.endsWith('.yaml') ? hurtManifest(random, [sample.manifest]) : hurt(random, 'Page 1\n\fPage 2\n');
  await folder.write(name, text);
  await server.client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri, type: random.one([1, 2]) }],
  });
}

async function removeFile({ folder, server }: Editor, uri: string): Promise<void> {
  await rm(folder.at(uri.slice(folder.uri('').length).replace(/^\//, '')), { force: true });
  await server.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
}

/** A person pauses: timers run out between the messages. */
async function rest({ random }: Editor): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, random.below(200)));
}

function patience({ faults }: Editor, milliseconds: number, complaint: string): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      faults.push(complaint);
      resolve();
    }, milliseconds).unref();
  });
}

async function checkEnd(editor: Editor, server: string): Promise<void> {
  const { folder, open, faults, server: old } = editor;
  const fresh = await spawnServer(server, { folders: [folder.path], settings: old.client.settings });
  try {
    for (const [uri, document] of open) await fresh.client.open(uri, document.getText(), document.languageId);
    for (const uri of open.keys()) {
      const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
      for (const { client } of [old, fresh]) await client.connection.sendRequest('textDocument/hover', params);
    }
    const different = await settle(() => [...open.keys()].filter((uri) => said(old, uri) !== said(fresh, uri)));
    for (const uri of different)
      faults.push(`of ${uri} it says ${said(old, uri)}, and a fresh server ${said(fresh, uri)}`);
  } finally {
    await fresh.end();
  }
}

/** Waits until nothing is different for a while, but not for ever. */
async function settle(different: () => readonly string[]): Promise<readonly string[]> {
  let quiet = 0;
  for (let tries = 0; tries < 160 && quiet < 8; tries++) {
    quiet = different().length === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return different();
}

function said({ client }: Spawned, uri: string): string {
  const diagnostics: readonly Diagnostic[] = client.published.get(uri)?.diagnostics ?? [];
  return JSON.stringify(diagnostics.map(({ code, range, severity, message }) => ({ code, range, severity, message })));
}
