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
  /** Commands that it runs when a person chooses an action that names them; a client that names none is offered no such action. */
  readonly commands?: readonly string[];
  /** Address of the page that explains the codes of findings: `dist/rules.md`. */
  readonly rulesPage?: string;
  /** A folder of ours alone for what was read of exhibits; nothing is kept on the disk where none is given. */
  readonly storage?: string;
  /** The client shows PDFs in a viewer of its own: then their addresses begin with `briefcite-exhibit:` in place of `file:`. */
  readonly exhibitViewer?: boolean;
  /** A hover may have pictures in it, as `data:` addresses of some ten thousand characters. */
  readonly hoverPictures?: boolean;
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

/** The command that asks what a person found; an action gives it the draft's URI and a range, its key and the palette nothing. */
export type MarkCommand = 'briefcite.markChecked';

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

/** The command of a quick fix on a file that has changed; its arguments are the draft's URI and a position. */
export type LookAgainCommand = 'briefcite.lookAgain';

/** `briefcite/lookAgain`: looks once more at the changed file that is cited at a position. Nothing is written. Null: the draft is none of ours. */
export type LookAgainMethod = 'briefcite/lookAgain';

export interface LookAgainParams {
  readonly uri: string;
  readonly position: Range['start'];
  /** Initials or a name: needed only where the manifest names who verified the file before. */
  readonly by?: string;
}

export type LookAgainResult =
  | { readonly why: string }
  | {
      readonly paper: string;
      /** Sentences for the person. */
      readonly told: readonly string[];
      /** The exhibit, at the page that is cited. */
      readonly file?: OpenResult;
      /** The words as they were verified and as they are, to be laid side by side; only where those are kept. */
      readonly texts?: { readonly before: string; readonly now: string };
      readonly sha256: string;
      readonly verifiedBy?: string;
      /** What would note the file as verified today; not there where it can't be written safely. */
      readonly edit?: ManifestEdit;
    };

/** Changes of one file that belong together. */
export interface ManifestEdit {
  readonly uri: string;
  /** In the order of the file; `before` is what stands there now. */
  readonly changes: readonly { readonly range: Range; readonly before: string; readonly words: string }[];
}

/** `briefcite/protectedPreviews`, to the server: whether hovers show the words of protected papers, until it ends. */
export type ProtectedPreviewsMethod = 'briefcite/protectedPreviews';

export interface ProtectedPreviewsParams {
  readonly isOn: boolean;
}

/** `briefcite/forgetText`: removes what is kept of exhibits on the disk. */
export type ForgetTextMethod = 'briefcite/forgetText';

export interface ForgetTextResult {
  /** Nothing is left. */
  readonly isDone: boolean;
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

/** URIs of the text that was read of a Word file or PDF: `briefcite-draft:` and the path of the file. A client shows it read-only. */
export type DraftFileScheme = 'briefcite-draft';

/** `briefcite/readDraft`: the text of a Word file or PDF that a person chose to have checked, by its `file:` URI. */
export type ReadDraftMethod = 'briefcite/readDraft';

export type ReadDraftResult =
  /** A sentence: why nothing is read. */
  | { readonly why: string }
  | {
      readonly text: string;
      /** A sentence: which pages have no words that could be read. */
      readonly note?: string;
    };

/**
 * The scheme of the addresses by which a PDF is opened in the viewer, and by which the words of any other exhibit are
 * opened as text, read-only, its pages marked; what follows it is what follows `file:`.
 */
export type ExhibitScheme = 'briefcite-exhibit';

/** That of a protected paper that is no PDF: its words are shown in a page of ours, for every open text can be read by other extensions. */
export type ProtectedScheme = 'briefcite-protected';

/** `briefcite/exhibit`: which paper a file is, and where the open drafts cite it. Null: it is no exhibit of any of them. */
export type ExhibitMethod = 'briefcite/exhibit';

export interface ExhibitParams {
  /** With one of the two schemes. */
  readonly uri: string;
}

export interface ExhibitResult {
  readonly title: string;
  readonly isProtected: boolean;
  readonly citedIn: readonly {
    /** The draft, and the citation in it. */
    readonly uri: string;
    readonly range: Range;
    readonly words: string;
    /** 1-based page of the file, and the passage, as in an answer to a definition. */
    readonly page?: number;
    readonly passage: Range;
  }[];
}

/** `briefcite/passage`: where on its page the passage stands that a definition or a link led to. Null: it is not known. */
export type PassageMethod = 'briefcite/passage';

export interface PassageParams extends ExhibitParams {
  /** As the server gave it. */
  readonly range: Range;
}

export interface PassageResult {
  /** 1-based page of the file. */
  readonly page: number;
  /** Shares of the page's width and height, from its left upper corner. */
  readonly boxes: readonly {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }[];
}

/** `briefcite/rendition`: an exhibit as text, for an editor's peek. Of a protected one only the sentence that it is withheld. */
export type RenditionMethod = 'briefcite/rendition';

export interface RenditionResult {
  readonly text: string;
}

/** `briefcite/words`: the words of a protected paper, page by page, for the page that shows them because a person asked for it. */
export type WordsMethod = 'briefcite/words';

export interface WordsParams extends ExhibitParams {
  /** Where the definition or the link led that asks for it. */
  readonly range?: Range;
}

export interface WordsResult {
  readonly title: string;
  /** `head` says the page's numbers. */
  readonly pages: readonly { readonly head: string; readonly text: string }[];
  /** The passage: `page` from 0, half-open UTF-16 offsets into its text. */
  readonly passage?: { readonly page: number; readonly start: number; readonly end: number };
}

/** `briefcite/quote`: words of a page with their citation, to be pasted into a draft. Null: the file is no exhibit. */
export type QuoteMethod = 'briefcite/quote';

export interface QuoteParams extends ExhibitParams {
  /** 1-based page of the file. */
  readonly page: number;
  readonly words: string;
}

export interface QuoteResult {
  readonly text: string;
}
