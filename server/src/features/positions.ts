import type { Position, Range } from 'vscode-languageserver';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';

/** An LSP position (both numbers from 0, UTF-16) of an offset. */
export function positionOf(lines: LineIndex, offset: number): Position {
  const { line, column } = lines.placeOf(offset);
  return { line: line - 1, character: column - 1 };
}

/** An LSP range of a span. */
export function rangeOf(lines: LineIndex, span: Span): Range {
  return { start: positionOf(lines, span.start), end: positionOf(lines, span.end) };
}

/** The offset of an LSP position; past the end of a line is its end, as the protocol wants it. */
export function offsetOf(lines: LineIndex, text: string, { line, character }: Position): number {
  const start = lines.starts[line];
  if (start === undefined) return text.length;
  const next = lines.starts[line + 1] ?? text.length + 1;
  return Math.min(start + character, Math.max(start, next - 1), text.length);
}
