import type { Page, PagesState } from '../record/pages.ts';
import { plainText } from '../record/readers/plainText.ts';
import { READER_LIMITS, readerFor } from '../record/readers/readers.ts';
import { type Lent, placesBeside, withWordsBeside } from '../record/readers/wordsBeside.ts';
import { baseName, folderOf, refusalOf, resolveFrom } from './paths.ts';
import { findAllowed, type NoBytes, type ReadingRules, readAllowed } from './readAllowed.ts';
import type { PageGlimpsing, PageLooking, PagesReading } from './readerThread.ts';
import type { TextIndex } from './textIndex.ts';

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

/** Who reads exhibits, and where what was read is kept. */
export interface ExhibitReading {
  /** Does it for the types that need a library. */
  readonly read: PagesReading;
  /** Looks at a page of a PDF; absent where nobody asks for its places and pictures. */
  readonly look?: PageLooking;
  /** Looks for a page of a PDF while its whole is still being read. */
  readonly glimpse?: PageGlimpsing;
  /** A PDF is about to be read: who looks at its pages had better be ready. */
  readonly warm?: () => void;
  /** Absent where nothing may be kept on the disk: on the command line, in a folder that nobody trusts. */
  readonly index?: TextIndex;
}

/** What may be kept of one exhibit. */
export interface Keeping {
  /** False as soon as the paper is protected: then no word of it may lie anywhere else. */
  readonly mayKeep: () => boolean;
  /** The SHA-256 of the state that somebody verified: its words are kept, too. */
  readonly verified: readonly string[];
}

const KEEPS_NOTHING: Keeping = { mayKeep: () => false, verified: [] };

/** Reads in this thread, without any library that lies beside the program, and keeps nothing. */
export const readHere: ExhibitReading = {
  read: async (name, bytes) => {
    const reader = readerFor(name);
    return reader ? reader.read(bytes, READER_LIMITS) : [];
  },
};

/** Reads the pages of an exhibit, from what is kept where that is the same file. `path` is absolute. Never throws. */
export async function readPages(
  path: string,
  rules: ReadingRules,
  reading: ExhibitReading = readHere,
  keeping: Keeping = KEEPS_NOTHING,
): Promise<ReadExhibit> {
  const name = baseName(path);
  const reader = readerFor(name);
  if (!reader) {
    const found = await findAllowed(path, rules);
    if (found.state !== 'found') return { state: found };
    return { state: { state: 'unreadable', why: `${name} is of a kind that can't be read yet.` }, stamp: found.stamp };
  }
  const file = await readAllowed(path, rules);
  if (file.state !== 'read') return { state: file };
  const { sha256, stamp } = file;
  try {
    const kept = !reader.isPlain && keeping.mayKeep() ? await reading.index?.read(path, sha256) : undefined;
    if (!kept && reader.name === 'PDF') reading.warm?.();
    const pages = kept ?? (await (reader.isPlain ? readHere : reading).read(name, file.bytes));
    // Nobody waits for it to be written.
    if (!kept) void reading.index?.keep(path, sha256, pages, keeping.verified, keeping.mayKeep);
    return { state: { state: 'read', pages: { ...(await lentWords(path, pages, rules)), sha256 } }, stamp };
  } catch (error) {
    const why = `${name} can't be read. ${error instanceof Error ? error.message : ''}`.trim();
    return { state: { state: 'unreadable', why }, stamp };
  }
}

/** The pages of a scan with the words of a text that lies beside it; the same rules hold for that file. */
async function lentWords(path: string, pages: readonly Page[], rules: ReadingRules): Promise<Lent> {
  if (pages.every(({ checkable }) => checkable)) return { pages };
  for (const place of placesBeside(path)) {
    const text = await readAllowed(place, rules);
    if (text.state !== 'read') continue;
    return withWordsBeside(pages, await plainText.read(text.bytes, READER_LIMITS), baseName(place));
  }
  return { pages };
}
