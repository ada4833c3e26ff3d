import type { EcfStamp } from '../pages.ts';

/** A stamp that a court's filing system printed on a page, and how many characters of the line it takes. */
export interface CourtStamp {
  readonly ecf: EcfStamp;
  readonly pageId?: string;
  /** Offset in the line (or the two lines joined by one space) behind its last character. */
  readonly end: number;
}

/** Lines longer than this are looked at only so far: a stamp is short. */
const LONGEST = 300;

// "Case 3:23-cv-03417-VC", "Case: 1:21-cv-03745", "USCA4 Appeal: 22-1234", "21-10699-dsj Doc 34 Filed ..." (Bankr. S.D.N.Y.)
const HEAD =
  /^(?:(?:Appellate )?(?:Case|CASE)(?: No\.?)?:? {0,9}|USCA\w{0,4} (?:Appeal|Case):? {0,9}#?)?(MDL No\. \d{2,5}|\d{1,2}:\d{2}-[A-Za-z]{1,4}-\d{1,6}[\w-]{0,20}|\d{2}-\d{2,6}(?:-[A-Za-z]{1,5}){0,3}\d{0,3})(?![\w/])/;
const DOCUMENT =
  /\b(?:Document|Documents?:|Doc\.?|DktEntry|Entry Number|ECF No\.?)(?: {0,9}(?:#|No\.))?:? {0,9}(\d{1,9})(?:[-.](\d{1,4}))?(?![\d/])/;
const PAGE = /\b(?:Page|Pg)\.?:? {0,9}(\d{1,5}) {1,9}of {1,9}(\d{1,5})\b/i;
/** Courts of appeals: `Appellate Case: 22-1234 Page: 3 Date Filed: 01/02/2023 Entry ID: 5123456`. */
const APPEAL_PAGE = /\bPage: {0,9}(\d{1,5})\b/;
/** Northern District of Ohio: `Doc #: 1234 Filed: 01/02/19 7 of 12. PageID #: 4711`. */
const BARE_PAGE = /\/\d{2,4}[ .]{1,9}(\d{1,5}) of (\d{1,5})\b/;
const ENTRY_ID = /\bEntry ID: {0,9}\d{1,9}\b/;
const FILED =
  /\b(?:Filed|Date Filed|Entered on [A-Z]{2,6} Docket)(?: in [A-Z.]{1,9}(?: [A-Z.]{1,9})? on)?:? {0,9}(\d{1,2}\/\d{1,2}\/\d{2,4})/i;
const PAGE_ID = /\bPage ?ID {0,3}[#.:]{0,3} {0,9}(\d{1,9})/i;
/**
 * Reads the stamp that a line begins with: `Case 3:23-cv-03417-VC Document 294-1 Filed 12/06/24 Page 4 of 12`,
 * `Case 2:17-cv-10310 ECF No. 533, PageID.16684 Filed 01/02/19 Page 3 of 9`. Undefined where the line is none.
 */
export function readCourtStamp(line: string): CourtStamp | undefined {
  const parts = readParts(line);
  if (!parts?.page) return parts && withoutPage(line);
  const isWhole = parts.document ? parts.filed || parts.named : parts.named && parts.filed;
  return isWhole ? stampOf(parts) : undefined;
}

/** Seventh Circuit: `Case: 20-2345      Document: 31            Filed: 01/22/2021      Pages: 8`; it says how many pages there are, and not which one this is. */
const UNPAGED =
  /^\s{0,99}Case: {0,9}(\d{2}-\d{3,6}) {1,40}Document: {0,9}(\d{1,9}) {1,40}Filed: {0,9}(\d{1,2}\/\d{1,2}\/\d{4})(?: {1,40}Pages: {0,9}(\d{1,5}))?(?= |$)/;

function withoutPage(line: string): CourtStamp | undefined {
  const [whole, number, document, filed, of] = UNPAGED.exec(line.slice(0, LONGEST).replace(/[\t\u00A0]/g, ' ')) ?? [];
  if (!whole || !number || !document || !filed) return undefined;
  const ecf = { case: number, document, filed, page: 0, ...(of && { of: Number(of) }), inferred: true as const };
  return { ecf, end: whole.length };
}

/**
 * True for the first line of a stamp that goes on in the next one, as bankruptcy courts print it:
 * `Case 21-03745 Doc 12 Filed 01/02/21 Entered 01/02/21 12:33:44 Desc Main` / `Document Page 1 of 5`.
 */
export function isFirstLineOfStamp(line: string): boolean {
  const parts = readParts(line);
  return parts !== undefined && parts.document !== null && parts.page === null && parts.filed !== null;
}

interface StampParts {
  readonly case: string;
  /** The line says `Case` or `USCA` and does not just begin with a number. */
  readonly named: boolean;
  readonly document: RegExpExecArray | null;
  readonly page: RegExpExecArray | null;
  readonly filed: RegExpExecArray | null;
  readonly pageId: RegExpExecArray | null;
  readonly entry: RegExpExecArray | null;
  /** Characters of white space before the stamp. */
  readonly indent: number;
}

function readParts(line: string): StampParts | undefined {
  const indent = line.length - line.trimStart().length;
  // "Case", "USCA", "Appellate Case" or the number itself: of most lines nothing more is looked at.
  if (!/^(?:Case|CASE|USCA|Appel|\d{1,2}[:-]\d)/.test(line.slice(indent, indent + 5))) return undefined;
  // The padding between the parts of a stamp is spaces, no-break spaces or tabs: one character each, so offsets hold.
  const words = line.slice(indent, indent + LONGEST).replace(/[\t\u00A0\n]/g, ' ');
  const head = HEAD.exec(words);
  if (!head?.[1]) return undefined;
  const filed = FILED.exec(words);
  return {
    case: head[1],
    named: /^(?:Appellate |Case|CASE|USCA)/.test(words),
    document: DOCUMENT.exec(words),
    page: PAGE.exec(words) ?? (filed ? (APPEAL_PAGE.exec(words) ?? BARE_PAGE.exec(words)) : null),
    filed,
    entry: ENTRY_ID.exec(words),
    pageId: PAGE_ID.exec(words),
    indent,
  };
}

function stampOf({ case: number, document, page, filed, pageId, entry, indent }: StampParts): CourtStamp {
  const ends = [document, page, filed, pageId, entry].map((match) => (match ? match.index + match[0].length : 0));
  return {
    ecf: {
      case: number,
      ...(document?.[1] && { document: document[1] }),
      ...(document?.[2] && { attachment: document[2] }),
      ...(filed?.[1] && { filed: filed[1] }),
      page: Number(page?.[1]),
      ...(page?.[2] && { of: Number(page[2]) }),
    },
    ...(pageId?.[1] && { pageId: pageId[1] }),
    end: indent + Math.max(...ends),
  };
}
