import type { Draft } from '../draft.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import { citationsIn } from './citationsIn.ts';

/** Signals and small words that stand between citations and say nothing by themselves. */
const SIGNALS = /\b(?:see|also|e\.g|accord|cf|but|compare|with|and|id|citing|quoting|emphasis|added)\b/gi;
/** Fewer words than these beside its citations, and a sentence only cites. */
const FEWEST_WORDS = 4;
/** A mark of a footnote: its number changes when another footnote is put in before. */
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,20}\]/g;

/** The sentence that a citation stands in; where that one only cites, with the one before it, which it is cited for. */
export function citedSentence(draft: Draft, citation: Span): Span {
  const { text } = draft.syntax;
  let { start, end } = sentenceAround(text, citation);
  for (let before = 0; before < 2; before++) {
    const own = ownWords(draft, { start, end }).replace(SIGNALS, ' ');
    if ((own.match(/\p{L}{2,40}/gu) ?? []).length >= FEWEST_WORDS || start < 2) break;
    let last = start;
    while (last > 0 && /\s/.test(text.charAt(last - 1))) last--;
    if (last === 0) break;
    ({ start } = sentenceAround(text, { start: last - 1, end: last }));
  }
  return { start, end };
}

/** What a stretch of the draft says beside its citations, the marks of its footnotes and comments to Briefcite. */
export function ownWords(draft: Draft, span: Span): string {
  const { text, ignores } = draft.syntax;
  const inside = ignores.filter((one) => one.span.start >= span.start && one.span.end <= span.end);
  const cut = [...citationsIn(draft, span).map(({ citation }) => citation), ...inside.map((one) => one.span)];
  let words = '';
  let at = span.start;
  for (const { start, end } of cut.sort((one, other) => one.start - other.start)) {
    words += `${text.slice(at, start)} `;
    at = Math.max(at, end);
  }
  return `${words}${text.slice(at, span.end)}`.replace(FOOTNOTE_MARK, ' ');
}
