import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stage } from './stage.ts';

/** Words that stand nowhere else: in the draft, in an exhibit, in one under seal. */
const [DRAFT, EXHIBIT, SEALED] = ['zwiebelfisch', 'quastenflosser', 'mondraute'];
const FILES = {
  'exhibits.yaml': `docket:
  315: {title: Order, file: 315.txt}
  400: {title: Sealed paper, sealing: granted, file: 400.txt}
`,
  '315.txt': `The order speaks of a ${EXHIBIT}.\n\fIts second page.\n`,
  '400.txt': `The sealed paper speaks of a ${SEALED}.\n\fIts second page.\n`,
  'letter.brief': `The ${DRAFT} is in Dkt. No. 315 at 1.\nSo is the other. Dkt. No. 400 at 1. But see Dkt. No. 299.\n`,
};

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ settings: { 'briefcite.trace.server': 'messages' } });
});
afterAll(() => stage.close());

test('no log file of VS Code holds a word of a draft or an exhibit, and a hover no word that is under seal', async () => {
  const desk = await stage.desk(stage.folder(FILES), 'letter.brief');
  await desk.squiggles.first().waitFor();
  await desk.pointAt('Dkt. No. 315 at 1');
  await desk.hover.filter({ hasText: EXHIBIT }).waitFor();
  await desk.page.keyboard.press('Escape');
  await desk.goToLine(2, 20);
  await desk.page.keyboard.press('Control+KeyK');
  await desk.page.keyboard.press('Control+KeyI');
  await desk.hover.filter({ hasText: 'withheld' }).waitFor();
  expect(await desk.hover.textContent()).not.toContain(SEALED);
  await desk.picture('sealed');
  await desk.page.keyboard.press('Escape');
  await desk.run('Briefcite: Show Protected Previews');
  const on = desk.page.locator('.statusbar-item', { hasText: 'protected previews on' });
  await on.waitFor();
  await desk.goToLine(2, 20);
  await desk.page.keyboard.press('Control+KeyK');
  await desk.page.keyboard.press('Control+KeyI');
  await desk.hover.filter({ hasText: SEALED }).waitFor();
  await desk.picture('protected-previews');
  await desk.page.keyboard.press('Escape');
  await on.locator('a').click();
  await on.waitFor({ state: 'hidden' });
  await desk.goToLine(2, 20);
  await desk.page.keyboard.type('typed ');
  await desk.run('Briefcite: Show Output');
  // Only the last lines are drawn; all of them are looked at below, in the file.
  await desk.page.locator('.output-view .view-line', { hasText: 'textDocument/' }).first().waitFor();
  await desk.close();

  // Whatever VS Code and the extension wrote: the words of an exhibit are kept in one place, those of the sealed one in none.
  const written = filesBelow(stage.profile.root).map((path) => ({ path, bytes: bytesOf(path) }));
  expect(written.filter(({ bytes }) => bytes.includes(SEALED)).map(({ path }) => path)).toEqual([]);
  const keeping = written.filter(({ bytes }) => bytes.includes(EXHIBIT)).map(({ path }) => path);
  expect(keeping.filter((path) => !path.includes('exhibit-text'))).toEqual([]);
  expect(keeping.length).toBeGreaterThan(0);

  const logs = filesBelow(stage.profile.root).filter((path) => path.endsWith('.log'));
  const words = logs.map((path) => readFileSync(path, 'utf8')).join('\n');
  // The trace is there, so that this test would see what it held.
  expect(words).toMatch(/<- textDocument\/hover, \d+ characters, \d+ ms/);
  expect(words).toContain('Checked letter.brief: 3 citations');
  expect(logs.filter((path) => /zwiebelfisch|quastenflosser|mondraute/i.test(readFileSync(path, 'utf8')))).toEqual([]);
});

/** The bytes of a file as letters; nothing of one that went meanwhile, as VS Code's locks do. */
function bytesOf(path: string): string {
  try {
    return readFileSync(path).toString('latin1');
  } catch {
    return '';
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
