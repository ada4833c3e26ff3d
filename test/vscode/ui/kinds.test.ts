import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeDocx, noteMark, paragraph, words } from '../../record/readers/makeDocx.ts';
import { makePdf, type PdfPage } from '../../record/readers/makePdf.ts';
import { body, transcriptPage, WORDS } from '../../record/readers/pdfPages.ts';
import type { Desk } from './desk.ts';
import { sceneOf } from './scene.ts';

const MANIFEST = `docket:
  18: {title: Opposition, file: 18.pdf, attachments: {1: {title: Roe letter, file: 18.pdf}}}
  315: {title: Discovery order, file: 315.pdf}
exhibits:
  B: {title: Hale deposition (excerpts), file: hale.pdf}
  C: {title: Night rules, file: rules.docx}
  D: {title: Mail to the pier, file: mail.eml}
  E: {title: Chat of the night shift, file: chat.txt}
  F: {title: Harbor Gazette, file: article.json}
  G: {title: Sealed rules, sealing: granted, file: sealed.docx}
  H: {title: Sealed chat, sealing: granted, file: sealed.txt}
`;

interface Kind {
  /** A line of the letter, and the citation in it. */
  readonly line: string;
  readonly cited: string;
  /** What the hover shows of the paper, and says of its page. */
  readonly shows: string;
  readonly says?: string;
  /** Where F12 leads: to a page of a PDF, with words that are marked, or to the words in a text. */
  readonly pdfPage?: number;
  readonly stands: string;
  readonly file?: string;
}

const KINDS: Readonly<Record<string, Kind>> = {
  'a stamped PDF': {
    line: '"nobody on the pier answered either of them" Dkt. No. 315 at 3.',
    cited: 'Dkt. No. 315 at 3',
    shows: 'nobody on the pier',
    says: 'By the number printed on the page; page 4 of 5',
    pdfPage: 4,
    stands: 'nobody on the pier',
  },
  'a transcript with gaps': {
    line: 'The witness said so. Ex. B at 141:3-5.',
    cited: 'Ex. B at 141',
    shows: 'lamp lit',
    says: 'page 4 of 5',
    pdfPage: 4,
    stands: 'lamp lit',
  },
  'one of several papers in a PDF': {
    line: 'Roe wrote it down. Dkt. No. 18-1 at 2.',
    cited: 'Dkt. No. 18-1',
    shows: 'Roe letter, page 2',
    says: 'page 5 of 5',
    pdfPage: 5,
    stands: 'Roe letter, page 2',
  },
  'a Word file': {
    line: 'It is there. "The gate is locked at nine" Ex. C n.1.',
    cited: 'Ex. C n.1',
    shows: 'Unless the ferry is late.',
    stands: 'Unless the ferry is late.',
    file: 'rules.docx',
  },
  'a mail': {
    line: '"Please do not wait for me at the gate" Ex. D.',
    cited: 'Ex. D',
    shows: 'Please do not wait for me at the gate',
    stands: 'Please do not wait for me at the gate',
    file: 'mail.eml',
  },
  'a chat': {
    line: '"nobody told me the tide was in" Ex. E at 2.',
    cited: 'Ex. E at 2',
    shows: 'nobody told me the tide was in',
    stands: 'nobody told me the tide was in',
    file: 'chat.txt',
  },
  'an article': {
    line: '"The harbor slept through the storm" Ex. F.',
    cited: 'Ex. F',
    shows: 'The harbor slept through the storm',
    stands: 'The harbor slept through the storm',
    file: 'article.json',
  },
};
const NAMES = Object.keys(KINDS);
const LETTER = `${Object.values(KINDS)
  .map(({ line }) => line)
  .join('\n')}\nSealed are these. Ex. G at 1.\nAnd these. Ex. H at 2.\n`;

const stamped = (document: string, page: number, of: number, drawn: PdfPage['drawn']): PdfPage => ({
  drawn,
  stamped: [
    {
      x: 60,
      y: 776,
      text: `Case 3:24-cv-00917-RMK   Document ${document}   Filed 06/03/24   Page ${page} of ${of}`,
      size: 9,
    },
  ],
});
/** A cover without a number, so that the printed numbers run one behind the stamps. */
const order = [1, 2, 3, 4, 5].map((page) =>
  stamped('315', page, 5, [
    ...body([...WORDS.map((one) => (page === 4 ? one : one.replace('nobody', 'somebody'))), `Sheet ${page}.`]),
    ...(page > 1 ? [{ x: 300, y: 40, text: String(page - 1) }] : []),
  ]),
);
const several = [
  ...[1, 2, 3].map((page) => stamped('18', page, 3, body([`The opposition, page ${page}.`, ...WORDS]))),
  ...[1, 2].map((page) => stamped('18-1', page, 2, body([`Roe letter, page ${page}.`, ...WORDS]))),
];
const excerpts: readonly PdfPage[] = [
  { drawn: body(['DEPOSITION OF ANN HALE', 'Excerpts']) },
  ...[22, 23, 141, 142].map((page) => transcriptPage(page)),
];
const rules = makeDocx({
  body: paragraph(words('The gate is locked at nine') + noteMark(1)) + paragraph(words('Nobody has a key of his own.')),
  footnotes: [paragraph(words('Unless the ferry is late.'))],
});
const sealedRules = makeDocx({ body: paragraph(words('The quastenflosser is locked at nine.')) });

