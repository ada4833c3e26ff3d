// The room `record` knows the manifest and what it says of the matter's papers. It must never know a draft.
import type { Span } from '../text/span.ts';
import type { ManifestProblem } from './manifest.ts';

/** A place in a manifest file: which file, and the half-open UTF-16 span in its text. */
export interface EntryPlace {
  /** Path of the manifest as the caller named it (an extended manifest has its own). */
  readonly manifest: string;
  /** The entry's key, or the item for a list. */
  readonly span: Span;
  /** Span of each field that is written, by its name (`file`, `supersededBy`). */
  readonly fields: ReadonlyMap<string, Span>;
}

export type SealingState = 'pending' | 'granted' | 'granted-in-part' | 'denied' | 'unsealed';

export type SourceStatus =
  | 'current'
  | 'superseded'
  | 'corrected'
  | 'withdrawn'
  | 'stricken'
  | 'vacated'
  | 'modified'
  | 'objections-pending'
  | 'moot';

/** One inclusive stretch of page labels (`1-4`); both ends equal for a single page. */
export interface PageStretch {
  readonly first: number;
  readonly last: number;
}

/** What the manifest says of a source's page numbers: `pages: {first, last, label}`. */
export interface DeclaredPages {
  readonly first?: number;
  readonly last?: number;
  readonly label?: 'ecf' | 'printed' | 'pdf';
}

export type SourceKind =
  | 'docketEntry'
  | 'attachment'
  | 'exhibit'
  | 'declaration'
  | 'declarationExhibit'
  | 'deposition'
  | 'depositionExhibit'
  | 'request'
  | 'transcript'
  | 'appendix'
  | 'filing'
  | 'bates';

/** Any paper in the record. Two names or versions of one paper are one Source; an excerpt (`includes`) is its own. */
export interface Source {
  readonly kind: SourceKind;
  /** As a person would cite it: `Dkt. No. 315`, `Dkt. No. 294-1`, `Dkt. No. 352, Ex. A`, `Ex. B`, `Meta's Ex. A`, `Vo Decl. Ex. D`, `RFP 81`, `Chin Dep.`. */
  readonly name: string;
  /** JSON Pointer of its entry: `/docket/391/attachments/10`, `/exhibits/Meta/A`, `/discovery/0/requests/6-12`. */
  readonly entry: string;
  readonly place: EntryPlace;
  readonly title?: string;
  /** Relative to the manifest's folder, with `/`, as written. */
  readonly file?: string;
  /** Under which number it is filed, `18-2`: one file may hold several papers. Absent for an entry of several numbers. */
  readonly docketNumber?: string;
  readonly by?: string;
  /** ISO: `2023`, `2023-04`, `2023-04-05`. `filed`, `served` or `date`, the first that is written. */
  readonly date?: string;
  readonly filed?: string;
  readonly url?: string;
  readonly note?: string;
  /** A request's or definition's own words. */
  readonly text?: string;
  readonly pages?: DeclaredPages;
  /** The pages of the paper that are attached. */
  readonly includes?: readonly PageStretch[];
  /** Designated, pending or granted, and not since denied, unsealed or de-designated. Inherited: an attachment's or exhibit's container protects it unless the entry says otherwise itself. */
  readonly isProtected: boolean;
  readonly sealing?: SealingState;
  readonly designation?: string;
  readonly status: SourceStatus;
  /** The paper that superseded or modified it, by its reference's words and, where it leads somewhere, its source. */
  readonly supersededBy?: { readonly text: string; readonly source?: Source };
  readonly ruledOn?: { readonly text: string; readonly source?: Source };
  /** What a person's `verified:` noted: the file's SHA-256 (hex, lower case), and the day, ISO. */
  readonly verified?: { readonly sha256: string; readonly on?: string };
  /** Versions of the paper: `sealed` -> docket number `310-4`. */
  readonly versions?: ReadonlyMap<string, string>;
  /** For an excerpt (`deposition: Bashlykov`, `includes`): the whole paper it is taken from. */
  readonly excerptOf?: Source;
  /** Transcript only: `certified` or `rough`. */
  readonly transcript?: string;
  /** Transcript only: the file of the errata sheet, as written. */
  readonly errata?: string;
  /** The manifest's own word for what it is (`kind: transcript`); says nothing of how it is cited. */
  readonly writtenKind?: string;
  readonly designatedBy?: string;
  /** The order on the motion to seal (`sealing: {order: 351}`). */
  readonly sealingOrder?: { readonly text: string; readonly source?: Source };
  /** Request only: where the served paper says it. Without it `text` is only a transcription. */
  readonly servedIn?: { readonly text: string; readonly page?: string; readonly source?: Source };
  /** Request only: the responses to it, in the order written. A response that is filed is the paper it is filed as. */
  readonly responses?: readonly RequestResponse[];
}

