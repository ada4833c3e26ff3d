import type { DepositionEntry } from '../../record/caseRecord.ts';
import { nameKey } from '../../text/names.ts';
import { listedUnder, surnameKey } from './lists.ts';

/** Where the whole name fits an entry, that; else entries whose surname fits (`Guy Ravine` and `Ravine`), all of them. */
export function matchPerson<T>(entries: readonly T[], name: string, nameOf: (entry: T) => string): readonly T[] {
  const key = nameKey(name);
  const whole = entries.filter((entry) => nameKey(nameOf(entry)) === key);
  return whole.length > 0 ? whole : entries.filter((entry) => isPerson(nameOf(entry), name));
}

/**
 * True where one of the two names is the other with first names or titles in front: `Nikolay Bashlykov` and `Bashlykov`.
 * `Anna Vo` is not `Ben Vo`, and `Van Vo` with one word fewer than `Le Van Vo` still is.
 */
export function isPerson(one: string, other: string): boolean {
  const a = nameKey(one).split(' ');
  const b = nameKey(other).split(' ');
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((word, place) => {
    const other = long[long.length - short.length + place] ?? '';
    // `J. Okafor` is Josephine Okafor.
    const isInitial = (word.length === 1 || other.length === 1) && place < short.length - 1;
    return word === other || (isInitial && word.charAt(0) === other.charAt(0));
  });
}

/** The depositions of everyone with the surname of `name`: among them is whoever it means. */
export function deponentsCalled(list: readonly DepositionEntry[], name: string): readonly DepositionEntry[] {
  return listedUnder(list, surnameKey(name), (entry) => surnameKey(entry.deponent));
}
