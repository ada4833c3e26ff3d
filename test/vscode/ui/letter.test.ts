import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sceneOf } from './scene.ts';

const MANIFEST = `docket:
  315: {title: Discovery order, filed: 2024-12-06, file: docket/315.txt}
  316: {title: Old order, supersededBy: Dkt. No. 315}
exhibits:
  B: {title: Email, file: exhibits/B.txt}
`;
const ORDER = 'The first page of the order.\n\fThe second page says that the logs are to be produced.\n\fThe third.\n';
const LETTER =
  'The Court held so. Dkt. No. 315 at 2.\nIt was asked again. Id. at 9. See Ex. B.\nBut see Dkt. No. 299.\n';
const FILES = {
  'exhibits.yaml': MANIFEST,
  'letter.brief': LETTER,
  'docket/315.txt': ORDER,
  'exhibits/B.txt': 'An email.\n',
};

const scene = sceneOf();

const open = (files: Readonly<Record<string, string>> = FILES, file?: string, name?: string) =>
  scene.open(files, file, name);

test('the sample letter is underlined, and the Problems panel says what is wrong, with its code', async () => {
  const desk = await scene.desk(scene.stage.sample(), 'letter-brief.brief', 30);
  await desk.squiggles.first().waitFor();
  await desk.page.keyboard.press('Control+KeyB');
  await desk.goToLine(44);
  await desk.pointAt('Ex. B at 62:3-4');
  await desk.hover.filter({ hasText: 'historian' }).waitFor();
  await desk.picture('letter');
  const problems = await desk.problems();
  const row = problems.filter({ hasText: 'is not in the manifest. Did you mean' }).first();
  await row.waitFor();
  expect(await row.textContent()).toMatch(
    /is not in the manifest\. Did you mean .+\?[\s\S]*Briefcite[\s\S]*unresolved-citation/,
  );
  await desk.picture('problems');
  await row.locator('a', { hasText: 'unresolved-citation' }).click();
  await desk.isOpen('rules.md');
  await desk.placeOf('## unresolved-citation');
});

test('resting the mouse on a citation shows the page that it cites', async () => {
  const { desk } = await open();
  await desk.squiggles.first().waitFor();
  await desk.pointAt('Dkt. No. 315 at 2');
  await desk.hover.filter({ hasText: 'The second page says' }).waitFor();
  expect(await desk.hover.textContent()).toMatch(/Dkt\. No\. 315 at 2 · Discovery order/);
  await desk.picture('hover');
});

test('the keyboard alone shows the same', async () => {
  const { desk } = await open();
  await desk.squiggles.first().waitFor();
  await desk.goToLine(1, 24);
  await desk.page.keyboard.press('Control+KeyK');
  await desk.page.keyboard.press('Control+KeyI');
  await desk.hover.filter({ hasText: 'The second page says' }).waitFor();
});

test('F12 opens the exhibit at the page, and peek shows it in place', async () => {
  const { desk } = await open();
  await desk.squiggles.first().waitFor();
  await desk.goToLine(1, 24);
  await desk.page.keyboard.press('Control+Shift+F10');
  await desk.page.locator('.peekview-widget .view-line', { hasText: 'The second page' }).first().waitFor();
  await desk.picture('peek');
  await desk.page.keyboard.press('Escape');
  await desk.page.keyboard.press('F12');
  await desk.isOpen('315.txt');
  await desk.editor.locator('.view-line', { hasText: 'Page 2 of 3 in the file' }).waitFor();
  await desk.isAt(4);
});

test('a change to the manifest is heard of before it is saved', async () => {
  const { desk } = await open();
  await desk.statusBar.filter({ hasText: '2 to look at' }).waitFor();
  await desk.open('exhibits.yaml');
  await desk.goToLine(1, 'docket:'.length + 1);
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.type('  299: {}');
  await desk.open('letter.brief');
  await desk.statusBar.filter({ hasText: '1 to look at' }).waitFor();
  expect(await desk.squiggles.count()).toBe(1);
});

test('a file that is renamed outside VS Code is missed, and found again', async () => {
  const { desk, folder } = await open();
  await desk.squiggles.first().waitFor();
  const problems = await desk.problems();
  const missing = problems.filter({ hasText: 'exhibits/B.txt is not there' });
  renameSync(join(folder, 'exhibits/B.txt'), join(folder, 'exhibits/C.txt'));
  await missing.first().waitFor();
  renameSync(join(folder, 'exhibits/C.txt'), join(folder, 'exhibits/B.txt'));
  await missing.first().waitFor({ state: 'detached' });
});

test('words that a quotation alters are underlined, and the hover marks them on the page', async () => {
  const text = 'It held that "the logs are not to be produced." Dkt. No. 315 at 2. It was so.\n';
  const { desk } = await open({ ...FILES, 'letter.brief': text });
  await desk.squiggles.first().waitFor();
  const problems = await desk.problems();
  await problems.filter({ hasText: 'quotation-altered' }).waitFor();
  await desk.pointAt('Dkt. No. 315 at 2');
  await desk.hover.filter({ hasText: 'The second page says' }).waitFor();
  expect(await desk.hover.locator('strong', { hasText: 'the logs are' }).count()).toBe(1);
  await desk.picture('quotation');
});

test('Markdown drafts are checked, too', async () => {
  const { desk } = await open(
    { ...FILES, 'motion.md': '# Argument\n\n*See* Dkt. No. 299 and Dkt. No. 315.\n' },
    'motion.md',
  );
  await desk.statusBar.filter({ hasText: '§ 2 citations · 1 to look at' }).waitFor();
  expect(await desk.squiggles.count()).toBe(1);
});

test('a folder may have blanks and accents in its name', async () => {
  const { desk } = await open(FILES, 'letter.brief', 'Señor Peña & Söhne 100% (v. 2)');
  await desk.squiggles.first().waitFor();
  await desk.pointAt('Dkt. No. 315 at 2');
  await desk.hover.filter({ hasText: 'The second page says' }).waitFor();
  await desk.goToLine(1, 24);
  await desk.page.keyboard.press('F12');
  await desk.isOpen('315.txt');
});
