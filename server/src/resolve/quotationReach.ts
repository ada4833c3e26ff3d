import type { Citation } from '../syntax/citation.ts';
import type { DraftSyntax, Footnote, Quotation } from '../syntax/draftSyntax.ts';
import { innermostAround } from '../syntax/layout/parentheses.ts';
import { crossesParagraph, firstCitationFrom, isDirectlyBehind } from '../syntax/layout/quotedWords.ts';
import { sentenceAround } from '../text/sentence.ts';
import { attachedTo, isStringOf, sectionAt } from './surroundings.ts';

/**
 * How near a citation stands: directly behind the words or round them, at the end of their sentence (or as a sentence of its own behind
 * it), or only somewhere before them.
 */
export type Reach = 'direct' | 'sentence' | 'near';

/** A citation that may vouch for a quotation. */
export interface Claim {
  /** Place in the draft's citations. */
  readonly citation: number;
  readonly reach: Reach;
}

/** Places in a draft, made once for all its quotations. */
export interface Places {
  /** From the end of a citation to its place. */
  readonly byEnd: ReadonlyMap<number, number>;
  /** From the offset of a footnote's mark to the footnote. */
  readonly noteByMark: ReadonlyMap<number, Footnote>;
}

export function placesOf({ citations, footnotes }: DraftSyntax): Places {
  return {
    byEnd: new Map(citations.map(({ end }, place) => [end, place])),
    noteByMark: new Map(footnotes.flatMap((note) => (note.markOffset === undefined ? [] : [[note.markOffset, note]]))),
  };
}

/** How far behind a quotation its citation may stand, and how many others are passed over on the way. */
const FARTHEST = 600;
const MOST_PASSED = 12;

/**
 * The citations that vouch for a quotation, the likeliest first. In a parenthetical it is the citation in front of the bracket; else
 * the one that follows in the sentence or directly behind it (with the whole string); a request or paper named in front of the
 * words counts as well. A footnote's mark behind the words leads to the citation with which that footnote begins.
 */
export function claimsOf(syntax: DraftSyntax, quotation: Quotation, places: Places): readonly Claim[] {
  const inside = inParenthetical(syntax, quotation, places.byEnd);
  if (inside) return inside;
  const behind = citedBehind(syntax, quotation, places);
  const named = namedBefore(syntax, quotation);
  const isCertain = behind.some(({ reach }) => reach === 'direct');
  const claims = isCertain ? [...behind, ...named.filter(({ reach }) => reach === 'direct')] : [...named, ...behind];
  const seen = new Set<number>();
  return claims.filter(({ citation }) => !seen.has(citation) && seen.add(citation));
}

function citedBehind(syntax: DraftSyntax, quotation: Quotation, { noteByMark }: Places): readonly Claim[] {
  if (quotation.kind === 'block') return behindBlock(syntax, quotation);
  const noted = inNote(syntax, quotation, noteByMark);
  if (noted.length > 0) return noted;
  const behind = behindWords(syntax, quotation);
  if (behind.length > 0) return behind;
  // A quotation that is a paragraph of its own has its citation in the next.
  const opensParagraph = /(?:^|[\r\n])[ \t\u00A0]{0,16}$/.test(
    syntax.text.slice(Math.max(0, quotation.whole.start - 17), quotation.whole.start),
  );
  return opensParagraph || quotation.parts.length > 1 ? behindBlock(syntax, quotation) : [];
}