/** A response to a request. */
export interface RequestResponse {
  readonly title?: string;
  readonly served?: string;
  readonly source: Source;
}

/** A docket: the matter's own, or another case that is ours too. */
export interface Docket {
  /** Undefined for the matter's own. */
  readonly caseName?: string;
  /** Every number that names a paper, leading zeros gone: `315`, `294-1`; also the numbers of `versions`. */
  readonly entries: ReadonlyMap<string, Source>;
  /** `352` -> exhibit label -> source (`ECF 352, Ex. A`). Labels are folded with `exhibitKey`. */
  readonly exhibits: ReadonlyMap<string, ReadonlyMap<string, Source>>;
  /** Numbers of entries that list attachments (or exhibits): a missing attachment is then an error. */
  readonly closedAttachments: ReadonlySet<string>;
  /** A missing number up to here is an error. */
  readonly completeTo?: number;
}

/** A party and the words that name it. */
export interface Party {
  readonly name: string;
  readonly role?: string;
  /** Folded with `nameKey`: the name, its `as`, the forms of its role (`plaintiffs`, `pls`, `pl`). */
  readonly keys: ReadonlySet<string>;
}

/** A series of exhibits: `owner` undefined for the unowned one. Labels folded with `exhibitKey`. */
export interface ExhibitSeries {
  /** As written: a party, or a house form's head (`PX`). */
  readonly owner?: string;
  readonly party?: Party;
  readonly exhibits: ReadonlyMap<string, Source>;
}

/** A declaration, its qualifiers, and its own exhibits. */
export interface DeclarationEntry {
  /** `Vo`; without `Decl.` and without qualifiers. */
  readonly declarant: string;
  /** Sorted, canonical: `['2d']`, `['Reply', 'Supp.']`. */
  readonly qualifiers: readonly string[];
  readonly source: Source;
  readonly exhibits: ReadonlyMap<string, Source>;
}

/** One sitting (or volume) of a deposition. */
export interface DepositionEntry {
  /** `Bashlykov`, or for a company's witness the company. */
  readonly deponent: string;
  /** `Meta 30(b)(6) (Esiobu)`: true; answers to the company, the designee, or both. */
  readonly is30b6: boolean;
  readonly designee?: string;
  /** Sessions, told apart by date or pages; one for a plain deposition. */
  readonly sessions: readonly TranscriptSession[];
  readonly exhibits: ReadonlyMap<string, Source>;
}

export interface TranscriptSession {
  readonly source: Source;
  readonly date?: string;
  readonly volumes: ReadonlyMap<string, PageStretch>;
}

/** A hearing or trial transcript under its name. */
export interface TranscriptEntry {
  readonly name: string;
  readonly sessions: readonly TranscriptSession[];
}

/** One stretch of requests in a set: `6-12` or `81` or `5(a)`. */
export interface RequestEntry {
  readonly first: string;
  readonly last: string;
  readonly source: Source;
}

/** A set of discovery requests. */
export interface RequestSet {
  /** Canonical kind: `RFP`, `RFA`, `Interrogatory`, `Request`, `Topic`, `Subpoena Request`, `Definition`, `Instruction`. */
  readonly request: string;
  readonly name?: string;
  readonly by?: string;
  readonly to?: string;
  readonly isDefault: boolean;
  readonly requests: readonly RequestEntry[];
  readonly motionDeadline?: {
    readonly on: string;
    readonly order?: { readonly text: string; readonly source?: Source };
  };
  readonly place: EntryPlace;
  readonly entry: string;
}

