import type { Source } from '../record/caseRecord.ts';
import type { PagesLookup } from '../record/pages.ts';

/** True where the file, as it was read, is another one than a person verified; false while it is not read. */
export function hasChangedSinceVerified(source: Source, pages: PagesLookup): boolean {
  if (!source.verified) return false;
  const read = pages(source);
  return read?.state === 'read' && read.pages.sha256.toLowerCase() !== source.verified.sha256;
}
