import type { Span } from '../../text/span.ts';

/** A pair of round brackets. `start` is the opening one; `end` is behind the closing one. */
export interface Parenthesis extends Span {
  /** The pair that it stands in. */
  readonly outer: Parenthesis | undefined;
}

/** How far a pair may reach: a bracket that nobody closed must not swallow the rest of the draft. */
const LONGEST = 4000;

/**
 * Finds every pair of round brackets, in order of their opening, in one pass. A paragraph's end closes nothing: pairs that
 * would cross an empty line are dropped. List numbers such as `a)` have no opening bracket and are passed over.
 */
export function parenthesesOf(text: string): readonly Parenthesis[] {
  const pairs: { start: number; end: number; outer: Parenthesis | undefined }[] = [];
  let open: { start: number; end: number; outer: Parenthesis | undefined }[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 && isEmptyLineBehind(text, i)) open = [];
    else if (code === 40) open.push({ start: i, end: -1, outer: undefined });
    else if (code === 41) {
      const pair = open.pop();
      if (!pair || i - pair.start > LONGEST) continue;
      pair.end = i + 1;
      pair.outer = open.at(-1);
      pairs.push(pair);
    }
  }
  // An outer pair that was never closed is no pair.
  for (const pair of pairs) {
    while (pair.outer && pair.outer.end < 0) pair.outer = pair.outer.outer;
  }
  return pairs.sort((a, b) => a.start - b.start);
}

function isEmptyLineBehind(text: string, newline: number): boolean {
  let i = newline + 1;
  while (
    i < text.length &&
    i - newline < 40 &&
    (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 13 || text.charCodeAt(i) === 0xa0)
  )
    i++;
  return text.charCodeAt(i) === 10;
}

/** The innermost pair round `offset`, by binary search and a walk outward. */
export function innermostAround(pairs: readonly Parenthesis[], offset: number): Parenthesis | undefined {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const nearest = pairs[low - 1];
  // The nearest opening before may be closed already; what encloses it may enclose the offset, too.
  let pair: Parenthesis | undefined = nearest;
  while (pair && pair.end <= offset) pair = pair.outer;
  return pair;
}
