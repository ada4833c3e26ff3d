import { isApostrophe, isBlank, isQuote } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { Citation } from '../citation.ts';
import type { ShortForm } from '../draftSyntax.ts';
import { FORMS } from '../forms/forms.ts';
import { PAPER_NAMES } from '../parts/paperNames.ts';
import type { Parenthesis } from './parentheses.ts';

/** Quoted words that may define a short form, before it is known what they stand for. */
export interface Definition {
  readonly words: string;
  readonly span: Span;
  /** The bracket round it, or for `, “DSMF”` the quoted words themselves. */
  readonly around: Span;
}

const LONGEST = 60;
const MOST_WORDS = 6;

/**
 * The first pass: every `("Ravine Decl.")`, `(the "Order")`, `, “DSMF”` of the draft, wherever it stands, so that a short
 * form works before its definition. Linear: each bracket and each quotation mark is looked at once, over a bounded stretch.
 */
export function definitionsOf(text: string, pairs: readonly Parenthesis[]): readonly Definition[] {
  const found: Definition[] = [];
  for (const pair of pairs) {
    if (pair.end - pair.start > 160) continue;
    found.push(...quotedIn(text, pair.start + 1, pair.end - 1, pair));
  }
  for (let at = text.indexOf(', '); at >= 0; at = text.indexOf(', ', at + 1)) {
    const from = text.startsWith('the ', at + 2) ? at + 6 : at + 2;
    if (!isQuote(text.charCodeAt(from))) continue;
    const quoted = quotedIn(text, from, Math.min(text.length, from + LONGEST), undefined)[0];
    if (quoted && quoted.span.start === from + 1) found.push(quoted);
  }
  return found;
}

function quotedIn(text: string, from: number, to: number, pair: Parenthesis | undefined): readonly Definition[] {
  const found: Definition[] = [];
  for (let at = from; at < to; at++) {
    if (!isQuote(text.charCodeAt(at))) continue;
    // Only a definition has its quotation at the beginning: `(the "Order")`, not `(arguing that "it" ...)`.
    if (
      found.length === 0 &&
      !/^\s*(?:(?:collectively|together|hereinafter|hereafter|the|each|a|an|or|and),?\s?){0,3}$/i.test(
        text.slice(from, at).replace(/^.*, /, ''),
      )
    )
      break;
    let end = at + 1;
    while (end < to && end - at < LONGEST && !isQuote(text.charCodeAt(end))) end++;
    if (!isQuote(text.charCodeAt(end))) break;
    const words = text.slice(at + 1, end).replace(/[,\s]{1,8}$/, '');
    if (isName(words)) {
      const span = { start: at + 1, end: at + 1 + words.length };
      found.push({ words, span, around: pair ?? { start: at, end: end + 1 } });
    }
    at = end;
  }
  return found;
}

/** A name is capitalised throughout, small words aside: `Hit List`, `Order of Reference`; "Llama 5 is relevant" is a quotation. */
function isName(words: string): boolean {
  const all = words.split(/\s+/);
  if (words.length < 2 || all.length > MOST_WORDS || !/^['\u2018\u2019]?[A-Z\u00C0-\u00DE0-9]/.test(words))
    return false;
  return all.every(
    (word) =>
      /^['\u2018\u2019]?[A-Z0-9\u00C0-\u00DE]/.test(word) || /^(?:of|the|and|for|to|in|on|re|v\.|&)$/.test(word),
  );
}

const AUTHORITY = new Set(['caseLaw', 'statute', 'rule']);
const HEAD_WORDS = new Set(
  FORMS.filter(({ name }) => !AUTHORITY.has(name))
    .flatMap((form) => form.triggers)
    .filter((trigger) => trigger.length > 1 && !/^(?:spa|ra|ar|ct|rt|rr|cr|er|ser|fer|ja)$/.test(trigger)),
);

/** Names that no form reads by itself: `Order`, `Hit List`; `Ravine Decl.` is read as the declaration that it is. */
export function isPlainName(words: string): boolean {
  if (isTitledPaper(words)) return true;
  return !words.split(/[\s.]+/).some((word) => HEAD_WORDS.has(word.toLowerCase()));
}

/** `Settlement Motion`, `Cure Notice`: the draft's own name of a paper whose last word alone says only what kind it is. */
export function isTitledPaper(words: string): boolean {
  const all = words.split(/\s+/);
  const last = all.pop() ?? '';
  return (
    all.length > 0 &&
    PAPER_NAMES.get(last.toLowerCase()) === 'word' &&
    all.every((word) => /^[A-Z][a-z]{2,20}$/.test(word) && !HEAD_WORDS.has(word.toLowerCase()) && !QUALIFIER.test(word))
  );
}

/** Words that tell one paper from another in every draft: `Opening Brief` is read as the filing that it is. */
const QUALIFIER =
  /^(?:First|Second|Third|Fourth|Amended|Consolidated|Joint|Corrected|Verified|Reply|Opening|Answering|Omnibus|Revised|Master|Trial)$/;

/**
 * Joins each definition to the citation that it abbreviates: in the same bracket, round it, directly before or behind it.
 * Definitions of anything else ("Meta") are dropped. Both lists are in the order of the text.
 */
export function shortFormsOf(
  text: string,
  definitions: readonly Definition[],
  citations: readonly Citation[],
): readonly ShortForm[] {
  const forms: ShortForm[] = [];
  for (const definition of definitions) {
    const citation = neighbour(text, definition, citations);
    if (citation !== undefined) forms.push({ words: definition.words, span: definition.span, citation });
  }
  return forms;
}

function neighbour(text: string, definition: Definition, citations: readonly Citation[]): number | undefined {
  const { around } = definition;
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.end ?? 0) <= around.start) low = middle + 1;
    else high = middle;
  }
  const following = citations[low];
  const before = citations[low - 1];
  const isRecord = (citation: Citation | undefined): boolean =>
    citation !== undefined && !['id', 'caseLaw', 'statute', 'rule'].includes(citation.form);
  if (following && following.start < around.end && isRecord(following)) return low;
  if (before && isRecord(before) && gapIsThin(text, before.end, around.start)) return low - 1;
  if (following && isRecord(following) && gapIsThin(text, around.end, following.start)) return low;
  return undefined;
}

/** `(the “Lease”) is annexed hereto as Exhibit A`. */
const IS_FILED_AS =
  /^,?\s{1,2}(?:is|are|was|were)\s{1,2}(?:(?:filed|attached|annexed|submitted|marked|docketed|found)\s{1,2})?(?:(?:hereto|thereto)\s{1,2})?(?:as|at)\s{1,2}$/;

/** Nothing but blanks, a comma, a closing bracket or an apostrophe between the two, or the end of the sentence: `(“LTA”). (ECF No. 17-1)`. */
function gapIsThin(text: string, from: number, to: number): boolean {
  if (to - from <= 48 && IS_FILED_AS.test(text.slice(from, to))) return true;
  if (to - from > 4) return false;
  if (/^\.\s[([]?$/.test(text.slice(from, to))) return true;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isBlank(code) && code !== 10 && code !== 44 && code !== 93 && !isApostrophe(code)) return false;
  }
  return true;
}
