import { chmod, lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { CITE_CHECK_NAME } from '../record/citeCheck.ts';
import { type ManifestText, readManifestText } from './manifestChain.ts';
import { folderOf, joinPath } from './paths.ts';
import { MAXIMUM_BYTES } from './readAllowed.ts';

/** Where the marks of a matter lie: beside its manifest. */
export function citeCheckPath(manifest: string): string {
  return joinPath(folderOf(manifest), CITE_CHECK_NAME);
}

/** The text of a cite-check file; a link that leads out of the manifest's folder is not followed. Never throws. */
export function readCiteCheckText(path: string): Promise<ManifestText> {
  return readManifestText(path, { folders: [folderOf(path)], maximumBytes: MAXIMUM_BYTES });
}

/** Two writers in one process have files of their own. */
let written = 0;

/**
 * Writes a cite-check file as a whole or not at all: into a file beside it, which then takes its name. Only over a plain file or where
 * none is; never through a link. Gives a sentence where it could not be written. Never throws.
 */
export async function writeCiteCheckText(path: string, text: string): Promise<string | undefined> {
  const temporary = `${path}.${process.pid}-${++written}.tmp`;
  try {
    const before = await lstat(path).catch(() => undefined);
    if (before && !before.isFile()) return `${CITE_CHECK_NAME} is not a plain file; nothing was written.`;
    if (before && (await realpath(path)) !== joinPath(await realpath(folderOf(path)), CITE_CHECK_NAME))
      return `${CITE_CHECK_NAME} leads to another place; nothing was written.`;
    // "wx": a file or link that somebody put there under this name is never written into.
    const handle = await open(temporary, 'wx', 0o666);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (before) await chmod(temporary, before.mode & 0o777);
    await rename(temporary, path);
    return undefined;
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    return `${CITE_CHECK_NAME} could not be written beside the manifest.`;
  }
}
