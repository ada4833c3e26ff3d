import { Cursor } from '../../text/cursor.ts';
import { readDate } from '../../text/dates.ts';
import type { Span } from '../../text/span.ts';
import type { Line } from './lines.ts';

/** The paper's own date. */
export interface DraftDate {
  /** ISO day. */
  readonly iso: string;
  readonly span: Span;
}

const LINES_OF_A_LETTERHEAD = 40;

/**
 * The date of the paper: front matter `date:`, else a letter's date line above the salutation, else "Dated:" at the
 * signature. Never a hearing date, a date in prose or one with a blank; without one, no rule about dates runs.
 */
export function draftDateOf(
  text: string,
  lines: readonly Line[],
  frontMatter: ReadonlyMap<string, string>,
): DraftDate | undefined {
  return fromFrontMatter(frontMatter) ?? fromLetterhead(text, lines) ?? fromSignature(text, lines);
}

function fromFrontMatter(values: ReadonlyMap<string, string>): DraftDate | undefined {
  const typed = values.get('date');
  if (typed === undefined) return undefined;
  const iso = wholeDate(typed);
  return iso ? { iso, span: { start: 0, end: 3 } } : undefined;
}

/** A date that is all there is of a text. */
function wholeDate(words: string): string | undefined {
  const cursor = new Cursor(words.trim());
  const iso = readDate(cursor);
  return iso && /^[.\s]*$/.test(cursor.text.slice(cursor.at)) ? iso : undefined;
}

/** A line that is a date and nothing else, above "Dear Judge Hixson:". */
function fromLetterhead(text: string, lines: readonly Line[]): DraftDate | undefined {
  const top = lines.slice(0, LINES_OF_A_LETTERHEAD);
  const salutation = top.findIndex((line) =>
    /^(?:Dear |To the Court|May it please)/i.test(text.slice(line.start, line.start + 20)),
  );
  if (salutation < 0) return undefined;
  for (const line of top.slice(0, salutation)) {
    if (line.isEmpty || line.end - line.start > 40) continue;
    const iso = wholeDate(text.slice(line.start, line.end));
    if (iso) return { iso, span: { start: line.start, end: line.end } };
  }
  return undefined;
}

/** `Dated: December 20, 2024` at the signature; the last one counts, and `Dated: December __, 2024` is none. */
function fromSignature(text: string, lines: readonly Line[]): DraftDate | undefined {
  for (let place = lines.length - 1; place >= 0; place--) {
    const line = lines[place];
    if (!line || !/^dated?:/i.test(text.slice(line.start, line.start + 6))) continue;
    const cursor = new Cursor(text, text.indexOf(':', line.start) + 1);
    cursor.gap();
    const start = cursor.at;
    const iso = readDate(cursor);
    if (iso) return { iso, span: { start, end: cursor.at } };
  }
  return undefined;
}
