import { rangeWords } from '../lint/quotedLines.ts';
import type { Source } from '../record/caseRecord.ts';
import type { Page, Pages } from '../record/pages.ts';
import { linesOf } from '../resolve/pinLines.ts';
import { numberOf } from '../resolve/pinPages.ts';
import { lettersOf } from '../text/letters.ts';
import type { Span } from '../text/span.ts';

/** What stands round words of a protected paper in a draft, so that they are found when it is filed in public. */
const REDACTION = { before: '[[redact: ', behind: ']]' };
const LONGEST_QUOTATION = 5_000;

/**
 * Selected words of a page with their citation: `"Who kept the log?" Ex. B at 144:3-9`. `index` is the page's place in the file, from
 * 1. Of a transcript the lines are named on which the words stand; of another paper the page, as pins usually mean it there.
 */
export function quoteFromPage(source: Source, pages: Pages, index: number, words: string): string | undefined {
  const page = pages.pages[index - 1];
  const selected = words.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUOTATION);
  if (!page || selected === '') return undefined;
  const quoted = page.hidden ? withoutCovered(selected, page.text) : selected;
  const quotation = `"${quoted.replace(/[“”"]/g, "'")}"`;
  const marked = source.isProtected ? `${REDACTION.before}${quotation}${REDACTION.behind}` : quotation;
  return `${marked} ${source.name} at ${pinFor(source, pages, page, quoted)}`;
}

/** A selection that runs over a black box has the words under it, too: only words that the page tells are copied. */
function withoutCovered(words: string, told: string): string {
  const seen = new Set(told.split(/\s+/));
  return words
    .split(' ')
    .map((word) => (seen.has(word) ? word : '█'))
    .join(' ');
}

function pinFor(source: Source, pages: Pages, page: Page, words: string): string {
  const printed = numberOf(page, 'printed', source.pages, pages);
  const span = spanOf(page.text, words);
  const lines = span && linesOf(span, page, printed);
  if (lines) return rangeWords(...lines);
  const stamped = source.pages?.label === 'ecf' ? numberOf(page, 'ecf', source.pages, pages) : undefined;
  return stamped ?? printed ?? numberOf(page, 'ecf', source.pages, pages) ?? String(page.index);
}

/** Where words stand in a page's text, letters and digits compared only; numbers of lines between them may have been selected, too. */
function spanOf(text: string, words: string): Span | undefined {
  const page = lettersOf(text);
  const wanted = [lettersOf(words).folded, lettersOf(words.replace(/(?:^| )\d{1,2}(?= )/g, ' ')).folded];
  for (const folded of wanted) {
    const at = folded === '' ? -1 : page.folded.indexOf(folded);
    const [start, last] = [page.places[at], page.places[at + folded.length - 1]];
    if (at >= 0 && start !== undefined && last !== undefined) return { start, end: last + 1 };
  }
  return undefined;
}
