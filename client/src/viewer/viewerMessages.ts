// What the extension and the page of the viewer say to each other. The page imports types from here and nothing else.

/** A place on a page, in shares of its width and height from its left upper corner. */
export interface MarkedBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One line of the list "Cited in". */
export interface CitedInLine {
  /** Name of the draft. */
  readonly draft: string;
  /** The citation as typed. */
  readonly words: string;
  /** 1-based page of the file; absent where the citation names none that was found. */
  readonly page?: number;
}

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
  /** A protected paper that is no PDF, as words; `passage` has its page from 0 and UTF-16 offsets into its text. */
  | {
      readonly type: 'words';
      readonly title: string;
      readonly pages: readonly { readonly head: string; readonly text: string }[];
      readonly passage?: { readonly page: number; readonly start: number; readonly end: number };
    }
  | { readonly type: 'show'; readonly page: number; readonly boxes: readonly MarkedBox[] }
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
