import { MONTHS } from '../../../server/src/text/isoDates.ts';
import type { Random } from '../../fuzz/random.ts';
import { freePlace, isWithin, type Quoting, take } from './quoting.ts';

type Alteration = (quoting: Quoting, random: Random) => boolean;

const at = (quoting: Quoting, random: Random, test: RegExp, change: (word: string) => string): boolean => {
  const place = freePlace(quoting, random, (word) => test.test(word));
  if (place === undefined) return false;
  quoting.words[place] = change(quoting.words[place] ?? '');
  take(quoting, place, place + 1);
  return true;
};

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
