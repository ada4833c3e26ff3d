import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { samplesOf } from '../samples.ts';
import { sit } from '../soak/edits.ts';
import { Folder } from './client.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('after 500 random edits the built server says what a fresh one says', async () => {
  const sample = samplesOf(root).find(({ name }) => name === 'harborline');
  const folder = await Folder.make({ 'exhibits.yaml': sample?.manifest ?? '' });
  const server = `${root}dist/server.js`;
  const sitting = await sit({ server, folder, text: sample?.drafts[0] ?? '', edits: 500, seed: 20_250_314 });
  await folder.remove();
  expect(sitting.said).toBe(sitting.freshSaid);
  expect(sitting.said).not.toBe('');
  expect(sitting.complaints).toBe('');
});
