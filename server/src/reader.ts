// The entry of the thread that reads exhibits: bytes in, pages out (files/readerThread.ts). It opens one file, the library beside it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import { greyPng } from './files/greyPng.ts';
import type { ReaderAnswer, ReaderTask } from './files/readerThread.ts';
import type { ReaderLimits } from './record/pages.ts';
import { wordsOfDocx } from './record/readers/docx/wordDocument.ts';
import { glimpseOf } from './record/readers/pdf/glimpse.ts';
import { lookAtPage, type PageQuestion } from './record/readers/pdf/pageLook.ts';
import { PdfiumStopped } from './record/readers/pdf/pdfium.ts';
import { READER_LIMITS, readerFor } from './record/readers/readers.ts';

const limits: ReaderLimits = {
  ...READER_LIMITS,
  library: (name) => readFile(join(__dirname, name)),
  word: (bytes) => wordsOfDocx(bytes, (packed, maxOutputLength) => inflateRawSync(packed, { maxOutputLength })),
};

/** A hover has room for so many characters of a picture, as base64; a finer one is drawn smaller. */
const LONGEST_PICTURE = 70_000;
const SMALLER = 0.7;

async function look(bytes: Uint8Array, question: PageQuestion): Promise<ReaderAnswer> {
  const { pictureWidth, ...asked } = question;
  if (pictureWidth === undefined) return { look: await lookAtPage(bytes, asked, limits) };
  for (let width = pictureWidth; width > pictureWidth / 3; width *= SMALLER) {
    const { boxes, picture } = await lookAtPage(bytes, { ...asked, pictureWidth: Math.round(width) }, limits);
    const png = picture && greyPng(picture);
    if (!png || (png.length * 4) / 3 < LONGEST_PICTURE) return { look: { boxes, ...(png && { png }) } };
  }
  return { look: { boxes: [] } };
}

async function answer({ name, bytes, question, number }: ReaderTask): Promise<ReaderAnswer> {
  try {
    if (question) return await look(bytes, question);
    if (number !== undefined) return { glimpse: await glimpseOf(bytes, number, limits) };
    const reader = readerFor(name);
    return reader ? { pages: await reader.read(bytes, limits) } : { why: 'It is of a kind that can not be read.' };
  } catch (error) {
    const isSpent = error instanceof PdfiumStopped && error.outOfMemory;
    return { why: error instanceof Error ? error.message : '', isSpent };
  }
}

parentPort?.on('message', async (task: ReaderTask) => parentPort?.postMessage(await answer(task)));
