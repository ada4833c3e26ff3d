// The messages that are ours and not the protocol's. The client imports types from this file, and from no other.

/** The one command that a hover's links may run; its only argument is an id that the server gave out. */
export type OpenCommand = 'briefcite.open';

/** `briefcite/open`: what an id in a hover's link stands for. Null: the id is not known (any more). */
export type OpenMethod = 'briefcite/open';

export interface OpenParams {
  readonly id: string;
}

export interface OpenResult {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** What a client may say of itself when it starts the server. */
export interface InitializationOptions {
  /** Commands that its hovers may run; a client that names none gets plain links to files. */
  readonly trustedCommands?: readonly string[];
}
