import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../../prepare.mjs';

const LETTER = 'letter-brief.brief';

/**
 * Copies the sample matter below `parent`: what a person tries out in it changes nothing of ours. Answers where it is, and
 * the line of the letter's first finding, which is the one to look at first.
 */
export function copySample(parent) {
  const folder = join(parent, 'Sample matter');
  cpSync(join(root, 'test/matters/harborline'), folder, {
    recursive: true,
    filter: (source) => !/^\.|^expected-/.test(basename(source)),
  });
  const file = join(folder, LETTER);
  return { folder, file, line: firstFinding(file) };
}

function firstFinding(file) {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', '--format', 'json', file], {
    encoding: 'utf8',
  });
  const checked = JSON.parse(stdout).files.find(({ path }) => path.endsWith(LETTER));
  return checked?.findings[0]?.line;
}
