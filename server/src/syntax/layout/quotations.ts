import type { Span } from '../../text/span.ts';
import type { Citation } from '../citation.ts';
import type { Footnote, Quotation } from '../draftSyntax.ts';
import { type Block, blockQuotationsOf } from './blockQuotations.ts';
import type { Interruptions } from './interruptions.ts';
import type { Line } from './lines.ts';
import { type Marked, markedQuotationsOf } from './markedQuotations.ts';
import { paragraphsOf } from './paragraphs.ts';
import { firstCitationFrom, isDirectlyBehind, isTitle, wordCountOf } from './quotedWords.ts';
import type { Definition } from './shortForms.ts';

/** What else is known of a draft when its quotations are looked for. */
export interface QuotationSurroundings {
  readonly lines: readonly Line[];
  readonly footnotes: readonly Footnote[];
  readonly interruptions: Interruptions;
  readonly citations: readonly Citation[];
  readonly definitions: readonly Definition[];
}

/**
 * Every stretch of quoted words, in the order of the text, disjoint; whatever the text, in one pass. Which of them are worth
 * comparing with a source: three words or more, or two with a citation and its pin directly behind (`"because of." Ex. D at 1`);
 * a title or name only with a citation directly behind; no definition, no blank still to be filled in.
 */
export function quotationsOf(text: string, surroundings: QuotationSurroundings): readonly Quotation[] {
  const { lines, footnotes, interruptions, citations, definitions } = surroundings;
  const paragraphs = paragraphsOf(text, lines, footnotes, interruptions);
  const blocks = blockQuotationsOf(text, paragraphs, citations);
  const defined = new Set(definitions.map(({ span }) => span.start));
  const marked = outside(markedQuotationsOf(text, paragraphs), blocks).map((one): Quotation => {
    const wordCount = countWords(text, one.parts);
    return { kind: 'marked', ...one, wordCount, isCandidate: isCandidate(text, one, wordCount, citations, defined) };
  });
  const set = blocks.map((block): Quotation => {
    const wordCount = countWords(text, block.parts);
    return { kind: 'block', ...block, wordCount, isCandidate: !hasBlank(text, block) };
  });
  return [...marked, ...set].sort((one, other) => one.start - other.start);
}

/** Both lists are in the order of the text: what stands inside a block is a part of it. */
function outside(marked: readonly Marked[], blocks: readonly Block[]): readonly Marked[] {
  let next = 0;
  return marked.filter(({ whole }) => {
    while ((blocks[next]?.whole.end ?? Number.POSITIVE_INFINITY) <= whole.start) next++;
    return (blocks[next]?.whole.start ?? Number.POSITIVE_INFINITY) >= whole.end;
  });
}

function countWords(text: string, parts: readonly Span[]): number {
  return parts.reduce((count, { start, end }) => count + wordCountOf(text, start, end), 0);
}

/** Words in front that name a term or a title rather than quote: `known as "..."`, `the term "..."`, `entitled "..."`. */
const NAMES =
  /(?:\b(?:so-called|called|known as|referred to as|refer to as|defined as|(?:en)?titled|captioned|labell?ed|named|nicknamed|dubbed|the (?:term|word|definition of|file|folder|group|channel|field|button|heading))[\s,*_]{1,3}|\((?:hereinafter|hereafter|collectively|together|each,?|the|an?)[\s,]{1,3}(?:the )?)$/i;

function isCandidate(
  text: string,
  { start, end, whole }: Marked,
  wordCount: number,
  citations: readonly Citation[],
  defined: ReadonlySet<number>,
): boolean {
  if (wordCount < 2 || defined.has(start) || hasBlank(text, { start, end })) return false;
  const place = firstCitationFrom(citations, whole.end);
  const inside = citations[firstCitationFrom(citations, whole.start) - 1];
  // A title inside a citation, or a name of the record that is written in quotes.
  if (inside && inside.end > whole.start) return false;
  const behind = citations[place];
  const cited = behind && behind.form !== 'caseLaw' && isDirectlyBehind(text, whole.end, behind) ? behind : undefined;
  if (wordCount < 3) return cited !== undefined && hasPin(cited) && !isTitle(text.slice(start, end));
  if (cited) return true;
  if (isAloneInBracket(text, whole) && wordCount <= MOST_WORDS_OF_A_NAME && !(inside && whole.start - inside.end < 4))
    return false;
  if (NAMES.test(text.slice(Math.max(0, whole.start - 30), whole.start))) return false;
  return end - start > 160 || !isTitle(text.slice(start, end));
}

/** `("the '337 patent")`: what stands alone in a bracket, and not behind a citation, is a name. */
function isAloneInBracket(text: string, { start, end }: Span): boolean {
  return text.charCodeAt(start - 1) === 40 && text.charCodeAt(end) === 41;
}

const MOST_WORDS_OF_A_NAME = 6;

function hasPin({ targets, id }: Citation): boolean {
  return targets.some(({ pins }) => pins.length > 0) || (id?.pins.length ?? 0) > 0;
}

/** `______`: the words are still to come, or are redacted. */
function hasBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('___');
}
