// `npm start`: checks the sample matter and prints the report.
import { ensureBuilt, ensureInstalled, run } from './prepare.mjs';

ensureInstalled();
ensureBuilt();

console.log(
  'Checks the sample letter brief against its exhibits and prints what it finds (some mistakes are planted).\n',
);
run(process.execPath, ['dist/cli.js', 'check', '--fail-on', 'never', 'test/matters/harborline/letter-brief.brief']);
