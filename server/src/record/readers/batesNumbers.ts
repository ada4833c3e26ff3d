/** A line near the upper or lower edge of a page; `id` is the caller's name for it. */
export interface EdgeLine {
  readonly text: string;
  readonly id: number;
}

/** A production number, and where in its line it stands. */
export interface BatesNumber {
  readonly label: string;
  readonly id: number;
  /** Half-open offsets into the line. */
  readonly start: number;
  readonly end: number;
}

interface Candidate extends BatesNumber {
  readonly prefix: string;
  readonly value: number;
  /** Looks like one even without a neighbour: alone on its line, with a leading zero or many digits. */
  readonly strong: boolean;
}

const LONGEST_PREFIX = 40;
/** Pages between two numbers of one series may bear none. */
const REACH = 4;

/**
 * The Bates numbers of a paper's pages (`META-0001`, `KADREY_PLTF 000123`): a prefix and at least four digits at the edge of a
 * page, that counts up with the pages; several of one page are of several productions. A number that repeats is none.
 */
export function batesNumbers(pages: readonly (readonly EdgeLine[])[]): readonly (readonly BatesNumber[])[] {
  const found = pages.map((lines) => lines.flatMap(candidatesIn));
  const places = new Map<string, Set<number>>();
  for (const [page, candidates] of found.entries()) {
    for (const { prefix, value } of candidates) {
      const key = keyOf(prefix, value);
      const on = places.get(key) ?? new Set();
      places.set(key, on.add(page));
    }
  }
  const isSeries = ({ prefix, value }: Candidate, page: number): boolean => {
    for (let step = 1; step <= REACH; step++) {
      if (places.get(keyOf(prefix, value + step))?.has(page + step)) return true;
      if (places.get(keyOf(prefix, value - step))?.has(page - step)) return true;
    }
    return false;
  };
  return found.map((candidates, page) =>
    candidates.filter((one) => {
      const repeats = (places.get(keyOf(one.prefix, one.value))?.size ?? 0) > 1;
      return isSeries(one, page) || (one.strong && !repeats);
    }),
  );
}

function keyOf(prefix: string, value: number): string {
  return `${prefix.toUpperCase()} ${value}`;
}

function candidatesIn({ text, id }: EdgeLine): readonly Candidate[] {
  if (text.length > 200) return [];
  const found: Candidate[] = [];
  let before: { word: string; start: number } | undefined;
  for (const { 0: word, index } of text.matchAll(/\S{1,60}/g)) {
    const digits = trailingDigits(word);
    const end = index + word.length;
    const own = word.slice(0, word.length - digits);
    const isAlone = (start: number): boolean => text.slice(0, start).trim() === '' && text.slice(end).trim() === '';
    if (isPageOfAppendix(word)) continue;
    if (digits >= 4 && digits <= 12 && (isPrefix(own) || (digits >= 6 && isPrefix(own.toUpperCase()))))
      found.push(candidate(text, id, index, end, digits, isAlone(index)));
    // "KADREY 000123": a prefix and its number as two words; then the number has a leading zero.
    else if (own === '' && digits >= 4 && word.startsWith('0') && before && isPrefix(before.word)) {
      const start = prefixStart(text, before.start);
      found.push(candidate(text, id, start, end, digits, isAlone(start)));
    }
    // "000417" alone at the edge of a page: a production without a prefix.
    else if (own === '' && digits >= 6 && word.startsWith('0') && isAlone(index))
      found.push(candidate(text, id, index, end, digits, false));
    before = { word, start: index };
  }
  return found;
}

/** `Appx0041`, `ER-0300`: the number of a page of the appendix, which is cited as one. */
function isPageOfAppendix(word: string): boolean {
  return /^(?:Appx?|App\.|S?ER|J\.?A\.?|[ARS]A|A)[-.]?\d{4}$/i.test(word);
}

/** `OST BEL 040551`: all that stands in front of the prefix is part of it, where the line begins with capitals only. */
function prefixStart(text: string, start: number): number {
  const front = text.slice(0, start);
  return /^\s{0,9}(?:[A-Z][A-Z0-9&.-]{0,11} {1,3}){1,2}$/.test(front) ? front.length - front.trimStart().length : start;
}

function candidate(text: string, id: number, start: number, end: number, digits: number, isAlone: boolean): Candidate {
  const label = text.slice(start, end);
  const number = label.slice(-digits);
  return {
    label,
    id,
    start,
    end,
    prefix: label.slice(0, -digits),
    value: Number(number),
    strong: isAlone && (number.startsWith('0') || digits >= 6),
  };
}

function trailingDigits(word: string): number {
  let count = 0;
  while (count < word.length && /\d/.test(word.charAt(word.length - 1 - count))) count++;
  return count;
}

/** Begins with a capital and has nothing but letters, digits and the signs between them: no date, no case number, no address. */
function isPrefix(words: string): boolean {
  return (
    words.length > 0 &&
    words.length <= LONGEST_PREFIX &&
    /^[A-Z][A-Za-z0-9_.&-]{0,39}$/.test(words) &&
    !/^(?:No|Pages?|Pg|Sheet|Tab|Ex|Exhibit)\.?$/i.test(words)
  );
}
