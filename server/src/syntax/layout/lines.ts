import { isBlank } from '../../text/characters.ts';
import { lineIndexOf } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';

/** A line of the draft. `start` and `end` are without its blanks on either side and without its line break. */
export interface Line extends Span {
  /** Offset of the line's first character, blanks included. */
  readonly from: number;
  readonly isEmpty: boolean;
  /** The line before is empty (or there is none): a paragraph begins here. */
  readonly opensParagraph: boolean;
  /** The line behind is empty (or there is none). */
  readonly closesParagraph: boolean;
}

/** Splits a text into its lines, in one pass. */
export function linesOf(text: string): readonly Line[] {
  const { starts } = lineIndexOf(text);
  const lines: { -readonly [Key in keyof Line]: Line[Key] }[] = [];
  let before: (typeof lines)[number] | undefined;
  for (const [place, from] of starts.entries()) {
    let end = starts[place + 1] ?? text.length;
    while (end > from && (isBlank(text.charCodeAt(end - 1)) || isBreak(text.charCodeAt(end - 1)))) end--;
    let start = from;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    const isEmpty = start >= end;
    if (before) before.closesParagraph = isEmpty;
    before = { from, start, end, isEmpty, opensParagraph: before?.isEmpty ?? true, closesParagraph: true };
    lines.push(before);
  }
  return lines;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
