// `npm run soak`: 20,000 random edits of the sample letter over stdio. The memory has to stay level, and what is said at the end
// has to be what a fresh server says. The server has a heap of 64 MB, so that it can't put off clearing away.   --edits N   --seed S
import { join } from 'node:path';
import { Folder } from '../lsp/client.ts';
import { samplesOf } from '../samples.ts';
import { type Sitting, sit } from './edits.ts';

/** Memory that a heap takes and gives back without anything being kept. */
const BREATH_MEGABYTES = 25;

function numberBehind(name: string, otherwise: number): number {
  const place = process.argv.indexOf(name);
  return place < 0 ? otherwise : Number(process.argv[place + 1]);
}

async function soak(): Promise<boolean> {
  const root = process.cwd();
  const sample = samplesOf(root).find(({ name }) => name === 'harborline');
  const text = sample?.drafts[0];
  if (!sample || text === undefined) throw new Error('The sample matter is not there.');
  const [edits, seed] = [numberBehind('--edits', 20_000), numberBehind('--seed', Date.now() % 1_000_000)];
  console.log(`${edits} edits, seed ${seed}`);
  const folder = await Folder.make({ 'exhibits.yaml': sample.manifest });
  const start = Date.now();
  try {
    const sitting = await sit({ server: join(root, 'dist/server.js'), folder, text, edits, seed });
    console.log(`took ${((Date.now() - start) / 1000).toFixed(0)} s`);
    return isSound(sitting, edits);
  } finally {
    await folder.remove();
  }
}

function isSound({ memory, said, freshSaid, complaints }: Sitting, edits: number): boolean {
  const around = (share: number): number => {
    const near = memory.filter((sample) => Math.abs(sample.edits / edits - share) <= 0.05);
    return near.reduce((sum, { megabytes }) => sum + megabytes, 0) / near.length;
  };
  for (const share of [0.05, 0.25, 0.5, 0.75, 1]) console.log(`RSS at ${share * 100}%: ${around(share).toFixed(0)} MB`);
  const growth = around(1) - around(0.25);
  console.log(`growth from 25% to 100%: ${growth.toFixed(1)} MB`);
  const isSame = said === freshSaid;
  if (isSame) console.log(`diagnostics equal those of a fresh server: ${said.split('\n').length} of them`);
  else console.error(`said:\n${said}\n\na fresh server says:\n${freshSaid}`);
  if (complaints) console.error(`the server complained: ${complaints.slice(0, 500)}`);
  // Where the system does not tell the memory, growth is no number.
  return isSame && !(growth > BREATH_MEGABYTES) && !complaints;
}

soak().then(
  (isGood) => process.exit(isGood ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
