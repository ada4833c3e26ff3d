import { groupedBy } from '../../text/groupedBy.ts';
import { nameKey } from '../../text/names.ts';

const BY_KEY = new WeakMap<object, ReadonlyMap<string, readonly unknown[]>>();

/**
 * The entries of a list of the record that have this key, in the list's order. The index is made once for a list (records are
 * never changed), so a list is always asked with the same `keyOf`.
 */
export function listedUnder<T>(list: readonly T[], key: string, keyOf: (entry: T) => string): readonly T[] {
  if (list.length === 0) return [];
  let index = BY_KEY.get(list) as ReadonlyMap<string, readonly T[]> | undefined;
  if (!index) {
    index = groupedBy(list, keyOf);
    BY_KEY.set(list, index);
  }
  return index.get(key) ?? [];
}

/** The last word of a name, folded: whoever `isPerson` holds for has the same. */
export function surnameKey(name: string): string {
  const key = nameKey(name);
  return key.slice(key.lastIndexOf(' ') + 1);
}
