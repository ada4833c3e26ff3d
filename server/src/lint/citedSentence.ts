import type { Draft } from '../draft.ts';
import { detached } from '../text/detached.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { Span } from '../text/span.ts';
import { citationsIn } from './citationsIn.ts';

/** Signals and small words that stand between citations and say nothing by themselves. */
const SIGNALS = /\b(?:see|also|e\.g|accord|cf|but|compare|with|and|id|citing|quoting|emphasis|added)\b/gi;
/** Fewer words than these beside its citations, and a sentence only cites. */
const FEWEST_WORDS = 4;
/** A mark of a footnote: its number changes when another footnote is put in before. */
const FOOTNOTE_MARK = /\[\^[^\]\s]{1,20}\]/g;

/** What a stretch of the draft says beside its citations. */
interface Said {
  /** It is a sentence by itself: it does not only cite. */
  readonly isEnough: boolean;
  /** Fingerprint of its own words. */
  readonly print: string;
}

/** The sentence that a citation stands in; where that one only cites, with the one before it, which it is cited for. */
export function citedSentence(draft: Draft, citation: Span): Span {
  return sentenceWithPrint(draft, citation).span;
}

/** Fingerprint of that sentence without its citations, marks of footnotes and comments to Briefcite. */
export function sentencePrint(draft: Draft, citation: Span): string {
  return sentenceWithPrint(draft, citation).print;
}

function sentenceWithPrint(draft: Draft, citation: Span): { readonly span: Span; readonly print: string } {
  const { text } = draft.syntax;
  let span = sentenceAround(text, citation);
  for (let before = 0; ; before++) {
    const { isEnough, print } = saidIn(draft, span);
    let last = span.start;
    while (last > 0 && /\s/.test(text.charAt(last - 1))) last--;
    if (isEnough || before === 2 || last === 0) return { span, print };
    span = { start: sentenceAround(text, { start: last - 1, end: last }).start, end: span.end };
  }
}

// At a keystroke a draft has the sentences that it had before, but one.
const SAID = new Map<string, Said>();
const MOST_SENTENCES = 8000;

function saidIn(draft: Draft, span: Span): Said {
  const { text, ignores } = draft.syntax;
  const inside = ignores.filter((one) => one.span.start >= span.start && one.span.end <= span.end);
  const cut = [...citationsIn(draft, span).map(({ citation }) => citation), ...inside.map((one) => one.span)];
  const places = cut.map(({ start, end }) => `${start - span.start}-${end - span.start}`).join(' ');
  const key = `${places}\n${text.slice(span.start, span.end)}`;
  const known = SAID.get(key);
  if (known) return known;
  const words = wordsBeside(text, span, cut);
  const isEnough = (words.replace(SIGNALS, ' ').match(/\p{L}{2,40}/gu) ?? []).length >= FEWEST_WORDS;
  const said = { isEnough, print: fingerprint(words) };
  if (SAID.size >= MOST_SENTENCES) SAID.clear();
  SAID.set(detached(key), said);
  return said;
}

function wordsBeside(text: string, span: Span, cut: readonly Span[]): string {
  let words = '';
  let at = span.start;
  for (const { start, end } of [...cut].sort((one, other) => one.start - other.start)) {
    words += `${text.slice(at, start)} `;
    at = Math.max(at, end);
  }
  return `${words}${text.slice(at, span.end)}`.replace(FOOTNOTE_MARK, ' ');
}
