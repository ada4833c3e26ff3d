// `npm start`: checks the sample letter, then opens it in VS Code in the browser, with Briefcite in it.
//   npm start -- PATH        opens a folder of yours, or a draft, in place
//   npm start -- --desktop   opens it in the VS Code that is installed here (`code`), in a profile of its own
//   npm start -- --no-browser   prints the address and opens nothing
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, run } from './prepare.mjs';

const HELP = `npm start [-- [PATH] [--desktop] [--no-browser]]

Without a PATH: checks the sample letter brief, prints what is found, and opens a copy of it in an editor.
PATH           a folder of yours, or a draft: opened in place; what you change is saved as you type
--desktop      in the VS Code that is installed on this computer, in place of the browser
--no-browser   prints the address only`;

const words = readWords();
ensureInstalled();
ensureBuilt();
if (words.path === undefined) {
  console.log('\nThe sample letter brief of a fictional case, with some mistakes planted:\n');
  run(process.execPath, ['dist/cli.js', 'check', '--fail-on', 'never', 'test/matters/harborline/letter-brief.brief']);
}
const { openEditor } = await import('./vscode/start/openEditor.mjs');
process.exitCode = await openEditor(words);

function readWords() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { desktop: { type: 'boolean' }, 'no-browser': { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    if (positionals.length > 1) throw new Error('One folder or draft at a time can be opened.');
    return { path: positionals[0], desktop: values.desktop === true, browser: values['no-browser'] !== true };
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}
