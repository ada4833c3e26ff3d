import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sceneOf } from './scene.ts';

const MANIFEST = `docket:
  315: {title: Discovery order}
`;
const LETTER = 'The Court held so. Dkt. No. 315 at 2.\nBut see Dkt. No. 299 and Ex. Q.\n';
const FILES = { 'exhibits.yaml': MANIFEST, 'letter.brief': LETTER };

const scene = sceneOf();

const open = (files: Readonly<Record<string, string>> = FILES, file?: string) => scene.open(files, file);

test('the status bar counts, and its list leads to a citation', async () => {
  const { desk } = await open();
  await desk.statusBar.filter({ hasText: '§ 3 citations · 2 to look at' }).click();
  await desk.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Dkt. No. 299' }).first().waitFor();
  await desk.picture('citations');
  await desk.quickInput('299');
  await desk.chosen('Dkt. No. 299');
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 2' }).waitFor();
});

test('without a manifest the status bar makes one from the draft, and everything is answered', async () => {
  const { desk, folder } = await open({ 'letter.brief': LETTER });
  await desk.statusBar.filter({ hasText: '§ 3 citations · no manifest: create one' }).click();
  await desk.isOpen('exhibits.yaml');
  await desk.picture('created');
  expect(readFileSync(join(folder, 'exhibits.yaml'), 'utf8')).toMatch(/^docket:\n {2}299: \{\}\n {2}315: \{\}$/m);
  await desk.open('letter.brief');
  await desk.statusBar.filter({ hasText: '§ 3 citations · 0 to look at' }).waitFor();
});

test('next and previous finding go round the draft and show what is said', async () => {
  const { desk } = await open();
  await desk.squiggles.first().waitFor();
  await desk.run('Briefcite: Next Finding');
  await desk.isAt(2, 9);
  await desk.hover.filter({ hasText: 'Dkt. No. 299 is not in the manifest' }).waitFor();
  await desk.run('Briefcite: Next Finding');
  await desk.isAt(2, 26);
  await desk.run('Briefcite: Next Finding');
  await desk.isAt(2, 9);
  await desk.run('Briefcite: Previous Finding');
  await desk.isAt(2, 26);
});

test('a quick fix writes the number that was meant, and another adds the paper to the manifest', async () => {
  const { desk } = await open({ ...FILES, 'letter.brief': 'The Court held so. Dkt. No. 351 at 2.\nSee Ex. Q.\n' });
  await desk.statusBar.filter({ hasText: '2 to look at' }).waitFor();
  await desk.goToLine(1, 30);
  const first = await desk.quickFixes();
  await first.filter({ hasText: 'Change to Dkt. No. 315' }).waitFor();
  await desk.picture('fixes');
  await desk.page.keyboard.press('Enter');
  await desk.statusBar.filter({ hasText: '1 to look at' }).waitFor();
  await desk.placeOf('Dkt. No. 315 at 2');
  await desk.goToLine(2, 6);
  await desk.quickFixes();
  await first.filter({ hasText: 'Add Ex. Q to the manifest' }).waitFor();
  await desk.page.keyboard.press('Enter');
  await desk.statusBar.filter({ hasText: '0 to look at' }).waitFor();
});

test('a citation is marked as checked, and the next unchecked one has its paper beside it', async () => {
  const manifest = 'docket:\n  279: {title: Letter, file: 279.txt}\n  315: {title: Order, file: 315.txt}\n';
  const letter = 'The Court held so in May. Dkt. No. 315 at 2.\nThe other side agreed to it. Dkt. No. 279 at 1.\n';
  const papers = { '279.txt': 'The first page of the letter.\f', '315.txt': 'Page one.\fThe Court holds so.\f' };
  const { desk, folder } = await open({ 'exhibits.yaml': manifest, 'letter.brief': letter, ...papers });
  await desk.statusBar.filter({ hasText: '§ 2 citations · 0 to look at' }).waitFor();
  await desk.goToLine(1, 30);
  await desk.page.keyboard.press('Control+Alt+KeyK');
  await desk.quickInput('J.S.');
  await desk.page.keyboard.press('Enter');
  await desk.chosen('supports');
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.quick-input-widget', { hasText: 'A note' }).waitFor();
  await desk.quickInput('Read on paper.');
  await desk.page.keyboard.press('Enter');
  await desk.statusBar.filter({ hasText: '1 of 2 checked' }).waitFor();
  await desk.placeOf('\u2713');
  expect(readFileSync(join(folder, 'cite-check.yaml'), 'utf8')).toMatch(
    /citation: "Dkt\. No\. 315 at 2".* verdict: supports, by: "J\.S\.", on: \d{4}-\d\d-\d\d, note: "Read on paper\."/,
  );
  await desk.run('Briefcite: Next Unchecked Citation');
  await desk.page.locator('.tab', { hasText: '279.txt' }).first().waitFor();
  await desk.isAt(2, 30);
  await desk.isOpen('letter.brief');
  await desk.picture('checked');
  // The sentence changes: the mark goes, and it is said why.
  await desk.goToLine(1, 1);
  await desk.page.keyboard.type('Once ');
  await desk.squiggles.first().waitFor();
  expect(readFileSync(join(folder, 'letter.brief'), 'utf8')).toBe(letter);
});

