import { Worker } from 'node:worker_threads';
import type { Page } from '../record/pages.ts';
import type { Glimpse } from '../record/readers/pdf/glimpse.ts';
import type { PageBox } from '../record/readers/pdf/pageBoxes.ts';
import type { PageQuestion } from '../record/readers/pdf/pageLook.ts';

/** Reads the bytes of an exhibit whose type its name says. Throws an Error with a sentence for people. The bytes are used up. */
export type PagesReading = (name: string, bytes: Uint8Array) => Promise<readonly Page[]>;

/** Where words stand on a page of a PDF, and a picture of the place as a PNG where one was asked for. */
export interface SeenPage {
  readonly boxes: readonly PageBox[];
  readonly png?: Uint8Array;
}

/** Looks at one page of a PDF. Throws an Error with a sentence for people. The bytes are used up. */
export type PageLooking = (name: string, bytes: Uint8Array, question: PageQuestion) => Promise<SeenPage>;

/** Looks for the page of a PDF that bears a number, before the whole is read. Throws as the others do; the bytes are used up. */
export type PageGlimpsing = (name: string, bytes: Uint8Array, number: number) => Promise<Glimpse>;

/** What the thread is told, and what it answers. */
export interface ReaderTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** One page is looked at; without it all of them are read. */
  readonly question?: PageQuestion;
  /** Some pages are looked for, round the one with this number. */
  readonly number?: number;
}
export type ReaderAnswer =
  | { readonly pages: readonly Page[] }
  | { readonly look: SeenPage }
  | { readonly glimpse: Glimpse }
  /** `isSpent`: the memory that the file took is not given back at once; the thread had better end. */
  | { readonly why: string; readonly isSpent?: boolean };

/** How long a reading may take, and how much memory its JavaScript may have; a library's own memory has its own limit. */
export interface ThreadLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
  readonly idleMilliseconds: number;
}

const LIMITS: ThreadLimits = { milliseconds: 20_000, heapMegabytes: 512, idleMilliseconds: 60_000 };

/**
 * The thread in which exhibits are read that need a library. It is started when the first one is, reads one file after the other,
 * and is ended with the file that goes over a limit; the next one starts another. While it has nothing to do it keeps no process
 * from ending, and after a minute ends itself.
 */
export class ReaderThread {
  readonly #entry: string;
  readonly #limits: ThreadLimits;
  #worker: Worker | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** `entry` is the path of `dist/reader.js`. */
  constructor(entry: string, limits: Partial<ThreadLimits> = {}) {
    this.#entry = entry;
    this.#limits = { ...LIMITS, ...limits };
  }

  /** Reads a file when those before it are done. */
  readonly read: PagesReading = async (name, bytes) => {
    const answer = await this.#inTurn({ name, bytes });
    return 'pages' in answer ? answer.pages : [];
  };

  /** Looks at a page when what was asked before is done. */
  readonly look: PageLooking = async (name, bytes, question) => {
    const answer = await this.#inTurn({ name, bytes, question });
    return 'look' in answer ? answer.look : { boxes: [] };
  };

  /** Looks for a page when what was asked before is done. */
  readonly glimpse: PageGlimpsing = async (name, bytes, number) => {
    const answer = await this.#inTurn({ name, bytes, number });
    return 'glimpse' in answer ? answer.glimpse : { count: 0, pages: [] };
  };

  /** Starts the thread, so that the first question need not wait for it. */
  readonly warm = (): void => {
    // A file of no bytes is refused when everything else is ready.
    if (!this.isRunning) this.glimpse('warm.pdf', new Uint8Array(), 1).catch(() => undefined);
  };

  #inTurn(task: ReaderTask): Promise<Done> {
    const work = this.#last.then(() => this.#doNow(task));
    this.#last = work.catch(() => undefined);
    return work;
  }

  /** True while a thread is running. */
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** Ends the thread; a later reading starts another. */
  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #doNow(task: ReaderTask): Promise<Done> {
    clearTimeout(this.#idle);
    const worker = this.#worker ?? this.#start();
    worker.ref();
    try {
      const answer = await this.#ask(worker, task);
      if ('why' in answer) throw new Error(answer.why);
      return answer;
    } finally {
      worker.unref();
      this.#endWhenIdle();
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMegabytes, maxYoungGenerationSizeMb: 64 },
      // Nothing that it could say is for anybody.
      stdout: true,
      stderr: true,
    });
    this.#worker = worker;
    // Whoever waits for an answer hears of it, too; a fault while nobody does only ends the thread.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    return worker;
  }

  /** One question and its answer, or the reason why none came. */
  #ask(worker: Worker, { bytes, ...task }: ReaderTask): Promise<ReaderAnswer> {
    return new Promise((resolve) => {
      const finish = (answer: ReaderAnswer, isOver: boolean): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        if (isOver) {
          if (this.#worker === worker) this.#worker = undefined;
          worker.terminate().then(
            () => resolve(answer),
            () => resolve(answer),
          );
        } else resolve(answer);
      };
      const onMessage = (answer: ReaderAnswer): void => finish(answer, 'isSpent' in answer && answer.isSpent === true);
      const onError = (error: Error & { code?: string }): void =>
        finish({ why: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH_MEMORY : STOPPED }, true);
      const onExit = (): void => finish({ why: STOPPED }, true);
      const seconds = Math.ceil(this.#limits.milliseconds / 1000);
      const timer = setTimeout(
        () => finish({ why: `Reading it took longer than ${seconds} seconds and was given up.` }, true),
        this.#limits.milliseconds,
      );
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      const isOwn = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
      const sent = isOwn && bytes.buffer instanceof ArrayBuffer ? bytes : bytes.slice();
      worker.postMessage({ ...task, bytes: sent } satisfies ReaderTask, [sent.buffer as ArrayBuffer]);
    });
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.end(), this.#limits.idleMilliseconds);
    this.#idle.unref();
  }
}

type Done = Exclude<ReaderAnswer, { readonly why: string }>;

const TOO_MUCH_MEMORY = 'It would take too much memory to be read.';
const STOPPED = 'Reading it stopped for a reason that is not known.';
