import type { Quotation } from '../syntax/draftSyntax.ts';
import type { Span } from '../text/span.ts';

/**
 * The words of a quotation as they are compared: what stands between its parts, Markdown's emphasis and footnote marks are blanks,
 * so that an offset in the answer is one in the draft, counted from the quotation's beginning.
 */
export function quotedWords(text: string, { start, end, parts }: Quotation): string {
  let words = '';
  let at = start;
  for (const part of parts) {
    words += blank(part.start - at) + text.slice(part.start, part.end);
    at = part.end;
  }
  words += blank(end - at);
  const plain = words.replace(/\[\^[^\]\s]{1,12}\]/g, (mark) => blank(mark.length));
  return withoutEmphasis(plain);
}

/** Words that Markdown emphasises inside a quotation, without the marks; spans in the draft. */
export function emphasisIn(text: string, { start, end }: Quotation): readonly Span[] {
  return [...text.slice(start, end).matchAll(EMPHASIS)].map(({ index, 1: mark = '', 0: all }) => ({
    start: start + index + mark.length,
    end: start + index + all.length - mark.length,
  }));
}

/** `*words*`, `**words**`, `_words_`: no blank beside the marks on the inside, no letter on the outside; `* * *` is an ellipsis. */
const EMPHASIS = /(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])[^*_\n]{1,400}(?<=[^\s*_])\1(?![\w*])/g;

function withoutEmphasis(words: string): string {
  if (!words.includes('*') && !words.includes('_')) return words;
  return words.replace(
    EMPHASIS,
    (all, mark: string) => blank(mark.length) + all.slice(mark.length, -mark.length) + blank(mark.length),
  );
}

function blank(length: number): string {
  return ' '.repeat(Math.max(0, length));
}
