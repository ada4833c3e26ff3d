import { writeFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { greyPng } from '../../server/src/files/greyPng.ts';
import type { ExhibitReading } from '../../server/src/files/readPages.ts';
import type { ExhibitResult, PassageResult, QuoteResult, RenditionResult } from '../../server/src/lsp/messages.ts';
import { lookAtPage } from '../../server/src/record/readers/pdf/pageLook.ts';
import { makePdf } from '../record/readers/makePdf.ts';
import { PDF_LIMITS, readPdf } from '../record/readers/pdfFixtures.ts';
import { body, transcriptPage, WORDS } from '../record/readers/pdfPages.ts';
import { type Client, type ClientOptions, connect, Folder } from './client.ts';

const MANIFEST = `docket:
  315: {title: Order, file: 315.pdf}
  400: {title: Sealed, sealing: granted, file: 400.pdf}
exhibits:
  B: {title: Hale deposition, file: hale.pdf}
`;
const LETTER = `"nobody on the pier answered either of them" Dkt. No. 315 at 12.
Ex. B at 141:3-7. Dkt. No. 400 at 1. Dkt. No. 315 at 11.
`;

const reading: ExhibitReading = {
  read: (_, bytes) => readPdf(bytes),
  look: async (_, bytes, question) => {
    const { boxes, picture } = await lookAtPage(bytes, question, PDF_LIMITS);
    return { boxes, ...(picture && { png: greyPng(picture) }) };
  },
};

let folder: Folder;
let client: Client;
afterEach(async () => {
  await client.end();
  await folder.remove();
});

async function start(options: ClientOptions = {}): Promise<string> {
  folder = await Folder.make({ 'exhibits.yaml': MANIFEST });
  const pages = [11, 12].map((number) => ({ drawn: [...body(WORDS), { x: 300, y: 40, text: String(number) }] }));
  const third = { drawn: [...body(WORDS), { x: 300, y: 40, text: '13' }] };
  await writeFile(folder.at('315.pdf'), makePdf({ pages: [...pages, third] }));
  await writeFile(
    folder.at('400.pdf'),
    makePdf({ pages: [{ drawn: body(['The mondraute grows there.', ...WORDS]) }] }),
  );
  await writeFile(folder.at('hale.pdf'), makePdf({ pages: [140, 141, 142].map((page) => transcriptPage(page)) }));
  const initializationOptions = { exhibitViewer: true, hoverPictures: true };
  client = await connect({ folders: [folder.path], initializationOptions, reading, ...options });
  const uri = folder.uri('letter.brief');
  await client.open(uri, LETTER);
  await client.until(uri, () => true);
  return uri;
}

const inViewer = (name: string): string => folder.uri(name).replace('file://', 'briefcite-exhibit:');
const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest(method, params);

test('a definition leads to the passage in the viewer, and the viewer learns where on the page it stands', async () => {
  const uri = await start();
  const [link] = await client.definition(uri, LETTER, '315 at 12');
  expect(link?.targetUri).toBe(inViewer('315.pdf').replace('exhibit:', 'exhibit://'));
  const text = (await ask<RenditionResult>('briefcite/rendition', { uri: inViewer('315.pdf') })).text.split('\n');
  const range = link?.targetRange;
  expect(text[range?.start.line ?? -1]?.slice(range?.start.character, range?.end.character)).toBe(
    'nobody on the pier answered either of them',
  );
  // With one slash or three: both are written.
  for (const address of [link?.targetUri, inViewer('315.pdf')]) {
    const passage = await ask<PassageResult>('briefcite/passage', { uri: address, range });
    expect(passage).toMatchObject({ page: 2, boxes: [{}] });
  }
});

test('"cited in" lists the citations of the open drafts with their pages', async () => {
  const uri = await start();
  await client.hover(uri, LETTER, 'Ex. B');
  const exhibit = await ask<ExhibitResult>('briefcite/exhibit', { uri: inViewer('315.pdf') });
  expect(exhibit).toMatchObject({ title: 'Dkt. No. 315 · Order', isProtected: false });
  expect(exhibit.citedIn.map(({ words, page, uri: draft }) => [words, page, draft])).toEqual([
    ['Dkt. No. 315 at 12', 2, uri],
    ['Dkt. No. 315 at 11', 1, uri],
  ]);
  const quote = { uri: inViewer('hale.pdf'), page: 2, words: 'A. I saw him at the desk' };
  expect((await ask<QuoteResult>('briefcite/quote', quote)).text).toMatch(/^"A\. I saw .*" Ex\. B at 141:\d+$/);
});

test('a hover has a picture of the passage; where only a page is cited, or a client or person wants none, it has not', async () => {
  const uri = await start();
  const hover = await waitForPicture(uri, 'Ex. B');
  expect(hover).toMatch(
    /!\[Picture of page 2 of the file, the cited words marked\]\(data:image\/png;base64,[\w+/=]+\|width=500\)/,
  );
  expect(hover?.length).toBeLessThan(70_000);
  expect(await client.hover(uri, LETTER, '315 at 11')).not.toContain('data:');
  await client.end();
  await folder.remove();
  await start({ settings: { hoverPictures: false } });
  for (let time = 0; time < 3; time++)
    expect(await client.hover(folder.uri('letter.brief'), LETTER, 'Ex. B')).not.toContain('data:');
  await client.end();
  await folder.remove();
  await start({ initializationOptions: {} });
  expect(await client.hover(folder.uri('letter.brief'), LETTER, 'Ex. B')).not.toContain('data:');
  const [link] = await client.definition(folder.uri('letter.brief'), LETTER, '315 at 12');
  expect(link?.targetUri).toBe(folder.uri('315.pdf'));
});

/** The first hover need not wait for its picture; a later one has it. */
async function waitForPicture(uri: string, words: string): Promise<string | undefined> {
  for (;;) {
    const hover = await client.hover(uri, LETTER, words);
    if (hover?.includes('data:')) return hover;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('of a protected paper there is no picture, no text for a peek, and a quotation inside a mark', async () => {
  const uri = await start();
  for (let time = 0; time < 3; time++) expect(await client.hover(uri, LETTER, '400')).not.toContain('data:');
  const paper = { uri: inViewer('400.pdf') };
  expect((await ask<RenditionResult>('briefcite/rendition', paper)).text).toMatch(/^This paper is protected\./);
  expect(JSON.stringify(await ask('briefcite/exhibit', paper))).not.toContain('mondraute');
  const quote = { ...paper, page: 1, words: 'The mondraute' };
  expect(await ask('briefcite/quote', quote)).toEqual({ text: '[[redact: "The mondraute"]] Dkt. No. 400 at 1' });
});

test('of a file that is no exhibit nothing is told, and none is opened', async () => {
  await start();
  await writeFile(folder.at('other.pdf'), makePdf({ pages: [{ drawn: body(WORDS) }] }));
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
  for (const uri of [inViewer('other.pdf'), folder.uri('315.pdf'), 'briefcite-exhibit:', 'nonsense']) {
    expect(await ask('briefcite/exhibit', { uri })).toBeNull();
    expect(await ask('briefcite/rendition', { uri })).toBeNull();
    expect(await ask('briefcite/passage', { uri, range })).toBeNull();
    expect(await ask('briefcite/quote', { uri, page: 1, words: 'nobody' })).toBeNull();
  }
});
