// The room `syntax` knows how citations are written. It must never know whether what they point at exists.
import type { Span } from '../text/span.ts';

/** The way a citation is written; the closed list of cli.md. */
export type CitationFormName =
  | 'docketEntry'
  | 'exhibit'
  | 'declaration'
  | 'discoveryRequest'
  | 'deposition'
  | 'transcript'
  | 'appendix'
  | 'filing'
  | 'bates'
  | 'id'
  | 'supra'
  | 'caseLaw'
  | 'statute'
  | 'rule';

export type PinUnit = 'page' | 'line' | 'paragraph' | 'footnote' | 'section' | 'starPage' | 'pageId';

/** A pin cite with its own span. Ranges are meant in full: `144-46` has first `144`, last `146`. */
export interface PinCite extends Span {
  readonly unit: PinUnit;
  /** As a label: `7`, `144:3` (unit line), `2(a)`, `GNY000234` (a Bates number used as a page). */
  readonly first: string;
  /** Equal to `first` for a single place. */
  readonly last: string;
  /** The volume that the pin itself names (`Vol. II at 12:3`), as an arabic numeral. */
  readonly volume?: string;
  /** `et seq.`, `ff.`: the pin runs on from `first`. */
  readonly openEnded?: true;
  /** Written as a blank or placeholder (`at __`); `first` is then what was typed. */
  readonly open?: true;
  /** A hyphen was lost at a line's end (`36:914`): read as its likeliest, `36:9-14`. */
  readonly garbled?: true;
  /** True where one pin is shared by every member of a list (`Docket Nos. 4-5 and 4-6 at ¶ 5.2`). */
  readonly shared?: true;
}

/** Another docket than the matter's own, as it is written before a docket reference. */
export interface CaseMention {
  /** `23-cv-3417-VC`, without judges' initials; it decides over the name. */
  readonly number?: string;
  /** `Kadrey`, `Farnsworth`, `Spider Labs, Ltd. v. Doe`. */
  readonly name?: string;
  /** The court in a parenthetical behind, or the citation stands in a parenthetical of case law. */
  readonly outside?: true;
}

interface TargetCommon extends Span {
  readonly pins: readonly PinCite[];
  /** `(sealed)`, `(redacted version)`, `(under seal)` between number and pin. */
  readonly version?: 'sealed' | 'redacted';
  /** Its label is a blank or placeholder. `unlessListed`: `[Ex. X]` is a placeholder only where the record has no Ex. X. */
  readonly open?: 'blank' | 'unlessListed';
}

/** What the words point at. `{docket, exhibit}` is an exhibit inside the docket item. */
export interface DocketEntryTarget extends TargetCommon {
  readonly kind: 'docketEntry';
  /** `315`, or with an attachment `294-1`. Leading zeros are kept as typed. */
  readonly docket: string;
  /** For a range of entries (`Dkts. 374-75`: docket 374, last 375) or of exhibits inside the item. */
  readonly last?: string;
  readonly exhibit?: string;
  readonly case?: CaseMention;
  /** `Dkts. 23-4` can mean 23 to 24 or attachment 4 of 23: the record decides. */
  readonly otherReading?: { readonly docket: string; readonly last?: string };
  /** The head's court family, where it says one (`NYSCEF`). Not used to resolve. */
}

export interface ExhibitTarget extends TargetCommon {
  readonly kind: 'exhibit';
  readonly exhibit: string;
  readonly last?: string;
  /** Without the possessive: `Plaintiffs`, `Defs.`, `Meta`, `PX`. */
  readonly owner?: string;
  /** Another paper that it is attached to: `Exhibit A to Plaintiff's Complaint`. */
  readonly of?: string;
  /** The docket number that the exhibit is filed as (`Ex. 4, Dkt. 23-4`). */
  readonly docket?: string;
  readonly docketSpan?: Span;
  readonly case?: CaseMention;
  /** `Ex. 15-16` can be one label or a range: the record decides. */
  readonly otherReading?: { readonly exhibit: string; readonly last?: string };
  /** `Ex. 3, Smith Dep. 45:3`: the paper that the exhibit is, by its name; without spans and pins of its own. */
  readonly paper?: DeclarationTarget | DepositionTarget | TranscriptTarget | FilingTarget;
}

