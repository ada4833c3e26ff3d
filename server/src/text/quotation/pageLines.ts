import { isBlank, isDigit, isLineBreak } from '../characters.ts';
import type { Span } from '../span.ts';

/** A line of a page that has something on it: from its first sign to behind its last, without the blanks around. */
export interface PageLine extends Span {
  /** Empty lines stand before it, or the page begins with it. */
  readonly isBehindEmptyLine: boolean;
}

/** The lines of a page that are not empty, in order. */
export function pageLinesOf(page: string): readonly PageLine[] {
  const lines: PageLine[] = [];
  let breaks = 2;
  let at = 0;
  while (at < page.length) {
    const code = page.charCodeAt(at);
    if (isLineBreak(code)) breaks += code === 13 && page.charCodeAt(at + 1) === 10 ? 0 : 1;
    // A form feed is the end of a page inside a text.
    else if (code === 12) breaks += 2;
    if (isLineBreak(code) || isBlank(code)) {
      at++;
      continue;
    }
    const start = at;
    let end = at;
    while (at < page.length && !isLineBreak(page.charCodeAt(at)) && page.charCodeAt(at) !== 12) {
      at++;
      if (!isBlank(page.charCodeAt(at - 1))) end = at;
    }
    lines.push({ start, end, isBehindEmptyLine: breaks > 1 });
    breaks = 0;
  }
  return lines;
}

/** A number of one or two digits with which a line begins, and where the line's words begin behind it. */
interface LineNumber {
  readonly value: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Lines of pleading paper run to 28, those of a transcript to 25; some have 32. */
const LAST_LINE = 32;
/** So many numbers in a row are no chance; a list of three items has points behind its numbers. */
const FEWEST_NUMBERS = 3;
/** From one number to the next so many lines: one or two may have none. */
const MOST_WITHOUT = 3;

/**
 * The line numbers of a page, each with the blanks behind it: numbers at the beginning of lines, or alone on a line, that count on
 * from one line to the next (a line or two between them may have none).
 */
export function lineNumbersOf(page: string, lines: readonly PageLine[]): readonly Span[] {
  const found: Span[] = [];
  // A footnote's number stands between two line numbers: the one goes on behind the other.
  let chains: LineNumber[][] = [];
  const close = (chain: readonly LineNumber[]): void => {
    if (chain.length >= FEWEST_NUMBERS) for (const { start, end } of chain) found.push({ start, end });
  };
  for (const [line, { start, end }] of lines.entries()) {
    const number = lineNumberOf(page, start, end, line);
    if (!number) continue;
    const open = chains.filter((chain) => line - (chain.at(-1)?.line ?? 0) <= MOST_WITHOUT);
    for (const chain of chains) if (!open.includes(chain)) close(chain);
    // The nearest, since the page's own number may count on, too.
    const before = open
      .filter((chain) => chain.at(-1)?.value === number.value - 1)
      .sort((one, other) => (other.at(-1)?.line ?? 0) - (one.at(-1)?.line ?? 0))[0];
    if (before) before.push(number);
    chains = before ? open : [...open, [number]];
  }
  for (const chain of chains) close(chain);
  return found.sort((one, other) => one.start - other.start);
}

function lineNumberOf(page: string, start: number, end: number, line: number): LineNumber | undefined {
  let at = start;
  while (at < end && at - start < 3 && isDigit(page.charCodeAt(at))) at++;
  if (at === start || at - start > 2) return undefined;
  if (at < end && !isBlank(page.charCodeAt(at))) return undefined;
  const value = Number(page.slice(start, at));
  return value < 1 || value > LAST_LINE ? undefined : { value, line, start, end: at };
}

/** True where a line is only a page's number: `7`, `- 7 -`, `Page 7`, `Page 7 of 12`, `7 of 12`, `iv`. */
export function isPageNumber(words: string): boolean {
  return (
    words.length <= 24 &&
    /^(?:[-\u2013\u2014] ?\d{1,4} ?[-\u2013\u2014]|(?:Page |PAGE |Pg\. ?)?\d{1,4}(?: of \d{1,4})?|[ivxl]{1,7})$/.test(
      words.replaceAll('\u00a0', ' '),
    )
  );
}
