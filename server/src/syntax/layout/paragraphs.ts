import { isBlank, isDash, isDigit } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { Footnote } from '../draftSyntax.ts';
import type { Interruptions } from './interruptions.ts';
import type { Line } from './lines.ts';

/** Lines between two empty ones. `start` and `end` are without the blanks on either side. */
export interface Paragraph extends Span {
  readonly lines: readonly Line[];
  /** Place in the draft's footnotes; -1 in the running text. */
  readonly footnote: number;
  /** The smallest indentation of its lines, in columns. */
  readonly indent: number;
  /** Every line begins with Markdown's `>`. */
  readonly isMarked: boolean;
}

const COLUMNS_OF_A_TAB = 4;

/** The paragraphs of a draft, without the lines that only a page put there: its number, its stamp. One pass. */
export function paragraphsOf(
  text: string,
  lines: readonly Line[],
  footnotes: readonly Footnote[],
  interruptions: Interruptions,
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let own: Line[] = [];
  let note = 0;
  for (const line of lines) {
    while ((footnotes[note]?.end ?? Number.POSITIVE_INFINITY) <= line.start) note++;
    const isFurniture = !line.isEmpty && (interruptions.has(line.from) || isPageNumber(text, line));
    // A footnote begins a paragraph of its own, though no empty line may stand before it.
    const endsHere = line.isEmpty || footnotes[note]?.start === line.start;
    if (endsHere && own.length > 0) {
      paragraphs.push(paragraphFrom(text, own));
      own = [];
    }
    if (!line.isEmpty && !isFurniture) own.push(line);
  }
  if (own.length > 0) paragraphs.push(paragraphFrom(text, own));
  return withNotes(paragraphs, footnotes);
}

function paragraphFrom(text: string, lines: readonly Line[]): Paragraph {
  return {
    start: lines[0]?.start ?? 0,
    end: lines.at(-1)?.end ?? 0,
    lines,
    footnote: -1,
    indent: lines.reduce((least, line) => Math.min(least, indentOf(text, line)), Number.POSITIVE_INFINITY),
    isMarked: lines.every((line) => text.charCodeAt(line.start) === 62),
  };
}

/** Both lists are in the order of the text. */
function withNotes(paragraphs: readonly Paragraph[], footnotes: readonly Footnote[]): readonly Paragraph[] {
  if (footnotes.length === 0) return paragraphs;
  let note = 0;
  return paragraphs.map((paragraph) => {
    while ((footnotes[note]?.end ?? Number.POSITIVE_INFINITY) <= paragraph.start) note++;
    const isInside = (footnotes[note]?.start ?? Number.POSITIVE_INFINITY) <= paragraph.start;
    return isInside ? { ...paragraph, footnote: note } : paragraph;
  });
}

/** The columns in front of a line's words. */
export function indentOf(text: string, line: Line): number {
  let columns = 0;
  for (let at = line.from; at < line.start; at++) columns += text.charCodeAt(at) === 9 ? COLUMNS_OF_A_TAB : 1;
  return columns;
}

/** `4`, `- 12 -`: a line that is nothing but a page's number. */
function isPageNumber(text: string, line: Line): boolean {
  if (line.end - line.start > 9) return false;
  let digits = 0;
  for (let at = line.start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits++;
    else if (!isBlank(code) && !isDash(code)) return false;
  }
  return digits > 0 && digits < 4;
}
