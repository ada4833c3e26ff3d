import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const words = (name: string): string => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

test('the libraries in PDFium have their words, and the build puts them behind the notices', () => {
  const notice = words('client/packaging/pdfium-libraries.txt');
  for (const name of [
    'FreeType',
    'Independent JPEG Group',
    'OpenJPEG',
    'Little CMS',
    'ICU',
    'zlib',
    'libpng',
    'Anti-Grain',
    'Abseil',
  ])
    expect(notice).toContain(name);
  expect(words('esbuild.mjs')).toContain('pdfium-libraries.txt');
  expect(words('node_modules/@embedpdf/pdfium/LICENSE.pdfium')).toContain('PDFium Authors');
});
