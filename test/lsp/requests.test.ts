import { afterEach, expect, test } from 'vitest';
import { rulesPage } from '../../server/src/lint/rulesPage.ts';
import type { CheckAllResult, CitationsResult, ManifestResult, StatusParams } from '../../server/src/lsp/messages.ts';
import { type Client, type ClientOptions, codes, connect, Folder } from './client.ts';

const MANIFEST = `docket:
  12: {title: Old order, supersededBy: Dkt. No. 15}
  15: {title: Order}
`;
const LETTER = 'See Dkt. No. 12. But see Dkt. No. 16, and RFP 4.\n';

let folder: Folder | undefined;
let client: Client | undefined;
afterEach(async () => {
  await client?.end();
  await folder?.remove();
});

async function start(files: Readonly<Record<string, string>>, options: Partial<ClientOptions> = {}) {
  folder = await Folder.make(files);
  client = await connect({ folders: [folder.path], ...options });
  const statuses: StatusParams[] = [];
  client.connection.onNotification('briefcite/status', (status: StatusParams) => void statuses.push(status));
  return { folder, client, statuses };
}

test('a client that shows it is told what was found in a draft, and nobody else', async () => {
  const { folder, client, statuses } = await start(
    { 'exhibits.yaml': MANIFEST },
    { initializationOptions: { status: true } },
  );
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  await client.until(uri, (found) => found.length === 3);
  // Requests are answered in order: what was sent before has arrived.
  await client.connection.sendRequest('briefcite/citations', { uri });
  expect(statuses.at(-1)).toEqual({
    uri,
    citations: 3,
    unresolved: 2,
    ambiguous: 0,
    stale: 1,
    toLookAt: 3,
    checked: 0,
    toCheck: 1,
    manifest: 'read',
  });
  // Words that change nothing of it are no news; a draft that is opened again is.
  const told = statuses.length;
  await client.change(uri, LETTER.replace('But see', 'But see also'));
  await client.until(uri, (found, version) => found.length === 3 && version === 2);
  await client.connection.sendRequest('briefcite/citations', { uri });
  expect(statuses).toHaveLength(told);
  await client.close(uri);
  await client.until(uri, (found) => found.length === 0);
  await client.open(uri, LETTER);
  await client.until(uri, (found) => found.length === 3);
  await client.connection.sendRequest('briefcite/citations', { uri });
  expect(statuses).toHaveLength(told + 1);
  const silent = await connect({ folders: [folder.path] });
  const heard: unknown[] = [];
  silent.connection.onNotification('briefcite/status', (status) => void heard.push(status));
  await silent.open(uri, LETTER);
  await silent.until(uri, (found) => found.length === 3);
  await silent.connection.sendRequest('briefcite/citations', { uri });
  expect(heard).toEqual([]);
  await silent.end();
});

test("a finding's code leads to its part of the page of rules, where the client brings one", async () => {
  const { folder, client } = await start(
    { 'exhibits.yaml': MANIFEST },
    { initializationOptions: { rulesPage: 'file:///rules.md' } },
  );
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  const [stale] = await client.until(uri, (found) => found.length === 3);
  const line = rulesPage().split('\n').indexOf('## stale-citation (warning)') + 1;
  expect(line).toBeGreaterThan(0);
  expect(stale?.codeDescription).toEqual({ href: `file:///rules.md#L${line}` });
});

test('the list of citations says what answers each, and what was found', async () => {
  const { folder, client } = await start({ 'exhibits.yaml': MANIFEST });
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  const list = await client.connection.sendRequest<CitationsResult>('briefcite/citations', { uri });
  expect(list.map(({ words, answer }) => [words, answer])).toEqual([
    ['Dkt. No. 12', 'Dkt. No. 12'],
    ['Dkt. No. 16', 'not in the manifest'],
    ['RFP 4', 'not in the manifest'],
  ]);
  expect(list.map(({ finding }) => finding?.split('.')[0])).toEqual(['Dkt', 'Dkt', 'RFP 4 is not in the manifest']);
  expect(list[1]?.range).toEqual({ start: { line: 0, character: 25 }, end: { line: 0, character: 36 } });
  expect(await client.connection.sendRequest('briefcite/citations', { uri: 'file:///not-open.brief' })).toBeNull();
});

