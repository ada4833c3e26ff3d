import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type CodeAction, CodeActionRequest } from 'vscode-languageserver/node';
import type { LookAgainParams, LookAgainResult } from '../../server/src/lsp/messages.ts';
import { type Client, codes, connect, Folder } from './client.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const [FIRST, SECOND, THIRD] = ['Gate open.\fGate shut.\f', 'Gate open.\fGate ajar.\f', 'Gate open.\fGate gone.\f'];
const MANIFEST = `exhibits:\n  G: {title: Log, file: g.txt, verified: {on: 2025-01-30, sha256: ${sha256(FIRST)}}}\n`;
const LETTER = 'The gate was shut. Ex. G at 2.\n';

let folder: Folder | undefined;
let client: Client | undefined;
afterEach(async () => {
  await client?.end();
  await folder?.remove();
});

test('a changed file is looked at again, and nothing is written until the person takes the edit', async () => {
  folder = await Folder.make({ 'exhibits.yaml': MANIFEST, 'g.txt': SECOND, 'letter.brief': LETTER });
  client = await connect({ folders: [folder.path], initializationOptions: { commands: ['briefcite.lookAgain'] } });
  const [uri, manifest] = [folder.uri('letter.brief'), folder.uri('exhibits.yaml')];
  const { connection } = client;
  await client.open(uri, LETTER);
  await client.until(uri, (all) => codes(all).includes('stale-file'));
  const position = { line: 0, character: LETTER.indexOf('Ex. G') };
  const actions = await connection.sendRequest<CodeAction[]>(CodeActionRequest.method, {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
  expect(actions[0]).toMatchObject({
    title: 'Look at Ex. G again, to record it as verified',
    kind: 'quickfix',
    command: { command: 'briefcite.lookAgain', arguments: [uri, position] },
    diagnostics: [{ code: 'stale-file' }],
  });

  const again = (params: Partial<LookAgainParams> = {}) =>
    connection.sendRequest<LookAgainResult | null>('briefcite/lookAgain', { uri, position, ...params });
  const seen = await again();
  expect(seen).toMatchObject({
    paper: 'Ex. G',
    sha256: sha256(SECOND),
    file: { uri: folder.uri('g.txt'), range: { start: { line: 0, character: 0 } } },
    edit: { uri: manifest, changes: [{ before: '2025-01-30' }, { before: sha256(FIRST), words: sha256(SECOND) }] },
  });
  expect(JSON.stringify(seen)).toMatch(/"words":"\d{4}-\d\d-\d\d"/);
  expect(await readFile(folder.at('exhibits.yaml'), 'utf8')).toBe(MANIFEST);

  // Nobody has told the server that the file changed once more: it looks for itself.
  await folder.write('g.txt', THIRD.repeat(2));
  expect(await again()).toMatchObject({ sha256: sha256(THIRD.repeat(2)) });
  await folder.write('g.txt', SECOND);
  await again();

  const noted = MANIFEST.replace(sha256(FIRST), sha256(SECOND));
  await client.open(manifest, noted, 'yaml');
  await client.until(uri, (all) => !codes(all).includes('stale-file'));
  expect(await again()).toMatchObject({ why: expect.any(String) });
  // Undone, the finding is there again.
  await client.change(manifest, MANIFEST);
  await client.until(uri, (all) => codes(all).includes('stale-file'));
  expect(await again({ uri: folder.uri('other.brief') })).toBeNull();
});

test('of a protected paper place, day and hash are said, and no word', async () => {
  const files = { 'exhibits.yaml': MANIFEST.replace('title: Log', 'sealed: true'), 'g.txt': 'Zanzibar.' };
  folder = await Folder.make(files);
  client = await connect({ folders: [folder.path] });
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  const found = await client.until(uri, (all) => codes(all).includes('stale-file'));
  const position = { line: 0, character: LETTER.indexOf('Ex. G') };
  const seen = await client.connection.sendRequest('briefcite/lookAgain', { uri, position });
  expect(seen).toMatchObject({ paper: 'Ex. G', sha256: sha256('Zanzibar.') });
  expect(JSON.stringify([found, seen])).not.toContain('Zanzibar');
});

test('what a file said when it was verified is shown beside what it says now, where it was kept; of a protected paper nothing is', async () => {
  folder = await Folder.make({ 'exhibits.yaml': MANIFEST, 'g.txt': FIRST, 'letter.brief': LETTER });
  const storage = folder.at('storage');
  const start = { folders: [folder.path], initializationOptions: { storage } };
  const uri = folder.uri('letter.brief');
  const position = { line: 0, character: LETTER.indexOf('Ex. G') };
  client = await connect(start);
  await client.open(uri, LETTER);
  await client.until(uri, () => true);
  expect(await client.hover(uri, LETTER, 'Ex. G')).toContain('Gate shut');
  await client.end();
  await expect.poll(() => allBytes(storage)).toContain('Gate shut');

  await folder.write('g.txt', SECOND);
  client = await connect(start);
  await client.open(uri, LETTER);
  await client.until(uri, (all) => codes(all).includes('stale-file'));
  const seen = await client.connection.sendRequest<LookAgainResult>('briefcite/lookAgain', { uri, position });
  expect(seen).toMatchObject({
    told: expect.arrayContaining(['Since then it was changed: the words of page 2 are not those of then.']),
    texts: {
      before: '[page 1]\nGate open.\n\n[page 2]\nGate shut.\n',
      now: '[page 1]\nGate open.\n\n[page 2]\nGate ajar.\n',
    },
  });

  // From the moment that the manifest protects the paper no word of it lies in the storage folder.
  const manifest = folder.uri('exhibits.yaml');
  await client.open(manifest, MANIFEST.replace('title: Log', 'sealed: true'), 'yaml');
  // The finding is the same as before, so it does not tell when the manifest has been read again.
  const { connection } = client;
  const again = async (): Promise<string> =>
    JSON.stringify(await connection.sendRequest<LookAgainResult>('briefcite/lookAgain', { uri, position }));
  await expect.poll(again).not.toContain('Gate');
  await expect.poll(() => allBytes(storage)).toBe('');
  expect(await client.connection.sendRequest('briefcite/forgetText')).toEqual({ isDone: true });
  expect(await allBytes(storage)).toBe('');
});

/** The bytes of every file below a folder, one behind the other. */
async function allBytes(path: string): Promise<string> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return (
    await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8').catch(() => '')))
  ).join('');
}
