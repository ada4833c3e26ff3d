import { volumeNumber } from '../testimony.ts';

/** What the pages of a transcript say of it. */
export interface TranscriptMarks {
  /** The volume that the page belongs to, as an arabic numeral: named on it, or on the last page before it that names one. */
  readonly volume?: string;
  /** The page itself says that the transcript is a rough one, or that the reporter certifies it. */
  readonly transcript?: 'rough' | 'certified';
}

/** A banner, a title page's line or a running head is no longer. */
const LONGEST_LINE = 90;
/** Lines from the upper and the lower edge of a page that may be a running head. */
const EDGE_LINES = 3;

/** Questions, answers and ends of sentences on a title page. */
const MOST_SPOKEN = 5;

const NAMED_VOLUME = /\bVol(?:ume|\.)? {0,3}(?:No\. )?([IVX]{1,6}|\d{1,3})\b/gi;
/** In capitals, as a banner is; somebody may speak of a rough draft. */
const ROUGH =
  /\b(?:R(?:OUGH|ough) (?:D(?:RAFT|raft)|T(?:RANSCRIPT|ranscript)|ASCII|COPY|UNEDITED)|UNCERTIFIED (?:ROUGH|DRAFT|TRANSCRIPT|COPY)|UNEDITED (?:ROUGH|DRAFT|TRANSCRIPT)|REAL-?TIME (?:DRAFT|TRANSCRIPT|ROUGH))\b/;
const CERTIFICATE =
  /^(?:(?:REPORTER'S|COURT REPORTER'S|DEPOSITION OFFICER'S) )?CERTIFICAT(?:E|ION)(?: OF (?:THE )?(?:COURT |OFFICIAL |SHORTHAND )?REPORTER)?$/i;
const CERTIFIES = /\b(?:do )?hereby certify\b|\bcertify that the foregoing\b/i;

/** What each page of a file says of the transcript in it; `pages` are the lines of the pages. Empty for papers that say nothing. */
export function transcriptMarks(pages: readonly (readonly string[])[]): readonly TranscriptMarks[] {
  let volume: string | undefined;
  return pages.map((lines) => {
    volume = volumeNamedOn(lines) ?? volume;
    const transcript = sayingOf(lines);
    return { ...(volume !== undefined && { volume }), ...(transcript && { transcript }) };
  });
}

/** `VOLUME II` of a title page, `Hale, Vol. 2` of a running head. A page that names two (an index) belongs to neither. */
function volumeNamedOn(lines: readonly string[]): string | undefined {
  const named = new Set<string>();
  const isTestimony = lines.filter((line) => !isNoSpeech(line)).length > MOST_SPOKEN;
  for (const [at, line] of lines.entries()) {
    const isHead = at < EDGE_LINES || at >= lines.length - EDGE_LINES;
    // In the middle only a title, and not where people speak: somebody may speak of a volume.
    if (line.length > LONGEST_LINE || !isNoSpeech(line) || !(isHead || (isTitle(line) && !isTestimony))) continue;
    for (const [, number] of line.matchAll(NAMED_VOLUME)) if (number) named.add(volumeNumber(number));
  }
  const [only] = named;
  return named.size === 1 ? only : undefined;
}

function isNoSpeech(line: string): boolean {
  return !/^(?:\d{1,2} {1,9})?(?:[QA][. ]|THE [A-Z]+:|M[RS]S?\. )/.test(line.trim()) && !/[.?]$/.test(line.trim());
}

/** `VOLUME II`, `VOLUME II (Pages 161 - 310)`, `Vol. 2 of 3`. */
function isTitle(line: string): boolean {
  return /^(?:\d{1,2} {1,9})?(?:[A-Z,. -]{0,60} )?(?:VOLUME|VOL\.|Volume|Vol\.) {0,3}(?:[IVX]{1,6}|\d{1,3})(?: {0,3}(?:of \d{1,2}|,? ?\(?(?:Pages?|PAGES?|pp\.).{0,30}))?$/.test(
    line.trim(),
  );
}

function sayingOf(lines: readonly string[]): TranscriptMarks['transcript'] {
  const short = lines.map((line) => line.replace(/^\s*\d{1,2}\s{1,9}/, '').trim());
  if (short.some((line) => line.length <= LONGEST_LINE && isNoSpeech(line) && ROUGH.test(line))) return 'rough';
  return short.some((line) => CERTIFICATE.test(line)) && short.some((line) => CERTIFIES.test(line))
    ? 'certified'
    : undefined;
}
