import { afterEach, expect, test } from 'vitest';
import { type Client, type ClientOptions, codes, connect, Folder } from './client.ts';

const MANIFEST = `version: 1
matter: {parties: [Plaintiffs, {Meta: {role: Defendant}}], courtlistener: 67569326}
docket:
  315: {title: Discovery order, by: "Hixson, M.J.", filed: 2024-12-06, file: docket/315.txt}
  316: {title: Order without a file}
  400: {title: Sealed paper, sealed: true, file: docket/315.txt}
exhibits:
  B: {title: Email, file: exhibits/B.txt}
`;
const PAGES = 'First page.\n\fSecond page, with [words](command:evil).\n\fThird page.\n';
const LETTER =
  'December 20, 2024\n\nThe Court held so. Dkt. No. 315 at 2. It went on. Id. at 3. See Ex. B. But see Dkt. No. 316.\n';
const MISSING = `${LETTER}There is Ex. Q too.\n`;

let folder: Folder | undefined;
let client: Client | undefined;
afterEach(async () => {
  await client?.end();
  await folder?.remove();
});

async function start(files: Readonly<Record<string, string>>, options: Partial<ClientOptions> = {}) {
  folder = await Folder.make(files);
  client = await connect({ folders: [folder.path], ...options });
  return { folder, client };
}

const FILES = { 'exhibits.yaml': MANIFEST, 'docket/315.txt': PAGES, 'exhibits/B.txt': 'An email.' };

test('a hover shows the paper and its page, and a definition leads there', async () => {
  const { folder, client } = await start(FILES);
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  const hover = await client.hover(uri, LETTER, '315 at 2');
  expect(hover).toContain('**Dkt\\. No\\. 315 at 2** · Discovery order');
  expect(hover).toContain('> Second page, with \\[words\\]\\(command\\:evil\\)\\.');
  expect(hover).toContain(`[Open at page 2](${folder.uri('docket/315.txt')}#L2)`);
  expect(await client.definition(uri, LETTER, '315 at 2')).toMatchObject([
    { targetUri: folder.uri('docket/315.txt'), targetRange: { start: { line: 1 } } },
  ]);
  const id = LETTER.indexOf('Id.') - LETTER.lastIndexOf('\n', LETTER.indexOf('Id.')) - 1;
  expect(await client.definition(uri, LETTER, 'Id. at 3')).toMatchObject([
    {
      targetUri: folder.uri('docket/315.txt'),
      targetRange: { start: { line: 2 } },
      originSelectionRange: { start: { line: 2, character: id }, end: { line: 2, character: id + 'Id. at 3'.length } },
    },
  ]);
});

test('a paper without a file leads to its entry; a declaration always does', async () => {
  const { folder, client } = await start(FILES);
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  const entry = [{ targetUri: folder.uri('exhibits.yaml'), targetRange: { start: { line: 4, character: 2 } } }];
  expect(await client.definition(uri, LETTER, 'No. 316')).toMatchObject(entry);
  const declared = await client.definition(uri, LETTER, '315 at 2', 'textDocument/declaration');
  expect(declared).toMatchObject([
    { targetUri: folder.uri('exhibits.yaml'), targetRange: { start: { line: 3, character: 2 } } },
  ]);
});

