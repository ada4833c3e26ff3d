import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isInside } from './paths.ts';

/** The names a manifest goes by, in the order in which they are looked for. */
export const MANIFEST_NAMES = ['exhibits.yaml', 'exhibits.yml', 'exhibits.json'] as const;

/** True for a path that bears a manifest's name. */
export function isManifestName(path: string): boolean {
  return (MANIFEST_NAMES as readonly string[]).includes(basename(path));
}

/**
 * Every place where the manifest of a file may lie, nearest first: its own folder, then each folder above it up to
 * `workspaceFolder`, never above. Without a workspace folder (or for a file outside it) only the file's own folder.
 */
export function manifestPlaces(file: string, workspaceFolder: string | undefined): readonly string[] {
  const first = dirname(file);
  const last = workspaceFolder !== undefined && isInside(workspaceFolder, first) ? workspaceFolder : first;
  const places: string[] = [];
  for (let folder = first; ; folder = dirname(folder)) {
    places.push(...MANIFEST_NAMES.map((name) => join(folder, name)));
    if (folder === last || folder === dirname(folder)) return places;
  }
}

/** True where a plain file is at this path. Never throws. */
export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
