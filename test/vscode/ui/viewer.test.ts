import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { makePdf, type PdfPage } from '../../record/readers/makePdf.ts';
import { body, transcriptPage, WORDS } from '../../record/readers/pdfPages.ts';
import type { Desk } from './desk.ts';
import { sceneOf } from './scene.ts';

const MANIFEST = `docket:
  315: {title: Discovery order, file: 315.pdf}
  400: {title: Sealed paper, sealing: granted, file: 400.pdf}
  500: {title: Scan, file: 500.pdf}
exhibits:
  B: {title: Hale deposition, file: hale.pdf}
`;
const LETTER = `The Court saw it. Dkt. No. 315 at 12.
"nobody on the pier answered either of them" Dkt. No. 315 at 13.
The witness said so. Ex. B at 141:3-7.
Sealed is this. Dkt. No. 400 at 1.
Scanned is this. Dkt. No. 500 at 1.
`;

/** Pages whose printed numbers are not their places in the file. */
const order: readonly PdfPage[] = [11, 12, 13, 14].map((number) => ({
  drawn: [...body([...WORDS, `This is page ${number}.`]), { x: 300, y: 40, text: String(number) }],
}));
const sealed: readonly PdfPage[] = [{ drawn: body(['The sealed paper speaks of a mondraute.', ...WORDS]) }];

/** A page that is a black picture of 64 by 64 points, packed as scanners do (JBIG2): a black page under a white region. */
function scan(): string {
  const numbers = (...all: readonly number[]): string => all.map((one) => one.toString(16).padStart(8, '0')).join('');
  const region = `${numbers(64, 64, 0, 0)}0001${'ff'.repeat(8)}001001`;
  const hex = `${numbers(0)}300001${numbers(19, 64, 64, 0, 0)}040000${numbers(1)}260001${numbers(region.length / 2)}${region}`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 2 /Kids [3 0 R 3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    '<< /Length 29 >>\nstream\nq 612 0 0 792 0 0 cm /I Do Q\nendstream',
    `<< /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter [/ASCIIHexDecode /JBIG2Decode] /Length ${hex.length + 1} >>\nstream\n${hex}>\nendstream`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return `%PDF-1.7\n${body}trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n`;
}

const scene = sceneOf();

async function open(line: number, column: number, more: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const folder = scene.stage.folder({ 'exhibits.yaml': MANIFEST, 'letter.brief': LETTER, ...more });
  writeFileSync(join(folder, '315.pdf'), makePdf({ pages: order }));
  writeFileSync(join(folder, '400.pdf'), makePdf({ pages: sealed }));
  writeFileSync(join(folder, '500.pdf'), scan(), 'latin1');
  writeFileSync(join(folder, 'hale.pdf'), makePdf({ pages: [140, 141, 142].map((page) => transcriptPage(page)) }));
  const desk = await scene.desk(folder, 'letter.brief');
  await desk.statusBar.filter({ hasText: '§ 5 citations' }).waitFor();
  await desk.goToLine(line, column);
  return desk;
}

/** The page of the viewer, in the two frames that VS Code puts round it. */
const viewer = (desk: Desk): FrameLocator =>
  desk.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');

test('F12 opens a PDF beside the draft at the printed page, the quoted words marked; search and "cited in" work there', async () => {
  const desk = await open(2, 50);
  await desk.page.keyboard.press('F12');
  const page = viewer(desk);
  await page.locator('.page[data-page-number="3"] .cited').waitFor();
  await page.locator('.page[data-page-number="3"] .textLayer span', { hasText: 'nobody on the pier' }).waitFor();
  expect(await page.locator('#page').inputValue()).toBe('3');
  expect(await page.locator('#title').textContent()).toBe('Dkt. No. 315 · Discovery order');
  await desk.picture('viewer');

  await page.locator('#container').press('Control+f');
  await page.locator('#search').pressSequentially('single line');
  await page.locator('#found', { hasText: /\d of 4/ }).waitFor();
  await page.locator('.highlight.selected').waitFor();
  await desk.picture('viewer-search');
  await page.locator('#search').press('Escape');

  await page.locator('#cited-in-button', { hasText: 'Cited in (2)' }).click();
  const row = page.locator('#cited-in button', { hasText: 'Dkt. No. 315 at 12' });
  await row.filter({ hasText: 'letter.brief · page 2 of the file' }).waitFor();
  await desk.picture('viewer-cited-in');
  await row.click();
  await desk.isAt(1);
  // From there F12 finds the viewer that is open, and goes to the other page.
  await desk.editorHasKeyboard();
  await desk.page.keyboard.press('F12');
  await expect.poll(() => page.locator('#page').inputValue()).toBe('2');
  expect(await desk.page.locator('.tab', { hasText: '315.pdf' }).count()).toBe(1);

  await page.locator('#container').press('PageDown');
  await page.locator('#container').press('PageDown');
  await expect.poll(() => page.locator('#page').inputValue()).not.toBe('2');
  await page.locator('#container').press('PageUp');
  await page.locator('#container').press('PageUp');
  await expect.poll(() => page.locator('#page').inputValue()).toBe('2');

  // A file that is opened again is as large as it was left.
  const width = (): Promise<number> =>
    page
      .locator('.page')
      .first()
      .evaluate((sheet) => sheet.clientWidth);
  const before = await width();
  await page.locator('#container').press('+');
  await expect.poll(width).toBeGreaterThan(before);
  const larger = await width();
  await desk.page.locator('.tab.active .action-label.codicon-close').last().click();
  await desk.editorHasKeyboard();
  await desk.page.keyboard.press('F12');
  await expect.poll(width).toBe(larger);
  await expect.poll(() => page.locator('#page').inputValue()).toBe('2');
});

test('"Open at page" marks the lines of a transcript, and a selection is copied with its citation', async () => {
  await scene.stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const dark = { '.vscode/settings.json': '{"workbench.colorTheme": "Default Dark Modern"}' };
  const desk = await open(3, 30, dark);
  await desk.pointAt('Ex. B at 141');
  await desk.hover.filter({ hasText: 'Hale deposition' }).waitFor();
  await desk.picture('hover-first');
  // The first hover need not wait for its picture; the second has it.
  await desk.page.keyboard.press('Escape');
  await desk.pointAt('Ex. B at 141');
  const picture = desk.hover.locator('img[alt="Picture of page 2 of the file, the cited words marked"]');
  await picture.waitFor();
  await desk.picture('hover-picture');
  expect((await picture.getAttribute('src'))?.length).toBeLessThan(70_000);
  await desk.hover.locator('a', { hasText: 'Open at page' }).click();
  const page = viewer(desk);
  await page.locator('.page[data-page-number="2"] .cited').nth(4).waitFor();
  await desk.picture('viewer-marked');
  const line = page.locator('.page[data-page-number="2"] .textLayer span', { hasText: 'lamp lit' }).first();
  await line.click({ clickCount: 3 });
  await desk.picture('viewer-lines');
  await page.locator('#copy:enabled').click();
  await page.locator('#told', { hasText: 'Copied' }).waitFor({ state: 'attached' });
  const copied = await desk.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^"A\. I saw him at the desk with the lamp lit\." Ex\. B at 141:\d+$/);
});

