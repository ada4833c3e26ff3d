import type { Random } from '../../fuzz/random.ts';

/** Words that are being quoted: what stands at each place of the passage, and whether anything may still be done there. */
export interface Quoting {
  readonly words: string[];
  readonly isTaken: boolean[];
  /** A citation is left out, and a parenthetical says so. */
  citationsOmitted: boolean;
}

export function quotingOf(words: readonly string[]): Quoting {
  // Nobody puts a bracket into a speaker's name.
  const isName = (at: number): boolean => /^(?:MR\.|MS\.|[A-Z]{4,}:)$/.test(words[at] ?? '');
  const isTaken = words.map((_, at) => isName(at) || isName(at + 1));
  return { words: [...words], isTaken, citationsOmitted: false };
}

/** Marks a place and its neighbours as done: a bracket beside an alteration would account for it. */
export function take({ isTaken }: Quoting, from: number, to: number): void {
  for (let at = Math.max(0, from - 3); at < Math.min(isTaken.length, to + 3); at++) isTaken[at] = true;
}

/** A free place for which `test` holds, chosen by chance; undefined where there is none. */
export function freePlace(
  quoting: Quoting,
  random: Random,
  test: (word: string, at: number) => boolean,
): number | undefined {
  const free = quoting.words.flatMap((word, at) => (!quoting.isTaken[at] && test(word, at) ? [at] : []));
  return free.length > 0 ? random.one(free) : undefined;
}

export const isWithin = (quoting: Quoting, at: number): boolean => at > 0 && at < quoting.words.length - 1;
const isInside = (quoting: Quoting, at: number): boolean => at > 2 && at < quoting.words.length - 3;

type Marker = (quoting: Quoting, random: Random) => void;

/** Citations of the sample order, as they stand in it. */
const CITATIONS: readonly (readonly string[])[] = [
  "See Fed. R. Civ. P. 37(e)(2), advisory committee's note.",
  'Fed. R. Civ. P. 26(b)(1).',
  'Arkwright v. Delmas, 412 F.3d 118, 121 (2d Cir. 2005),',
  'Achterberg Dep. 7:17-19.',
  'Marchbanks v. Tri-County Gas, 88 F.4th 640, 652 (2d Cir. 2019).',
].map((citation) => citation.split(' '));

function omitCitation(quoting: Quoting): void {
  for (const citation of CITATIONS) {
    const at = quoting.words.findIndex((_, place) =>
      citation.every((word, next) => quoting.words[place + next] === word),
    );
    if (at < 3 || at + citation.length > quoting.words.length - 3) continue;
    if (quoting.isTaken.slice(at, at + citation.length).some(Boolean)) continue;
    quoting.words.fill('', at, at + citation.length);
    take(quoting, at, at + citation.length);
    quoting.citationsOmitted = true;
  }
}

/** What the rules of quotation allow, each at one free place. */
export const MARKERS: readonly Marker[] = [
  // An ellipsis for two words or more.
  (quoting, random) => {
    const at = freePlace(quoting, random, (_, place) => isInside(quoting, place) && place < quoting.words.length - 8);
    if (at === undefined) return;
    const count = 2 + random.below(4);
    if (quoting.isTaken.slice(at, at + count).some(Boolean)) return;
    take(quoting, at, at + count);
    quoting.words.fill('', at, at + count);
    quoting.words[at] = random.one(['. . .', '...', '\u2026', '* * *', '. . . .', '[...]', '[. . .]']);
  },
  (quoting) => {
    const first = quoting.words[0] ?? '';
    if (quoting.isTaken[0] || !/^[A-Za-z]{2}/.test(first)) return;
    const letter = first.charAt(0);
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
    quoting.words[0] = `[${other}]${first.slice(1)}`;
    take(quoting, 0, 1);
  },
  (quoting, random) => {
    const at = freePlace(
      quoting,
      random,
      (word, place) => isInside(quoting, place) && /^(?:it|he|she|they|we|the|its|that)$/.test(word),
    );
    if (at === undefined) return;
    quoting.words[at] = random.one([
      '[Dunmore]',
      '[the superintendent]',
      '[Kestrel]',
      '[the engineers of the station]',
    ]);
    take(quoting, at, at + 1);
  },
  (quoting, random) => {
    const at = freePlace(quoting, random, (_, place) => isInside(quoting, place));
    if (at === undefined) return;
    quoting.words[at] += random.one([' [sic]', ' [sic]', ' [of the Wexcombe station]', ' [emphasis added]']);
    take(quoting, at, at + 1);
  },
  (quoting, random) => {
    const at = freePlace(
      quoting,
      random,
      (word, place) => isInside(quoting, place) && /^[a-z]{4,}(?:ed|s|ing)$/.test(word),
    );
    if (at === undefined) return;
    quoting.words[at] = (quoting.words[at] ?? '').replace(/(?:ed|s|ing)$/, random.one(['[ed]', '[s]', '[]', '[ing]']));
    take(quoting, at, at + 1);
  },
  omitCitation,
  (quoting, random) => {
    const at = freePlace(quoting, random, (word) => /^[a-z]+$/.test(word));
    if (at !== undefined) quoting.words[at] = random.one(['*', '_', '**']).replace(/(.+)/, `$1${quoting.words[at]}$1`);
  },
];

/** The words as a draft has them: curly or straight, nested marks turned, wrapped, perhaps pasted. */
export function typed(quoting: Quoting, random: Random): string {
  const words = quoting.words.filter((word) => word !== '');
  const isWrapped = random.chance(0.4);
  let column = 0;
  const text = words.reduce((sum, word) => {
    column += word.length + 1;
    if (!isWrapped || column < 70) return `${sum} ${word}`;
    column = 0;
    return `${sum}\n${word}`;
  });
  const quotes = nested(text, random);
  const closed = random.chance(0.3) ? quotes.replace(/[.,;:]$/, '') : quotes;
  return random.chance(0.3) ? closed.replace(/[.,;:]?$/, random.one([',', '.'])) : closed;
}

/** A footnote's mark that came along where the words were copied: `harm.12`. */
export function pasteNoteMark(quoting: Quoting, random: Random): void {
  const at = freePlace(quoting, random, (word, place) => isInside(quoting, place) && /^[a-z]{3,}[.,]$/.test(word));
  if (at === undefined) return;
  quoting.words[at] += String(1 + random.below(30));
  take(quoting, at, at + 1);
}

/** Marks inside a quotation are single ones, straight or curly; some writers leave them double. */
function nested(text: string, random: Random): string {
  switch (random.below(4)) {
    case 0:
      return text.replace(/"/g, "'");
    case 1:
      return text.replace(/"/g, '\u201D').replace(/'/g, '\u2019');
    case 2:
      return text
        .replace(/'/g, '\u2019')
        .replace(/(?<=\s|^)"/g, '\u2018')
        .replace(/"/g, '\u2019');
    default:
      return text;
  }
}
