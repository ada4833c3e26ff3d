// The entry of the thread that reads exhibits: bytes in, pages out (files/readerThread.ts). It opens one file, the library beside it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import type { ReaderAnswer, ReaderTask } from './files/readerThread.ts';
import type { ReaderLimits } from './record/pages.ts';
import { wordsOfDocx } from './record/readers/docx/wordDocument.ts';
import { PdfiumStopped } from './record/readers/pdf/pdfium.ts';
import { READER_LIMITS, readerFor } from './record/readers/readers.ts';

const limits: ReaderLimits = {
  ...READER_LIMITS,
  library: (name) => readFile(join(__dirname, name)),
  word: (bytes) => wordsOfDocx(bytes, (packed, maxOutputLength) => inflateRawSync(packed, { maxOutputLength })),
};

async function answer({ name, bytes }: ReaderTask): Promise<ReaderAnswer> {
  try {
    const reader = readerFor(name);
    return reader ? { pages: await reader.read(bytes, limits) } : { why: 'It is of a kind that can not be read.' };
  } catch (error) {
    const isSpent = error instanceof PdfiumStopped && error.outOfMemory;
    return { why: error instanceof Error ? error.message : '', isSpent };
  }
}

parentPort?.on('message', async (task: ReaderTask) => parentPort?.postMessage(await answer(task)));
