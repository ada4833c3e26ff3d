// Makes the .vsix, one for every platform, and reads what is in it. What it may contain stands in package.json under `files`.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { createVSIX } from '@vscode/vsce';

/** What the package may weigh without its pictures, in bytes: 6 MB, of which PDFium takes more than two. */
export const BUDGET = 6_000_000;

const PICTURE = /\.(?:png|svg|gif)$/i;
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Writes the package to this path from what `dist/` and the other folders have now. vsce prints its contents. */
export async function makePackage(packagePath) {
  // Any fixed time will do: the same sources then make the same file.
  process.env.SOURCE_DATE_EPOCH ??= String(Date.UTC(2000, 0, 2) / 1000);
  await createVSIX({
    cwd: root,
    packagePath,
    readmePath: 'client/gallery.md',
    // Every library is in the bundles already.
    dependencies: false,
    allowMissingRepository: true,
    // Pictures are shown from the package itself, not from a web site.
    rewriteRelativeLinks: false,
  });
}

/** Bytes of the package at this path without its pictures. */
export function weightOf(packagePath) {
  const archive = readFileSync(packagePath);
  const pictures = entriesOf(archive).filter(({ name }) => PICTURE.test(name));
  return pictures.reduce((weight, { packed }) => weight - packed, archive.length);
}

/** The files in a zip archive: each one's name, its bytes in the archive, and a function that unpacks it. */
export function entriesOf(archive) {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const entries = [];
  let at = archive.readUInt32LE(end + 16);
  while (entries.length < archive.readUInt16LE(end + 10)) {
    const packed = archive.readUInt32LE(at + 20);
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const place = { method: archive.readUInt16LE(at + 10), packed, header: archive.readUInt32LE(at + 42) };
    entries.push({ name: archive.toString('utf8', at + 46, nameEnd), packed, unpack: () => unpack(archive, place) });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(archive, { method, packed, header }) {
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const bytes = archive.subarray(start, start + packed);
  return method === 0 ? bytes : inflateRawSync(bytes);
}
