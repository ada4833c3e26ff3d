import { mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver/node';
import { FileChangeType } from 'vscode-languageserver/node';
import type { CitationsResult, MarkParams, MarkResult, StatusParams } from '../../server/src/lsp/messages.ts';
import { parseCiteCheck } from '../../server/src/record/citeCheck.ts';
import { type Client, codes, connect, Folder } from './client.ts';

const MANIFEST = `docket:
  279: {title: Letter, file: 279.txt}
  315: {title: Order, file: 315.txt}
  351: {title: Later order}
`;
const LETTER = `The order names the pumps and the logs. Dkt. No. 315 at 2. It also says who keeps the logs. Id. at 1.
But see Dkt. No. 999.
`;
const FILES = {
  'exhibits.yaml': MANIFEST,
  '279.txt': 'One.\fTwo.\f',
  '315.txt': 'The first page.\fThe pumps, and the logs.\f',
  'drafts/letter.brief': LETTER,
};

let folder: Folder | undefined;
let client: Client | undefined;
afterEach(async () => {
  await client?.end();
  await folder?.remove();
});

async function start(files: Readonly<Record<string, string>> = FILES) {
  folder = await Folder.make(files);
  client = await connect({ folders: [folder.path], initializationOptions: { status: true } });
  const statuses: StatusParams[] = [];
  client.connection.onNotification('briefcite/status', (status: StatusParams) => void statuses.push(status));
  const uri = folder.uri('drafts/letter.brief');
  await client.open(uri, LETTER);
  await client.until(uri, (found) => found.length === 1);
  return { folder, client, uri, statuses };
}

/** Marks the citations from one place of the letter to another. */
function mark(words: string, to = words, more: Partial<MarkParams> = {}): Promise<MarkResult | null> {
  const [start, end] = [LETTER.indexOf(words), LETTER.indexOf(to) + (to === words ? 0 : to.length)];
  const place = (offset: number) => ({
    line: LETTER.slice(0, offset).split('\n').length - 1,
    character: offset - (LETTER.lastIndexOf('\n', offset - 1) + 1),
  });
  const range = { start: place(start), end: place(end) };
  const params = { uri: folder?.uri('drafts/letter.brief'), range, verdict: 'supports', by: 'J.S.', ...more };
  return client?.connection.sendRequest('briefcite/mark', params) ?? Promise.resolve(null);
}

async function marksOnDisk() {
  return parseCiteCheck(await readFile(folder?.at('cite-check.yaml') ?? '', 'utf8')).marks;
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test('a citation that a person marks is written down, shown, and noticed when it changes', async () => {
  const { client, uri, statuses } = await start();
  expect(await mark('Id. at 1', 'Id. at 1', { verdict: 'supports in part', note: ' Half of it. ' })).toEqual({
    marked: 1,
    left: 0,
  });
  const [written] = await marksOnDisk();
  expect(written).toMatchObject({
    draft: 'drafts/letter.brief',
    citation: 'Id. at 1',
    source: '/docket/315',
    pin: 'at 1',
  });
  expect(written).toMatchObject({ verdict: 'supports in part', by: 'J.S.', note: 'Half of it.' });
  expect(written?.passage).toMatch(/^[0-9a-f]{14}$/);
  expect(written?.on).toMatch(/^\d{4}-\d\d-\d\d$/);

  const list = await client.connection.sendRequest<CitationsResult>('briefcite/citations', { uri });
  expect(list.map(({ checked, canBeChecked }) => [checked?.verdict, checked?.stale, canBeChecked])).toEqual([
    [undefined, undefined, true],
    ['supports in part', false, true],
    [undefined, undefined, undefined],
  ]);
  const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
    textDocument: { uri },
    range: WHOLE,
  });
  expect(hints.map(({ label, position }) => [label, position.line])).toEqual([['J.S.: supports in part', 0]]);
  expect(hints[0]?.tooltip).toMatch(/^J\.S\. on \w+ \d+, \d{4}: supports in part\.\nHalf of it\.$/);
  await expect.poll(() => statuses.at(-1)).toMatchObject({ checked: 1, toCheck: 2 });

  await client.change(uri, LETTER.replace('It also', 'It was changed in June. Dkt. No. 351. It also'));
  const found = await client.until(uri, (all) => codes(all).includes('id-moved'));
  expect(
    found
      .map(({ message }) => message)
      .map(String)
      .find((one) => one.startsWith('This Id.')),
  ).toMatch(/^This Id\. meant Dkt\. No\. 315 when J\.S\. checked it on .*; now it means Dkt\. No\. 351\.$/);
  expect(
    await client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range: WHOLE }),
  ).toEqual([]);
});

