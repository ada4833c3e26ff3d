import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { uriOfPath } from '../files/paths.ts';

/** More folders than this are not watched one by one; saving a draft or the manifest looks at all of them again anyway. */
const MOST_FOLDERS = 200;

/**
 * Asks the client to watch manifests and exhibits, also outside the workspace. Watches folders and not trees: the folders that
 * exhibits lie in are known, and a tree may be a whole disk.
 */
export class Watching {
  readonly #connection: Connection;
  readonly #able: { readonly dynamic: boolean; readonly relative: boolean };
  #current: Disposable | undefined;
  #key = '';
  #turn: Promise<void> = Promise.resolve();

  constructor(connection: Connection, able: { readonly dynamic: boolean; readonly relative: boolean }) {
    this.#connection = connection;
    this.#able = able;
  }

  /** Watches these folders besides the manifests of the workspace, instead of what was watched before. */
  watch(folders: ReadonlySet<string>): Promise<void> {
    this.#turn = this.#turn
      .then(() => this.#register([...folders].sort().slice(0, MOST_FOLDERS)))
      .catch(() => undefined);
    return this.#turn;
  }

  async #register(folders: readonly string[]): Promise<void> {
    const key = folders.join('\n');
    if (!this.#able.dynamic || (this.#current && key === this.#key)) return;
    this.#key = key;
    const watchers: FileSystemWatcher[] = [
      { globPattern: '**/exhibits.{yaml,yml,json}' },
      { globPattern: '**/cite-check.yaml' },
    ];
    if (this.#able.relative) {
      for (const folder of folders) watchers.push({ globPattern: { baseUri: uriOfPath(folder), pattern: '*' } });
    } else if (folders.length > 0) {
      watchers.push({ globPattern: '**/*.{txt,text,md,markdown}' });
    }
    const before = this.#current;
    this.#current = await this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    before?.dispose();
  }
}
