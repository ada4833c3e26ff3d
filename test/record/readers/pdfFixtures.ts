import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page, ReaderLimits } from '../../../server/src/record/pages.ts';
import { pdf } from '../../../server/src/record/readers/pdf.ts';
import { READER_LIMITS } from '../../../server/src/record/readers/readers.ts';
import { makePdf, type PdfFile } from './makePdf.ts';

const wasm = fileURLToPath(new URL('../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm', import.meta.url));
const library = (): Promise<Uint8Array> => readFile(wasm);

/** The limits with which the tests read a PDF in their own process. */
export const PDF_LIMITS: ReaderLimits = { ...READER_LIMITS, library };

export async function readPdf(file: PdfFile | Uint8Array): Promise<readonly Page[]> {
  return pdf.read(file instanceof Uint8Array ? file : makePdf(file), PDF_LIMITS);
}
