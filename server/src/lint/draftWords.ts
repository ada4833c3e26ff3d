import { sectionAt } from '../resolve/surroundings.ts';
import type { DraftSyntax, Quotation } from '../syntax/draftSyntax.ts';
import { detached } from '../text/detached.ts';

/** The words of each section, folded, with and without what is quoted in it; -1 is what no party says. */
interface SectionWords {
  readonly all: string;
  readonly own: string;
}

const FOLDED = new WeakMap<DraftSyntax, ReadonlyMap<number, SectionWords>>();
const FEWEST_WORDS = 3;

/**
 * True where the words of a quotation stand in another party's section of the same draft: in a joint letter the sides quote each
 * other. Words that the other side only quotes itself count for a quotation that cites nothing (`isCited` false).
 */
export function isFromOtherSection(syntax: DraftSyntax, quotation: Quotation, isCited: boolean): boolean {
  if (syntax.sections.length === 0 || quotation.wordCount < FEWEST_WORDS) return false;
  const pieces = syntax.text
    .slice(quotation.start, quotation.end)
    .split(/\.\s?\.\s?\.|\u2026|\*\s?\*\s?\*/)
    .map(folded)
    .filter((piece) => piece.trim() !== '');
  if (pieces.length === 0) return false;
  const here = sectionAt(syntax, quotation.start);
  for (const [section, { all, own }] of sectionsOf(syntax)) {
    const words = isCited ? own : all;
    if (section !== here && pieces.every((piece) => words.includes(piece))) return true;
  }
  return false;
}

/** Folded on demand: most drafts never ask. */
function sectionsOf(syntax: DraftSyntax): ReadonlyMap<number, SectionWords> {
  const known = FOLDED.get(syntax);
  if (known) return known;
  const { text, sections, quotations } = syntax;
  const found = new Map<number, SectionWords>();
  for (const [place, { start, end }] of sections.entries()) {
    let own = '';
    let at = start;
    for (const { whole } of quotations) {
      if (whole.start < at || whole.end > end) continue;
      own += `${text.slice(at, whole.start)} | `;
      at = whole.end;
    }
    found.set(place, { all: keptFolded(text.slice(start, end)), own: keptFolded(own + text.slice(at, end)) });
  }
  FOLDED.set(syntax, found);
  return found;
}

interface Kept {
  readonly words: string;
  readonly folded: string;
}

const KEPT = new Map<string, Kept>();
/** Two for each section of a few long letters. */
const MOST_KEPT = 40;

/** A keystroke changes one section: the others are not folded again. The answer never depends on what is kept. */
function keptFolded(text: string): string {
  const known = KEPT.get(text);
  const one = known ?? { words: detached(text), folded: folded(text) };
  // What was asked for last goes last.
  KEPT.delete(one.words);
  KEPT.set(one.words, one);
  const [oldest] = KEPT.keys();
  if (KEPT.size > MOST_KEPT && oldest !== undefined) KEPT.delete(oldest);
  return one.folded;
}

/** Small letters and digits, single blanks between and round them; brackets inside a word (`[t]he`) are gone. A bar stays. */
function folded(words: string): string {
  const plain = words
    .toLowerCase()
    .replace(/(?<=[\p{L}])[[\]](?=[\p{L}])|[\u2018\u2019']/gu, '')
    .replace(/[^\p{L}\p{N}|]+/gu, ' ');
  return ` ${plain.trim()} `;
}
