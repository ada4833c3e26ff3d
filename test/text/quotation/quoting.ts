import type { Random } from '../../fuzz/random.ts';

/** Words that are being quoted: what stands at each place of the passage, and whether anything may still be done there. */
export interface Quoting {
  readonly words: string[];
  readonly isTaken: boolean[];
}

export function quotingOf(words: readonly string[]): Quoting {
  return { words: [...words], isTaken: words.map(() => false) };
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

const isWithin = (quoting: Quoting, at: number): boolean => at > 0 && at < quoting.words.length - 1;
const isInside = (quoting: Quoting, at: number): boolean => at > 2 && at < quoting.words.length - 3;

type Marker = (quoting: Quoting, random: Random) => void;

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
  const quotes = random.chance(0.5) ? text.replace(/"/g, "'") : text.replace(/"/g, '\u201D').replace(/'/g, '\u2019');
  const closed = random.chance(0.3) ? quotes.replace(/[.,;:]$/, '') : quotes;
  return random.chance(0.3) ? closed.replace(/[.,;:]?$/, random.one([',', '.'])) : closed;
}

type Alteration = (quoting: Quoting, random: Random) => boolean;

const at = (quoting: Quoting, random: Random, test: RegExp, change: (word: string) => string): boolean => {
  const place = freePlace(quoting, random, (word) => test.test(word));
  if (place === undefined) return false;
  quoting.words[place] = change(quoting.words[place] ?? '');
  take(quoting, place, place + 1);
  return true;
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const NUMBERS = [
  'two',
  'three',
  'four',
  'five',
  'seven',
  'nine',
  'fourteen',
  'seventeen',
  'nineteen',
  'thirty',
  'forty',
  'sixty',
  'first',
  'second',
  'third',
  'million',
];
const NAMES = ['Brightwater', 'Osgood', 'Pemberton', 'Ravenna', 'Halloran'];
const NAME =
  /^(?:Dunmore|Kestrel|Wexcombe|Finch|Vance|Moreau|Tobias|Lindgren|Solano|Ostrava|Rotterdam|Gdynia|Calloway|Rutger|Abara's|Achterberg|Vance's|Dunmore's|Sorrel|Brannock)[.,;]?$/;

/** Alterations that courts sanction. Each answers false where the passage gives no occasion. */
export const GRAVE: Readonly<Record<string, Alteration>> = {
  number: (quoting, random) =>
    at(quoting, random, /^\$?\d[\d.,]*[.,;]?$/, (word) =>
      word.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1 + random.below(8)) % 10)),
    ),
  numberWord: (quoting, random) => {
    const test = new RegExp(`^(?:${NUMBERS.join('|')})[.,;]?$`);
    return at(quoting, random, test, (word) =>
      word.replace(/^[a-z]+/, (old) => random.one(NUMBERS.filter((other) => other !== old))),
    );
  },
  date: (quoting, random) => {
    const test = new RegExp(`^(?:${MONTHS.join('|')})$`);
    return at(quoting, random, test, (word) => random.one(MONTHS.filter((other) => other !== word)));
  },
  name: (quoting, random) => at(quoting, random, NAME, (word) => word.replace(/^[A-Z][a-z]+/, random.one(NAMES))),
  // At the edge it would only be a shorter quotation.
  negationOut: (quoting, random) => {
    const place = freePlace(
      quoting,
      random,
      (word, here) => isWithin(quoting, here) && /^(?:not|never|no)$/.test(word),
    );
    if (place === undefined) return false;
    quoting.words[place] = '';
    take(quoting, place, place + 1);
    return true;
  },
  negationIn: (quoting, random) => {
    const test = /^(?:is|was|were|did|does|do|will|would|could|may|shall|has|have|had|can)$/;
    const place = freePlace(
      quoting,
      random,
      (word, here) => isWithin(quoting, here) && test.test(word) && !/^not\b/.test(quoting.words[here + 1] ?? ''),
    );
    if (place === undefined) return false;
    quoting.words[place] += ' not';
    take(quoting, place, place + 1);
    return true;
  },
  andOr: (quoting, random) => at(quoting, random, /^(?:and|or)$/, (word) => (word === 'and' ? 'or' : 'and')),
};

const SYNONYMS: readonly (readonly [string, string])[] = [
  ['believes', 'thinks'],
  ['house', 'home'],
  ['cost', 'expense'],
  ['produce', 'provide'],
  ['produced', 'provided'],
  ['letter', 'note'],
  ['messages', 'emails'],
  ['asked', 'requested'],
  ['was', 'were'],
  ['will', 'shall'],
  ['shall', 'will'],
  ['said', 'stated'],
  ['because', 'since'],
  ['wrote', 'noted'],
  ['days', 'weeks'],
  ['test', 'trial'],
  ['told', 'informed'],
  ['on', 'upon'],
  ['that', 'which'],
  ['drawings', 'plans'],
  ['search', 'review'],
  ['copies', 'sets'],
  ['room', 'hall'],
  ['before', 'after'],
  ['may', 'must'],
  ['from', 'for'],
  ['in', 'at'],
  ['of', 'for'],
  ['to', 'into'],
  ['the', 'a'],
  ['it', 'this'],
  ['he', 'she'],
  ['page', 'sheet'],
  ['they', 'we'],
];
const ADDED = ['clearly', 'only', 'all', 'also', 'largely', 'fully', 'the', 'very', 'often', 'such'];

/** Other alterations of one or two words. */
export const OTHER: Readonly<Record<string, Alteration>> = {
  synonym: (quoting, random) => {
    const known = new Map(SYNONYMS);
    const place = freePlace(quoting, random, (word) => known.has(word));
    if (place === undefined) return false;
    quoting.words[place] = known.get(quoting.words[place] ?? '') ?? '';
    take(quoting, place, place + 1);
    return true;
  },
  dropped: (quoting, random) => {
    const place = freePlace(
      quoting,
      random,
      (word, here) =>
        here > 0 && here < quoting.words.length - 1 && /^[a-z]{2,}$/.test(word) && word !== quoting.words[here + 1],
    );
    if (place === undefined) return false;
    quoting.words[place] = '';
    take(quoting, place, place + 1);
    return true;
  },
  added: (quoting, random) => {
    const place = freePlace(quoting, random, (word, here) => here < quoting.words.length - 1 && /^[a-z]+$/.test(word));
    if (place === undefined) return false;
    quoting.words[place] += ` ${random.one(ADDED)}`;
    take(quoting, place, place + 1);
    return true;
  },
  swapped: (quoting, random) => {
    const place = freePlace(
      quoting,
      random,
      (word, here) =>
        /^[a-z]+$/.test(word) && /^[a-z]+$/.test(quoting.words[here + 1] ?? '') && word !== quoting.words[here + 1],
    );
    if (place === undefined) return false;
    const [one = '', other = ''] = [quoting.words[place], quoting.words[place + 1]];
    quoting.words[place] = other;
    quoting.words[place + 1] = one;
    take(quoting, place, place + 2);
    return true;
  },
};
