import { afterEach, expect, test } from 'vitest';
import { type Client, codes, connect, Folder } from './client.ts';

let folder: Folder | undefined;
let client: Client | undefined;
afterEach(async () => {
  await client?.end();
  await folder?.remove();
});

test('a manifest that comes is heard of, also where the client says that it changed', async () => {
  folder = await Folder.make({ 'exhibits.yaml': 'docket: {315: {title: Order}}\n' });
  client = await connect({ folders: [folder.path] });
  const uri = folder.uri('motions/letter.brief');
  await client.open(uri, 'See Dkt. No. 317.\n');
  expect(codes(await client.until(uri, (found) => found.length > 0))).toEqual(['unresolved-citation']);
  await folder.write('motions/exhibits.yaml', 'docket: {317: {title: Order}}\n');
  await client.changedOnDisk(folder.uri('motions/exhibits.yaml'));
  await client.until(uri, (found) => found.length === 0);
});
