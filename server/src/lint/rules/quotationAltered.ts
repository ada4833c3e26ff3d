import type { Draft } from '../../draft.ts';
import type { Difference, SourcePlace } from '../../text/quotation/quotation.ts';
import type { Span } from '../../text/span.ts';
import { type CheckedQuotation, type Comparison, checkedQuotations } from '../checkedQuotations.ts';
import { countOf, isTranscription, nameWithPage, shortened } from '../quotationWording.ts';
import type { LintRule, RuleFinding } from '../rule.ts';
import { sourceWordsBack } from '../sourceWordsBack.ts';
import { listWithAnd } from '../wording.ts';

/** So many differences are shown by their words. */
const MOST_SHOWN = 3;
/** A shorter word says little by itself: it is shown with the one behind it. */
const SHORT_WORD = 4;

export const quotationAltered: LintRule = {
  code: 'quotation-altered',
  severity: 'warning',
  summary: 'The words quoted differ from those of the paper cited, and nothing marks the change.',
  examples: {
    wrong: 'RFP 9 asks for "all logs and notes of the night shift."',
    right: 'RFP 9 asks for "all logs or notes of the night shift."',
  },
  *check(draft, pages) {
    for (const checked of checkedQuotations(draft, pages)) {
      const { outcome } = checked;
      if (outcome.state !== 'differs' || outcome.differences.length === 0) continue;
      yield findingFor(draft, checked, outcome.with, outcome.place, outcome.differences);
    }
  },
};

/** One difference: the words in the draft, and what both sides say there. */
interface Shown {
  readonly span: Span;
  readonly quoted: string;
  readonly source: string;
}

function findingFor(
  draft: Draft,
  { vouched: { quotation } }: CheckedQuotation,
  comparison: Comparison,
  place: SourcePlace,
  differences: readonly Difference[],
): RuleFinding {
  const { source, resolved } = comparison.voucher;
  const name = nameWithPage(draft, comparison, place);
  const shown = differences.map((difference) => shownFrom(draft, quotation, difference));
  const [first, ...others] = shown;
  const span = first?.span ?? { start: quotation.start, end: quotation.end };
  const common = {
    span,
    citation: resolved.index,
    ...(others.length > 0
      ? { related: others.map((other) => ({ span: other.span, message: 'This quotation differs here, too.' })) }
      : {}),
  };
  // Of a protected paper no word is said, and none is offered.
  if (source.isProtected) {
    const count = differences.reduce(
      (sum, { quotedWords, sourceWords }) => sum + Math.max(words(quotedWords), words(sourceWords), 1),
      0,
    );
    return { ...common, message: `This quotation differs from ${name} in ${countOf(count, 'word')}.` };
  }
  const told = isTranscription(comparison) ? `${name}, as the manifest gives it,` : name;
  const replacements = sourceWordsBack(draft.syntax.text, quotation, differences);
  return { ...common, message: messageFor(told, shown), ...(replacements.length > 0 && { replacements }) };
}

function messageFor(name: string, all: readonly Shown[]): string {
  const shown = all.slice(0, MOST_SHOWN);
  const more = all.length > shown.length ? ` and ${countOf(all.length - shown.length, 'other change')}` : '';
  const has = shown.filter(({ source }) => source !== '').map(({ source }) => `"${source}"`);
  const quoted = shown.filter((one) => one.quoted !== '').map((one) => `"${one.quoted}"`);
  if (has.length === 0) return `${name} does not have ${listWithAnd(quoted)}${more}.`;
  if (quoted.length === 0) return `${name} has ${listWithAnd(has)}; this quotation leaves that out${more}.`;
  return `${name} has ${listWithAnd(has)}; this quotation has ${listWithAnd(quoted)}${more}.`;
}

function shownFrom(draft: Draft, { start, end }: Span, { quoted, quotedWords, sourceWords }: Difference): Shown {
  const span = wordsAt(draft.syntax.text, { start: start + quoted.start, end: start + quoted.end }, { start, end });
  const behind = nextWord(draft.syntax.text, start + quoted.end, end);
  const isShort = quotedWords.trim().length <= SHORT_WORD && sourceWords.trim().length <= SHORT_WORD;
  const tail = isShort && behind !== '' && quotedWords !== '' && sourceWords !== '' ? ` ${behind}` : '';
  return { span, quoted: cut(quotedWords, tail), source: cut(sourceWords, tail) };
}

/** Where words are left out nothing is quoted: then the word in front of the gap is marked. */
function wordsAt(text: string, span: Span, within: Span): Span {
  if (span.end > span.start) return span;
  let start = Math.min(Math.max(span.start, within.start), within.end);
  let end = start;
  while (start > within.start && /[\s\u00A0]/.test(text.charAt(start - 1))) start--;
  end = start;
  while (start > within.start && /\S/.test(text.charAt(start - 1))) start--;
  return end > start ? { start, end } : { start: within.start, end: Math.min(within.end, within.start + 1) };
}

function nextWord(text: string, from: number, end: number): string {
  return /^[\s\u00A0*_]{1,4}([\p{L}\p{N}'\u2019-]{1,30})/u.exec(text.slice(from, Math.min(end, from + 40)))?.[1] ?? '';
}

function cut(found: string, tail: string): string {
  const short = shortened(found);
  return short === '' || short.endsWith(' ...') ? short : short + tail;
}

function words(found: string): number {
  return found.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
