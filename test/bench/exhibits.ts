import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReaderThread } from '../../server/src/files/readerThread.ts';
import { makePdf } from '../record/readers/makePdf.ts';
import { transcriptPage } from '../record/readers/pdfPages.ts';
import { milliseconds, percentile, print, type Row } from './table.ts';

const PAGES = 1000;
const EXHIBITS = 10;

/** How fast the built thread reads a long transcript, beside `pdftotext` where it is installed, and what ten of them take. */
export async function benchExhibits(root: string): Promise<void> {
  const stamp = (page: number): string =>
    `Case 3:23-cv-03417-VC Document 294-1 Filed 12/06/24 Page ${page} of ${PAGES}`;
  const bytes = makePdf({
    pages: Array.from({ length: PAGES }, (_, at) => ({
      ...transcriptPage(at + 1),
      stamped: [{ x: 60, y: 775, size: 9, text: stamp(at + 1) }],
    })),
  });
  const thread = new ReaderThread(join(root, 'dist/reader.js'));
  const before = process.memoryUsage().rss;
  const kept: unknown[] = [];
  const times: number[] = [];
  for (let exhibit = 0; exhibit < EXHIBITS; exhibit++) {
    const start = performance.now();
    kept.push(await thread.read('transcript.pdf', bytes.slice()));
    times.push(performance.now() - start);
  }
  const grown = (process.memoryUsage().rss - before) / 1e6;
  await thread.end();
  const native = pdftotextTime(bytes);
  const [cold = Number.NaN, ...warm] = times;
  const usual = percentile(warm, 0.5);
  const rows: Row[] = [
    ['the first, with the start of the thread', milliseconds(cold), '150 ms to its pin page'],
    [
      'each of those after it',
      milliseconds(usual),
      native === undefined ? '' : `${milliseconds(2 * native)} (twice pdftotext)`,
    ],
    ['pages a second', Math.round((PAGES / usual) * 1000).toLocaleString('en-US')],
    ['pdftotext', native === undefined ? 'not installed' : milliseconds(native)],
    [`memory with ${kept.length} of them, the thread's included`, `${grown.toFixed(0)} MB`, '300 MB'],
  ];
  print(`A transcript of ${PAGES.toLocaleString('en-US')} pages as PDF`, ['', 'measured', 'goal'], rows);
}

/** The median time that pdftotext takes, in milliseconds; undefined where it is not installed. */
function pdftotextTime(bytes: Uint8Array): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'briefcite-bench-'));
  const file = join(folder, 'a.pdf');
  writeFileSync(file, bytes);
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const { status } = spawnSync('pdftotext', [file, join(folder, 'a.txt')]);
    return status === 0 ? performance.now() - start : undefined;
  }).filter((time) => time !== undefined);
  rmSync(folder, { recursive: true, force: true });
  return times.length === 0 ? undefined : percentile(times, 0.5);
}
