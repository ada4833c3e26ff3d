// `npm run package`: builds, and makes dist/briefcite.vsix, one package for every platform. Fails where it is over its budget.
import { join } from 'node:path';
import { ensureInstalled, root, run } from '../../test/prepare.mjs';

ensureInstalled();
// Always built anew: what lies in dist/ may be of a build that watches, neither small nor without source maps.
run(process.execPath, ['esbuild.mjs']);
const { BUDGET, makePackage, weightOf } = await import('./vsix.mjs');

const bytes = (count) => `${count.toLocaleString('en-US')} bytes`;
const packagePath = join(root, 'dist/briefcite.vsix');
try {
  await makePackage(packagePath);
} catch (error) {
  console.error(`dist/briefcite.vsix was not made. ${error.message}`);
  process.exit(1);
}
const weight = weightOf(packagePath);
console.log(`dist/briefcite.vsix has ${bytes(weight)} without its pictures, of ${bytes(BUDGET)} that it may have.`);
if (weight > BUDGET) {
  console.error(
    `The package is ${bytes(weight - BUDGET)} over its budget. dist/meta.json says what is in the bundles; take ` +
      'out what is not needed.',
  );
  process.exit(1);
}
