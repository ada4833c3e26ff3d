import type { Draft } from '../draft.ts';
import type { Citation } from '../syntax/citation.ts';
import type { Span } from '../text/span.ts';

/** A part of a page, and the words in it that the draft quotes. */
export interface Passage {
  readonly text: string;
  readonly marked?: Span;
  /** Words of the page stand before or behind it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const LONGEST_PASSAGE = 1_200;
/** How far before or behind a citation its quotation may end or begin. */
const FARTHEST = 600;
/** Fewer words than these are found by chance. */
const SHORTEST_QUOTATION = 8;

/** The part of a page that is worth showing: round the quoted words where they are on it, else its beginning. */
export function passageOf(page: string, quotations: readonly string[]): Passage {
  const marked = quotations.map((words) => findWords(page, words)).find((span) => span !== undefined);
  if (page.length <= LONGEST_PASSAGE) {
    return { text: page, ...(marked && { marked }), cutBefore: false, cutAfter: false };
  }
  const middle = marked ? Math.floor((marked.start + marked.end) / 2) : 0;
  const wanted = Math.max(0, Math.min(middle - LONGEST_PASSAGE / 2, page.length - LONGEST_PASSAGE));
  const start = wanted === 0 ? 0 : wordStart(page, wanted);
  const end = start + LONGEST_PASSAGE >= page.length ? page.length : wordStart(page, start + LONGEST_PASSAGE - 40);
  const inside = marked && marked.start >= start && marked.end <= end;
  return {
    text: page.slice(start, end),
    ...(inside && { marked: { start: marked.start - start, end: marked.end - start } }),
    cutBefore: start > 0,
    cutAfter: end < page.length,
  };
}

/** The next place at which a word begins, at most 40 characters on; never inside a surrogate pair. */
function wordStart(text: string, from: number): number {
  for (let at = from; at < from + 40 && at < text.length; at++) {
    if (/\s/.test(text[at - 1] ?? ' ') && /\S/.test(text[at] ?? '')) return at;
  }
  return /[\uDC00-\uDFFF]/.test(text[from] ?? '') ? from + 1 : from;
}

/** The quotations that a citation may vouch for: the last one before it, and one in a parenthetical behind it. */
export function quotationsNear({ syntax: { text } }: Draft, { start, end }: Citation): readonly string[] {
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  const behind = text.slice(end, end + FARTHEST);
  const found: string[] = [];
  const open = /^\s{0,3}\((?:[^()"“”]{0,60})["“]/.exec(behind);
  if (open) found.push(upToQuote(behind.slice(open[0].length)));
  const close = Math.max(before.lastIndexOf('”'), before.lastIndexOf('"'));
  if (close > 0) {
    const inside = before.slice(0, close);
    found.push(inside.slice(Math.max(inside.lastIndexOf('“'), inside.lastIndexOf('"')) + 1));
  }
  return found.filter((words) => words.length >= SHORTEST_QUOTATION);
}

function upToQuote(words: string): string {
  const end = words.search(/["”]/);
  return end < 0 ? '' : words.slice(0, end);
}

/** Where words stand in a page, however its lines break and its quotes and dashes are drawn. Begins and ends on a letter or digit. */
function findWords(page: string, words: string): Span | undefined {
  const needle = fold(words)
    .folded.trim()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]{1,40}$/u, '');
  if (needle.length < SHORTEST_QUOTATION) return undefined;
  const { folded, offsets } = fold(page);
  const at = folded.indexOf(needle);
  if (at < 0) return undefined;
  const start = offsets[at];
  const last = offsets[at + needle.length - 1];
  return start === undefined || last === undefined ? undefined : { start, end: last + 1 };
}

/** One case, one kind of quote and dash, single spaces; with the offset that each folded character came from. */
function fold(text: string): { readonly folded: string; readonly offsets: readonly number[] } {
  let folded = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const lower = (text[at] ?? '').toLowerCase();
    const character = /\s/.test(lower) ? ' ' : (FOLDED.get(lower) ?? lower);
    // A few capitals have longer small letters: those stay what they are, so that one character is one offset.
    if ((character === ' ' && folded.endsWith(' ')) || character === '') continue;
    folded += character.length === 1 ? character : (text[at] ?? '');
    offsets.push(at);
  }
  return { folded, offsets };
}

const FOLDED: ReadonlyMap<string, string> = new Map([
  ...['‘', '’', '‛', '′'].map((mark) => [mark, "'"] as const),
  ...['“', '”', '„', '″'].map((mark) => [mark, '"'] as const),
  ...['‐', '‑', '‒', '–', '—', '−'].map((mark) => [mark, '-'] as const),
  ['\u00AD', ''],
  ['\u200B', ''],
]);
