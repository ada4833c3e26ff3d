import { nameKey, ownerKey, roleForms } from '../text/names.ts';
import type { HouseForm, Party } from './caseRecord.ts';
import { child, entriesOf, itemsOf, type ManifestNode, wordListOf, wordsOf } from './manifestTree.ts';

/** The parties of `matter.parties`: names, or names with a role and other names. */
export function readParties(node: ManifestNode | undefined): readonly Party[] {
  const items = node?.kind === 'map' ? [node] : itemsOf(node);
  return items.flatMap((item) => {
    const name = wordsOf(item);
    if (name !== undefined) return [party(name, undefined)];
    // `{name: Meta, role: Defendant}` is what many would write for `{Meta: {role: Defendant}}`.
    const named = wordsOf(child(item, 'name'));
    if (named !== undefined) return [party(named, item)];
    return entriesOf(item).map(({ key, value }) => party(key, value));
  });
}

function party(name: string, node: ManifestNode | undefined): Party {
  const role = wordsOf(node) ?? wordsOf(child(node, 'role'));
  const others = wordListOf(child(node, 'as')).map(({ words }) => words);
  // A party that is called Plaintiffs is `Pls.'` without any role.
  const keys = new Set([name, ...others].flatMap((word) => [nameKey(word), ...roleForms(word)]));
  for (const form of role === undefined ? [] : [nameKey(role), ...roleForms(role)]) keys.add(form);
  keys.delete('');
  return { name, keys, ...(role === undefined ? {} : { role }) };
}

/** The house styles of `forms`. */
export function readForms(node: ManifestNode | undefined): readonly HouseForm[] {
  return itemsOf(node).flatMap((item) => {
    const head = wordsOf(item) ?? wordsOf(child(item, 'head'));
    const name = wordsOf(child(item, 'name'));
    if (head === undefined) return [];
    return [{ head, ...(name === undefined ? {} : { name }) }];
  });
}

/** Which numbering a pin means: by party key, or for all under `*`. */
export function readPins(
  node: ManifestNode | undefined,
  parties: readonly Party[],
): ReadonlyMap<string, 'ecf' | 'printed' | 'pdf'> {
  const pins = new Map<string, 'ecf' | 'printed' | 'pdf'>();
  const find = partyFinder(parties);
  const one = numbering(node);
  if (one) pins.set('*', one);
  for (const { key, value } of entriesOf(node)) {
    const said = numbering(value);
    if (!said) continue;
    const [party, ...others] = find(key);
    // A side of several named parties has its own key; theirs may differ.
    for (const partyKey of party && others.length === 0 ? party.keys : [nameKey(key)]) pins.set(partyKey, said);
  }
  return pins;
}

function numbering(node: ManifestNode | undefined): 'ecf' | 'printed' | 'pdf' | undefined {
  const word = wordsOf(node);
  return word === 'ecf' || word === 'printed' || word === 'pdf' ? word : undefined;
}

/** Finds the parties that a name, another name or a form of the role means: none, one, or a side of several. */
export type PartyFinder = (name: string) => readonly Party[];

/** Makes the finder of some parties; each question is then a look into a map. */
export function partyFinder(parties: readonly Party[]): PartyFinder {
  const byKey = new Map<string, Party[]>();
  for (const party of parties) {
    for (const key of party.keys) {
      const known = byKey.get(key);
      if (known) known.push(party);
      else byKey.set(key, [party]);
    }
  }
  return (name) => byKey.get(nameKey(name)) ?? byKey.get(ownerKey(name)) ?? [];
}
