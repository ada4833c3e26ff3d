import { isEmphasis } from '../../text/characters.ts';
import { tidy } from '../../text/names.ts';
import { romanValue } from '../../text/roman.ts';
import type { PartySection } from '../draftSyntax.ts';
import type { Line } from './lines.ts';

const SPEECH =
  'statement|position|reply|response|argument|opposition|portion|contention|contentions|section|proposal|view|request|requests|supplemental statement|final compromise|proposed compromise|positions|sur-reply|surreply|brief|rebuttal';
/** What may stand behind the speech word: "on RFP 5", "to Defendants' Motion"; "Plaintiffs' Position Lacks Merit" is an argument. */
const TAIL = String.raw`(?:[.:]?$|\s*\(| (?:on|re|regarding|concerning|as to|with respect to|in support|in opposition|in response|and|to [^.]{2,40}['\u2019]s? (?:statement|position|motion|opposition|brief|request|argument|portion|section))\b)`;
const OF_PARTY = new RegExp(
  `^(.{2,60}?)(?:['\u2019]s|s['\u2019]|['\u2019]) (?:[a-z-]+ ){0,2}(?:${SPEECH})${TAIL}`,
  'i',
);
const BY_PARTY = new RegExp(`^(?:${SPEECH})s? (?:of|by) (?:the )?([A-Z].{1,50}?)$`, 'i');
const ENDS_WITH_SPEECH = new RegExp(`\\b(?:${SPEECH})\\.$`, 'i');
const LONGEST_HEADING = 90;
/** Where the parties have said what they have to say. */
const ENDS =
  /^(?:respectfully submitted|dated?:|sincerely|by: |\/s\/|attestation\b|signature|certificate of|exhibit (?:list|index)|\[?proposed\]? order)/i;

interface Heading {
  readonly line: Line;
  readonly words: string;
  readonly level: string | undefined;
  /** Words of the same paragraph stand behind: `**Meta's Position.** The requests ...`. */
  readonly end: number;
}

/**
 * Finds the stretches that one party speaks: from a heading such as "META'S STATEMENT", "II. Defendants' Position",
 * "## Statement of Plaintiffs" to the next party's, a heading of its own level, or the signatures.
 */
export function sectionsOf(text: string, lines: readonly Line[]): readonly PartySection[] {
  const sections: PartySection[] = [];
  let current: { party: string; heading: Heading; level: string | undefined } | undefined;
  const close = (end: number): void => {
    if (current) {
      const { line, end: headingEnd } = current.heading;
      sections.push({ party: current.party, start: line.start, end, heading: { start: line.start, end: headingEnd } });
    }
    current = undefined;
  };
  for (const line of lines) {
    if (line.isEmpty || !line.opensParagraph) continue;
    const heading = headingOf(text, line);
    if (!heading) continue;
    const party = partyOf(heading.words);
    if (party) {
      close(line.start);
      current = { party, heading, level: heading.level };
    } else if (
      current &&
      (ENDS.test(heading.words) || (heading.level !== undefined && heading.level === current.level))
    ) {
      close(line.start);
    }
  }
  close(text.length);
  return sections;
}

function headingOf(text: string, line: Line): Heading | undefined {
  const runIn = runInEnd(text, line);
  const isLong = line.end - line.start > LONGEST_HEADING;
  if (runIn === undefined && isLong && !ENDS.test(text.slice(line.start, line.start + 40))) return undefined;
  const end = runIn ?? line.end;
  const typed = text.slice(line.start, end);
  const marks = /^#{1,6} /.exec(typed)?.[0] ?? '';
  const bare = stripEmphasis(typed.slice(marks.length));
  const numbered = /^([IVXLC]{1,6}|[A-Z]|\d{1,2})[.)] {1,4}/.exec(bare.replace(/[\u00A0\t]/g, ' '));
  const words = stripEmphasis(bare.slice(numbered?.[0].length ?? 0));
  const closes = ENDS.test(words);
  if (!words || (runIn === undefined && !closes && !isHeadingLike(words, line))) return undefined;
  return { line, words: tidy(words).replace(/[.:]$/, ''), level: levelOf(marks, numbered?.[1]), end };
}

/** A short paragraph of one line that does not end as a sentence does, unless it is all in capitals. */
function isHeadingLike(words: string, line: Line): boolean {
  if (!line.closesParagraph && words !== words.toUpperCase() && !/^#/.test(words))
    return OF_PARTY.test(words) && words.length < 60;
  // "Meta's response clearly indicates more." is a sentence; "PLAINTIFFS' STATEMENT." is a heading with a period.
  return !/[.;,]$/.test(words) || ENDS_WITH_SPEECH.test(words) || words === words.toUpperCase();
}

/** `**Meta's Position.** Words`: where the run-in heading ends; bold, or ended by a period or colon after the speech word. */
function runInEnd(text: string, line: Line): number | undefined {
  const typed = text.slice(line.start, Math.min(line.end, line.start + 120));
  const bold = /^(?:\*\*|__)([^*_\n]{3,90})(?:\*\*|__)/.exec(typed);
  if (bold && bold[0].length < line.end - line.start) return line.start + bold[0].length;
  const plain = /^[^.:\n]{3,80}[.:] /.exec(typed)?.[0];
  return plain && new RegExp(`(?:['\u2019]s?) (?:[A-Z][a-z]+ ){0,1}(?:${SPEECH})[.:] $`, 'i').test(plain)
    ? line.start + plain.trimEnd().length
    : undefined;
}

function stripEmphasis(words: string): string {
  let start = 0;
  let end = words.length;
  while (start < end && (isEmphasis(words.charCodeAt(start)) || words.charCodeAt(start) === 32)) start++;
  while (end > start && (isEmphasis(words.charCodeAt(end - 1)) || words.charCodeAt(end - 1) === 32)) end--;
  return words.slice(start, end);
}

/** Headings of one level end each other: Markdown's marks, else roman, letter or number. `C.` is a letter, not a hundred. */
function levelOf(marks: string, number: string | undefined): string | undefined {
  if (marks) return marks.trim();
  if (number === undefined) return undefined;
  if (/^\d/.test(number)) return 'number';
  return /^[IVX]+$/.test(number) && romanValue(number) <= 30 ? 'roman' : 'letter';
}

/** The party that a heading names, without its possessive, as typed: `PLAINTIFFS`, `Meta`. */
function partyOf(words: string): string | undefined {
  const match = OF_PARTY.exec(words) ?? BY_PARTY.exec(words);
  const name = match?.[1];
  if (!name) return undefined;
  // The pattern takes the plural's s with its apostrophe: `PLAINTIFFS'`.
  const possessive = words.slice(name.length, name.length + 2);
  const whole = /^s['\u2019]/i.test(possessive) ? name + possessive.charAt(0) : name;
  const plain = whole.replace(/^the (?=\S)/i, '');
  return /^(?:this|that|our|their|its|his|her|the court|judge|parties|the parties)$/i.test(plain) ||
    /\bcourt$/i.test(plain)
    ? undefined
    : plain;
}
