import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sceneOf } from './scene.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const LOG = 'The first page of the log.\fThe gate stood open at noon.\f';
const MANIFEST = `exhibits:\n  G: {title: Log, file: g.txt, verified: {on: 2025-01-30, sha256: ${sha256('Another log.')}}}\n`;
const LETTER = 'The gate was open. Ex. G at 2.\n';

const scene = sceneOf();

async function open() {
  const { folder, desk } = await scene.open({ 'exhibits.yaml': MANIFEST, 'letter.brief': LETTER, 'g.txt': LOG });
  await desk.statusBar.filter({ hasText: '1 to look at' }).waitFor();
  await desk.goToLine(1, 22);
  return { folder, desk };
}

test('a changed exhibit is opened beside the draft, and recorded as verified once the person says so', async () => {
  const { desk, folder } = await open();
  const first = await desk.quickFixes();
  await first.filter({ hasText: 'Look at Ex. G again, to record it as verified' }).waitFor();
  await desk.page.keyboard.press('Enter');
  await desk.isOpen('g.txt');
  const told = desk.notifications.filter({ hasText: 'has changed since it was verified on January 30, 2025.' });
  await told.waitFor();
  await desk.picture('look-again');
  await desk.page.locator('.notifications-toasts .monaco-button', { hasText: 'Record It as Verified' }).click();
  await desk.isOpen('exhibits.yaml');
  await desk.statusBar.filter({ hasText: '0 to look at' }).or(desk.page.locator('.tab.active.dirty')).first().waitFor();
  await desk.picture('recorded');
  // It is the person's to save, or to undo.
  expect(readFileSync(join(folder, 'exhibits.yaml'), 'utf8')).toBe(MANIFEST);
  await desk.editorHasKeyboard();
  await desk.page.keyboard.press('Control+KeyS');
  await expect.poll(() => readFileSync(join(folder, 'exhibits.yaml'), 'utf8')).toContain(`sha256: ${sha256(LOG)}}}`);
  await desk.open('letter.brief');
  await desk.statusBar.filter({ hasText: '0 to look at' }).waitFor();
});

test('a citation is marked as checked from the menu of the light bulb', async () => {
  const { desk, folder } = await open();
  const chosen = await desk.quickFixes();
  await chosen.filter({ hasText: 'Look at Ex. G again' }).waitFor();
  // The last row of the menu: upwards from the first one.
  await desk.page.keyboard.press('ArrowUp');
  await chosen.filter({ hasText: 'Mark Ex. G at 2 as checked' }).waitFor();
  await desk.picture('mark-menu');
  await desk.page.keyboard.press('Enter');
  await desk.quickInput('J.S.');
  await desk.page.keyboard.press('Enter');
  await desk.chosen('supports');
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.quick-input-widget', { hasText: 'A note' }).waitFor();
  await desk.page.keyboard.press('Enter');
  await desk.statusBar.filter({ hasText: '1 of 1 checked' }).waitFor();
  expect(readFileSync(join(folder, 'cite-check.yaml'), 'utf8')).toContain('citation: "Ex. G at 2"');
});

test('what an exhibit said when it was verified is laid beside what it says now, until it is to be forgotten', async () => {
  const manifest = MANIFEST.replace(sha256('Another log.'), sha256(LOG));
  const { folder, desk } = await scene.open({ 'exhibits.yaml': manifest, 'letter.brief': LETTER, 'g.txt': LOG });
  await desk.statusBar.filter({ hasText: '0 to look at' }).waitFor();
  await desk.goToLine(1, 22);
  await desk.page.keyboard.press('Control+KeyK');
  await desk.page.keyboard.press('Control+KeyI');
  await desk.hover.filter({ hasText: 'The gate stood open at noon' }).waitFor();
  await desk.page.keyboard.press('Escape');
  writeFileSync(join(folder, 'g.txt'), LOG.replace('open', 'ajar'));
  await desk.statusBar.filter({ hasText: '1 to look at' }).waitFor();
  await desk.goToLine(1, 22);
  const first = await desk.quickFixes();
  await first.filter({ hasText: 'Look at Ex. G again' }).waitFor();
  await desk.page.keyboard.press('Enter');
  const told = desk.notifications.filter({ hasText: 'the words of page 2 are not those of then' });
  await told.waitFor();
  await desk.page.locator('.notifications-toasts .monaco-button', { hasText: 'Show What Differs' }).click();
  await desk.page.locator('.tab.active', { hasText: 'Ex. G: as verified, and as it is now' }).waitFor();
  await desk.page.locator('.monaco-diff-editor .view-line', { hasText: 'stood ajar' }).first().waitFor();
  await told.waitFor();
  await desk.picture('differs');
  await desk.page.locator('.notifications-toasts .monaco-button', { hasText: 'Not Now' }).click();
  await desk.run('Briefcite: Forget Cached Text');
  await desk.notifications.filter({ hasText: 'had kept on this computer are removed' }).waitFor();
});
