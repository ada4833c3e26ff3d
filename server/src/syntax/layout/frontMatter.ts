import type { Line } from './lines.ts';

/** Front matter at the top of a draft: `key: value` between two `---` lines. */
export interface FrontMatter {
  readonly values: ReadonlyMap<string, string>;
  /** Offset where the draft itself begins. */
  readonly end: number;
}

const MOST_LINES = 60;

/** Reads the front matter; an empty map where the first line is not `---` or it is never closed. Values are plain words. */
export function frontMatterOf(text: string, lines: readonly Line[]): FrontMatter {
  const none = { values: new Map<string, string>(), end: 0 };
  const word = (line: Line | undefined): string => (line ? text.slice(line.start, line.end) : '');
  if (word(lines[0]).replace(/^\uFEFF/, '') !== '---') return none;
  const values = new Map<string, string>();
  for (const line of lines.slice(1, MOST_LINES)) {
    const typed = word(line);
    if (typed === '---' || typed === '...') return { values, end: line.end };
    const colon = typed.indexOf(':');
    if (colon > 0) values.set(typed.slice(0, colon).trim().toLowerCase(), unquoted(typed.slice(colon + 1).trim()));
  }
  return none;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
