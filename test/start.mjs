// `npm start`: checks the sample matter and prints the report.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run } from './prepare.mjs';

ensureInstalled();
ensureBuilt();

const matters = join(root, 'test/matters');
const drafts = (existsSync(matters) ? readdirSync(matters, { recursive: true }) : [])
  .filter((name) => /\.brief(?:\.txt|\.md)?$/.test(name))
  .map((name) => relative(root, join(matters, name)))
  .sort();

console.log(
  'Checks the sample letter brief against its exhibits and prints what it finds (some mistakes are planted).\n',
);
run(process.execPath, ['dist/cli.js', 'check', '--fail-on', 'never', ...drafts]);
