import { inflateRawSync } from 'node:zlib';
import type { ExhibitReading } from '../../../server/src/files/readPages.ts';
import { wordsOfDocx } from '../../../server/src/record/readers/docx/wordDocument.ts';
import { READER_LIMITS, readerFor } from '../../../server/src/record/readers/readers.ts';
import { readPdf } from './pdfFixtures.ts';

/** The words of a Word file, as the thread that reads exhibits takes them. */
export const wordsIn = (bytes: Uint8Array): Promise<string> =>
  wordsOfDocx(bytes, (packed, maxOutputLength) => inflateRawSync(packed, { maxOutputLength }));

/** Reads what that thread reads, in this one. */
export const readingHere: ExhibitReading = {
  read: async (name, bytes) =>
    name.toLowerCase().endsWith('.pdf')
      ? readPdf(bytes)
      : ((await readerFor(name)?.read(bytes, { ...READER_LIMITS, word: wordsIn })) ?? []),
};