test('only our own opening command stands in a hover, with an id that only the server can read', async () => {
  const { folder, client } = await start(FILES, { initializationOptions: { trustedCommands: ['briefcite.open'] } });
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  const hover = (await client.hover(uri, LETTER, '315 at 2')) ?? '';
  const links = [...hover.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map((match) => match[1] ?? '');
  const commands = links.filter((link) => !link.startsWith('https://www.courtlistener.com/'));
  expect(commands.length).toBe(2);
  for (const link of commands) expect(link).toMatch(/^command:briefcite\.open\?%5B%22p\d+%22%5D$/);
  const id = JSON.parse(decodeURIComponent(commands[0]?.split('?')[1] ?? ''))[0];
  expect(await client.connection.sendRequest('briefcite/open', { id })).toMatchObject({
    uri: folder.uri('docket/315.txt'),
    range: { start: { line: 1, character: 0 } },
  });
  expect(await client.connection.sendRequest('briefcite/open', { id: 'p999' })).toBeNull();
});

test('of a sealed paper no word is shown', async () => {
  const { folder, client } = await start(FILES);
  const uri = folder.uri('letter.brief');
  const text = 'Dkt. No. 400 at 2 says so.';
  await client.open(uri, text);
  const hover = await client.hover(uri, text, '400');
  expect(hover).toContain('Sealed paper');
  expect(hover).not.toContain('Second page');
});

test('findings come with the version, and leave when the mistake does', async () => {
  const { folder, client } = await start(FILES);
  const uri = folder.uri('letter.brief');
  await client.open(uri, MISSING);
  const found = await client.until(uri, (all) => codes(all).includes('unresolved-citation'));
  expect(found[0]).toMatchObject({ source: 'Briefcite', code: 'unresolved-citation' });
  expect(client.published.get(uri)?.version).toBe(1);
  await client.change(uri, LETTER);
  await client.until(uri, (all, version) => !codes(all).includes('unresolved-citation') && version === 2);
  const before = client.publications;
  await client.change(uri, `${LETTER}\nWords.`);
  await client.hover(uri, LETTER, '315 at 2');
  expect(client.publications).toBe(before);
});

test('an open manifest counts with its unsaved edits; closed without saving, the disk counts again', async () => {
  const { folder, client } = await start(FILES);
  const [uri, manifest] = [folder.uri('letter.brief'), folder.uri('exhibits.yaml')];
  await client.open(uri, MISSING);
  await client.until(uri, (all) => codes(all).includes('unresolved-citation'));
  await client.open(manifest, MANIFEST, 'yaml');
  await client.change(manifest, `${MANIFEST}  Q: {title: Now it is there}\n`);
  await client.until(uri, (all) => !codes(all).includes('unresolved-citation'));
  await client.close(manifest);
  await client.until(uri, (all) => codes(all).includes('unresolved-citation'));
});

test('a broken manifest is one finding on it, no citation is called missing, navigation goes on; mended, all is right', async () => {
  const { folder, client } = await start(FILES);
  const [uri, manifest] = [folder.uri('letter.brief'), folder.uri('exhibits.yaml')];
  await client.open(uri, MISSING);
  await client.until(uri, (all) => codes(all).includes('unresolved-citation'));
  await folder.write('exhibits.yaml', `${MANIFEST}  C: {title: "not closed\n`);
  await client.changedOnDisk(manifest);
  await client.until(manifest, (all) => codes(all).join() === 'manifest-invalid');
  await client.until(uri, (all) => !codes(all).includes('unresolved-citation'));
  expect(await client.definition(uri, MISSING, '315 at 2')).toMatchObject([
    { targetUri: folder.uri('docket/315.txt') },
  ]);
  await folder.write('exhibits.yaml', MANIFEST);
  await client.changedOnDisk(manifest);
  await client.until(uri, (all) => codes(all).includes('unresolved-citation'));
  await client.until(manifest, (all) => !codes(all).includes('manifest-invalid'));
});

test('a manifest that was never readable calls nothing missing', async () => {
  const { folder, client } = await start({ 'exhibits.yaml': 'docket: {315: [\n' });
  const uri = folder.uri('letter.brief');
  await client.open(uri, MISSING);
  await client.until(folder.uri('exhibits.yaml'), (all) => codes(all).join() === 'manifest-invalid');
  expect(codes(client.published.get(uri)?.diagnostics ?? [])).not.toContain('unresolved-citation');
});

test("somebody else's exhibits.yaml is left alone, and the search goes on above it", async () => {
  const { folder, client } = await start({ ...FILES, 'motion/exhibits.yaml': 'animals: [cat, dog]\n' });
  const uri = folder.uri('motion/letter.brief');
  await client.open(uri, LETTER);
  expect(await client.hover(uri, LETTER, '315 at 2')).toContain('Discovery order');
  expect(client.published.get(folder.uri('motion/exhibits.yaml'))?.diagnostics ?? []).toEqual([]);
});

test('two folders, two matters: each draft is answered by its own', async () => {
  const { folder } = await start(
    {
      'a/exhibits.yaml': 'docket: {315: Order of A}\n',
      'b/exhibits.yaml': 'docket: {315: Order of B}\n',
      'b/motion/exhibits.yaml': 'extends: ../exhibits.yaml\ndocket: {7: Motion}\n',
    },
    { folders: [] },
  );
  const other = await connect({ folders: [folder.at('a'), folder.at('b')] });
  const text = 'Dkt. No. 315. Dkt. No. 7.';
  for (const name of ['a', 'b', 'b/motion']) await other.open(folder.uri(`${name}/x.brief`), text);
  expect(await other.hover(folder.uri('a/x.brief'), text, '315')).toContain('Order of A');
  expect(await other.hover(folder.uri('b/x.brief'), text, '315')).toContain('Order of B');
  expect(await other.hover(folder.uri('b/motion/x.brief'), text, '315')).toContain('Order of B');
  expect(await other.hover(folder.uri('b/motion/x.brief'), text, 'No. 7')).toContain('Motion');
  await other.end();
});

test('a manifest above the workspace folder is never looked at, one that extends outside it is a finding', async () => {
  const { folder } = await start({ 'exhibits.yaml': MANIFEST, 'open/letter.brief': '' }, { folders: [] });
  const other = await connect({ folders: [folder.at('open')] });
  const uri = folder.uri('open/letter.brief');
  await other.open(uri, LETTER);
  expect(await other.hover(uri, LETTER, '315 at 2')).not.toContain('Discovery order');
  await folder.write('open/exhibits.yaml', 'extends: ../exhibits.yaml\ndocket: {7: Motion}\n');
  await other.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uri('open/exhibits.yaml'), type: 1 }],
  });
  await other.until(folder.uri('open/exhibits.yaml'), (all) => codes(all).includes('file-not-allowed'));
  await other.end();
});

