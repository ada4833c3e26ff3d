import { isApostrophe, isBlank, isDash, isDigit, isEmphasis, isLineBreak, isQuote } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { Paragraph } from './paragraphs.ts';

/** Words between double quotation marks. */
export interface Marked extends Span {
  readonly whole: Span;
  readonly parts: readonly Span[];
}

interface Open {
  /** Offset of the opening mark. */
  readonly mark: number;
  /** Where the words of the current part begin. */
  from: number;
  readonly parts: Span[];
  /** It was left open at a paragraph's end: the next mark has to close it. */
  isInterrupted: boolean;
}

/** A quotation longer than this was never closed. */
const LONGEST = 8000;
/** How deep double marks stand in each other. */
const DEEPEST = 4;

/**
 * Every stretch between double quotation marks, outermost only, in the order of the text. Curly marks say themselves what they
 * are, straight ones by what stands beside them. One that runs over a paragraph repeats its opening mark in the next; without
 * it one paragraph's end is passed over, where the next mark closes. Running text and footnotes do not close each other's. One pass.
 */
export function markedQuotationsOf(text: string, paragraphs: readonly Paragraph[]): readonly Marked[] {
  const found: Marked[] = [];
  let running: Open | undefined;
  let inNote: Open | undefined;
  let note = -1;
  for (const paragraph of paragraphs) {
    if (paragraph.footnote < 0) running = readParagraph(text, paragraph, running, found);
    else {
      inNote = readParagraph(text, paragraph, paragraph.footnote === note ? inNote : undefined, found);
      note = paragraph.footnote;
    }
  }
  return outermost(found);
}

/** Reads one paragraph; answers the quotation that is still open at its end. */
function readParagraph(
  text: string,
  paragraph: Paragraph,
  carried: Open | undefined,
  found: Marked[],
): Open | undefined {
  let at = paragraph.start;
  let open: Open[] = [];
  const goesOn = carried && continued(text, paragraph, carried);
  if (goesOn) {
    open = [goesOn];
    at = goesOn.from;
  }
  for (; at < paragraph.end; at++) {
    if (!isQuote(text.charCodeAt(at))) continue;
    const role = roleOf(text, at, open.length > 0);
    const last = open.at(-1);
    if (role === 'closes' && last) {
      open.pop();
      if (last.from < at && at - last.mark < LONGEST) found.push(closed(last, at));
    } else if (role === 'opens') {
      // A quotation that a page's end interrupted is closed before another one opens; else it was never closed.
      if (last?.isInterrupted || open.length >= DEEPEST) open.shift();
      open.push({ mark: at, from: at + 1, parts: [], isInterrupted: false });
    }
  }
  const left = open.at(-1);
  if (!left || left.isInterrupted || paragraph.end - left.mark > LONGEST) return undefined;
  left.parts.push({ start: left.from, end: paragraph.end });
  return left;
}

function closed({ mark, from, parts }: Open, at: number): Marked {
  const all = [...parts, { start: from, end: at }];
  return { start: all[0]?.start ?? from, end: at, whole: { start: mark, end: at + 1 }, parts: all };
}

/** The next paragraph repeats the opening mark, or the words were cut off by the end of a page. */
function continued(text: string, { start }: Paragraph, carried: Open): Open | undefined {
  const first = text.charCodeAt(start);
  const isRepeated = first === text.charCodeAt(carried.mark) && roleOf(text, start, false) === 'opens';
  if (isRepeated) return { ...carried, from: start + 1 };
  // What opens here, or was led in to with a colon, is another quotation; else the next mark has to close this one.
  if (isQuote(first) || text.charAt((carried.parts.at(-1)?.end ?? start) - 1) === ':') return undefined;
  return { ...carried, from: start, isInterrupted: true };
}

function roleOf(text: string, at: number, isOpen: boolean): 'opens' | 'closes' | undefined {
  const code = text.charCodeAt(at);
  const opens = canOpen(text, at);
  const closes = canClose(text, at);
  // Text from a PDF has now and then the wrong one of the two curly marks.
  if (code === 0x201d) return opens && !closes && !isOpen ? 'opens' : 'closes';
  if (code !== 34) return closes && !opens && isOpen ? 'closes' : 'opens';
  if (opens === closes) return opens ? (isOpen ? 'closes' : 'opens') : isOpen ? 'closes' : undefined;
  return opens ? 'opens' : 'closes';
}

/** Nothing, a blank, a bracket or a dash stands before, and a word behind. */
function canOpen(text: string, at: number): boolean {
  const before = at > 0 ? text.charCodeAt(at - 1) : 32;
  const behind = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
  if (isBlank(behind) || isLineBreak(behind)) return false;
  return (
    isBlank(before) ||
    isLineBreak(before) ||
    isDash(before) ||
    isEmphasis(before) ||
    '([{/\u2018\u201c>'.includes(text.charAt(at - 1))
  );
}

/** A word or the end of a sentence stands before; nothing, a blank, a sign or a footnote's mark behind. */
function canClose(text: string, at: number): boolean {
  const before = at > 0 ? text.charCodeAt(at - 1) : 32;
  const behind = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
  if (isBlank(before) || isLineBreak(before)) return false;
  return (
    isBlank(behind) ||
    isLineBreak(behind) ||
    isDash(behind) ||
    isDigit(behind) ||
    isEmphasis(behind) ||
    isApostrophe(behind) ||
    isQuote(behind) ||
    '.,;:!?)]}/[(<\u00b9\u00b2\u00b3'.includes(text.charAt(at + 1))
  );
}

function outermost(found: readonly Marked[]): readonly Marked[] {
  let end = 0;
  return [...found]
    .sort((one, other) => one.whole.start - other.whole.start || other.whole.end - one.whole.end)
    .filter(({ whole }) => {
      if (whole.start < end) return false;
      end = whole.end;
      return true;
    });
}
