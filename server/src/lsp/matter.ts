import type { RecordAnswer } from '../draft.ts';
import { citeCheckPath } from '../files/citeCheckFile.ts';
import { ExhibitShelf } from '../files/exhibitShelf.ts';
import { type ManifestChain, type ManifestText, readManifestChain } from '../files/manifestChain.ts';
import { folderOf, pathKey } from '../files/paths.ts';
import { MAXIMUM_BYTES, type ReadingRules } from '../files/readAllowed.ts';
import type { ExhibitReading } from '../files/readPages.ts';
import { buildRecord } from '../record/buildRecord.ts';
import { type CheckMark, type CiteCheck, parseCiteCheck } from '../record/citeCheck.ts';
import { type LineIndex, lineIndexOf } from '../text/lineIndex.ts';

const NO_CITE_CHECK: CiteCheck & { readonly text: string } = { marks: [], problems: [], text: '' };

/** What a matter asks of its surroundings. */
export interface MatterHost {
  /** The text of a manifest: the editor's buffer where it is open, else the disk. */
  readManifest(path: string, rules: ReadingRules): Promise<ManifestText>;
  /** Folders that exhibits may lie in besides the manifest's own: the workspace folder and `briefcite.exhibitFolders`. */
  exhibitFolders(manifest: string): readonly string[];
  /** Reads the exhibits that need a library. */
  readonly reading: ExhibitReading;
  /** Pages came or went. */
  pagesChanged(matter: Matter): void;
  /** Does a piece of work whose failure must not spread. */
  guard(name: string, work: () => void): void;
}

/** One manifest with what it extends, the record made of it, and its exhibits. Lives as long as something of it is open. */
export class Matter {
  readonly path: string;
  readonly shelf: ExhibitShelf;
  readonly #host: MatterHost;
  #answer: RecordAnswer = { state: 'unavailable' };
  #chain: ManifestChain | undefined;
  #lines: ReadonlyMap<string, LineIndex> = new Map();
  #recordLines: ReadonlyMap<string, LineIndex> = new Map();
  #citeCheck: CiteCheck & { readonly text: string } = NO_CITE_CHECK;
  readonly #marks = new Map<string, readonly CheckMark[]>();
  #isOurs = false;
  #readings = 0;
  #revision = 0;
  #loading: Promise<void> | undefined;

  constructor(path: string, host: MatterHost) {
    this.path = path;
    this.#host = host;
    this.shelf = new ExhibitShelf(
      () => this.rules(),
      () => host.pagesChanged(this),
      host.reading,
    );
  }

  /** What is known of the record. A new object whenever anything in it changed. */
  get answer(): RecordAnswer {
    return this.#answer;
  }

  /** False for somebody else's `exhibits.yaml`: of that nothing is said. */
  get isOurs(): boolean {
    return this.#isOurs;
  }

  /** The manifest files as they were read last. */
  get chain(): ManifestChain | undefined {
    return this.#chain;
  }

  /** Lines of a manifest as it was read last: that is what its problems stand in. */
  linesOf(manifest: string): LineIndex | undefined {
    return this.#lines.get(pathKey(manifest));
  }

  /** Lines of a manifest as the record was made of it: that is what its entries stand in, also while it can't be read. */
  linesOfRecord(manifest: string): LineIndex | undefined {
    return this.#recordLines.get(pathKey(manifest));
  }

  /** What people marked, as it was read last, and what is wrong with the reading. */
  get citeCheck(): CiteCheck & { readonly text: string } {
    return this.#citeCheck;
  }

  /** The marks of one draft, by its path from the manifest's folder; the same array until the file changes. */
  marksOf(draft: string): readonly CheckMark[] {
    const known = this.#marks.get(draft);
    if (known) return known;
    const marks = this.#citeCheck.marks.filter((mark) => mark.draft === draft);
    this.#marks.set(draft, marks);
    return marks;
  }

  /** True where this file is the manifest, one that it extends, or what people marked. */
  concerns(path: string): boolean {
    const key = pathKey(path);
    if (key === pathKey(this.path) || key === pathKey(citeCheckPath(this.path))) return true;
    return this.#chain?.paths.some((one) => pathKey(one) === key) ?? false;
  }

  /** What may be read for this matter: the folders of its manifests, the workspace folder and the exhibit folders. */
  rules(): ReadingRules {
    const manifests = this.#chain?.manifests.map(({ path }) => folderOf(path)) ?? [];
    const folders = new Set([folderOf(this.path), ...manifests, ...this.#host.exhibitFolders(this.path)]);
    return { folders: [...folders], maximumBytes: MAXIMUM_BYTES };
  }

  /** Ends when the manifest has been read, the newest reading of it. */
  async ready(): Promise<void> {
    let work = this.#loading ?? this.reload();
    for (;;) {
      await work;
      if (!this.#loading || work === this.#loading) return;
      work = this.#loading;
    }
  }

  /** Reads the manifest again. Never throws. Where a newer reading began meanwhile, this one's result is dropped. */
  reload(): Promise<void> {
    this.#loading = this.#read(++this.#readings);
    return this.#loading;
  }

  async #read(reading: number): Promise<void> {
    const folders = [folderOf(this.path), ...this.#host.exhibitFolders(this.path)];
    const rules = { folders, maximumBytes: MAXIMUM_BYTES };
    const chain = await readManifestChain(this.path, (path) => this.#host.readManifest(path, rules));
    const marks = await this.#host.readManifest(citeCheckPath(this.path), { ...rules, folders: [folderOf(this.path)] });
    if (reading !== this.#readings) return;
    this.#host.guard('cite-check', () => this.#takeMarks(marks.state === 'read' ? marks.text : ''));
    this.#host.guard('manifest', () => this.#take(chain));
  }

  #takeMarks(text: string): void {
    if (text === this.#citeCheck.text) return;
    this.#citeCheck = { ...parseCiteCheck(text), text };
    this.#marks.clear();
  }

  #take(chain: ManifestChain): void {
    const [first] = chain.manifests;
    // A manifest that was ours a moment ago and can't be read now is still ours.
    const isOurs = first ? first.isOurs || (!first.readable && this.#isOurs) : false;
    this.#chain = chain;
    this.#isOurs = isOurs;
    this.#lines = new Map(chain.manifests.map(({ path, text }) => [pathKey(path), lineIndexOf(text)]));
    if (!isOurs || !first) this.#answer = { state: 'unavailable' };
    else if (!chain.readable) this.#answer = staleAnswer(this.#answer);
    else {
      const record = buildRecord(first, { revision: ++this.#revision, extended: chain.manifests.slice(1) });
      this.#answer = { state: 'available', record };
      this.#recordLines = this.#lines;
      this.shelf.look(record);
    }
  }
}

/** The last good record stays for navigation; nothing is called missing because of it. */
function staleAnswer(answer: RecordAnswer): RecordAnswer {
  return answer.state === 'available' ? { ...answer, stale: true } : { state: 'unavailable' };
}
