import { TextDocument } from 'vscode-languageserver-textdocument';
import { hurt } from '../fuzz/drafts.ts';
import { type Random, randomOf } from '../fuzz/random.ts';
import type { Folder } from '../lsp/client.ts';
import { type Spawned, spawnServer } from '../lsp/spawned.ts';

/** What came of a long sitting. */
export interface Sitting {
  /** Resident megabytes, by how many edits had been made. */
  readonly memory: readonly { readonly edits: number; readonly megabytes: number }[];
  /** What the server that was edited says at the end, and what a fresh one says of the same text. */
  readonly said: string;
  readonly freshSaid: string;
  readonly complaints: string;
}

export interface SittingOptions {
  readonly server: string;
  readonly folder: Folder;
  readonly text: string;
  readonly edits: number;
  readonly seed: number;
}

/** A heap that holds the letter and its record twice over and no more: what is kept by mistake ends the server. */
const SMALL_HEAP = ['--max-old-space-size=64', '--max-semi-space-size=4'];

/** Makes random edits in one draft over stdio, asks for hovers in between, and compares what is said at the end. */
export async function sit({ server, folder, text, edits, seed }: SittingOptions): Promise<Sitting> {
  const random = randomOf(seed);
  const uri = folder.uri('soaked.brief');
  const spawned = await spawnServer(server, { folders: [folder.path] }, SMALL_HEAP);
  const memory: { edits: number; megabytes: number }[] = [];
  try {
    const document = TextDocument.create(uri, 'legal-brief', 1, text);
    await spawned.client.open(uri, text);
    const sampleEvery = Math.max(1, Math.floor(edits / 100));
    for (let edit = 1; edit <= edits; edit++) {
      await editOnce(random, spawned, document, text);
      // Waiting for an answer now and then keeps the messages from piling up, and makes the server look at the draft.
      if (edit % 4 === 0) await askSomewhere(random, spawned, document);
      if (edit % sampleEvery !== 0) continue;
      const megabytes = spawned.memory();
      if (megabytes !== undefined) memory.push({ edits: edit, megabytes });
    }
    const ending = await compare(spawned, { server, folder, uri, document });
    return { memory, ...ending, complaints: spawned.complaints() };
  } finally {
    await spawned.end();
  }
}

/** Mostly a few characters; a text that has grown or shrunk too far is put back as a whole. */
async function editOnce(random: Random, { client }: Spawned, document: TextDocument, original: string): Promise<void> {
  const now = document.getText();
  const isAstray = now.length > original.length * 1.5 || now.length < original.length / 2;
  const at = random.below(now.length + 1);
  const end = at + (random.chance(0.5) ? random.below(12) : 0);
  const range = { start: document.positionAt(at), end: document.positionAt(end) };
  const typed = random.chance(0.5) ? hurt(random, 'Dkt. No. 52 at 3') : random.one(['a', ' ', '.', '']);
  const change = isAstray ? { text: original } : { range, text: typed };
  const version = document.version + 1;
  TextDocument.update(document, [change], version);
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: document.uri, version },
    contentChanges: [change],
  });
}

async function askSomewhere(random: Random, { client }: Spawned, document: TextDocument): Promise<void> {
  const position = document.positionAt(random.below(document.getText().length + 1));
  await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: document.uri }, position });
}

interface Ending {
  readonly server: string;
  readonly folder: Folder;
  readonly uri: string;
  readonly document: TextDocument;
}

/** Where the two never agree, what they said last is the answer; a server that is well needs a fraction of it. */
const PATIENCE_MILLISECONDS = 8000;

/** Waits until the server has looked at the last edit and a fresh one at the same text, and both say the same. */
async function compare(
  old: Spawned,
  { server, folder, uri, document }: Ending,
): Promise<{ readonly said: string; readonly freshSaid: string }> {
  const fresh = await spawnServer(server, { folders: [folder.path] });
  try {
    await fresh.client.open(uri, document.getText());
    const isAgreed = (): boolean =>
      old.client.published.get(uri)?.version === document.version &&
      fresh.client.published.has(uri) &&
      saidOf(old, uri) === saidOf(fresh, uri);
    const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    const lost = new Promise<void>((resolve) => patience.addEventListener('abort', () => resolve()));
    await Promise.race([lost, old.client.event(isAgreed), fresh.client.event(isAgreed)]);
    return { said: saidOf(old, uri), freshSaid: saidOf(fresh, uri) };
  } finally {
    await fresh.end();
  }
}

function saidOf({ client }: Spawned, uri: string): string {
  const diagnostics = client.published.get(uri)?.diagnostics ?? [];
  return diagnostics.map(({ code, range, message }) => JSON.stringify([code, range, message])).join('\n');
}
