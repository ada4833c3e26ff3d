import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { ReaderThread } from '../../../server/src/files/readerThread.ts';
import { brokenByChance, HOSTILE } from './brokenPdfs.ts';
import { makePdf } from './makePdf.ts';
import { body, WORDS } from './pdfPages.ts';

// The built thread, since what a hostile file must not do is stop it. `PDFS_SEED=9` in the environment tries others.
const thread = new ReaderThread(fileURLToPath(new URL('../../../dist/reader.js', import.meta.url)));
afterAll(() => thread.end());
const SEED = Number(process.env.PDFS_SEED ?? 1);

/** Reads a file; the number of its pages, or the sentence why not. Fails where neither comes in time. */
async function outcome(bytes: Uint8Array): Promise<number | string> {
  const started = performance.now();
  const read = await thread.read('a.pdf', bytes).then(
    (pages) => pages.length,
    (error: Error) => error.message,
  );
  expect(performance.now() - started).toBeLessThan(22_000);
  return read;
}

const isClear = (read: number | string): boolean =>
  typeof read === 'number' ? read > 0 : /^(?:It|Reading it) [^.]{5,90}\.$/.test(read);

test.each(HOSTILE)(
  '%s',
  async (_, make) => {
    expect(await outcome(make())).toSatisfy(isClear);
    expect(await outcome(makePdf({ pages: [{ drawn: body(WORDS) }] }))).toBe(1);
  },
  60_000,
);

test(`300 files broken by chance, seed ${SEED}`, async () => {
  for (const { name, bytes } of brokenByChance(300, SEED)) {
    const read = await outcome(bytes);
    expect(isClear(read), `${name}: ${read}`).toBe(true);
  }
}, 300_000);
