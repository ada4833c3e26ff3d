// Third-party notices: the libraries whose code is really in the bundles, and the licences that Briefcite may ship with.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Licences that ask for no more than their own words beside the program. */
export const ALLOWED_LICENCES = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
];

/** The innermost package that a file belongs to: of `a` and of `b` in `node_modules/a/node_modules/b/x.js`, that is `b`. */
const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Folders of the packages that left code in these bundles, sorted. A file of which nothing was kept does not count. */
export function bundledPackages(metafiles) {
  const folders = bundledFiles(metafiles).map((file) => PACKAGE_FOLDER.exec(file)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

function bundledFiles(metafiles) {
  return metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
}

/** The words of THIRD-PARTY-NOTICES.txt. Throws a sentence that names the package whose licence can't be shipped. */
export function noticesFor(root, metafiles) {
  const places = [...new Set(bundledFiles(metafiles).map((file) => dirname(file)))].sort();
  const notices = bundledPackages(metafiles).map((folder) =>
    noticeOf(
      root,
      folder,
      // Another's work in a package has its licence beside it.
      places.filter((place) => PACKAGE_FOLDER.exec(`${place}/`)?.[0] === folder && place !== folder),
    ),
  );
  return [...new Set(notices)].join(`\n${'-'.repeat(72)}\n\n`);
}

function noticeOf(root, folder, places) {
  const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const name = `${about.name} ${about.version}`;
  const licence = licenceOf(about);
  if (!isAllowed(licence)) {
    throw new Error(
      `${name} (${folder}) is in the bundles, and its licence is ${licence || 'not stated'}. ` +
        `Do without it, or have a person add the licence to ALLOWED_LICENCES in client/packaging/notices.mjs.`,
    );
  }
  const words = licenceText(join(root, folder));
  if (!words) {
    throw new Error(
      `${name} (${folder}) is in the bundles and has no licence text. Do without it, or use another version.`,
    );
  }
  const within = [...places.map((place) => licenceText(join(root, place))), licenceOfParts(about.name)];
  return [`${name} (${licence})`, words, ...within.filter((one) => one !== '')].join('\n\n').concat('\n');
}

/** The licence of what a package has copied into its own files without saying so; kept by hand beside this file. */
function licenceOfParts(name) {
  const file = join(import.meta.dirname, 'licences', `${name.replaceAll('/', '-')}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** The licence as package.json states it, also in the two ways that old packages have. */
function licenceOf({ license, licenses }) {
  const stated = Array.isArray(licenses) ? licenses.map(({ type }) => type).join(' OR ') : license;
  return typeof stated === 'object' && stated !== null ? stated.type : stated;
}

/** Of several licences to choose from, one must be allowed. Anything less plain is for a person to read. */
function isAllowed(licence) {
  const choices = /^\(?(.*?)\)?$/.exec(licence ?? '')?.[1]?.split(' OR ') ?? [];
  return choices.some((choice) => ALLOWED_LICENCES.includes(choice));
}

function licenceText(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying)/i.test(name)) : [];
  // A package made of another's work has that one's licence beside its own.
  const words = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim());
  return [...new Set(words)].join('\n\n');
}
