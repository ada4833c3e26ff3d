import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isFile, manifestPlaces } from '../files/findManifest.ts';
import { type ManifestText, readManifestText } from '../files/manifestChain.ts';
import { folderOf, isAbsolutePath, isInside, pathKey, pathOfUri, resolveFrom, uriOfPath } from '../files/paths.ts';
import type { ReadingRules } from '../files/readAllowed.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** The folders that are open, their settings, and the documents that an editor holds. */
export class Workspace {
  readonly #documents: () => readonly TextDocument[];
  #folders: readonly string[] = [];
  #settings: ReadonlyMap<string | undefined, Settings> = new Map();

  constructor(documents: () => readonly TextDocument[]) {
    this.#documents = documents;
  }

  /** Paths of the open folders; a folder that is not on this computer's disk is none. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Takes the folders that are open now, as URIs. */
  setFolders(uris: readonly string[]): void {
    this.#folders = uris.map(pathOfUri).filter((path) => path !== undefined);
  }

  /** Takes the settings by folder; under `undefined` those for files outside every folder. */
  setSettings(settings: ReadonlyMap<string | undefined, Settings>): void {
    this.#settings = settings;
  }

  /** The innermost open folder that a file lies in. */
  folderOf(path: string): string | undefined {
    const around = this.#folders.filter((folder) => isInside(folder, path));
    return around.sort((left, right) => right.length - left.length)[0];
  }

  /** The settings that hold for a file. */
  settingsOf(path: string | undefined): Settings {
    const folder = path === undefined ? undefined : this.folderOf(path);
    return this.#settings.get(folder) ?? this.#settings.get(undefined) ?? DEFAULT_SETTINGS;
  }

  /** Folders that exhibits of a manifest may lie in besides its own: the workspace folder and `briefcite.exhibitFolders`. */
  exhibitFolders(manifest: string): readonly string[] {
    const around = this.folderOf(manifest);
    // A manifest that the setting names may lie outside: then it serves the folders whose setting names it.
    const folders =
      around !== undefined ? [around] : this.#folders.filter((folder) => this.#named(folder) === manifest);
    return folders.length === 0
      ? this.#resolved(this.settingsOf(undefined).exhibitFolders, folderOf(manifest))
      : folders.flatMap((folder) => [folder, ...this.#resolved(this.settingsOf(folder).exhibitFolders, folder)]);
  }

  /** Paths at which the manifest of a file may lie, nearest first; only one where the setting names it. */
  async manifestsFor(path: string): Promise<readonly string[]> {
    const folder = this.folderOf(path);
    const named = this.#named(folder ?? folderOf(path));
    if (named !== undefined) return [named];
    const places = manifestPlaces(path, folder);
    const there = await Promise.all(
      places.map(async (place) => this.openDocument(place) !== undefined || isFile(place)),
    );
    return places.filter((_, index) => there[index]);
  }

  /** True where the setting names this manifest for a file, and it was not found by searching. */
  isNamed(path: string, manifest: string): boolean {
    return this.#named(this.folderOf(path) ?? folderOf(path)) === manifest;
  }

  /** The document that an editor holds for a path. */
  openDocument(path: string): TextDocument | undefined {
    const key = pathKey(path);
    return this.#documents().find(({ uri }) => {
      const other = pathOfUri(uri);
      return other !== undefined && pathKey(other) === key;
    });
  }

  /** The URI by which the editor knows a path. */
  uriOf(path: string): string {
    return this.openDocument(path)?.uri ?? uriOfPath(path);
  }

  /** The text of a manifest: unsaved edits count. */
  async readManifest(path: string, rules: ReadingRules): Promise<ManifestText> {
    const open = this.openDocument(path);
    return open ? { state: 'read', text: open.getText() } : readManifestText(path, rules);
  }

  #named(folder: string): string | undefined {
    const written = this.settingsOf(folder).manifest;
    return written === '' ? undefined : resolveFrom(folder, written);
  }

  #resolved(written: readonly string[], folder: string): readonly string[] {
    return written.map((one) => (isAbsolutePath(one) ? one : resolveFrom(folder, one)));
  }
}
