import type { Page } from '../record/pages.ts';
import { fingerprint } from '../text/fingerprint.ts';

const MOST_NAMED = 6;

/** What differs between two states of a paper's file, in a sentence without a word of the paper. */
export function whatChanged(before: readonly Page[], now: readonly Page[]): string {
  const prints = new Set(before.map(({ text }) => fingerprint(text)));
  const changed = now.filter(({ text }) => !prints.has(fingerprint(text))).map(({ index }) => index);
  const stillThere = new Set(now.map(({ text }) => fingerprint(text)));
  const gone = before.filter(({ text }) => !stillThere.has(fingerprint(text))).length;
  // A page whose words changed is gone as it was, too.
  const missing = gone > changed.length ? gone - changed.length : 0;
  const parts = [
    ...(changed.length > 0 ? [`the words of ${pageList(changed)} are not those of then`] : []),
    ...(missing > 0
      ? [`${missing === 1 ? 'a page of then is' : `${missing} pages of then are`} not there any more`]
      : []),
  ];
  if (parts.length === 0) return 'Its words are the same as then; only the file is another.';
  return `Since then it was changed: ${parts.join(', and ')}.`;
}

function pageList(pages: readonly number[]): string {
  const named = pages.slice(0, MOST_NAMED);
  const more = pages.length - named.length;
  if (pages.length === 1) return `page ${named[0]}`;
  const list =
    more > 0 ? `${named.join(', ')} and ${more} more` : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
  return `pages ${list}`;
}

/** The words of a paper as one text, each page under its number, to be laid beside another state of it. */
export function asOneText(pages: readonly Page[]): string {
  if (pages.length === 1) return pages[0]?.text ?? '';
  return pages.map(({ index, text }) => `[page ${index}]\n${text.trimEnd()}\n`).join('\n');
}
