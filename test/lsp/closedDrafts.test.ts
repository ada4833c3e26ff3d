import { afterEach, expect, test } from 'vitest';
import { ClosedDrafts } from '../../server/src/lsp/closedDrafts.ts';
import { Matters } from '../../server/src/lsp/matters.ts';
import { Publisher } from '../../server/src/lsp/publish.ts';
import { Workspace } from '../../server/src/lsp/workspace.ts';
import { Folder } from './client.ts';

let folder: Folder | undefined;
afterEach(() => folder?.remove());

const nothing = (): void => undefined;
const ABILITIES = { relatedInformation: true, rulesPage: undefined };

test('the exhibits of a draft that was checked are read once, however often it is looked at again', async () => {
  folder = await Folder.make({
    'exhibits.yaml': 'docket: {3: {title: Order, file: 3.txt}}\n',
    '3.txt': 'One.\n\fTwo.\n',
    'a.brief': 'See Dkt. No. 3 at 9.',
  });
  const workspace = new Workspace(() => []);
  workspace.setFolders([folder.uri('').replace(/\/$/, '')]);
  let arrived = 0;
  const matters = new Matters(workspace, nothing, () => arrived++);
  const publisher = new Publisher(nothing);
  const drafts = new ClosedDrafts(workspace, matters, publisher, ABILITIES);
  const total = await drafts.checkAll({ progress: nothing, isCancelled: () => false });
  expect(total).toEqual({ drafts: 1, citations: 1, toLookAt: 1 });
  expect(arrived).toBeGreaterThan(0);
  const before = arrived;
  for (let again = 0; again < 3; again++) {
    // What the session does whenever pages arrive: matters that nobody uses are let go.
    matters.report(new Set(drafts.matters()), () => [], publisher, ABILITIES);
    await drafts.checkAgain();
  }
  expect(arrived).toBe(before);
});

test('a check of all drafts ends where it is when nobody waits for it any more', async () => {
  folder = await Folder.make({
    'exhibits.yaml': 'docket: {3: {title: Order}}\n',
    'a.brief': 'See Dkt. No. 4.',
    'b.brief': 'See Dkt. No. 5.',
    'c.brief': 'See Dkt. No. 6.',
  });
  const workspace = new Workspace(() => []);
  workspace.setFolders([folder.uri('').replace(/\/$/, '')]);
  const published: string[] = [];
  const matters = new Matters(workspace, nothing, nothing);
  const publisher = new Publisher(({ uri }) => void published.push(uri));
  const drafts = new ClosedDrafts(workspace, matters, publisher, ABILITIES);
  const seen: string[] = [];
  const total = await drafts.checkAll({
    progress: (_done, _of, path) => void seen.push(path),
    isCancelled: () => seen.length === 1,
  });
  expect(seen).toEqual([folder.at('a.brief')]);
  expect(total).toEqual({ drafts: 1, citations: 1, toLookAt: 1 });
  expect(published).toEqual([folder.uri('a.brief')]);
});
