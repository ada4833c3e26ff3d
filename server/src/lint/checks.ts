import type { Draft } from '../draft.ts';
import type { CheckMark } from '../record/citeCheck.ts';
import type { PagesLookup } from '../record/pages.ts';
import { READER_VERSION } from '../record/readers/readers.ts';
import { citedSources } from '../resolve/citedSources.ts';
import type { ResolvedCitation } from '../resolve/resolution.ts';
import { detached } from '../text/detached.ts';
import { groupedBy } from '../text/groupedBy.ts';
import { wordsWithoutMarks } from '../text/names.ts';
import { sentencePrint } from './citedSentence.ts';
import { passagePrint } from './passagePrint.ts';
import { pinWords } from './pinWords.ts';
import { listWithAnd } from './wording.ts';

/** What a person found of a citation, and what of it is another thing now. */
export interface CitationCheck {
  readonly mark: CheckMark;
  readonly changed?: 'sentence' | 'paper' | 'pin' | 'passage';
}

/** The checks of a draft, by the citation's index. */
export type Checks = ReadonlyMap<number, CitationCheck>;
export const NO_CHECKS: Checks = new Map();

/** What a citation is now, in the words of a mark. */
export type CheckedFacts = Pick<CheckMark, 'citation' | 'sentence' | 'source' | 'paper' | 'pin'>;

/** A citation, and what it is now. */
interface Candidate {
  readonly resolved: ResolvedCitation;
  readonly facts: CheckedFacts;
  /** Its words for comparison. */
  readonly words: string;
}

/**
 * The marks of a draft, each at its citation. First those whose words, sentence and paper are what they were; what is left by words and
 * sentence, then by words, then by sentence and paper, and only where there is no choice: a wrong guess would accuse a
 * citation that nobody checked. `reader` is the version of the readers; pages are compared only with what the same version read.
 */
export function checksOf(
  draft: Draft,
  pages: PagesLookup,
  marks: readonly CheckMark[],
  reader: number = READER_VERSION,
): Checks {
  if (marks.length === 0) return NO_CHECKS;
  const candidates = candidatesOf(draft);
  const checks = new Map<number, CitationCheck>();
  const taken = new Set<CheckMark>();
  const give = ({ resolved, facts }: Candidate, mark: CheckMark): void => {
    taken.add(mark);
    const changed = whatChanged(mark, facts, () =>
      mark.reader === reader ? passagePrint(draft, resolved, pages) : undefined,
    );
    checks.set(resolved.index, { mark, ...(changed && { changed }) });
  };

  // One sentence written twice, with one citation, is checked at both places; of two marks the newer one counts.
  const exact = marksByKey(marks);
  for (const candidate of candidates) {
    const { words, facts } = candidate;
    const same = exact.get(keyOf(words, facts.sentence, facts.source)) ?? [];
    const newest = same.reduce<CheckMark | undefined>(
      (last, mark) => (last && last.on > mark.on ? last : mark),
      undefined,
    );
    for (const mark of same) taken.add(mark);
    if (newest) give(candidate, newest);
  }
  const keys: readonly ((words: string, facts: Omit<CheckedFacts, 'citation' | 'paper' | 'pin'>) => string)[] = [
    (words, { sentence }) => keyOf(words, sentence),
    (words) => keyOf(words),
    (_, { sentence, source }) => keyOf(sentence, source),
  ];
  for (const key of keys) {
    const left = groupedBy(
      marks.filter((mark) => !taken.has(mark)),
      (mark) => key(wordsKey(mark.citation), mark),
    );
    if (left.size === 0) break;
    const open = groupedBy(
      candidates.filter(({ resolved }) => !checks.has(resolved.index)),
      ({ words, facts }) => key(words, facts),
    );
    for (const [shared, some] of left) {
      const places = open.get(shared) ?? [];
      if (places.length <= some.length) pair(places, some, give);
    }
  }
  return checks;
}

/** Marks stay the same from one keystroke to the next. */
const BY_KEY = new WeakMap<readonly CheckMark[], ReadonlyMap<string, readonly CheckMark[]>>();

function marksByKey(marks: readonly CheckMark[]): ReadonlyMap<string, readonly CheckMark[]> {
  const known = BY_KEY.get(marks);
  if (known) return known;
  const groups = groupedBy(marks, ({ citation, sentence, source }) => keyOf(wordsKey(citation), sentence, source));
  BY_KEY.set(marks, groups);
  return groups;
}

