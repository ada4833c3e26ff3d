import type { ExhibitReader, ReaderLimits } from '../pages.ts';
import { composePages } from './pdf/composePages.ts';
import { drawnPagesOf } from './pdf/drawnPages.ts';
import { startPdfium } from './pdf/pdfium.ts';

/** PDF, through PDFium as WebAssembly: its text in content order, with every number that stands on its pages. */
export const pdf: ExhibitReader = {
  name: 'PDF',
  extensions: ['pdf'],
  async read(bytes, limits) {
    if (bytes.length > limits.maximumBytes) throw new Error('It is too large to be read.');
    if (bytes.length === 0) throw new Error('It is empty.');
    const pdfium = startPdfium(await compiledPdfium(limits), limits.maximumMemory ?? MAXIMUM_MEMORY);
    return composePages(drawnPagesOf(pdfium, bytes, limits));
  },
};

/** 512 MB: ten times what a paper of thousands of pages takes. */
export const MAXIMUM_MEMORY = 512 * 1024 * 1024;

const COMPILED = new WeakMap<NonNullable<ReaderLimits['library']>, Promise<WebAssembly.Module>>();

/** Compiled once for each place that the library comes from; a failure is not kept. */
export function compiledPdfium({ library }: ReaderLimits): Promise<WebAssembly.Module> {
  if (!library) throw new Error('The part of Briefcite that reads PDFs is missing.');
  const known = COMPILED.get(library);
  if (known !== undefined) return known;
  const compiled = library('pdfium.wasm').then((bytes) => WebAssembly.compile(bytes));
  COMPILED.set(library, compiled);
  compiled.catch(() => COMPILED.delete(library));
  return compiled;
}