test('Markdown and plain text are served only below a manifest; an exhibit is no draft', async () => {
  const { folder, client } = await start({ ...FILES, 'below/x.md': '' });
  await client.open(folder.uri('notes.md'), MISSING, 'markdown');
  await client.until(folder.uri('notes.md'), (all) => codes(all).includes('unresolved-citation'));
  await client.open(folder.uri('exhibits/B.txt'), MISSING, 'plaintext');
  expect(await client.hover(folder.uri('exhibits/B.txt'), MISSING, '315 at 2')).toBeUndefined();
  const other = await connect({ folders: [folder.at('below')] });
  await other.open(folder.uri('below/x.md'), MISSING, 'markdown');
  expect(await other.hover(folder.uri('below/x.md'), MISSING, '315 at 2')).toBeUndefined();
  expect(other.published.get(folder.uri('below/x.md'))).toBeUndefined();
  await other.end();
});

test('an exhibit that changes on the disk is read again, and only cited ones are read', async () => {
  const { folder, client } = await start(FILES);
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  expect(await client.hover(uri, LETTER, '315 at 2')).toContain('Second page');
  await folder.write('docket/315.txt', 'First.\n\fAnother second page, longer.\n');
  await client.changedOnDisk(folder.uri('docket/315.txt'));
  // The next request is answered after the notification: what it needs is read by then, or the old state is still whole.
  await expect.poll(() => client.hover(uri, LETTER, '315 at 2')).toContain('Another second page');
});

