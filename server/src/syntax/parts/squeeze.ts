import { isBlank, isLineBreak } from '../../text/characters.ts';

/** A stretch of text with every gap as one blank, and the way back to the text as typed. */
export interface Squeezed {
  readonly words: string;
  /** Offset in the text behind the first `length` characters of `words`. */
  offsetBehind(length: number): number;
}

/**
 * The next `length` characters from `start`, gaps folded, so that a fixed phrase can be compared in one go however it is
 * wrapped. An empty line ends it. Bounded: a gap counts at most sixty characters.
 */
export function squeeze(text: string, start: number, length: number): Squeezed {
  let words = '';
  const ends: number[] = [];
  let at = start;
  while (words.length < length && at < text.length) {
    const code = text.charCodeAt(at);
    if (!isBlank(code) && !isLineBreak(code)) {
      words += text.charAt(at);
      at++;
      ends.push(at);
      continue;
    }
    const from = at;
    let breaks = 0;
    while (at < text.length && at - from < 60 && (isBlank(text.charCodeAt(at)) || isLineBreak(text.charCodeAt(at)))) {
      if (text.charCodeAt(at) === 10) breaks++;
      at++;
    }
    if (breaks > 1) break;
    words += ' ';
    ends.push(at);
  }
  return { words, offsetBehind: (count) => (count === 0 ? start : (ends[count - 1] ?? at)) };
}
