import type { CaseRecord, Source } from '../record/caseRecord.ts';
import type { Page, Pages, PagesState } from '../record/pages.ts';
import type { Glimpse } from '../record/readers/pdf/glimpse.ts';
import type { PageQuestion } from '../record/readers/pdf/pageLook.ts';
import { placesBeside } from '../record/readers/wordsBeside.ts';
import { folderOf, pathKey } from './paths.ts';
import { findAllowed, type ReadingRules, readAllowed } from './readAllowed.ts';
import type { SeenPage } from './readerThread.ts';
import { type ExhibitReading, exhibitPath, readHere, readPages } from './readPages.ts';

/** One exhibit file, and what is known of it. */
interface Exhibit {
  readonly path: string;
  state: PagesState;
  /** Of the file as it was when it was looked at or read. */
  stamp?: string;
  /** Of the texts that lie beside a scan, as they were when it was read; only of what has pages without words of their own. */
  beside?: string | undefined;
  /** A draft cites it: only then is it read. */
  wanted: boolean;
  /** No source that is this file is protected, as the record says now; undefined before a record said anything. */
  mayKeep: boolean | undefined;
  /** SHA-256 of the states that somebody verified. */
  verified: readonly string[];
  /** The work under way, so that two who ask wait for the same reading. */
  work?: Promise<void> | undefined;
}

const PENDING: PagesState = { state: 'pending' };
/** Files are looked at a few at a time: a record may name hundreds. */
const AT_ONCE = 4;

/**
 * The exhibit files of a matter. Whether each is there is looked at for all that the record names; what is in them is read
 * only of those that a draft cites, in the background, and again only when the file changed.
 */
export class ExhibitShelf {
  readonly #exhibits = new Map<string, Exhibit>();
  readonly #rules: () => ReadingRules;
  readonly #changed: () => void;
  readonly #reading: ExhibitReading;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  /** Counts up whenever anything that `lookup` answers changes. */
  revision = 0;

  constructor(rules: () => ReadingRules, changed: () => void, reading: ExhibitReading = readHere) {
    this.#rules = rules;
    this.#changed = changed;
    this.#reading = reading;
  }

  /** What is known of a source's file, in memory. */
  readonly lookup = (source: Source): PagesState | undefined => {
    if (source.file === undefined) return undefined;
    const place = exhibitPath(source.place.manifest, source.file);
    if (!('path' in place)) return place;
    return this.#exhibits.get(pathKey(place.path))?.state ?? PENDING;
  };

  /** The path of a source's file; undefined where it is not there or must not be opened. */
  pathOf(source: Source): string | undefined {
    const state = this.lookup(source);
    if (!state || state.state === 'missing' || state.state === 'not-allowed') return undefined;
    const place = source.file === undefined ? undefined : exhibitPath(source.place.manifest, source.file);
    return place && 'path' in place ? place.path : undefined;
  }

  /** Looks whether the files that a record names are there, and lets go what is kept of those that are protected. */
  look(record: CaseRecord): void {
    const sources = new Map<Exhibit, Source[]>();
    for (const source of record.sources) {
      const exhibit = this.#exhibitOf(source);
      if (exhibit) sources.set(exhibit, [...(sources.get(exhibit) ?? []), source]);
    }
    for (const [exhibit, own] of sources) {
      const before = exhibit.mayKeep;
      exhibit.mayKeep = own.every(({ isProtected }) => !isProtected);
      exhibit.verified = own.flatMap(({ verified }) => verified?.sha256 ?? []);
      if (!exhibit.mayKeep && before !== false) void this.#reading.index?.forget(exhibit.path);
      if (exhibit.state === PENDING) this.#start(exhibit);
    }
  }

  /** The words of a source's file when it had these bytes; undefined where they are not kept. */
  async kept(source: Source, sha256: string): Promise<readonly Page[] | undefined> {
    const exhibit = this.#exhibitOf(source);
    return exhibit?.mayKeep ? this.#reading.index?.read(exhibit.path, sha256) : undefined;
  }

