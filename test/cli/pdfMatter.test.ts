import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../server/src/cli/run.ts';
import { type Drawn, makePdf, type PdfPage } from '../record/readers/makePdf.ts';
import { readPdf } from '../record/readers/pdfFixtures.ts';

const sample = fileURLToPath(new URL('../matters/harborline', import.meta.url));
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A copy of the sample matter without what people marked: that is about the files as they are. */
async function copy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'briefcite-matter-'));
  folders.push(folder);
  await cp(sample, folder, { recursive: true });
  await rm(join(folder, 'cite-check.yaml'));
  return folder;
}

/** A sheet as a printer would make it of a page of text: page numbers in the margins, the rest from the top down. */
function sheetOf(text: string): PdfPage {
  const lines = text.split('\n');
  const words = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const drawn = lines.flatMap((line, at): readonly Drawn[] => {
    const place = { x: 36 + 4.8 * (line.length - line.trimStart().length), size: 8, font: 'Courier' as const };
    if (line.trim() === '') return [];
    const isNumber = /^\s*(?:- )?\d{1,3}(?: -)?\s*$/.test(line);
    if (isNumber && at === words[0]) return [{ ...place, y: 765, text: line.trim() }];
    if (isNumber && at === words.at(-1)) return [{ ...place, y: 36, text: line.trim() }];
    return [{ ...place, y: 735 - 13 * at, text: line.trim() }];
  });
  return { drawn };
}

/** The pages of a text: by form feed, else by the court's stamp. */
function pagesOf(text: string): readonly string[] {
  const pages = text.includes('\f') ? text.split('\f') : text.split(/^(?=Case \S)/m);
  return pages.filter((page) => page.trim() !== '');
}

interface Found {
  readonly code: string;
  readonly start: number;
  readonly message: string;
}

async function findings(folder: string): Promise<readonly Found[]> {
  const { out } = await run(['check', join(folder, 'letter-brief.brief'), '--format', 'json', '--fail-on', 'never'], {
    folder,
    input: Readable.from(['']),
    colours: false,
    version: '9.9.9',
    reading: { read: (_, bytes) => readPdf(bytes) },
  });
  const { files } = JSON.parse(out);
  return files[0].findings
    .filter(({ code }: Found) => code !== 'stale-file')
    .map(({ code, start, message }: Found) => ({ code, start, message: message.replaceAll('.pdf', '.txt') }));
}

test('the sample letter is checked against PDFs of its exhibits with the same result as against their text', async () => {
  const [asText, asPdf] = [await copy(), await copy()];
  const exhibits = join(asPdf, 'exhibits');
  for (const name of await readdir(exhibits)) {
    if (!/\.(?:txt|md)$/.test(name)) continue;
    const text = await readFile(join(exhibits, name), 'utf8');
    const pdf = makePdf({ pages: pagesOf(text).map(sheetOf) });
    await writeFile(join(exhibits, name.replace(/\.(?:txt|md)$/, '.pdf')), pdf);
    await rm(join(exhibits, name));
  }
  const manifest = join(asPdf, 'exhibits.yaml');
  const listed = await readFile(manifest, 'utf8');
  await writeFile(manifest, listed.replace(/(exhibits\/\S+)\.(?:txt|md)/g, '$1.pdf'));
  const expected = await findings(asText);
  expect(expected.filter(({ code }) => code.startsWith('quotation')).length).toBeGreaterThan(3);
  expect(await findings(asPdf)).toEqual(expected);
});