const FILES: Readonly<Record<string, string>> = {
  'exhibits.yaml': MANIFEST,
  'letter.brief': LETTER,
  'mail.eml':
    'From: Ann Hale <hale@harbor.example>\r\nTo: pier@harbor.example\r\nSubject: Tonight\r\nDate: Mon, 3 Jun 2024 21:10:00 -0700\r\n\r\nPlease do not wait for me at the gate.\r\nI will walk.\r\n',
  'chat.txt':
    '[21:02] roe: who has the key\n[21:04] hale: i do\n\f[23:40] roe: water on the pier\n[23:41] hale: nobody told me the tide was in\n',
  'article.json': JSON.stringify({
    title: { rendered: 'The night of the storm' },
    content: {
      rendered: '<p>The harbor slept through the storm, says <a href="https://gazette.example/roe">Roe</a>.</p>',
    },
  }),
  'sealed.txt': 'Nothing here.\n\fThe mondraute came at two.\n',
};

const scene = sceneOf();

async function open(): Promise<Desk> {
  const folder = scene.stage.folder(FILES);
  writeFileSync(join(folder, '315.pdf'), makePdf({ pages: order }));
  writeFileSync(join(folder, '18.pdf'), makePdf({ pages: several }));
  writeFileSync(join(folder, 'hale.pdf'), makePdf({ pages: excerpts }));
  writeFileSync(join(folder, 'rules.docx'), rules);
  writeFileSync(join(folder, 'sealed.docx'), sealedRules);
  const desk = await scene.desk(folder, 'letter.brief');
  await desk.statusBar.filter({ hasText: `§ ${NAMES.length + 2} citations` }).waitFor();
  return desk;
}

/** The page in the two frames that VS Code puts round it. */
const shown = (desk: Desk): FrameLocator =>
  desk.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');

test.each(NAMES)('%s: the hover shows the place, peek and F12 lead to it', async (name) => {
  const kind = KINDS[name];
  if (!kind) throw new Error('There is no such kind.');
  const { line, cited, shows, says, pdfPage, stands, file } = kind;
  const picture = `kind-${NAMES.indexOf(name) + 1}`;
  const desk = await open();
  await desk.goToLine(NAMES.indexOf(name) + 1, line.indexOf(cited) + 3);
  await desk.pointAt(cited);
  await desk.hover.filter({ hasText: shows }).waitFor();
  if (says) await desk.hover.filter({ hasText: says }).waitFor();
  await desk.picture(`${picture}-hover`);
  await desk.page.keyboard.press('Escape');

  await desk.goToLine(NAMES.indexOf(name) + 1, line.indexOf(cited) + 3);
  await desk.run('Peek Definition');
  await desk.page.locator('.peekview-widget .view-line', { hasText: stands }).first().waitFor();
  await desk.picture(`${picture}-peek`);
  await desk.page.keyboard.press('Escape');
  await desk.page.locator('.peekview-widget').waitFor({ state: 'detached' });

  await desk.goToLine(NAMES.indexOf(name) + 1, line.indexOf(cited) + 3);
  await desk.page.keyboard.press('F12');
  if (pdfPage === undefined) {
    await desk.page.locator('.tab.active', { hasText: file ?? '' }).waitFor();
    await desk.editor.locator('.view-line', { hasText: '---' }).first().waitFor();
    await desk.editor.locator('.view-line', { hasText: stands }).first().waitFor();
    // No other extension finds fault with words that are no HTML and no JSON.
    expect(await desk.squiggles.count()).toBe(0);
  } else {
    const page = shown(desk).locator(`.page[data-page-number="${pdfPage}"]`);
    await page.locator('.textLayer span', { hasText: stands }).first().waitFor();
    await expect.poll(() => shown(desk).locator('#page').inputValue()).toBe(String(pdfPage));
  }
  await desk.picture(`${picture}-place`);
});

test.each([
  ['a Word file', 'Ex. G', 'sealed.docx', 'quastenflosser'],
  ['a text', 'Ex. H', 'sealed.txt', 'mondraute'],
])('%s under seal is shown in a page of ours, and never becomes an open text', async (_, cited, file, word) => {
  const desk = await open();
  const line = NAMES.length + (cited === 'Ex. G' ? 1 : 2);
  await desk.goToLine(line, cited === 'Ex. G' ? 20 : 13);
  await desk.run('Peek Definition');
  await desk.page.locator('.peekview-widget .view-line', { hasText: 'This paper is protected' }).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.page.locator('.peekview-widget').waitFor({ state: 'detached' });
  await desk.goToLine(line, cited === 'Ex. G' ? 20 : 13);
  await desk.page.keyboard.press('F12');
  const page = shown(desk);
  await page.locator('pre', { hasText: word }).waitFor();
  await page.locator('#title', { hasText: 'protected' }).waitFor();
  expect(await page.locator('h2').last().textContent()).toMatch(file.endsWith('.txt') ? /^Page 2 of 2/ : /^All of it/);
  await desk.picture(`kind-sealed-${file.split('.').at(-1)}`);
  // An editor of text would have its lines.
  expect(await desk.page.locator('.view-line', { hasText: word }).count()).toBe(0);
  await desk.page.locator('.tab.active', { hasText: file }).waitFor();
  await desk.close();
  expect(scene.stage.filesWith(word)).toEqual([]);
});
