import type { Draft } from '../draft.ts';
import { citeCheckPath } from '../files/citeCheckFile.ts';
import { folderOf, isInside, pathKey } from '../files/paths.ts';
import type { ExhibitReading } from '../files/readPages.ts';
import { readHere } from '../files/readPages.ts';
import type { Source } from '../record/caseRecord.ts';
import { guarded, type Log } from './guard.ts';
import { diagnosticsOfCiteCheck, diagnosticsOfManifest } from './manifestReports.ts';
import { Matter, type MatterHost } from './matter.ts';
import type { DiagnosticAbilities, Publisher } from './publish.ts';
import type { Workspace } from './workspace.ts';

/** Every matter that something open belongs to, by its manifest. */
export class Matters {
  readonly #workspace: Workspace;
  readonly #log: Log;
  readonly #pagesChanged: () => void;
  /** Reads the exhibits and drafts that need a library. */
  readonly reading: ExhibitReading;
  readonly #matters = new Map<string, Matter>();
  #reported: ReadonlySet<string> = new Set();
  #arrangement = 0;

  constructor(workspace: Workspace, log: Log, pagesChanged: () => void, reading: ExhibitReading = readHere) {
    this.#workspace = workspace;
    this.#log = log;
    this.#pagesChanged = pagesChanged;
    this.reading = reading;
  }

  /** Counts up whenever a draft may belong to another matter than before. */
  get arrangement(): number {
    return this.#arrangement;
  }

  /** A manifest came or went, or the folders or settings changed: every draft's matter is looked for anew. */
  rearrange(): void {
    this.#arrangement++;
  }

  /** The matter of a manifest; made where there is none yet. */
  at(manifest: string): Matter {
    const known = this.#matters.get(pathKey(manifest));
    if (known) return known;
    const host: MatterHost = {
      reading: this.reading,
      readManifest: (path, rules) => this.#workspace.readManifest(path, rules),
      exhibitFolders: (path) => this.#workspace.exhibitFolders(path),
      pagesChanged: () => this.#pagesChanged(),
      guard: (name, work) => guarded(name, this.#log, undefined, work),
    };
    const matter = new Matter(manifest, host);
    this.#matters.set(pathKey(manifest), matter);
    return matter;
  }

  /** The matter that a file belongs to: that of the nearest manifest above it which is ours. */
  async find(path: string): Promise<Matter | undefined> {
    for (const manifest of await this.#workspace.manifestsFor(path)) {
      const matter = this.at(manifest);
      await matter.ready();
      if (matter.isOurs || this.#workspace.isNamed(path, manifest)) return matter;
    }
    return undefined;
  }

  /** The matters that stand on this manifest file. */
  concerning(path: string): readonly Matter[] {
    return [...this.#matters.values()].filter((matter) => matter.concerns(path));
  }

  /** The matters in which a file is an exhibit, and which papers it is there. */
  holding(path: string): readonly { readonly matter: Matter; readonly sources: readonly Source[] }[] {
    const key = pathKey(path);
    return [...this.#matters.values()].flatMap((matter) => {
      const record = matter.answer.state === 'available' ? matter.answer.record : undefined;
      if (!record || !matter.shelf.holds(path)) return [];
      const isIt = (one: string | undefined): boolean => one !== undefined && pathKey(one) === key;
      return [{ matter, sources: record.sources.filter((source) => isIt(matter.shelf.pathOf(source))) }];
    });
  }

  /** Reads again every matter that stands on this manifest file, or all of them. */
  async reload(path?: string): Promise<void> {
    const matters = path === undefined ? [...this.#matters.values()] : this.concerning(path);
    await Promise.all(
      matters.map(async (matter) => {
        const before = matter.isOurs;
        await matter.reload();
        await matter.ready();
        if (before !== matter.isOurs) this.rearrange();
      }),
    );
  }

  /** Looks again at the exhibits at or below these paths, or at all. */
  async lookAgain(paths?: readonly string[]): Promise<void> {
    const isMeant = paths && ((path: string): boolean => paths.some((changed) => isInside(changed, path)));
    await Promise.all([...this.#matters.values()].map((matter) => matter.shelf.lookAgain(isMeant)));
  }

  /** Removes what is kept of exhibits on the disk; true when nothing is left. */
  async forgetText(): Promise<boolean> {
    return (await this.reading.index?.forgetAll()) ?? this.reading.index === undefined;
  }

  /** Folders to be watched: those of the manifests and of the exhibits. */
  folders(): ReadonlySet<string> {
    const matters = [...this.#matters.values()].filter(({ isOurs }) => isOurs);
    return new Set(
      matters.flatMap(({ path, chain, shelf }) => [
        folderOf(path),
        ...(chain?.paths ?? []).map(folderOf),
        ...shelf.folders(),
      ]),
    );
  }

  /**
   * Publishes what is to be said of every manifest, on its own URI, open or not. A matter that no open draft uses and whose
   * manifest is not open is let go, and what was said of it taken back.
   */
  report(
    used: ReadonlySet<Matter>,
    draftsOf: (matter: Matter) => readonly Draft[],
    publisher: Publisher,
    abilities: DiagnosticAbilities,
  ): void {
    for (const [key, matter] of this.#matters) {
      const isOpen = this.#workspace.openDocument(matter.path) !== undefined;
      if (!used.has(matter) && !isOpen && matter.chain) this.#matters.delete(key);
    }
    const matters = [...this.#matters.values()].filter(({ isOurs }) => isOurs);
    const withDrafts = matters.map((matter) => ({ matter, drafts: draftsOf(matter) }));
    const paths = new Map(
      matters.flatMap(({ chain }) => (chain?.paths ?? []).map((path) => [pathKey(path), path] as const)),
    );
    const reported = new Set<string>();
    for (const path of paths.values()) {
      const uri = this.#workspace.uriOf(path);
      const standing = withDrafts.filter(({ matter }) => matter.concerns(path));
      const { rules } = this.#workspace.settingsOf(path);
      const diagnostics = guarded('manifest report', this.#log, [], () =>
        diagnosticsOfManifest(path, uri, standing, rules, abilities),
      );
      publisher.publish(uri, this.#versionRead(path, standing[0]?.matter), diagnostics);
      reported.add(uri);
    }
    for (const matter of matters) {
      if (matter.citeCheck.problems.length === 0) continue;
      const uri = this.#workspace.uriOf(citeCheckPath(matter.path));
      const { rules } = this.#workspace.settingsOf(matter.path);
      publisher.publish(uri, undefined, diagnosticsOfCiteCheck(matter, uri, rules, abilities));
      reported.add(uri);
    }
    for (const uri of this.#reported) if (!reported.has(uri)) publisher.clear(uri);
    this.#reported = reported;
  }

  /** The version of an open manifest that was read; undefined while a newer one waits to be. */
  #versionRead(path: string, matter: Matter | undefined): number | undefined {
    const open = this.#workspace.openDocument(path);
    const read = matter?.chain?.manifests.find((manifest) => pathKey(manifest.path) === pathKey(path));
    return open && open.getText() === read?.text ? open.version : undefined;
  }
}
