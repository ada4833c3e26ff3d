// What the extension and its pages say to each other. The pages import types from here and nothing else.
import type { PassageResult, WordsResult } from '../../../server/src/lsp/messages.ts';

/** One line of the list "Cited in". */
export interface CitedInLine {
  /** Name of the draft. */
  readonly draft: string;
  /** The citation as typed. */
  readonly words: string;
  /** 1-based page of the file; absent where the citation names none that was found. */
  readonly page?: number;
}

/** A passage of a PDF: its page (from 1) and where on the page it stands. */
export type Passage = PassageResult;

export type ToPage =
  | {
      readonly type: 'open';
      readonly bytes: Uint8Array;
      readonly title: string;
      readonly isProtected: boolean;
      /** As it was when the file was closed in this window. */
      readonly state?: PageState;
    }
  /** A protected paper that nobody asked for in this window yet. */
  | { readonly type: 'cover'; readonly title: string }
  /** A protected paper that is no PDF, as words. */
  | ({ readonly type: 'words' } & WordsResult)
  /** The passage that somebody asked for. */
  | ({ readonly type: 'show' } & Passage)
  | { readonly type: 'citedIn'; readonly lines: readonly CitedInLine[] }
  /** Why no paper is shown. */
  | { readonly type: 'fault'; readonly words: string }
  | { readonly type: 'told'; readonly words: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'uncover' }
  | { readonly type: 'keep'; readonly state: PageState }
  /** The line of "Cited in" that was chosen, from 0. */
  | { readonly type: 'goTo'; readonly line: number }
  | { readonly type: 'copy'; readonly page: number; readonly words: string };

/** What the page remembers of a file while its tab lives. No word of the file. */
export interface PageState {
  readonly page?: number;
  readonly zoom?: string;
}
