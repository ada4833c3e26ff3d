import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReaderThread } from '../../server/src/files/readerThread.ts';
import { Folder } from '../lsp/client.ts';
import { type Spawned, spawnServer } from '../lsp/spawned.ts';
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
    ['the first, with the start of the thread', milliseconds(cold)],
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

const ROUNDS = 7;

/** What a person waits for who rests the mouse on a page and line of a long transcript that nobody has read yet, and again when it is read. */
export async function benchHover(root: string): Promise<void> {
  const folder = await longTranscript();
  const times = { fresh: [] as number[], running: [] as number[], read: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const isRunning of [false, true]) {
      const server = await spawnServer(join(root, 'dist/server.js'), { folders: [folder.path] });
      if (isRunning) await waited(server, folder, 'See Ex. C at 2:3.', /page 6 of 8/);
      times[isRunning ? 'running' : 'fresh'].push(
        await waited(server, folder, 'See Ex. B at 701:3-5.', /page 705 of 1000/),
      );
      // A definition waits until all is read.
      await server.client.definition(folder.uri('B.brief'), 'See Ex. B at 701:3-5.', 'Ex. B');
      times.read.push(await waited(server, folder, 'See Ex. B at 701:3-5.', /page 705 of 1000/));
      await server.end();
    }
  }
  await folder.remove();
  const row = (name: string, of: readonly number[], goal: string): readonly [string, string, string, string] => [
    name,
    milliseconds(percentile(of, 0.5)),
    milliseconds(Math.max(...of)),
    goal,
  ];
  print(
    `The hover on a page and line of a transcript of ${PAGES.toLocaleString('en-US')} pages, from the request to the passage`,
    ['', 'p50', 'most', 'goal'],
    [
      row('nobody has read it, the draft opened in the same moment', times.running, '150 ms'),
      row('the same, and the server has just been started, too', times.fresh, ''),
      row('it is read', times.read, '5 ms'),
    ],
  );
}

/** Ex. B has four pages of appearances in front: its printed numbers are not the places in the file. */
async function longTranscript(): Promise<Folder> {
  const pages = Array.from({ length: PAGES }, (_, at) => (at < 4 ? { drawn: [] } : transcriptPage(at - 3)));
  const folder = await Folder.make({ 'exhibits.yaml': 'exhibits:\n  B: {file: hale.pdf}\n  C: {file: small.pdf}\n' });
  writeFileSync(join(folder.path, 'hale.pdf'), makePdf({ pages }));
  writeFileSync(join(folder.path, 'small.pdf'), makePdf({ pages: pages.slice(0, 8) }));
  return folder;
}

/** Milliseconds from the request for a hover to its answer; a draft that is not open yet is opened right before. */
async function waited({ client }: Spawned, folder: Folder, text: string, wanted: RegExp): Promise<number> {
  const exhibit = text.charAt(8);
  const uri = folder.uri(`${exhibit}.brief`);
  if (!client.published.has(uri)) await client.open(uri, text);
  const start = performance.now();
  const said = await client.hover(uri, text, `Ex. ${exhibit}`);
  const time = performance.now() - start;
  if (!said || !wanted.test(said)) throw new Error(`The hover did not show the page: ${said}`);
  return time;
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