test('of a protected PDF no word is shown by a hover or a peek; F12 is asking for it', async () => {
  const desk = await open(4, 25);
  await desk.pointAt('Dkt. No. 400');
  await desk.hover.filter({ hasText: 'withheld' }).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.goToLine(4, 25);
  await desk.run('Peek Definition');
  await desk.page.locator('.peekview-widget .view-line', { hasText: 'This paper is protected' }).waitFor();
  expect(await desk.page.locator('body').textContent()).not.toContain('mondraute');
  await desk.picture('viewer-protected-peek');
  await desk.page.keyboard.press('Escape');
  await desk.goToLine(4, 25);
  await desk.page.keyboard.press('F12');
  const page = viewer(desk);
  await page.locator('.textLayer span', { hasText: 'mondraute' }).waitFor();
  await page.locator('#title', { hasText: 'protected' }).waitFor();
  await desk.picture('viewer-protected');
  // Without a citation that leads there it is asked for in the viewer itself.
  await desk.page.locator('.tab.active .action-label.codicon-close').last().click();
  await desk.page.locator('.explorer-folders-view .monaco-list-row', { hasText: '400.pdf' }).click({ button: 'right' });
  await desk.page.locator('.context-view .action-label', { hasText: 'Open With...' }).hover();
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Briefcite Exhibit' }).click();
  await page.locator('#notice', { hasText: 'is protected' }).waitFor();
  expect(await page.locator('.textLayer span').count()).toBe(0);
  await desk.picture('viewer-cover');
  await page.locator('#notice button').click();
  await page.locator('.textLayer span', { hasText: 'mondraute' }).waitFor();
  await desk.close();
  // Shown it was; written down, by VS Code, the browser or the extension, it was not.
  expect(scene.stage.filesWith('mondraute')).toEqual([]);
});

test('a scan as courts have them is drawn in the viewer, and its hover shows the page', async () => {
  const desk = await open(5, 25);
  await desk.pointAt('Dkt. No. 500');
  await desk.hover.filter({ hasText: 'Scan' }).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.pointAt('Dkt. No. 500');
  await desk.hover.locator('img[alt="Picture of page 1 of the file"]').waitFor();
  await desk.picture('hover-scan');
  await desk.page.keyboard.press('Escape');
  await desk.goToLine(5, 25);
  await desk.page.keyboard.press('F12');
  const canvas = viewer(desk).locator('.page[data-page-number="1"] canvas').first();
  const middle = (): Promise<string | undefined> =>
    canvas.evaluate((drawn) => {
      const { width, height } = drawn as HTMLCanvasElement;
      return (drawn as HTMLCanvasElement)
        .getContext('2d')
        ?.getImageData(width / 2, height / 2, 1, 1)
        .data.join();
    });
  await expect.poll(middle, { timeout: 20_000 }).toBe('0,0,0,255');
  await desk.picture('viewer-scan');
});