test('all drafts of the folder are checked at once', async () => {
  const { desk } = await open({ ...FILES, 'deep/other.brief': 'See Dkt. No. 17.' });
  await desk.squiggles.first().waitFor();
  await desk.run('Briefcite: Check All Drafts');
  await desk.notifications.filter({ hasText: '2 drafts, 4 citations: 3 to look at.' }).waitFor();
  const problems = await desk.problems();
  await problems.filter({ hasText: 'Dkt. No. 17 is not in the manifest' }).waitFor();
});

test('settings hold as soon as they are changed', async () => {
  const { desk, folder } = await open();
  await desk.statusBar.filter({ hasText: '2 to look at' }).waitFor();
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode/settings.json'), '{"briefcite.rules": {"unresolved-citation": "off"}}');
  await desk.statusBar.filter({ hasText: '0 to look at' }).waitFor();
  expect(await desk.squiggles.count()).toBe(0);
});

test('each folder of a window is answered from its own manifest', async () => {
  const folder = scene.stage.folder({
    'one/exhibits.yaml': MANIFEST,
    'one/first.brief': LETTER,
    'two/exhibits.yaml': 'docket: {299: {}, 315: {}}\nexhibits: {Q: {}}\n',
    'two/second.brief': LETTER,
    'both.code-workspace': '{"folders": [{"path": "one"}, {"path": "two"}]}',
  });
  const desk = await scene.desk(join(folder, 'both.code-workspace'), 'one/first.brief');
  await desk.statusBar.filter({ hasText: '2 to look at' }).waitFor();
  await desk.open(join(folder, 'two/second.brief'));
  await desk.statusBar.filter({ hasText: '0 to look at' }).waitFor();
});

test('after a crash the server is started again and goes on', async () => {
  const { desk } = await open();
  await desk.statusBar.filter({ hasText: '2 to look at' }).waitFor();
  process.kill(serverProcess(), 'SIGKILL');
  await desk.statusBar.waitFor({ state: 'hidden' });
  await desk.statusBar.filter({ hasText: '2 to look at' }).waitFor();
});

test('the server can be started again by hand, and the output be shown', async () => {
  const { desk } = await open();
  await desk.squiggles.first().waitFor();
  const before = serverProcess();
  await desk.run('Briefcite: Restart Server');
  await desk.statusBar.waitFor({ state: 'hidden' });
  await desk.statusBar.filter({ hasText: '2 to look at' }).waitFor();
  expect(serverProcess()).not.toBe(before);
  await desk.run('Briefcite: Show Output');
  await desk.page.locator('.output-view .view-line', { hasText: 'Checked letter.brief' }).first().waitFor();
  await desk.picture('output');
});

test('the walkthrough leads to the first letter', async () => {
  const { desk } = await open();
  await desk.run('Welcome: Open Walkthrough...');
  await desk.quickInput('Check your first letter');
  await desk.chosen('Check your first letter');
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.getting-started-category', { hasText: 'Check your first letter' }).first().waitFor();
  await desk.picture('walkthrough');
  const steps = await desk.page.locator('.getting-started-step').count();
  expect(steps).toBe(4);
});

/** The process of the language server of the one window that is open. */
function serverProcess(): number {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  const own = list.split('\n').filter((line) => line.includes(join(scene.stage.profile.extensions, 'briefcite')));
  const server = own.find((line) => line.includes('dist/server.js'));
  if (!server) throw new Error('No language server is running.');
  return Number(server.trim().split(' ')[0]);
}
