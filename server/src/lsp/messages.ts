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
  readonly range: Range;
}

/** What a client may say of itself when it starts the server. */
export interface InitializationOptions {
  /** Commands that its hovers may run; a client that names none gets plain links to files. */
  readonly trustedCommands?: readonly string[];
  /** Address of the page that explains the codes of findings: `dist/rules.md`. */
  readonly rulesPage?: string;
  /** The client shows `briefcite/status`; nobody else is sent it. */
  readonly status?: boolean;
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** `briefcite/status`, to the client: what was found in a draft, whenever that changed. */
export type StatusMethod = 'briefcite/status';

export interface StatusParams {
  readonly uri: string;
  readonly citations: number;
  readonly unresolved: number;
  readonly ambiguous: number;
  readonly stale: number;
  readonly toLookAt: number;
  /** Citations that a person checked, and of how many that can be checked. */
  readonly checked: number;
  readonly toCheck: number;
  readonly manifest: 'none' | 'unreadable' | 'read';
}

/** `briefcite/citations`: the citations of an open draft. Null: it is none of ours. */
export type CitationsMethod = 'briefcite/citations';

export interface DraftParams {
  readonly uri: string;
}

export type CitationsResult = readonly {
  readonly range: Range;
  readonly words: string;
  readonly answer: string;
  readonly finding?: string;
  /** What a person found; `stale` where something of it changed since. */
  readonly checked?: {
    readonly verdict: string;
    readonly by: string;
    readonly on: string;
    readonly stale: boolean;
  };
  readonly canBeChecked?: true;
}[];

/** `briefcite/mark`: a person checked the citations of a range of an open draft. Null: it is none of ours. */
export type MarkMethod = 'briefcite/mark';

export interface MarkParams {
  readonly uri: string;
  /** A selection, or an empty range in or at a citation. */
  readonly range: Range;
  readonly verdict: 'supports' | 'supports in part' | 'wrong pin' | 'does not support' | 'ask attorney';
  /** Initials or a name. */
  readonly by: string;
  readonly note?: string;
}

export interface MarkResult {
  readonly marked: number;
  /** Citations of the range that the record does not answer for certain: they can't be marked. */
  readonly left: number;
  /** A sentence, where not all were marked. */
  readonly why?: string;
}

/** `briefcite/manifest`: the manifest of a draft. Null: the draft is not open, or has no place on the disk. */
export type ManifestMethod = 'briefcite/manifest';

export interface ManifestResult {
  readonly uri: string;
  /** Where there is no manifest: one to begin with, to be written to `uri`. */
  readonly starter?: string;
}

/** `briefcite/checkAll`: checks every draft in the open folders, with work-done progress; can be cancelled. */
export type CheckAllMethod = 'briefcite/checkAll';

export interface CheckAllParams {
  readonly workDoneToken: string;
}

export interface CheckAllResult {
  readonly drafts: number;
  readonly citations: number;
  readonly toLookAt: number;
}
