import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { ReaderThread } from '../../server/src/files/readerThread.ts';
import { makeDocx, makeZip, paragraph } from '../record/readers/makeDocx.ts';
import { makePdf, streamOf } from '../record/readers/makePdf.ts';
import { body, transcriptPage, WORDS } from '../record/readers/pdfPages.ts';

const entry = fileURLToPath(new URL('../../dist/reader.js', import.meta.url));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const paper = (): Uint8Array => makePdf({ pages: [{ drawn: body(WORDS) }] });

let thread = new ReaderThread(entry);
afterEach(async () => {
  await thread.end();
  thread = new ReaderThread(entry);
});

test('reads one file after the other in one thread', async () => {
  const page = '<!doctype html><title>Gate</title><p>The gate was shut.';
  const all = await Promise.all([
    thread.read('a.pdf', paper()),
    thread.read('b.html', new TextEncoder().encode(page)),
    thread.read('C.PDF', makePdf({ pages: [transcriptPage(7), transcriptPage(8)] })),
  ]);
  expect(all.map((pages) => pages.length)).toEqual([1, 1, 2]);
  expect(all[0]?.[0]?.text).toBe(WORDS.join('\n'));
  expect(all[1]?.[0]?.text).toContain('The gate was shut.');
  expect(all[2]?.[1]?.lines?.[2]?.page).toBe('8');
  await expect(thread.read('a.pdf', new TextEncoder().encode('Dear colleague,'))).rejects.toThrow(
    /^It is not a PDF\.$/,
  );
});

test('reads a Word file, and one that says that it unpacks to gigabytes costs a sentence', async () => {
  const [page] = await thread.read('a.docx', makeDocx({ body: paragraph('The gate was shut.') }));
  expect(page).toMatchObject({ text: 'The gate was shut.', unpaged: 'A Word file' });
  const large = makeZip([{ name: 'word/document.xml', words: '', says: 4_000_000_000 }]);
  await expect(thread.read('b.docx', large)).rejects.toThrow(/^It would unpack to more than 100 MB/);
  const nested = makeDocx({ body: `<w:p>${'<w:r>'.repeat(5_000_000)}` });
  await expect(thread.read('c.docx', nested)).rejects.toThrow(/^(?:It |Reading it )/);
  expect(await thread.read('a.docx', makeDocx({ body: paragraph('Again.') }))).toHaveLength(1);
}, 60_000);

test('bytes in the middle of a buffer are copied, not taken', async () => {
  const bytes = new Uint8Array([0, ...paper(), 0]);
  expect(await thread.read('a.pdf', bytes.subarray(1, -1))).toHaveLength(1);
  expect(bytes.length).toBeGreaterThan(100);
});

test('a file over the limit of time costs only itself', async () => {
  thread = new ReaderThread(entry, { milliseconds: 500 });
  // Taken over bit by bit, a page of a million letters is longer than that.
  const slow = makePdf({ pages: Array.from({ length: 3000 }, (_, page) => transcriptPage(page + 1)) });
  const [first, second] = await Promise.allSettled([thread.read('slow.pdf', slow), thread.read('a.pdf', paper())]);
  expect(first).toMatchObject({ status: 'rejected', reason: { message: /took longer than 1 seconds?/ } });
  expect(second.status).toBe('fulfilled');
});

test('a small file that unpacks to gigabytes costs only itself', async () => {
  const bomb = bombPdf(1_500);
  expect(bomb.length).toBeLessThan(3_000_000);
  const [first, second] = await Promise.allSettled([thread.read('bomb.pdf', bomb), thread.read('a.pdf', paper())]);
  expect(first.status === 'fulfilled' || /^It |^Reading it /.test(String(first.reason.message))).toBe(true);
  expect(second.status).toBe('fulfilled');
}, 60_000);

test('ends by itself when it has had nothing to do for a while, and starts again', async () => {
  thread = new ReaderThread(entry, { idleMilliseconds: 1 });
  expect(thread.isRunning).toBe(false);
  await thread.read('a.pdf', paper());
  await expect.poll(() => thread.isRunning).toBe(false);
  expect(await thread.read('a.pdf', paper())).toHaveLength(1);
});

test('the built command line reads a PDF, finds a wrong page and an altered quotation, and ends at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefcite-pdf-'));
  const other = ['The second page says that the lamp was lit', 'and that the gate stayed open until the morning.'];
  const stamp = (page: number) => [
    { x: 60, y: 775, text: `Case 3:23-cv-03417-VC Document 315 Filed 12/06/24 Page ${page} of 2` },
  ];
  await writeFile(
    join(folder, '315.pdf'),
    makePdf({
      pages: [
        { drawn: body(WORDS), stamped: stamp(1) },
        { drawn: body(other), stamped: stamp(2) },
      ],
    }),
  );
  await writeFile(join(folder, 'exhibits.yaml'), 'docket: {315: {title: Order, file: 315.pdf}}\n');
  await writeFile(
    join(folder, 'a.brief'),
    'The order says that "the lamp was lit and that the gate stayed open until the morning." Dkt. No. 315 at 2.\n\n' +
      'It also says that "nobody on the pier answered either of them." Dkt. No. 315 at 2.\n\n' +
      'And it says that "nobody on the quay answered either of them." Dkt. No. 315 at 1. See Dkt. No. 315 at 9.\n',
  );
  const started = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [
    cli,
    'check',
    join(folder, 'a.brief'),
    '--format',
    'json',
    '--fail-on',
    'never',
  ]);
  expect(performance.now() - started).toBeLessThan(8_000);
  const { files } = JSON.parse(stdout);
  expect(files[0].findings.map(({ code }: { code: string }) => code).sort()).toEqual([
    'pin-out-of-range',
    'quotation-altered',
    'quotation-elsewhere',
  ]);
  const pages = await promisify(execFile)(process.execPath, [
    cli,
    'pages',
    join(folder, '315.pdf'),
    '--format',
    'json',
  ]);
  expect(JSON.parse(pages.stdout).pages[1].labels.ecf.page).toBe(2);
  await rm(folder, { recursive: true });
}, 20_000);

/** A PDF whose only page unpacks to this many megabytes of blanks. */
function bombPdf(megabytes: number): Uint8Array {
  const page = makePdf({ pages: [{ drawn: body(WORDS) }] });
  const text = Buffer.from(page).toString('latin1');
  const packed = streamOf(new Uint8Array(megabytes * 1_000_000).fill(32), '', true);
  const start = text.indexOf('12 0 obj\n') + '12 0 obj\n'.length;
  const end = text.indexOf('\nendobj', start);
  // The table of places is wrong behind it: PDFium mends that by itself.
  return Buffer.concat([Buffer.from(text.slice(0, start), 'latin1'), packed, Buffer.from(text.slice(end), 'latin1')]);
}

test('PDFium lies beside the thread as it came', async () => {
  const bytes = await readFile(join(entry, '../pdfium.wasm'));
  expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0, 0x61, 0x73, 0x6d]));
});
