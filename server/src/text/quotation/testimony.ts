import { isBlank } from '../characters.ts';
import type { Span } from '../span.ts';
import { foldedWords } from './foldedText.ts';
import type { PageLine } from './pageLines.ts';

// Transcripts: a quotation runs from question to answer without the marks that the reporter sets before them.

/** `Q.`, `A:`, `Q` and a wide gap: a mark at the beginning of a line. */
const MARK = /(?:(?:Q|A)(?:[.:](?=\s)|(?=[ \t]{3}|\t))|(?:QUESTION|ANSWER|Question|Answer):)/y;
/** Who speaks: `MR. ODELL:`, `THE COURT:`, `BY MS. VO:`. */
const SPEAKER =
  /(?:BY[ \u00a0]{1,3})?(?:(?:MR|MS|MRS|DR|HON)\.?[ \u00a0]{1,3}(?:\(cid:\d{1,5}\)[ \u00a0]{0,3})?[A-Z][A-Z.'\u2019\u00ad\u200b-]{1,24}(?:[ \u00a0]{1,3}[A-Z][A-Z.'\u2019\u00ad\u200b-]{1,24}){0,2}|THE[ \u00a0]{1,3}(?:COURT|WITNESS|REPORTER|CLERK|DEPONENT|VIDEOGRAPHER|COURT REPORTER|INTERPRETER)):/y;
/** With what counsel's objection begins, folded: the page may cut and glue it. */
const OBJECTION =
  /^(?:object|sameobject|form|foundation|i(?:ll|m|will|mgoingto|amgoingto)?object|callsfor|vague|askedandanswered|lacks|compound|misstates|mischaracter|hearsay|join|movetostrike|argumentative|speculation|counsel)/;
/** More lines than this are a colloquy and no objection. */
const LONGEST_OBJECTION = 8;

/** What the reporter notes between question and answer: `(Exhibit 14 was marked for identification.)`. */
const REPORTERS_NOTE =
  /^\((?:Exhibits?|Plaintiffs?|Defendants?|Whereupon|Recess|Pause|Discussion|Off the record|Brief|Lunch|Document|Record|Reporter|Witness|Deposition|Nodding|Indicating|Videotape|Interruption|Luncheon|Marked)\b[^()]{0,240}\)/i;
const LONGEST_NOTE = 300;

function isWholeLine(page: string, end: number): boolean {
  return /^[ \t\u00a0.]*(?:\n|\r|$)/.test(page.slice(end, end + 12));
}

/** What a transcript's page has besides the words of question and answer. */
export interface TestimonySigns {
  /** Marks and names of speakers. */
  readonly marks: readonly Span[];
  /** Counsel's objections with the name before them, and where the objection is left out (struck) in a quotation. */
  readonly objections: readonly Span[];
}

const NO_SIGNS: TestimonySigns = { marks: [], objections: [] };

/** Fewer marks than this on a page may be an outline's letters. */
const FEWEST_MARKS = 2;

/**
 * Marks, speakers and objections of a page. `wordsAt` says where a line's words begin, behind its number; a page without two marks
 * or a speaker is no testimony.
 */
export function testimonySignsIn(
  page: string,
  lines: readonly PageLine[],
  wordsAt: (line: PageLine) => number,
): TestimonySigns {
  if (!/[QA][.:\t ]|[A-Z]:|(?:Question|Answer):/.test(page)) return NO_SIGNS;
  const marks: Span[] = [];
  const objections: Span[] = [];
  let qa = 0;
  let open: { readonly start: number; readonly line: number } | undefined;
  const close = (line: number): void => {
    const last = lines[line - 1];
    if (open && last && line - open.line <= LONGEST_OBJECTION) objections.push({ start: open.start, end: last.end });
    open = undefined;
  };
  for (const [place, line] of lines.entries()) {
    const start = wordsAt(line);
    const noted = REPORTERS_NOTE.exec(page.slice(start, start + LONGEST_NOTE))?.[0].length;
    if (noted && isWholeLine(page, start + noted)) objections.push({ start, end: start + noted });
    const mark = endOf(MARK, page, start);
    const speaker = mark ? 0 : endOf(SPEAKER, page, start);
    if (!mark && !speaker) continue;
    close(place);
    qa += mark ? 1 : 0;
    if (speaker && OBJECTION.test(foldedWords(page.slice(speaker, speaker + 60)))) open = { start, line: place };
    else marks.push({ start, end: mark || speaker });
  }
  close(lines.length);
  return qa >= FEWEST_MARKS || objections.length > 0 || marks.length - qa >= FEWEST_MARKS
    ? { marks, objections }
    : NO_SIGNS;
}

/** The names of speakers in quoted words, where each begins with the colon behind it. */
export function speakersIn(words: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index } of words.matchAll(/\b(?:BY|MR|MS|MRS|DR|HON|THE)\b/g)) {
    const end = endOf(SPEAKER, words, index);
    if (end > 0 && index >= (found.at(-1)?.end ?? 0)) found.push({ start: index, end });
  }
  return found;
}

function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  const found = expression.exec(text);
  return found ? at + found[0].length : 0;
}

/** The first sign of a line behind its number. */
export function behindBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
