import type { Citation } from '../syntax/citation.ts';
import type { DraftSyntax, Footnote } from '../syntax/draftSyntax.ts';
import { innermostAround, type Parenthesis } from '../syntax/layout/parentheses.ts';

/** Where a citation stands: in which section, footnote and bracket, and behind which other citation that bracket opens. */
export interface Surroundings {
  /** Place in `sections`; -1 outside every party's section. A footnote stands where its mark is. */
  readonly section: number;
  /** Place in `footnotes`; -1 in the text. */
  readonly footnote: number;
  readonly parenthesis: Parenthesis | undefined;
  /** The citation whose parenthetical it stands in: `Dkt. 5 at 3 (citing Ex. A at 4)`. */
  readonly attachedTo: number | undefined;
}

/** Works out where every citation stands, in one pass over ordered lists. */
export function surroundingsOf(syntax: DraftSyntax): readonly Surroundings[] {
  const { citations, parentheses } = syntax;
  const byEnd = new Map<number, number>();
  for (const [index, citation] of citations.entries()) byEnd.set(citation.end, index);
  const attachedCache = new Map<Parenthesis, number | undefined>();
  return citations.map((citation) => {
    const footnote = footnoteAt(syntax.footnotes, citation.start);
    const mark = footnote < 0 ? undefined : syntax.footnotes[footnote]?.markOffset;
    const parenthesis = innermostAround(parentheses, citation.start);
    let attachedTo: number | undefined;
    for (let pair = parenthesis; pair && attachedTo === undefined; pair = pair.outer) {
      if (!attachedCache.has(pair)) attachedCache.set(pair, citationBefore(syntax, pair, byEnd));
      attachedTo = attachedCache.get(pair);
    }
    return { section: sectionAt(syntax, mark ?? citation.start), footnote, parenthesis, attachedTo };
  });
}

/** Place of the party's section round an offset; -1 where no party speaks. */
export function sectionAt({ sections }: DraftSyntax, offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const section = sections[low - 1];
  return section && offset < section.end ? low - 1 : -1;
}

/** Place of the footnote round an offset; -1 in the text. Footnotes are in order and disjoint. */
export function footnoteAt(footnotes: readonly Footnote[], offset: number): number {
  let low = 0;
  let high = footnotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((footnotes[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const footnote = footnotes[low - 1];
  return footnote && offset < footnote.end ? low - 1 : -1;
}

/** The citation that a bracket is attached to, of the bracket or of one round it: `Dkt. 5 at 3 ("the words")`. */
export function attachedTo(
  syntax: DraftSyntax,
  parenthesis: Parenthesis | undefined,
  byEnd: ReadonlyMap<number, number>,
): number | undefined {
  for (let pair = parenthesis; pair; pair = pair.outer) {
    const found = citationBefore(syntax, pair, byEnd);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The citation that ends directly before a bracket, over blanks and other brackets: `(N.D. Cal. 2020) (citing ...)`. */
function citationBefore(
  { text, parentheses }: DraftSyntax,
  pair: Parenthesis,
  byEnd: ReadonlyMap<number, number>,
): number | undefined {
  let at = pair.start;
  for (let steps = 0; steps < 40; steps++) {
    const found = byEnd.get(at);
    if (found !== undefined) return found;
    const before = text.charAt(at - 1);
    if (before === ')') {
      const inner = innermostAround(parentheses, at - 1);
      if (!inner) return undefined;
      at = inner.start;
    } else if (/[\s\u00A0,*_]/.test(before) && at > 0) at--;
    else return undefined;
  }
  return undefined;
}

const BETWEEN_MEMBERS =
  /^[\s\u00A0*_]{0,6}[;,&]?[\s\u00A0*_]{0,6}(?:(?:see|also|accord|cf\.|but|e\.g\.,?|and|&|compare|with|contra|generally|id\.)[\s\u00A0*_,]{0,6}){0,4}$/i;

/** True where nothing but a semicolon, comma or "and" with signals stands between two citations: members of one string. */
export function isStringOf(syntax: DraftSyntax, first: Citation, second: Citation): boolean {
  const between = betweenWithoutBrackets(syntax, first.end, second.start);
  return between !== undefined && /[;,&]|\b(?:and|with)\b/i.test(between) && BETWEEN_MEMBERS.test(between);
}

function betweenWithoutBrackets({ text, parentheses }: DraftSyntax, from: number, to: number): string | undefined {
  let at = from;
  let words = '';
  for (let steps = 0; at < to && steps < 400; steps++) {
    if (text.charAt(at) === '(') {
      const pair = innermostAround(parentheses, at + 1);
      // A bracket that opens here and closes behind the second citation holds it: no string.
      if (!pair || pair.start !== at || pair.end > to) return undefined;
      at = pair.end;
    } else {
      words += text.charAt(at);
      at++;
    }
    if (words.length > 60) return undefined;
  }
  return at >= to ? words : undefined;
}