  /** Looks at a page of an exhibit that is a PDF. Throws an Error with a sentence for people where it can't be looked at. */
  async lookAt(path: string, question: PageQuestion): Promise<SeenPage> {
    const file = this.holds(path) ? await readAllowed(path, this.#rules()) : undefined;
    if (file?.state !== 'read' || !this.#reading.look) return { boxes: [] };
    return this.#reading.look('page.pdf', file.bytes, question);
  }

  /**
   * Of a PDF that is still being read the pages round the one that bears a number, the others empty; undefined where the file is read,
   * or is no PDF, or can't be looked at. Never throws.
   */
  async glance(source: Source, number: number): Promise<Pages | undefined> {
    const exhibit = this.#exhibitOf(source);
    const { glimpse } = this.#reading;
    if (!exhibit || !glimpse || exhibit.state !== PENDING || !/\.pdf$/i.test(exhibit.path)) return undefined;
    const file = await readAllowed(exhibit.path, this.#rules());
    if (file.state !== 'read') return undefined;
    const seen = await glimpse('page.pdf', file.bytes, number).catch(() => undefined);
    return seen && { pages: filledUp(seen), sha256: file.sha256, isPartial: true };
  }

  /** Reads what these sources need; ends when it is read. */
  async want(sources: readonly Source[]): Promise<void> {
    const works: (Promise<void> | undefined)[] = [];
    for (const exhibit of sources.map((source) => this.#exhibitOf(source))) {
      if (!exhibit) continue;
      if (!exhibit.wanted || exhibit.state === PENDING) {
        exhibit.wanted = true;
        this.#start(exhibit);
      }
      works.push(exhibit.work);
    }
    await Promise.all(works);
  }

  /** Looks again at every file, or at those that are meant; reads again what changed. Ends when that is done. */
  async lookAgain(isMeant: (path: string) => boolean = () => true): Promise<void> {
    const meant = [...this.#exhibits.values()].filter(({ path }) => isMeant(path) || placesBeside(path).some(isMeant));
    for (const exhibit of meant) this.#start(exhibit);
    await Promise.all(meant.map(({ work }) => work));
  }

  /** True for a file that is an exhibit: it is no draft, though it lies below a manifest. */
  holds(path: string): boolean {
    return this.#exhibits.has(pathKey(path));
  }

  /** The folders that the files lie in. */
  folders(): ReadonlySet<string> {
    return new Set([...this.#exhibits.values()].map(({ path }) => folderOf(path)));
  }

  #exhibitOf(source: Source): Exhibit | undefined {
    if (source.file === undefined) return undefined;
    const place = exhibitPath(source.place.manifest, source.file);
    if (!('path' in place)) return undefined;
    const key = pathKey(place.path);
    const known = this.#exhibits.get(key);
    if (known) return known;
    const exhibit: Exhibit = { path: place.path, state: PENDING, wanted: false, mayKeep: undefined, verified: [] };
    this.#exhibits.set(key, exhibit);
    return exhibit;
  }

  /** Work on one file follows the work that is under way on it: a file that changes while it is read is read once more. */
  #start(exhibit: Exhibit): void {
    const before = exhibit.work;
    const work = (before ?? Promise.resolve())
      .then(() => this.#inTurn(() => this.#examine(exhibit)))
      .catch(() => undefined)
      .finally(() => {
        if (exhibit.work === work) exhibit.work = undefined;
      });
    exhibit.work = work;
  }

  async #examine(exhibit: Exhibit): Promise<void> {
    const found = await findAllowed(exhibit.path, this.#rules());
    if (found.state !== 'found') {
      this.#set(exhibit, found, undefined);
      return;
    }
    const isRead = exhibit.state.state === 'read' || exhibit.state.state === 'unreadable';
    const isSame = exhibit.stamp === found.stamp && exhibit.beside === (await this.#stampBeside(exhibit));
    if (isSame && (isRead || !exhibit.wanted)) return;
    if (!exhibit.wanted) {
      this.#set(exhibit, PENDING, found.stamp);
      return;
    }
    const read = await readPages(exhibit.path, this.#rules(), this.#reading, {
      mayKeep: () => exhibit.mayKeep === true,
      verified: exhibit.verified,
    });
    this.#set(exhibit, read.state, read.stamp);
    exhibit.beside = await this.#stampBeside(exhibit);
  }

  /** Changes when a text beside a scan comes, goes or changes; undefined for a paper that has all its words itself. */
  async #stampBeside({ path, state }: Exhibit): Promise<string | undefined> {
    if (state.state !== 'read' || state.pages.pages.every((page) => page.checkable && page.wordsFrom === undefined))
      return undefined;
    const texts = await Promise.all(placesBeside(path).map((place) => findAllowed(place, this.#rules())));
    return texts.map((text) => (text.state === 'found' ? text.stamp : '-')).join(' ');
  }

  #set(exhibit: Exhibit, state: PagesState, stamp: string | undefined): void {
    const same = exhibit.state.state === state.state && exhibit.stamp === stamp && state.state !== 'read';
    exhibit.state = state;
    if (stamp === undefined) delete exhibit.stamp;
    else exhibit.stamp = stamp;
    if (same) return;
    this.revision++;
    this.#changed();
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.#running >= AT_ONCE) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    this.#running++;
    try {
      await work();
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }
}

/** As many pages as the file has: those that were looked at in their places, of the others nothing. */
function filledUp({ count, pages }: Glimpse): readonly Page[] {
  const filled = Array.from(
    { length: count },
    (_, at): Page => ({ index: at + 1, labels: {}, checkable: false, text: '' }),
  );
  for (const page of pages) filled[page.index - 1] = page;
  return filled;
}
