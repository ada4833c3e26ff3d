import { realpath } from 'node:fs/promises';
import { type DraftText, draftTextOf } from '../record/readers/draftText.ts';
import { baseName, folderOf } from './paths.ts';
import { MAXIMUM_BYTES } from './readAllowed.ts';
import { type ExhibitReading, readPages } from './readPages.ts';

/**
 * Reads a draft that is a Word file or PDF and that the person named themselves, wherever it lies. `path` is absolute. Never
 * throws: `why` is a sentence for people.
 */
export async function readDraftFile(
  path: string,
  reading?: ExhibitReading,
): Promise<DraftText | { readonly why: string }> {
  const real = await realpath(path).catch(() => path);
  const rules = { folders: [folderOf(path), folderOf(real)], maximumBytes: MAXIMUM_BYTES };
  const { state } = await readPages(path, rules, reading);
  const name = baseName(path);
  if (state.state === 'pending') return { why: `${name} can't be read.` };
  if (state.state !== 'read') return { why: state.why };
  const draft = draftTextOf(state.pages.pages);
  if (draft.unread.length === state.pages.pages.length) return { why: `${name} has no words that can be read.` };
  return draft;
}

/** `Page 3 of brief.pdf has no words that can be read; it was not checked.` Undefined where all have words. */
export function unreadWords(name: string, { unread }: DraftText): string | undefined {
  if (unread.length === 0) return undefined;
  const [first] = unread;
  if (unread.length === 1) return `Page ${first} of ${name} has no words that can be read; it was not checked.`;
  const shown = unread.length > 12 ? `${unread.slice(0, 12).join(', ')}, ...` : unread.join(', ');
  return `${unread.length} pages of ${name} have no words that can be read; they were not checked: ${shown}.`;
}
