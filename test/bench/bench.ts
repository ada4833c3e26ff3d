// `npm run bench`: how fast the parser and the built server are, as a table. Nothing is asserted: computers differ, ratios less so.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchExhibits, benchHover } from './exhibits.ts';
import { benchGrowth, benchParser } from './parser.ts';
import { benchQuotations } from './quotations.ts';
import { benchQuotedDraft } from './quotedDraft.ts';
import { benchServer, benchStart } from './server.ts';

const root = process.cwd();
const letter = readFileSync(join(root, 'test/matters/harborline/letter-brief.brief'), 'utf8');

async function bench(): Promise<void> {
  console.log(`node ${process.versions.node}, ${cpus().length} processors: ${cpus()[0]?.model.trim() ?? 'unknown'}`);
  benchParser(letter);
  benchGrowth(letter);
  benchQuotations();
  benchQuotedDraft();
  await benchExhibits(root);
  await benchHover(root);
  await benchStart(root, letter);
  await benchServer(root);
}

bench().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
