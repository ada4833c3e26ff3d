import { type Dirent, promises } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold programs and not drafts. */
const PASSED_OVER = new Set(['node_modules', '.git', '.svn', '.hg']);
/** A person's matters hold fewer; a whole disk that was opened by mistake must not be read. */
const MOST_FOLDERS = 20_000;

/**
 * Paths of the drafts (`.brief`, `.brief.txt`) in and below a folder, in order. Links are not followed; a folder that can't be
 * read holds none. Stops when `isCancelled` says so.
 */
export async function findDrafts(folder: string, isCancelled: () => boolean): Promise<readonly string[]> {
  const drafts: string[] = [];
  const folders = [folder];
  for (let looked = 0; looked < folders.length && looked < MOST_FOLDERS && !isCancelled(); looked++) {
    const here = folders[looked] ?? folder;
    for (const entry of await entriesOf(here)) {
      if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) folders.push(join(here, entry.name));
      else if (entry.isFile() && /\.brief(?:\.txt)?$/i.test(entry.name)) drafts.push(join(here, entry.name));
    }
  }
  return drafts.sort();
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await promises.readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
