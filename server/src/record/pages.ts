import type { Source } from './caseRecord.ts';

/** The stamp that CM/ECF prints on a filed page: `Case 3:23-cv-03417-VC Document 294-1 Filed 12/06/24 Page 4 of 12`. */
export interface EcfStamp {
  readonly case?: string;
  /** Absent where a court of appeals counts its filings by an id only. */
  readonly document?: string;
  readonly attachment?: string;
  readonly filed?: string;
  readonly page: number;
  readonly of?: number;
  /** The stamp itself counts no pages; the number is the page's place among those that bear it. */
  readonly inferred?: true;
}

/** Every number that stands on a page; a numbering that it does not have is absent. */
export interface PageLabels {
  readonly printed?: string;
  /** Its number in the appendix or excerpt of record in which it stands (`ER-300`), beside the paper's own. */
  readonly appendix?: string;
  /** The pages of a transcript on this sheet, where several are printed on one. */
  readonly onSheet?: readonly string[];
  readonly ecf?: EcfStamp;
  readonly pageId?: string;
  readonly bates?: readonly string[];
  /** What New York's filing system prints; it counts no pages. */
  readonly nyscef?: NyscefStamp;
  /** The volume of a transcript to which the page belongs, as an arabic numeral. */
  readonly volume?: string;
  /** What the page says of the transcript: a rough draft, or certified by its reporter. */
  readonly transcript?: 'rough' | 'certified';
  /** What the file itself calls the page, where that is not just its place in the file. */
  readonly own?: string;
}

/** `NYSCEF DOC. NO. 157   RECEIVED NYSCEF: 03/14/2023`. */
export interface NyscefStamp {
  readonly document: string;
  readonly received?: string;
}

/** A line of a transcript or of pleading paper that has a number at its side. */
export interface NumberedLine {
  /** The number of the transcript's page, where several are printed on one sheet or it is known. */
  readonly page?: string;
  readonly line: number;
  /** Half-open UTF-16 offsets into the page's text. */
  readonly start: number;
  readonly end: number;
}

/** One page of an exhibit, as it was read. */
export interface Page {
  /** 1-based place in the file. */
  readonly index: number;
  readonly labels: PageLabels;
  /** False for a page without readable words: nothing is said about its words. */
  readonly checkable: boolean;
  /** Words lie under a black box: each of their letters is `█` in the text, and what they are is told nowhere. */
  readonly hidden?: true;
  /** Without stamp; of a PDF also without line numbers and running heads. */
  readonly text: string;
  /** Running heads and feet that were taken off the text, a line each; they may be quoted, too. */
  readonly edges?: { readonly above: string; readonly below: string };
  /** UTF-16 offset into the text where the footnotes seem to begin, by the size of their letters; absent where nothing tells. */
  readonly footFrom?: number;
  /** In the order of the text; absent where no line has a number. */
  readonly lines?: readonly NumberedLine[];
  /** 1-based line of the file on which the page begins; only of a file that an editor shows as text. */
  readonly line?: number;
  /** The name of the text beside the file that its words are from; absent where they are its own. */
  readonly wordsFrom?: string;
  /** What the file is, where its kind has no pages (`A Word file`): this is all of it, and no page number is right or wrong. */
  readonly unpaged?: string;
}

export interface Pages {
  readonly pages: readonly Page[];
  /** Hex, lower case, of the file's bytes. */
  readonly sha256: string;
  /** A sentence: why a text that lies beside a scan is not used. */
  readonly unused?: string;
  /** The file is still being read: of most of its pages nothing is known yet. */
  readonly isPartial?: true;
}

/** What is known of a source's file. `pending`: not read yet, and every rule is silent. */
export type PagesState =
  | { readonly state: 'read'; readonly pages: Pages }
  | { readonly state: 'pending' }
  | { readonly state: 'missing' | 'not-allowed' | 'unreadable'; readonly why: string };

/** Looks in memory only. Undefined: the source names no file. */
export type PagesLookup = (source: Source) => PagesState | undefined;

/** Limits under which a reader works. */
export interface ReaderLimits {
  readonly maximumBytes: number;
  readonly maximumPages: number;
  /** Bytes of memory that a library may take for itself; 512 MB where nothing is said. */
  readonly maximumMemory?: number;
  /** The bytes of a library that lies beside the program, by its name; a reader itself touches no disk. */
  readonly library?: (name: 'pdfium.wasm') => Promise<Uint8Array>;
  /** The words of a Word file. The library behind it is only where exhibits are read in a thread of their own. */
  readonly word?: (bytes: Uint8Array) => Promise<string>;
}

/** A reader of one exhibit file type. Never touches a disk: bytes in, pages out. Throws an Error whose message is a sentence for people. */
export interface ExhibitReader {
  readonly name: string;
  /** Lower case, without a dot. */
  readonly extensions: readonly string[];
  /** It only splits text: it is read where it is asked for. Every other type is read in a thread of its own. */
  readonly isPlain?: true;
  read(bytes: Uint8Array, limits: ReaderLimits): Promise<readonly Page[]>;
}