/** `"any business."⁴`, and footnote 4 begins `Dkt. No. 5 at 3.` */
function inNote(syntax: DraftSyntax, { end, whole }: Quotation, noteByMark: Places['noteByMark']): readonly Claim[] {
  for (let mark = end - 1; mark <= whole.end + 2; mark++) {
    const note = noteByMark.get(mark);
    if (!note) continue;
    const place = firstCitationFrom(syntax.citations, note.start);
    const citation = syntax.citations[place];
    if (!citation || citation.start >= note.end) return [];
    const lead = syntax.text.slice(note.start, Math.min(citation.start, note.start + 60));
    return /^[^A-Za-z]{0,16}(?:[*_]{0,2}(?:[Ss]ee|[Aa]ccord|[Ii]n)[.,*_]{0,3}\s{1,3})?[*_(]{0,3}$/.test(lead)
      ? withString(syntax, place, 'direct')
      : [];
  }
  return [];
}

/** `Dkt. No. 279 at 4 ("Llama 4 is relevant")`; a citation behind the words in the same bracket comes first. */
function inParenthetical(
  syntax: DraftSyntax,
  { whole }: Quotation,
  byEnd: ReadonlyMap<number, number>,
): readonly Claim[] | undefined {
  const pair = innermostAround(syntax.parentheses, whole.start);
  if (!pair || pair.end < whole.end) return undefined;
  const next = syntax.citations[firstCitationFrom(syntax.citations, whole.end)];
  if (next && next.end < pair.end && isDirectlyBehind(syntax.text, whole.end, next)) return undefined;
  const citation = attachedTo(syntax, pair, byEnd);
  return citation === undefined ? undefined : [{ citation, reach: 'direct' }];
}

function behindWords(syntax: DraftSyntax, { whole }: Quotation): readonly Claim[] {
  const { text, citations } = syntax;
  const first = firstCitationFrom(citations, whole.end);
  for (let place = first; place < first + MOST_PASSED; place++) {
    const citation = citations[place];
    if (!citation || citation.start - whole.end > FARTHEST) return [];
    // RFP 118 as the subject of the next sentence vouches for nothing that was said before.
    if (citation.form === 'discoveryRequest' && citation.prose) continue;
    if (isDirectlyBehind(text, whole.end, citation)) return withString(syntax, place, 'direct');
    if (citation.prose || isInAside(syntax, citation, whole.end)) continue;
    return endsSentence(text, whole, citation) ? withString(syntax, place, 'sentence') : [];
  }
  return [];
}

/** A citation in a bracket that opens behind the quotation and does not begin with it: `(Meta, see Ex. A, says so)`. */
function isInAside({ parentheses, text }: DraftSyntax, citation: Citation, from: number): boolean {
  const pair = innermostAround(parentheses, citation.start);
  if (!pair || pair.start < from) return false;
  return !/^\(\s{0,3}(?:[*_]{0,2}[Ss]ee[*_,]{0,3}\s)?\s{0,3}$/.test(text.slice(pair.start, citation.start));
}

/** In the sentence of the words, or a citation sentence directly behind it. */
function endsSentence(text: string, whole: Quotation['whole'], citation: Citation): boolean {
  if (crossesParagraph(text, whole.end, citation.start)) return false;
  // The name of a case stands in front of what is read as its citation.
  if (citation.form === 'caseLaw' && citation.start - whole.end < 250) return true;
  const { end } = sentenceAround(text, whole, FARTHEST);
  if (citation.start < end) return true;
  return (
    citation.start - end < 40 &&
    /^[\s*_([]{0,8}(?:(?:[Ss]ee|[Aa]ccord|[Cc]f|also|generally|e\.g|id)[.,*_]{0,4}\s{1,3}){0,3}[*_([]{0,3}$/.test(
      text.slice(end, citation.start),
    )
  );
}

function behindBlock(syntax: DraftSyntax, { end, whole }: Quotation): readonly Claim[] {
  const { text, citations } = syntax;
  const place = firstCitationFrom(citations, end);
  const citation = citations[place];
  if (!citation) return [];
  if (citation.start < whole.end) return withString(syntax, place, 'direct');
  const between = text.slice(whole.end, Math.min(citation.start, whole.end + 60));
  const isNext =
    citation.start - whole.end < 60 && /^[\s*_([\u2014-]{0,30}(?:[Ss]ee[,*_]{0,3}\s{1,3})?[*_([]{0,3}$/.test(between);
  return isNext && !citation.prose ? withString(syntax, place, 'direct') : [];
}

/** A citation with the members of its string that follow. */
function withString(syntax: DraftSyntax, place: number, reach: Reach): readonly Claim[] {
  const claims: Claim[] = [{ citation: place, reach }];
  for (let last = place; claims.length < 8; last++) {
    const [one, next] = [syntax.citations[last], syntax.citations[last + 1]];
    if (!one || !next || next.start - one.end > 80 || !isStringOf(syntax, one, next)) break;
    claims.push({ citation: last + 1, reach });
  }
  return claims;
}

const ASKS =
  /^[^.?!]{0,60}?\b(?:ask(?:s|ed)?|seek(?:s|ing)?|sought|request(?:s|ed)?|call(?:s|ed)|demand(?:s|ed)?|cover(?:s|ed)?|requires?|reads?|states?|stated|says?|said|defines?|directed|describ(?:es|ing)|concerns?|limited|provides?|wrote|writes)\b|^,\s{0,3}$|:\s{0,3}$/;
const POINTS =
  /\b(?:[Tt]his|[Tt]hat|[Tt]he same|[Tt]he) (RFP|RFA|Request|Interrogatory|Rog|ROG|Topic|Definition|Instruction)\b(?! Nos?\b)(?! \d)/g;

/** A request or paper that is named in the sentence before the words: `RFP 81 asks for "All Documents"`, `This RFP seeks "..."`. */
function namedBefore(syntax: DraftSyntax, { whole, kind }: Quotation): readonly Claim[] {
  const { text, citations } = syntax;
  const lead = kind === 'block' ? leadIn(text, whole.start) : whole.start;
  const { start } = sentenceAround(text, { start: lead, end: lead }, FARTHEST);
  const before = firstCitationFrom(citations, lead) - 1;
  const named = citations[before];
  const pointing = [...text.slice(start, lead).matchAll(POINTS)].at(-1);
  const pointer = pointing ? start + pointing.index : -1;
  if (pointing && pointer > (named?.start ?? -1)) {
    const request = requestBefore(syntax, before, whole.start);
    const words = text.slice(pointer + pointing[0].length, lead);
    return request === undefined ? [] : [{ citation: request, reach: asks(words) ? 'direct' : 'near' }];
  }
  if (!named || named.start < start || named.end > lead) return [];
  const isNamed = named.form === 'discoveryRequest' && asks(text.slice(named.end, lead));
  return [{ citation: before, reach: isNamed ? 'direct' : 'near' }];
}

/** The words between a request and what is quoted say that it asks so; not "RFP 119 does not cover", and not in another quotation. */
function asks(words: string): boolean {
  const own = words.replace(/["\u201C][^"\u201C\u201D]{0,400}["\u201D]/g, '');
  return ASKS.test(own) && !/\b(?:not|never|cannot|neither|nor)\b|n['\u2019]t\b/.test(own);
}

/** The end of the paragraph in front of a block. */
function leadIn(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < 60 && /[\s>]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** "This RFP" is the last one that was named, in the same section and not far away; after several it is none. */
function requestBefore(syntax: DraftSyntax, from: number, offset: number): number | undefined {
  for (let place = from; place >= 0 && from - place < 20; place--) {
    const citation = syntax.citations[place];
    if (!citation || offset - citation.end > 1500) return undefined;
    if (citation.form !== 'discoveryRequest') continue;
    const [only, second] = citation.targets;
    const isOne = only?.kind === 'discoveryRequest' && !second && only.first === only.last;
    const isHere = sectionAt(syntax, citation.start) === sectionAt(syntax, offset);
    return isOne && isHere ? place : undefined;
  }
  return undefined;
}