/** Pages come one by one and change nothing of the draft. */
const CANDIDATES = new WeakMap<Draft, readonly Candidate[]>();

function candidatesOf(draft: Draft): readonly Candidate[] {
  const known = CANDIDATES.get(draft);
  if (known) return known;
  const candidates = draft.citations.map((resolved): Candidate => {
    const facts = factsOf(draft, resolved);
    return { resolved, facts, words: wordsKey(facts.citation) };
  });
  CANDIDATES.set(draft, candidates);
  return candidates;
}

/** In order, but a citation takes the mark of its own paper first. */
function pair(
  places: readonly Candidate[],
  marks: readonly CheckMark[],
  give: (to: Candidate, mark: CheckMark) => void,
): void {
  const left = [...marks];
  const isTheirs = ({ facts }: Candidate, mark: CheckMark): boolean => mark.source === facts.source;
  const others = places.filter((place) => {
    const at = left.findIndex((mark) => isTheirs(place, mark));
    const [mark] = at < 0 ? [] : left.splice(at, 1);
    if (mark) give(place, mark);
    return mark === undefined;
  });
  for (const place of others) {
    const mark = left.shift();
    if (mark) give(place, mark);
  }
}

/** What a citation is now: its words, its sentence, its papers and pins. */
export function factsOf(draft: Draft, { citation, targets }: ResolvedCitation): CheckedFacts {
  const { text } = draft.syntax;
  const sources = targets.flatMap(citedSources);
  const pins = targets.flatMap((target) => target.pins.map(pinWords));
  return {
    citation: wordsWithoutMarks(text, citation),
    sentence: sentencePrint(draft, citation),
    source: [...new Set(sources.map(({ entry }) => entry))].join(' + '),
    paper: listWithAnd([...new Set(sources.map(({ name }) => name))]),
    pin: listWithAnd([...new Set(pins)]),
  };
}

/** The record answers it without doubt, so that a person can have checked it. */
export function canBeMarked({ status, open }: Pick<ResolvedCitation, 'status' | 'open'>): boolean {
  return status === 'resolved' && !open;
}

/** Marks a citation for a person. Undefined where it is not answered by the record without doubt: then there is nothing to have checked. */
export function markFor(
  draft: Draft,
  resolved: ResolvedCitation,
  pages: PagesLookup,
  said: Pick<CheckMark, 'draft' | 'verdict' | 'by' | 'on' | 'note'>,
): CheckMark | undefined {
  if (!canBeMarked(resolved)) return undefined;
  const passage = passagePrint(draft, resolved, pages);
  return {
    ...factsOf(draft, resolved),
    ...said,
    reader: READER_VERSION,
    ...(passage !== undefined && { passage }),
  };
}

/** Of several things the one that weighs most: another paper has another pin and other words as well. */
function whatChanged(
  mark: CheckMark,
  facts: CheckedFacts,
  passage: () => string | undefined,
): CitationCheck['changed'] {
  if (!isSamePaper(mark, facts)) return 'paper';
  if (mark.pin !== facts.pin) return 'pin';
  if (mark.sentence !== facts.sentence) return 'sentence';
  if (mark.passage === undefined) return undefined;
  const now = passage();
  return now !== undefined && now !== mark.passage ? 'passage' : undefined;
}

/** A list of the manifest may have got another item before this one: the place in a list alone makes no other paper. */
function isSamePaper(mark: CheckMark, { source, paper }: CheckedFacts): boolean {
  return mark.source === source || (mark.paper === paper && placeless(mark.source) === placeless(source));
}

function placeless(pointers: string): string {
  return pointers.replace(/(^| \+ )(\/[a-z]{1,40})\/\d{1,9}\//gi, (whole, before: string, list: string) =>
    /^\/(?:discovery|transcripts|bates)$/i.test(list) ? `${before}${list}/-/` : whole,
  );
}

/** Words and numbers, each by itself: `144:3` is not `14:43`, and `*Id.*` is `Id.`. */
function wordsKey(citation: string): string {
  const known = KEYS.get(citation);
  if (known !== undefined) return known;
  const key = (
    citation
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{1,80}/gu) ?? []
  ).join(' ');
  if (KEYS.size >= MOST_KEYS) KEYS.clear();
  KEYS.set(detached(citation), key);
  return key;
}

// A draft cites the same few hundred places at every keystroke.
const KEYS = new Map<string, string>();
const MOST_KEYS = 8000;

function keyOf(...parts: readonly string[]): string {
  return parts.join('\n');
}
