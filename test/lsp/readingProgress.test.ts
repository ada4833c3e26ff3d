import { expect, test } from 'vitest';
import { ReadingProgress, type ShowProgress } from '../../server/src/lsp/readingProgress.ts';

/** A reading that ends when the test says so, and what the person was shown. */
function stage() {
  const told: string[] = [];
  const waiting = new Map<string, () => void>();
  let cancel = (): void => undefined;
  const events: (() => void)[] = [];
  const tell = (words: string): void => {
    told.push(words);
    for (const event of events.splice(0)) event();
  };
  const show: ShowProgress = async (title, cancelled) => {
    cancel = cancelled;
    tell(title);
    return { report: tell, done: () => tell('done') };
  };
  const read = (name: string) =>
    new Promise<readonly []>((resolve) => {
      waiting.set(name, () => resolve([]));
    });
  const progress = new ReadingProgress({ read }, show, 0);
  const until = async (words: string): Promise<void> => {
    while (!told.includes(words))
      await new Promise<void>((resolve) => {
        events.push(resolve);
      });
  };
  return { progress, told, until, finish: (name: string) => waiting.get(name)?.(), cancel: () => cancel() };
}

const NOTHING = new Uint8Array();

test('long reading is shown, and ends when all is read', async () => {
  const { progress, told, until, finish } = stage();
  const first = progress.read('a.pdf', NOTHING);
  await until('Briefcite: reading exhibits');
  const second = progress.read('b.pdf', NOTHING);
  await until('b.pdf');
  finish('a.pdf');
  await first;
  expect(told).not.toContain('done');
  finish('b.pdf');
  await second;
  await until('done');
  expect(told).toEqual(['Briefcite: reading exhibits', 'b.pdf', 'done']);
});

test('what the person stops is not read, and the next work is', async () => {
  const { progress, until, finish, cancel } = stage();
  const first = progress.read('a.pdf', NOTHING);
  await until('Briefcite: reading exhibits');
  cancel();
  await expect(progress.read('b.pdf', NOTHING)).rejects.toThrow('Reading it was stopped.');
  finish('a.pdf');
  expect(await first).toEqual([]);
  await until('done');
  const later = progress.read('b.pdf', NOTHING);
  finish('b.pdf');
  expect(await later).toEqual([]);
});

test('a client that can not show it costs nothing', async () => {
  const progress = new ReadingProgress({ read: async () => [] }, () => Promise.reject(new Error('no')), 0);
  expect(await progress.read('a.pdf', NOTHING)).toEqual([]);
});