export interface BatesRange {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly source: Source;
}

export interface AppendixEntry {
  readonly name: string;
  readonly volumes: ReadonlyMap<string, Source>;
  /** The unnumbered whole, where there are no volumes. */
  readonly source?: Source;
}

/** What one draft (a key of `papers`) has of its own. */
export interface PaperScope {
  /** Its key under `papers`. */
  readonly place: EntryPlace;
  /** Path relative to the manifest that wrote it, with `/`. */
  readonly path: string;
  /** True where the paper has exhibits of its own: then only those answer. */
  readonly hasExhibits: boolean;
  readonly series: readonly ExhibitSeries[];
  readonly declarations: readonly DeclarationEntry[];
  readonly depositions: readonly DepositionEntry[];
  readonly filings: ReadonlyMap<string, Source>;
  readonly transcripts: readonly TranscriptEntry[];
  /** Declarants or deponents whose exhibits a bare `Ex. 1` means. */
  readonly exhibitsOf: readonly string[];
  /** Names of the sets that a bare `RFP 6` means. */
  readonly requests: readonly string[];
  /** Key of the case that a bare `Dkt. 12` means. */
  readonly case?: string;
}

/** A house style: plain data, never a regular expression. */
export interface HouseForm {
  readonly head: string;
  readonly name?: string;
}

export interface OtherCase {
  readonly key: string;
  /** Folded with `caseNumberKey`, where one is written. */
  readonly number?: string;
  /** Folded with `nameKey`: the key and every `as`. */
  readonly names: ReadonlySet<string>;
  readonly docket: Docket;
}

/** The record of a matter: immutable indices over one manifest (with what it extends). */
export interface CaseRecord {
  readonly revision: number;
  /** Path of the manifest as the caller named it. */
  readonly manifest: string;
  readonly caption?: string;
  /** Folded with `caseNumberKey`. */
  readonly caseNumber?: string;
  readonly courtlistener?: string;
  readonly parties: readonly Party[];
  /** Which numbering a pin means, by party key, or for all under `*`. */
  readonly pins: ReadonlyMap<string, 'ecf' | 'printed' | 'pdf'>;
  readonly docket: Docket;
  readonly cases: readonly OtherCase[];
  /** Exhibits of the papers that the manifest governs. */
  readonly series: readonly ExhibitSeries[];
  readonly declarations: readonly DeclarationEntry[];
  readonly depositions: readonly DepositionEntry[];
  readonly sets: readonly RequestSet[];
  readonly transcripts: readonly TranscriptEntry[];
  readonly appendices: readonly AppendixEntry[];
  /** By `filingKey`. A name may lead to several only through `papers`. */
  readonly filings: ReadonlyMap<string, Source>;
  readonly bates: readonly BatesRange[];
  readonly papers: readonly PaperScope[];
  /** Other names of a paper (`as`), folded with `nameKey`; two papers of one name are both listed. */
  readonly names: ReadonlyMap<string, readonly Source[]>;
  readonly forms: readonly HouseForm[];
  readonly sealedTerms: readonly string[];
  /** Every source once, in the order of the manifest. */
  readonly sources: readonly Source[];
  /** Where several papers claim the same citation: the index, then its key, then all that claim it. Ask with `papersAt`. */
  readonly contested: ReadonlyMap<ReadonlyMap<string, Source>, ReadonlyMap<string, readonly Source[]>>;
  readonly problems: readonly ManifestProblem[];
}

/**
 * The papers that answer to `key` in any index of the record (`docket.entries`, a series' `exhibits`, `filings` ...): none, one,
 * or several where the manifest gives one citation to several papers; then the answer is ambiguous.
 */
export function papersAt(record: CaseRecord, index: ReadonlyMap<string, Source>, key: string): readonly Source[] {
  const several = record.contested.get(index)?.get(key);
  if (several) return several;
  const source = index.get(key);
  return source ? [source] : [];
}
