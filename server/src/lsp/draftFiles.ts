import { baseName, pathKey, pathOfUri } from '../files/paths.ts';
import { readDraftFile, unreadWords } from '../files/readDraftFile.ts';
import type { Finding } from '../lint/finding.ts';
import { type DraftPlace, isDraftFile, placeIn, placeWords } from '../record/readers/draftText.ts';
import { draftPathOf, isReadOnly } from './draftDocuments.ts';
import type { Matters } from './matters.ts';
import type { ReadDraftResult } from './messages.ts';

/** The Word files and PDFs that were read to be checked, and where in them each part of their text stands. */
export class DraftFiles {
  readonly #places = new Map<string, readonly DraftPlace[]>();

  /** Reads a file that a person chose, by its `file:` URI. */
  async read(uri: string, matters: Matters): Promise<ReadDraftResult> {
    const path = pathOfUri(uri);
    if (path === undefined || !isDraftFile(path))
      return { why: 'Only Word files (.docx) and PDFs on this computer are read.' };
    if (await isProtected(path, matters))
      return {
        why: `${baseName(path)} is sealed or designated in the manifest; its text is not opened, since other extensions could read it.`,
      };
    const read = await readDraftFile(path, matters.reading);
    if ('why' in read) return read;
    this.#places.set(pathKey(path), read.places);
    const note = unreadWords(baseName(path), read);
    return { text: read.text, ...(note !== undefined && { note }) };
  }

  /** Findings of a draft that say on which page or in which paragraph of its file they stand; those of other drafts as they are. */
  placed(uri: string, findings: readonly Finding[]): readonly Finding[] {
    const path = isReadOnly(uri) ? draftPathOf(uri) : undefined;
    const places = path === undefined ? undefined : this.#places.get(pathKey(path));
    if (!places) return findings;
    const told = (message: string, offset: number): string => {
      const place = placeIn(places, offset);
      return place ? `${message} (${placeWords(place)})` : message;
    };
    return findings.map((finding) => ({
      ...finding,
      message: told(finding.message, finding.span.start),
      ...(finding.related && {
        related: finding.related.map((one) => ({ ...one, message: told(one.message, one.span.start) })),
      }),
    }));
  }
}

/** An exhibit of the matter whose words are shown nowhere is not opened as a draft, either. */
async function isProtected(path: string, matters: Matters): Promise<boolean> {
  const matter = await matters.find(path);
  const { answer, shelf } = matter ?? {};
  if (answer?.state !== 'available') return false;
  return answer.record.sources.some((source) => {
    const own = source.isProtected ? shelf?.pathOf(source) : undefined;
    return own !== undefined && pathKey(own) === pathKey(path);
  });
}
