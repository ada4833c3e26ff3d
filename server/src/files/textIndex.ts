import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '../record/pages.ts';
import { READER_VERSION } from '../record/readers/readers.ts';
import { pathKey } from './paths.ts';

/** A text longer than this is read again from its exhibit: that takes no longer. UTF-16 code units. */
const LONGEST = 64 * 1024 * 1024;

/**
 * What was read of exhibits, kept in the editor's own storage folder of a workspace, so that the next start need not read them again and
 * the words that somebody verified can be laid beside those of today. One file for each text, which only its owner may read, named by
 * the exhibit's place and the SHA-256 of its bytes, under the reader's version. Never throws: what can't be kept is read again.
 *
 * Whoever calls sees to it that nothing of a protected paper comes here.
 */
export class TextIndex {
  readonly #storage: string;
  readonly #folder: string;
  #last: Promise<unknown> = Promise.resolve();

  /** `storage` is a folder that is ours alone; it is made when something is kept. */
  constructor(storage: string) {
    this.#storage = join(storage, 'exhibit-text');
    this.#folder = join(this.#storage, `reader-${READER_VERSION}`);
  }

  /** The pages of the file with these bytes; undefined where they are not kept. `path` is absolute. */
  read(path: string, sha256: string): Promise<readonly Page[] | undefined> {
    return this.#inTurn(async () => pagesIn(await readFile(this.#fileOf(path, sha256), 'utf8')));
  }

  /** Keeps the pages of a file, and of its other states only those with the bytes `also`. `mayKeep` is asked last of all. */
  async keep(
    path: string,
    sha256: string,
    pages: readonly Page[],
    also: readonly string[],
    mayKeep: () => boolean,
  ): Promise<void> {
    await this.#inTurn(async () => {
      const text = JSON.stringify({ pages });
      if (!mayKeep() || text.length > LONGEST) return;
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const file = this.#fileOf(path, sha256);
      const unfinished = `${file}.${randomUUID()}`;
      await writeFile(unfinished, text, { mode: 0o600, flag: 'wx' });
      await rename(unfinished, file);
      await this.#remove(path, [sha256, ...also]);
    });
  }

  /** Removes all that is kept of a file, whatever its bytes were. */
  async forget(path: string): Promise<void> {
    await this.#inTurn(() => this.#remove(path, []));
  }

  /** Removes everything, of every reader's version. True when nothing is left. */
  async forgetAll(): Promise<boolean> {
    return (
      (await this.#inTurn(async () => {
        await rm(this.#storage, { recursive: true, force: true });
        return true;
      })) === true
    );
  }

  async #remove(path: string, except: readonly string[]): Promise<void> {
    const own = nameOf(path);
    const kept = new Set(except.map((sha256) => `${own}-${sha256}.json`));
    for (const name of await readdir(this.#folder))
      if (name.startsWith(own) && !kept.has(name)) await rm(join(this.#folder, name), { force: true });
  }

  #fileOf(path: string, sha256: string): string {
    return join(this.#folder, `${nameOf(path)}-${sha256}.json`);
  }

  /** One thing after the other: what is forgotten is not written by somebody who began before. */
  #inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
    const turn = this.#last.then(work).catch(() => undefined);
    this.#last = turn;
    return turn;
  }
}

function nameOf(path: string): string {
  return createHash('sha256').update(pathKey(path)).digest('hex').slice(0, 24);
}

/** The file lies where others may write: only what looks like pages is taken. */
function pagesIn(text: string): readonly Page[] | undefined {
  const read: unknown = JSON.parse(text);
  const pages: unknown = typeof read === 'object' && read !== null && 'pages' in read ? read.pages : undefined;
  return Array.isArray(pages) && pages.every(isPage) ? pages : undefined;
}

function isPage(value: unknown): value is Page {
  if (typeof value !== 'object' || value === null) return false;
  const page: { [Key in keyof Page]?: unknown } = value;
  return (
    typeof page.index === 'number' &&
    typeof page.text === 'string' &&
    typeof page.checkable === 'boolean' &&
    typeof page.labels === 'object' &&
    page.labels !== null
  );
}
