import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ trust: true });
});
afterAll(() => stage.close());

test('a folder that is not trusted is checked, and reads no exhibit from folders that it names itself', async () => {
  const folder = stage.folder({
    'exhibits.yaml': 'docket: {315: {title: Order, file: ../outside.txt}}\n',
    'letter.brief': 'See Dkt. No. 315 at 1 and Dkt. No. 299.\n',
    '.vscode/settings.json': '{"briefcite.exhibitFolders": [".."]}',
  });
  writeFileSync(join(dirname(folder), 'outside.txt'), 'Words from outside.\n\fA second page.\n');
  const desk = await stage.desk(folder, 'letter.brief');
  await desk.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await desk.squiggles.first().waitFor();
  const problems = await desk.problems();
  await problems.filter({ hasText: 'outside.txt lies outside' }).first().waitFor();
  await desk.picture('untrusted');

  await desk.run('Workspaces: Manage Workspace Trust');
  await desk.page
    .locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ })
    .first()
    .click();
  // Now the folder's own settings hold.
  await problems.filter({ hasText: 'outside.txt lies outside' }).first().waitFor({ state: 'detached' });
  await desk.open('letter.brief');
  await desk.pointAt('Dkt. No. 315 at 1');
  await desk.hover.filter({ hasText: 'Words from outside' }).waitFor();
});
