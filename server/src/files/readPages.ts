import type { PagesState } from '../record/pages.ts';
import { READER_LIMITS, readerFor } from '../record/readers/readers.ts';
import { folderOf, refusalOf, resolveFrom } from './paths.ts';
import { findAllowed, type NoBytes, type ReadingRules, readAllowed } from './readAllowed.ts';
import type { PagesReading } from './readerThread.ts';

/**
 * Where an exhibit lies that a manifest names: `written` is taken from the folder of that manifest. A name that must not
 * be touched at all is refused here, by its words alone.
 */
export function exhibitPath(manifest: string, written: string): { readonly path: string } | NoBytes {
  const refusal = refusalOf(written);
  return refusal ? { state: 'not-allowed', why: refusal } : { path: resolveFrom(folderOf(manifest), written) };
}

/** What was read of an exhibit; `stamp` tells when it has to be read again. */
export interface ReadExhibit {
  readonly state: PagesState;
  readonly stamp?: string;
}

/** Reads in this thread, without any library that lies beside the program. */
export const readHere: PagesReading = async (name, bytes) => {
  const reader = readerFor(name);
  return reader ? reader.read(bytes, READER_LIMITS) : [];
};

/** Reads the pages of an exhibit; `reading` does it for the types that need a library. `path` is absolute. Never throws. */
export async function readPages(
  path: string,
  rules: ReadingRules,
  reading: PagesReading = readHere,
): Promise<ReadExhibit> {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const reader = readerFor(name);
  if (!reader) {
    const found = await findAllowed(path, rules);
    if (found.state !== 'found') return { state: found };
    return { state: { state: 'unreadable', why: `${name} is of a kind that can't be read yet.` }, stamp: found.stamp };
  }
  const file = await readAllowed(path, rules);
  if (file.state !== 'read') return { state: file };
  try {
    const pages = await (reader.isPlain ? readHere : reading)(name, file.bytes);
    return { state: { state: 'read', pages: { pages, sha256: file.sha256 } }, stamp: file.stamp };
  } catch (error) {
    const why = `${name} can't be read. ${error instanceof Error ? error.message : ''}`.trim();
    return { state: { state: 'unreadable', why }, stamp: file.stamp };
  }
}
