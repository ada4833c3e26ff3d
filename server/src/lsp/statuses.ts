import type { DraftSummary } from '../features/draftSummary.ts';
import type { StatusParams } from './messages.ts';

/** Tells the client what was found in each open draft, and only what differs from what it was told last. */
export class Statuses {
  readonly #sent = new Map<string, string>();
  readonly #send: (params: StatusParams) => void;

  constructor(send: (params: StatusParams) => void) {
    this.#send = send;
  }

  tell(uri: string, summary: DraftSummary): void {
    const key = JSON.stringify(summary);
    if (this.#sent.get(uri) === key) return;
    this.#sent.set(uri, key);
    this.#send({ uri, ...summary });
  }

  /** The draft was closed; what it is told when it is opened again is news. */
  forget(uri: string): void {
    this.#sent.delete(uri);
  }
}
