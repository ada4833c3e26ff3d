import { afterEach, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type Range,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import { CAPABILITIES, type Client, codes, connect, Folder } from './client.ts';

const MANIFEST = 'docket:\n  279: {title: Letter}\n';
const LETTER = 'Dear Judge Roe:\n\nSee Dkt. No. 297 at 9.\n';
const AT_NUMBER: Range = { start: { line: 2, character: 15 }, end: { line: 2, character: 15 } };
const CAPABLE: ClientCapabilities = {
  ...CAPABILITIES,
  workspace: { ...CAPABILITIES.workspace, workspaceEdit: { documentChanges: true } },
};

let folder: Folder | undefined;
let client: Client | undefined;
afterEach(async () => {
  await client?.end();
  await folder?.remove();
});

async function start(capabilities = CAPABLE): Promise<{ folder: Folder; client: Client; uri: string }> {
  folder = await Folder.make({ 'exhibits.yaml': MANIFEST });
  client = await connect({ folders: [folder.path], capabilities });
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  await client.until(uri, (all) => codes(all).includes('unresolved-citation'));
  return { folder, client, uri };
}

async function actions(client: Client, uri: string, range = AT_NUMBER, only?: string[]): Promise<CodeAction[] | null> {
  const context = { diagnostics: [], ...(only && { only }) };
  return client.connection.sendRequest<CodeAction[] | null>(CodeActionRequest.method, {
    textDocument: { uri },
    range,
    context,
  });
}

test('the server says which kinds of actions it has', async () => {
  folder = await Folder.make({});
  client = await connect({ folders: [folder.path] });
  expect(client.initialized).toMatchObject({
    capabilities: { codeActionProvider: { codeActionKinds: ['quickfix', 'refactor'] } },
  });
});

test("where a setting says whose side we are on, fixes are offered in our section and none in the other side's", async () => {
  folder = await Folder.make({ 'exhibits.yaml': MANIFEST });
  client = await connect({ folders: [folder.path], capabilities: CAPABLE, settings: { we: 'Plaintiffs' } });
  const uri = folder.uri('letter.brief');
  await client.open(uri, "PLAINTIFFS' STATEMENT\n\nSee Dkt. No. 297.\n\nACME'S STATEMENT\n\nSee Dkt. No. 298.\n");
  await client.until(uri, (all) => all.length === 2);
  const titlesAt = async (line: number): Promise<readonly string[] | undefined> => {
    const place = { line, character: 15 };
    return client && (await actions(client, uri, { start: place, end: place }))?.map(({ title }) => title);
  };
  expect(await titlesAt(2)).toContain('Ignore unresolved-citation on this line');
  expect(await titlesAt(6)).toEqual([]);
});

test('a fix names its finding and the version that it changes', async () => {
  const { client, uri } = await start();
  const [first] = (await actions(client, uri)) ?? [];
  expect(first).toEqual({
    title: 'Change to Dkt. No. 279',
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: client.published.get(uri)?.diagnostics,
    edit: {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [{ range: { start: { line: 2, character: 13 }, end: { line: 2, character: 16 } }, newText: '279' }],
        },
      ],
    },
  });
});

test('a client that takes no versions gets plain changes', async () => {
  const { client, uri } = await start(CAPABILITIES);
  const [first] = (await actions(client, uri)) ?? [];
  expect(Object.keys(first?.edit?.changes ?? {})).toEqual([uri]);
});

test('nothing where no finding is, where other kinds are asked for, and in a manifest', async () => {
  const { folder, client, uri } = await start();
  const first = { line: 0, character: 0 };
  expect(await actions(client, uri, { start: first, end: first })).toEqual([]);
  expect(await actions(client, uri, AT_NUMBER, ['source.organizeImports'])).toBeNull();
  expect((await actions(client, uri, AT_NUMBER, ['quickfix']))?.length).toBeGreaterThan(0);
  await client.open(folder.uri('exhibits.yaml'), MANIFEST, 'yaml');
  expect(await actions(client, folder.uri('exhibits.yaml'))).toBeNull();
});

test('an entry is written into the manifest, with the version that the editor holds; then the finding is gone', async () => {
  const { folder, client, uri } = await start();
  const manifest = folder.uri('exhibits.yaml');
  const addition = async (): Promise<TextDocumentEdit | undefined> => {
    const found = (await actions(client, uri))?.find(({ title }) => title === 'Add Dkt. No. 297 to the manifest');
    const [edit] = found?.edit?.documentChanges ?? [];
    return edit && 'edits' in edit ? edit : undefined;
  };
  const end = { line: 1, character: 22 };
  const edits = [{ range: { start: end, end }, newText: '\n  297: {}' }];
  expect(await addition()).toEqual({ textDocument: { uri: manifest, version: null }, edits });
  await client.open(manifest, MANIFEST, 'yaml');
  await client.change(manifest, MANIFEST);
  await client.hover(uri, LETTER, '297');
  expect(await addition()).toEqual({ textDocument: { uri: manifest, version: 2 }, edits });
  await client.change(manifest, `${MANIFEST.trimEnd()}\n  297: {}\n`);
  await client.until(uri, (all) => !codes(all).includes('unresolved-citation'));
});

test('while the manifest is broken no fix touches it', async () => {
  const { folder, client, uri } = await start();
  const manifest = folder.uri('exhibits.yaml');
  await client.open(manifest, `${MANIFEST}  12: {`, 'yaml');
  await client.until(manifest, (all) => codes(all).includes('manifest-invalid'));
  await client.until(uri, (all) => all.length === 0);
  expect(await actions(client, uri)).toEqual([]);
});

test('a citation that the record answers can be marked from the menu, in an editor that has the command', async () => {
  folder = await Folder.make({ 'exhibits.yaml': MANIFEST });
  client = await connect({ folders: [folder.path], initializationOptions: { commands: ['briefcite.markChecked'] } });
  const uri = folder.uri('letter.brief');
  const text = 'See Dkt. No. 279 at 9. But see Dkt. No. 999. *Id.* at 4; Dkt. No. 279.\n';
  await client.open(uri, text);
  await client.until(uri, (all) => codes(all).includes('unresolved-citation'));
  const at = (words: string, length = 0): Range => {
    const character = text.indexOf(words);
    return { start: { line: 0, character }, end: { line: 0, character: character + length } };
  };
  const marks = async (range: Range, only?: string[]): Promise<readonly CodeAction[]> =>
    ((await (client && actions(client, uri, range, only))) ?? []).filter(({ kind }) => kind === 'refactor');
  expect(await marks(at('279'))).toEqual([
    {
      title: 'Mark Dkt. No. 279 at 9 as checked ...',
      kind: 'refactor',
      command: {
        title: 'Mark Dkt. No. 279 at 9 as checked ...',
        command: 'briefcite.markChecked',
        arguments: [uri, at('279')],
      },
    },
  ]);
  expect((await marks(at('See', text.length - 1))).map(({ title }) => title)).toEqual([
    'Mark 2 citations as checked ...',
  ]);
  expect(await marks(at('999'))).toEqual([]);
  expect(await marks(at('But'))).toEqual([]);
  expect(await marks(at('279'), ['quickfix'])).toEqual([]);
  expect((await marks(at('279'), ['refactor'])).length).toBe(1);

  const { range, by } = { range: at('279'), by: 'J.S.' };
  await client.connection.sendRequest('briefcite/mark', { uri, range, verdict: 'supports', by });
  expect((await marks(at('279'))).map(({ title }) => title)).toEqual(['Mark Dkt. No. 279 at 9 as checked again ...']);
});