export interface DeclarationTarget extends TargetCommon {
  readonly kind: 'declaration';
  readonly declarant: string;
  /** `2d`, `Supp.`, `Reply`, several joined by a space; normalised, see qualifiers.ts. */
  readonly which?: string;
  readonly exhibit?: string;
  readonly last?: string;
  readonly docket?: string;
  readonly docketSpan?: Span;
  readonly owner?: string;
  readonly case?: CaseMention;
}

export type RequestKind =
  | 'RFP'
  | 'RFA'
  | 'Interrogatory'
  | 'Request'
  | 'Topic'
  | 'Subpoena Request'
  | 'Definition'
  | 'Instruction';

export interface DiscoveryRequestTarget extends TargetCommon {
  readonly kind: 'discoveryRequest';
  readonly request: RequestKind;
  /** Labels, not numbers: `5(a)` exists. `last` equals `first` for one request. */
  readonly first: string;
  readonly last: string;
  readonly owner?: string;
  /** `First`, `First Set`, `EarthLink First Document Requests`: the set as named in the citation. */
  readonly set?: string;
  /** `RFP 6 to Kadrey`. */
  readonly addressee?: string;
}

export interface DepositionTarget extends TargetCommon {
  readonly kind: 'deposition';
  readonly deponent: string;
  readonly exhibit?: string;
  readonly last?: string;
  readonly date?: string;
  readonly volume?: string;
  readonly docket?: string;
  readonly docketSpan?: Span;
  readonly case?: CaseMention;
}

export interface TranscriptTarget extends TargetCommon {
  readonly kind: 'transcript';
  /** `Tr.`, `Trial Tr.`, `Hr'g Tr.` with a straight apostrophe. */
  readonly transcript: string;
  /** ISO day where it can be read, else as typed. */
  readonly date?: string;
  readonly volume?: string;
  readonly docket?: string;
  readonly docketSpan?: Span;
  readonly case?: CaseMention;
}

export interface AppendixTarget extends TargetCommon {
  readonly kind: 'appendix';
  readonly appendix: string;
  readonly volume?: string;
  /** `Defs.’ App. 45-47, ECF No. 45-1`. */
  readonly docket?: string;
  readonly docketSpan?: Span;
  readonly case?: CaseMention;
}

export interface FilingTarget extends TargetCommon {
  readonly kind: 'filing';
  /** Its name is that of running prose (`Plaintiff’s Motion (Dkt. 10)`): the docket number alone says which paper it is. */
  readonly isDescribed?: true;
  /** `Compl.`, `2d Am. Compl.`, `Opp'n`, with a straight apostrophe. */
  readonly filing: string;
  readonly owner?: string;
  readonly exhibit?: string;
  readonly last?: string;
  readonly docket?: string;
  readonly docketSpan?: Span;
  readonly case?: CaseMention;
}

export interface BatesTarget extends TargetCommon {
  readonly kind: 'bates';
  readonly bates: string;
  readonly last?: string;
}

/** Case law, statutes, rules: seen so that *Id.* is right, not checked. */
export interface AuthorityTarget extends TargetCommon {
  readonly kind: 'authority';
  readonly authority: string;
}

/** A short form that the draft defines (`the "Hit List"`), or a name of the record (`as`), by its words. */
export interface NamedTarget extends TargetCommon {
  readonly kind: 'named';
  readonly name: string;
}

export type Target =
  | DocketEntryTarget
  | ExhibitTarget
  | DeclarationTarget
  | DiscoveryRequestTarget
  | DepositionTarget
  | TranscriptTarget
  | AppendixTarget
  | FilingTarget
  | BatesTarget
  | AuthorityTarget
  | NamedTarget;

/** What an *Id.* writes itself: `Id. Ex. 57 at 2` has an exhibit, `Id. at 7` only pins. */
export interface IdWords {
  readonly pins: readonly PinCite[];
  readonly exhibits: readonly {
    readonly exhibit: string;
    readonly last?: string;
    readonly span: Span;
    readonly pins: readonly PinCite[];
  }[];
}

/** One citation as written. */
export interface Citation extends Span {
  readonly form: CitationFormName;
  /** The words that say what is cited, without number or pin: `Dkt. No.`, `Plaintiffs' RFPs`, `Id.`. */
  readonly headSpan: Span;
  /** Empty for *Id.*, whose targets are its antecedent's. */
  readonly targets: readonly Target[];
  /** Only for form `id` (and supra to the record). */
  readonly id?: IdWords;
  /** A blank or placeholder somewhere in it. */
  readonly open?: true;
  /** A mention in running prose (`RFP 118 seeks documents`): never an antecedent. */
  readonly prose?: true;
}