test('folders of exhibits are watched, also outside the workspace', async () => {
  const outside = await Folder.make({ 'C.txt': 'Outside.' });
  const manifest = `${MANIFEST}  C: {file: "${outside.at('C.txt')}"}\n`;
  const { folder, client } = await start({ ...FILES, 'exhibits.yaml': manifest });
  const uri = folder.uri('letter.brief');
  const text = 'See Ex. C at 1.';
  await client.open(uri, text);
  expect(await client.hover(uri, text, 'Ex. C')).toContain('lies outside');
  client.settings = { exhibitFolders: [outside.path] };
  await client.configure(client.settings);
  await expect.poll(() => client.hover(uri, text, 'Ex. C')).not.toContain('lies outside');
  await client.event(() => JSON.stringify(client.watched).includes(outside.uri('.').replace(/\/\.?$/, '')));
  await outside.remove();
});

test('settings: severity, off, malformed, null; and again when they change', async () => {
  const { folder, client } = await start(FILES, {
    settings: { rules: { 'unresolved-citation': 'hint', nonsense: 7 } },
  });
  const uri = folder.uri('letter.brief');
  await client.open(uri, MISSING);
  await client.until(uri, (all) => all.some(({ code, severity }) => code === 'unresolved-citation' && severity === 4));
  expect(client.log.join('\n')).toContain('briefcite.rules');
  await client.configure({ rules: { 'unresolved-citation': 'off' } });
  await client.until(uri, (all) => !codes(all).includes('unresolved-citation'));
  await client.configure(null);
  await client.until(uri, (all) => all.some(({ code, severity }) => code === 'unresolved-citation' && severity === 1));
});

test('the manifest that the setting names is used, wherever it is', async () => {
  const { folder, client } = await start(
    { 'record.yml': 'docket: {315: Named order}\n', 'exhibits.yaml': MANIFEST },
    { settings: { manifest: 'record.yml' } },
  );
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  expect(await client.hover(uri, LETTER, '315 at 2')).toContain('Named order');
});

test('no text of a draft or exhibit is ever in the log', async () => {
  const { folder, client } = await start(FILES);
  const uri = folder.uri('letter.brief');
  await client.open(uri, `${LETTER}${'Dkt. No. 315 at 2. '.repeat(20_000)}`);
  await client.hover(uri, LETTER, '315 at 2');
  expect(client.log.join('\n')).not.toMatch(/Second page|held so|Discovery order/);
});

test('hovers outside every citation and in closed documents are empty', async () => {
  const { folder, client } = await start(FILES);
  const uri = folder.uri('letter.brief');
  expect(await client.hover(uri, LETTER, '315 at 2')).toBeUndefined();
  await client.open(uri, LETTER);
  expect(await client.hover(uri, LETTER, 'December')).toBeUndefined();
  await client.close(uri);
  expect(await client.hover(uri, LETTER, '315 at 2')).toBeUndefined();
});

test('for a client that watches no files, saving a draft looks at the disk again', async () => {
  const capabilities = { textDocument: { hover: { contentFormat: ['plaintext' as const] } } };
  const { folder, client } = await start(FILES, { capabilities });
  const uri = folder.uri('letter.brief');
  await client.open(uri, MISSING);
  await client.until(uri, (all) => codes(all).includes('unresolved-citation'));
  expect(await client.hover(uri, MISSING, '315 at 2')).toContain('Second page, with [words](command:evil).');
  await folder.write('exhibits.yaml', `${MANIFEST}  Q: {title: Now it is there}\n`);
  await client.save(uri);
  await client.until(uri, (all) => !codes(all).includes('unresolved-citation'));
});

test('a folder that is opened later brings its matter; a draft that has no file is read all the same', async () => {
  const { folder, client } = await start({ 'a/x.brief': '', 'b/exhibits.yaml': MANIFEST }, { folders: [] });
  const [uri, text] = [folder.uri('b/motions/x.brief'), 'See Dkt. No. 316.'];
  await client.open(uri, text);
  await client.open('untitled:Untitled-1', text);
  expect(await client.hover(uri, text, '316')).toContain('No manifest');
  expect(await client.hover('untitled:Untitled-1', text, '316')).toContain('No manifest');
  const added = [{ uri: folder.uri('b'), name: 'b' }];
  client.folders = added;
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
  await expect.poll(() => client.hover(uri, text, '316')).toContain('Order without a file');
});
