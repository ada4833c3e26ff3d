/** A place in a text for people: both numbers count from 1, `column` in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds lines by offset. Built once a text, in one pass; each question is a binary search. */
export interface LineIndex {
  /** Offset of each line's first character; the first is 0. */
  readonly starts: readonly number[];
  /** The 1-based line and column of a UTF-16 offset (clamped to the text). */
  placeOf(offset: number): Place;
}

/** Makes the line index of a text. `\n`, `\r\n` and a lone `\r` end a line, as they do in LSP. */
export function lineIndexOf(text: string): LineIndex {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return {
    starts,
    placeOf(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    },
  };
}