test('the manifest of a draft is named, and where there is none one to begin with is offered', async () => {
  const { folder, client } = await start({ 'a/exhibits.yaml': MANIFEST });
  const [with_, without] = [folder.uri('a/letter.brief'), folder.uri('b/letter.brief')];
  await client.open(with_, LETTER);
  await client.open(without, LETTER);
  const ask = (uri: string) => client.connection.sendRequest<ManifestResult>('briefcite/manifest', { uri });
  expect(await ask(with_)).toEqual({ uri: folder.uri('a/exhibits.yaml') });
  const { uri, starter = '' } = await ask(without);
  expect(uri).toBe(folder.uri('b/exhibits.yaml'));
  // Once it is there, everything is answered.
  await folder.write('b/exhibits.yaml', starter);
  await client.cameOnDisk(uri);
  await client.until(uri, () => true);
  expect(await ask(without)).toEqual({ uri });
  const list = await client.connection.sendRequest<CitationsResult>('briefcite/citations', { uri: without });
  expect(list.map(({ answer }) => answer)).toEqual(['Dkt. No. 12', 'Dkt. No. 16', 'RFP 4']);
});

test('all drafts are checked, also those that are not open; a changed manifest is heard of', async () => {
  const { folder, client } = await start({
    'exhibits.yaml': MANIFEST,
    'a.brief': LETTER,
    'deep/b.brief.txt': 'See Dkt. No. 17.',
    'node_modules/c.brief': LETTER,
    'notes.txt': LETTER,
  });
  const messages: string[] = [];
  client.connection.onNotification('$/progress', ({ value }: { value: { message: string } }) => {
    messages.push(value.message);
  });
  const total = await client.connection.sendRequest<CheckAllResult>('briefcite/checkAll', { workDoneToken: 'one' });
  expect(total).toEqual({ drafts: 2, citations: 4, toLookAt: 4 });
  expect(messages).toEqual(['a.brief', 'b.brief.txt']);
  expect(codes(await client.until(folder.uri('deep/b.brief.txt'), () => true))).toEqual(['unresolved-citation']);
  await folder.write('exhibits.yaml', `${MANIFEST}  17: {title: Letter}\n`);
  await client.changedOnDisk(folder.uri('exhibits.yaml'));
  await client.until(folder.uri('deep/b.brief.txt'), (found) => found.length === 0);
  expect(client.published.has(folder.uri('node_modules/c.brief'))).toBe(false);
  // Opened and closed, a draft is no longer spoken of.
  await client.open(folder.uri('a.brief'), LETTER);
  await client.connection.sendRequest('briefcite/citations', { uri: folder.uri('a.brief') });
  await client.close(folder.uri('a.brief'));
  await client.until(folder.uri('a.brief'), (found) => found.length === 0);
});

test('words of a protected paper are shown once a person asks for them, and withheld again', async () => {
  const manifest = 'docket:\n  15: {title: Order, sealed: true, file: 15.txt}\n';
  const { folder, client } = await start({ 'exhibits.yaml': manifest, '15.txt': 'Zanzibar.\fMore.' });
  const [uri, text] = [folder.uri('letter.brief'), 'See Dkt. No. 15 at 1.\n'];
  await client.open(uri, text);
  const turn = (isOn: unknown) => client.connection.sendNotification('briefcite/protectedPreviews', { isOn });
  expect(await client.hover(uri, text, '15')).not.toContain('Zanzibar');
  await turn(true);
  expect(await client.hover(uri, text, '15')).toContain('Zanzibar');
  await turn(false);
  expect(await client.hover(uri, text, '15')).not.toContain('Zanzibar');
  // Only a plain yes is one.
  await turn('true');
  expect(await client.hover(uri, text, '15')).not.toContain('Zanzibar');
});
