import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { makeDocx, noteMark, paragraph, words } from '../record/readers/makeDocx.ts';
import { makePdf } from '../record/readers/makePdf.ts';
import { body } from '../record/readers/pdfPages.ts';
import { readingHere } from '../record/readers/readingHere.ts';
import { type Client, connect, Folder } from './client.ts';

const MANIFEST = `docket:
  12: {title: Order, file: 12.txt}
  40: {title: Brief, file: filed.pdf}
  41: {title: Secret brief, file: sealed.pdf, sealed: true}
`;
const PAGE = 'The gate was shut at noon and nobody opened it.';

let end: () => Promise<void>;
afterEach(() => end());

async function start() {
  const folder = await Folder.make({ 'exhibits.yaml': MANIFEST, '12.txt': `${PAGE}\fMore.`, 'note.txt': 'Words.' });
  const note = paragraph('Compare Dkt. No. 99 at 4.');
  const draft = paragraph(
    `${words('The gate was shut. Dkt. No. 12 at 1.')}${noteMark(1)}${words(' It rained. Dkt. No. 98.')}`,
  );
  await writeFile(folder.at('reply.docx'), makeDocx({ body: paragraph('Dear Judge Roe:') + draft, footnotes: [note] }));
  const filed = makePdf({
    pages: [{ drawn: body(['The gate was shut. Dkt. No. 97 at 1.']) }, { drawn: [], picture: true }],
  });
  await writeFile(folder.at('filed.pdf'), filed);
  await writeFile(folder.at('sealed.pdf'), filed);
  const client = await connect({ folders: [folder.path], reading: readingHere });
  end = async () => {
    await client.end();
    await folder.remove();
  };
  return { folder, client };
}

const read = (from: Client, uri: string): Promise<{ text: string; why?: string; note?: string }> =>
  from.connection.sendRequest('briefcite/readDraft', { uri });
const shown = (uri: string): string => uri.replace(/^file:\/\//, 'briefcite-draft:');

test('a Word file is read and checked beside the manifest; findings say the paragraph, hovers and definitions work', async () => {
  const { folder, client } = await start();
  const { text } = await read(client, folder.uri('reply.docx'));
  const uri = shown(folder.uri('reply.docx'));
  await client.open(uri, text);
  const diagnostics = await client.until(uri, (all) => all.length === 2);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'Dkt. No. 98 is not in the manifest. (paragraph 2)',
    'Dkt. No. 99 is not in the manifest. (footnote 1)',
  ]);
  expect(await client.hover(uri, text, 'Dkt. No. 12')).toContain('nobody opened it');
  const [place] = await client.definition(uri, text, 'Dkt. No. 12');
  expect(place?.targetUri).toBe(folder.uri('12.txt'));
});

test('no fix is offered for what can not be edited, and a check is kept under the name of the file', async () => {
  const { folder, client } = await start();
  const { text } = await read(client, folder.uri('reply.docx'));
  const uri = shown(folder.uri('reply.docx'));
  await client.open(uri, text);
  const at = text.indexOf('Dkt. No. 12');
  const line = text.slice(0, at).split('\n').length - 1;
  const character = at - text.lastIndexOf('\n', at) - 1;
  const range = { start: { line, character }, end: { line, character } };
  const actions = await client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
  expect(actions).toBeNull();
  const marked = await client.connection.sendRequest('briefcite/mark', {
    uri,
    range,
    verdict: 'supports',
    by: 'J.S.',
  });
  expect(marked).toMatchObject({ marked: 1 });
  expect(await readFile(folder.at('cite-check.yaml'), 'utf8')).toContain('draft: "reply.docx"');
});

test('a brief that is an exhibit, too, is read; pages without words are told; one under seal is not opened', async () => {
  const { folder, client } = await start();
  const { text, note } = await read(client, folder.uri('filed.pdf'));
  expect(note).toBe('Page 2 of filed.pdf has no words that can be read; it was not checked.');
  const uri = shown(folder.uri('filed.pdf'));
  await client.open(uri, text);
  const diagnostics = await client.until(uri, (all) => all.length === 1);
  expect(diagnostics[0]?.message).toBe('Dkt. No. 97 is not in the manifest. (page 1)');
  expect((await read(client, folder.uri('sealed.pdf'))).why).toMatch(
    /^sealed\.pdf is sealed or designated in the manifest; its text is not opened/,
  );
});

test('what is no Word file or PDF, or no file, is a sentence', async () => {
  const { folder, client } = await start();
  for (const uri of [folder.uri('note.txt'), 'https://example.org/a.pdf', 'nonsense'])
    expect((await read(client, uri)).why).toBe('Only Word files (.docx) and PDFs on this computer are read.');
  expect((await read(client, folder.uri('none.docx'))).why).toBe('none.docx is not there.');
});
