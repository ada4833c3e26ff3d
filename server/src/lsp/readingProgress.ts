import type { PagesReading } from '../files/readerThread.ts';
import type { ExhibitReading } from '../files/readPages.ts';

/** What the person sees of it: begun when reading takes longer than a moment, ended when all is read. */
export interface ShownProgress {
  report(words: string): void;
  done(): void;
}

/** Asks the client to show a progress; `cancelled` is called when the person stops it. Undefined where it can't show one. */
export type ShowProgress = (title: string, cancelled: () => void) => Promise<ShownProgress | undefined>;

const PATIENCE_MILLISECONDS = 1_000;
/** The next exhibit is begun a moment after the last one is read: so long the two are one piece of work. */
const REST_MILLISECONDS = 100;
const CANCELLED = 'Reading it was stopped. It is read when its file changes, or after "Briefcite: Restart Server".';

/** The reading of exhibits, told to the person where it takes long; what they stop is not read. */
export class ReadingProgress {
  readonly #reading: ExhibitReading;
  readonly #show: ShowProgress;
  readonly #patience: number;
  #running = 0;
  #read = 0;
  #isCancelled = false;
  #patienceTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #shown: Promise<ShownProgress | undefined> | undefined;

  constructor(reading: ExhibitReading, show: ShowProgress, patienceMilliseconds = PATIENCE_MILLISECONDS) {
    this.#reading = reading;
    this.#show = show;
    this.#patience = patienceMilliseconds;
  }

  /** Reads as the reading that it stands before does; throws an Error with a sentence for people once the person stopped it. */
  readonly read: PagesReading = async (name, bytes) => {
    this.#begin();
    try {
      if (this.#isCancelled) throw new Error(CANCELLED);
      void this.#shown?.then((shown) => shown?.report(this.#words(name)));
      return await this.#reading.read(name, bytes);
    } finally {
      this.#end();
    }
  };

  #begin(): void {
    this.#running++;
    clearTimeout(this.#restTimer);
    if (!this.#shown) this.#patienceTimer ??= setTimeout(() => this.#tell(), this.#patience).unref();
  }

  #tell(): void {
    if (this.#running === 0) return;
    const cancelled = (): void => {
      this.#isCancelled = true;
    };
    this.#shown = this.#show('Briefcite: reading exhibits', cancelled).catch(() => undefined);
  }

  #end(): void {
    this.#running--;
    this.#read++;
    if (this.#running === 0) this.#restTimer = setTimeout(() => this.#finish(), REST_MILLISECONDS).unref();
  }

  #finish(): void {
    clearTimeout(this.#patienceTimer);
    this.#patienceTimer = undefined;
    void this.#shown?.then((shown) => shown?.done());
    this.#shown = undefined;
    this.#read = 0;
    this.#isCancelled = false;
  }

  #words(name: string): string {
    return this.#read === 0 ? name : `${name} (${this.#read} read)`;
  }
}
