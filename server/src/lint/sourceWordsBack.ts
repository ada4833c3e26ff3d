import type { Difference } from '../text/quotation/quotation.ts';
import type { Span } from '../text/span.ts';
import type { Replacement } from './finding.ts';
import { shortened } from './quotationWording.ts';

/** More words than these that were left out are no slip of the pen, and a person has to put them back. */
const LONGEST_PUT_BACK = 400;

/** So many characters before and behind a change are looked at for the word that stands there. */
const NEIGHBOUR = 40;

interface Change {
  readonly span: Span;
  readonly words: string;
}

/**
 * The words of the source in the place of those in which a quotation departs from them, all at once: words exchanged, put back, taken
 * out, with the blanks and the comma that belong to them. None where any of them can't be changed safely: a footnote's or a
 * block's mark stands between them, a page ends in the source, a bracket would be left empty.
 */
export function sourceWordsBack(
  text: string,
  quotation: Span,
  differences: readonly Difference[],
): readonly Replacement[] {
  const changes = differences.map((difference) => changeFor(text, quotation, difference));
  const known = changes.filter((change) => change !== undefined);
  if (known.length === 0 || known.length < changes.length) return [];
  const isApart = known.every(({ span }, place) => span.start >= (known[place - 1]?.span.end ?? quotation.start));
  const [first, ...elsewhere] = known;
  if (!first || !isApart) return [];
  return [{ ...first, name: `"${nameOf(text, quotation, first)}"`, ...(elsewhere.length > 0 ? { elsewhere } : {}) }];
}

function changeFor(text: string, quotation: Span, difference: Difference): Change | undefined {
  const { quoted, source, sourceWords } = difference;
  const span = { start: quotation.start + quoted.start, end: quotation.start + quoted.end };
  const words = sourceWords.replace(/\s+/g, ' ').trim();
  // What stands between its parts, and marks of emphasis, are blanks in the words that were compared.
  if (text.slice(span.start, span.end) !== difference.quotedWords) return undefined;
  if (words === '') return withoutWords(text, quotation, span);
  if (span.end > span.start) return { span, words };
  return source.page === source.endPage && words.length <= LONGEST_PUT_BACK
    ? withWords(text, quotation, span.start, words)
    : undefined;
}

/** Behind the word before the gap; at the quotation's beginning, before its first word. */
function withWords(text: string, quotation: Span, gap: number, words: string): Change | undefined {
  const [before, behind] = [text.charAt(gap - 1), text.charAt(gap)];
  if (gap > quotation.start && isOfWord(before)) {
    // A mark of emphasis belongs to the word that it ends.
    const marks = /^[*_]{1,3}(?=[\s,;:.])/.exec(text.slice(gap, gap + 4))?.[0].length ?? 0;
    const at = gap + marks;
    return isOfWord(text.charAt(at)) || at > quotation.end
      ? undefined
      : { span: { start: at, end: at }, words: ` ${words}` };
  }
  return gap < quotation.end && isOfWord(behind) && !isOfWord(before)
    ? { span: { start: gap, end: gap }, words: `${words} ` }
    : undefined;
}

/** With the blank before them, or behind where they begin a line or the quotation; of two commas round them one goes, too. */
function withoutWords(text: string, quotation: Span, { start, end }: Span): Change | undefined {
  const before = /[ \u00A0]{1,8}$/.exec(text.slice(Math.max(quotation.start, start - 8), start))?.[0].length ?? 0;
  const behind = /^[ \u00A0]{1,8}/.exec(text.slice(end, Math.min(quotation.end, end + 8)))?.[0].length ?? 0;
  if (before > 0) {
    const hasCommas = text.charAt(start - before - 1) === ',' && text.charAt(end) === ',' && end < quotation.end;
    const isClosed = /[\s,;:.!?)\]"\u201D*_\u2014]|^$/.test(text.slice(end, Math.min(end + 1, quotation.end)));
    return isClosed ? { span: { start: start - before, end: hasCommas ? end + 1 : end }, words: '' } : undefined;
  }
  const isFirst = start === quotation.start || /[\n\r]/.test(text.charAt(start - 1));
  return isFirst && behind > 0 ? { span: { start, end: end + behind }, words: '' } : undefined;
}

function isOfWord(character: string): boolean {
  return /[\p{L}\p{N}'\u2019-]/u.test(character);
}

/** What the draft says afterwards: the words themselves, or, where words were only put back or taken out, with their neighbours. */
function nameOf(text: string, quotation: Span, { span, words }: Change): string {
  if (span.end > span.start && words !== '') return shortened(words);
  const before = text.slice(Math.max(quotation.start, span.start - NEIGHBOUR), span.start);
  const behind = text.slice(span.end, Math.min(quotation.end, span.end + NEIGHBOUR));
  const [wordBefore = '', wordBehind = ''] = [before.trim().split(/\s/).at(-1), behind.trim().split(/\s/)[0]];
  const [blankBefore, blankBehind] = [/\s$/.test(before) ? ' ' : '', /^\s/.test(behind) ? ' ' : ''];
  return shortened(wordBefore + blankBefore + words + blankBehind + wordBehind);
}
