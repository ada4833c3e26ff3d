import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../../server/src/cli/run.ts';
import { makePdf } from '../record/readers/makePdf.ts';
import { readingHere } from '../record/readers/readingHere.ts';

const MATTER = fileURLToPath(new URL('../matters/harborline/', import.meta.url));
const WIDTH = 95;
const LINES = 46;

/** The signs that a PDF's own fonts have. */
const typed = (words: string): string =>
  words
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2013\u2014]/g, '-');

function wrapped(words: string): readonly string[] {
  const lines = [''];
  for (const word of words.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** The letter as it would be filed: its lines broken anew, a court's stamp on each page, no empty lines. */
function filed(letter: string): Uint8Array {
  const lines = letter.split(/\n\s*\n/).flatMap((paragraph) => wrapped(typed(paragraph.trim())));
  const count = Math.ceil(lines.length / LINES);
  const pages = Array.from({ length: count }, (_, page) => ({
    drawn: lines
      .slice(page * LINES, (page + 1) * LINES)
      .map((text, at) => ({ x: 60, y: 740 - 14 * at, text, size: 9 })),
    stamped: [{ x: 60, y: 775, text: `Case 3:24-cv-01234-AB Document 90 Filed 12/06/24 Page ${page + 1} of ${count}` }],
  }));
  return makePdf({ pages });
}

test('the citations of a letter are the same in the PDF in which it was filed as in its text', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefcite-filed-'));
  cpSync(MATTER, folder, { recursive: true });
  const letter = readFileSync(join(MATTER, 'letter-brief.brief'), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  writeFileSync(join(folder, 'plain.brief'), letter);
  writeFileSync(join(folder, 'filed.pdf'), filed(letter));
  const { out } = await run('citations plain.brief filed.pdf --format json'.split(' '), {
    folder,
    input: Readable.from(['']),
    colours: false,
    version: '9.9.9',
    reading: readingHere,
  });
  rmSync(folder, { recursive: true });
  interface Cited {
    readonly text: string;
    readonly status: string;
    readonly page?: number;
    readonly targets: readonly { readonly source: { readonly entry: string } | null }[];
  }
  const [plain, pdf]: readonly { readonly citations: readonly Cited[] }[] = JSON.parse(out).files;
  const told = ({ text, status, targets }: Cited): string =>
    [typed(text).replace(/\s+/g, ' '), status, ...targets.map(({ source }) => source?.entry ?? '-')].join(' | ');
  expect(pdf?.citations.length).toBeGreaterThan(90);
  expect(pdf?.citations.map(told)).toEqual(plain?.citations.map(told));
  expect(pdf?.citations.every(({ page }) => page !== undefined)).toBe(true);
});
