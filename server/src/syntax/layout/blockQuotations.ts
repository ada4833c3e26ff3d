import { isBlank, isDigit, isLineBreak, isLower, isQuote } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { Citation } from '../citation.ts';
import type { Paragraph } from './paragraphs.ts';
import { indentOf } from './paragraphs.ts';
import { firstCitationFrom, isListItem, wordCountOf } from './quotedWords.ts';

/** A block of quoted paragraphs. */
export interface Block extends Span {
  /** With the citation at its end. */
  readonly whole: Span;
  readonly parts: readonly Span[];
}

/** A block stands this many columns further in than the text round it. */
const FURTHER_IN = 4;
const FEWEST_WORDS = 5;

/**
 * Paragraphs that are set in, and Markdown's `>`. What is set in must look like sentences and be led in to, or have several
 * lines: a first line that is set in, a heading, a list, a caption or a signature is no quotation. One pass.
 */
export function blockQuotationsOf(
  text: string,
  paragraphs: readonly Paragraph[],
  citations: readonly Citation[],
): readonly Block[] {
  const usual = usualIndent(text, paragraphs);
  const blocks: Block[] = [];
  let own: Paragraph[] = [];
  let before: Paragraph | undefined;
  const close = (): void => {
    const block = own.length > 0 ? blockFrom(text, own, before, citations) : undefined;
    if (block) blocks.push(block);
    own = [];
  };
  for (const paragraph of paragraphs) {
    const isSetIn = paragraph.isMarked || (paragraph.footnote < 0 && paragraph.indent >= usual + FURTHER_IN);
    if (isSetIn && (own[0]?.isMarked ?? paragraph.isMarked) === paragraph.isMarked) {
      own.push(paragraph);
      continue;
    }
    close();
    if (isSetIn) own.push(paragraph);
    else before = paragraph;
  }
  close();
  return blocks;
}

/** The indentation of most lines. */
function usualIndent(text: string, paragraphs: readonly Paragraph[]): number {
  const counts = new Map<number, number>();
  for (const { lines, isMarked } of paragraphs) {
    if (isMarked) continue;
    for (const line of lines) {
      const indent = indentOf(text, line);
      counts.set(indent, (counts.get(indent) ?? 0) + line.end - line.start);
    }
  }
  let usual = 0;
  let most = -1;
  for (const [indent, count] of counts) {
    if (count > most) [usual, most] = [indent, count];
  }
  return usual;
}

function blockFrom(
  text: string,
  paragraphs: readonly Paragraph[],
  before: Paragraph | undefined,
  citations: readonly Citation[],
): Block | undefined {
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (!first || !last) return undefined;
  const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
  const isLedInTo = before !== undefined && /[:,]$/.test(text.slice(before.start, before.end).slice(-1));
  if (!first.isMarked && !isLedInTo && lines.length < 3) return undefined;
  const whole = { start: first.start, end: last.end };
  const end = endOfWords(text, whole, citations);
  const parts = lines
    .map((line) => trimmed(text, first.isMarked ? behindMark(text, line) : line.start, Math.min(line.end, end)))
    .filter((part) => part.end > part.start);
  const inner = withoutOuterMarks(text, parts);
  const [start, stop] = [inner[0]?.start, inner.at(-1)?.end];
  if (start === undefined || stop === undefined || !readsAsSentences(text, inner)) return undefined;
  // A request that is set in, or a list of authorities, begins with its own name.
  const atTop = citations[firstCitationFrom(citations, start + 3) - 1];
  if (atTop && atTop.end > start) return undefined;
  return { start, end: stop, whole, parts: inner };
}

function behindMark(text: string, line: Span): number {
  let at = line.start;
  while (at < line.end && (text.charCodeAt(at) === 62 || isBlank(text.charCodeAt(at)))) at++;
  return at;
}

/** `... as it was recorded. Dkt. No. 52 at 4.` ends with its citation: that is no part of the words. */
function endOfWords(text: string, { start, end }: Span, citations: readonly Citation[]): number {
  const last = citations[firstCitationFrom(citations, end) - 1];
  if (!last || last.start <= start || end - last.end > 200) return end;
  if (!/^[.)\]\s]{0,6}(?:\([^()]{1,160}\)[.)\]\s]{0,4}){0,3}$/.test(text.slice(last.end, end))) return end;
  let at = last.start;
  const lead = /(?:^|[\s([*_>\u2014\u2013-])(?:[Ss]ee|[Ss]ee also|[Aa]ccord)[,*_]{0,3}\s{1,3}$/.exec(
    text.slice(Math.max(start, at - 14), at),
  );
  if (lead) at -= lead[0].length;
  while (at > start && /[\s([*_>\u2014\u2013-]/.test(text.charAt(at - 1))) at--;
  return at;
}

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(code: number): boolean {
  return isBlank(code) || isLineBreak(code);
}

/** A block needs no marks; one that has them all the same begins and ends with them. */
function withoutOuterMarks(text: string, parts: readonly Span[]): readonly Span[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || !isQuote(text.charCodeAt(first.start)) || !isQuote(text.charCodeAt(last.end - 1)))
    return parts;
  if (first === last && first.end - first.start < 3) return parts;
  return parts.map((part) => ({
    start: part === first || isQuote(text.charCodeAt(part.start)) ? part.start + 1 : part.start,
    end: part === last ? part.end - 1 : part.end,
  }));
}

/** Mostly small letters, several words, no list and no signature. */
function readsAsSentences(text: string, parts: readonly Span[]): boolean {
  const [first] = parts;
  if (!first || isListItem(text, first.start)) return false;
  let words = 0;
  let small = 0;
  let other = 0;
  for (const part of parts) {
    words += wordCountOf(text, part.start, part.end);
    for (let at = part.start; at < part.end; at++) {
      const code = text.charCodeAt(at);
      if (isLower(code)) small++;
      else if (isDigit(code) || (code >= 65 && code <= 90) || code === 64) other++;
    }
  }
  return words >= FEWEST_WORDS && small > 3 * other;
}