test('a selection marks what the record answers, and says what is left', async () => {
  const { folder } = await start();
  expect(await mark('The order', '999')).toEqual({
    marked: 2,
    left: 1,
    why: expect.stringMatching(/^A citation here can't be marked/),
  });
  expect((await marksOnDisk()).map(({ citation }) => citation).sort()).toEqual(['Dkt. No. 315 at 2', 'Id. at 1']);
  expect(await mark('999')).toMatchObject({ marked: 0, left: 1 });
  expect(await mark('names the')).toMatchObject({ marked: 0, why: 'There is no citation here.' });
  expect(await mark('315', '315', { by: ' ' })).toMatchObject({ marked: 0 });
  // Nothing is left behind beside the file.
  expect((await readdir(folder.path)).filter((name) => name.includes('cite-check'))).toEqual(['cite-check.yaml']);
});

test('marks that are asked for at once are all written', async () => {
  await start();
  const answers = await Promise.all([mark('315 at 2'), mark('Id. at 1'), mark('315 at 2', '315 at 2', { by: 'R.O.' })]);
  expect(answers.map((answer) => answer?.marked)).toEqual([1, 1, 1]);
  expect((await marksOnDisk()).map(({ by, citation }) => `${by} ${citation}`).sort()).toEqual([
    'J.S. Id. at 1',
    'R.O. Dkt. No. 315 at 2',
  ]);
});

test("another person's marks and a changed exhibit count as soon as they are on the disk", async () => {
  const { client, folder, uri, statuses } = await start();
  await mark('315 at 2');
  const text = await readFile(folder.at('cite-check.yaml'), 'utf8');
  const changed = (name: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri(name), type: FileChangeType.Changed }],
    });
  await folder.write('315.txt', 'The first page.\fThe pumps, and no logs.\f');
  await changed('315.txt');
  const found = await client.until(uri, (all) => codes(all).includes('stale-check'));
  expect(found.map(({ message }) => message).join()).toContain('the words of Dkt. No. 315 at 2 have changed since.');
  // Checked again: the mark that no longer held is gone.
  expect(await mark('315 at 2', '315 at 2', { by: 'R.O.' })).toEqual({ marked: 1, left: 0 });
  expect((await marksOnDisk()).map(({ by }) => by)).toEqual(['R.O.']);
  await client.until(uri, (all) => !codes(all).includes('stale-check'));

  await folder.write('cite-check.yaml', `${text}  - {broken\n`);
  await changed('cite-check.yaml');
  const [problem] = await client.until(folder.uri('cite-check.yaml'), (all) => all.length === 1);
  expect(problem?.message).toMatch(/no check in it counts/);
  await client.connection.sendRequest('briefcite/citations', { uri });
  await expect.poll(() => statuses.at(-1)).toMatchObject({ checked: 0 });
  expect(await mark('315 at 2')).toMatchObject({ marked: 0, why: expect.stringMatching(/Mend it first/) });
  expect(await readFile(folder.at('cite-check.yaml'), 'utf8')).toBe(`${text}  - {broken\n`);
});

test.runIf(process.platform !== 'win32')('a link in the place of the file is not written through', async () => {
  const { folder } = await start();
  const outside = await Folder.make({ 'precious.yaml': 'marks: []\n' });
  await symlink(outside.at('precious.yaml'), folder.at('cite-check.yaml'));
  expect(await mark('315 at 2')).toMatchObject({ marked: 0, why: expect.any(String) });
  await rm(folder.at('cite-check.yaml'));
  await symlink(folder.at('315.txt'), folder.at('cite-check.yaml'));
  expect(await mark('315 at 2')).toMatchObject({ marked: 0, why: expect.any(String) });
  await rm(folder.at('cite-check.yaml'));
  await mkdir(join(folder.path, 'cite-check.yaml'));
  expect(await mark('315 at 2')).toMatchObject({ marked: 0, why: expect.any(String) });
  expect(await readFile(outside.at('precious.yaml'), 'utf8')).toBe('marks: []\n');
  expect(await readFile(folder.at('315.txt'), 'utf8')).toBe(FILES['315.txt']);
  await outside.remove();
});
