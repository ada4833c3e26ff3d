import { nameKey } from '../text/names.ts';
import type { HouseForm, Party } from './caseRecord.ts';
import { entriesOf, type ManifestNode, type MapEntry, pointerStep } from './manifestTree.ts';
import { type Floor, type Labelled, readLabelled } from './paper.ts';
import { type PartyFinder, partyFinder } from './parties.ts';
import { exhibitShapeProblems } from './validate.ts';

/** Who may own a series of exhibits. */
export interface Owners {
  readonly partiesOf: PartyFinder;
  /** Heads of house forms, by `nameKey`. */
  readonly heads: ReadonlyMap<string, string>;
}

/** Gathers the parties and house forms whose names open series under `exhibits`. */
export function ownersOf(parties: readonly Party[], forms: readonly HouseForm[]): Owners {
  return { partiesOf: partyFinder(parties), heads: new Map(forms.map(({ head }) => [nameKey(head), head])) };
}

/** A series of exhibits while the record is made. */
export interface SeriesDraft {
  readonly owner?: string;
  readonly party?: Party;
  readonly exhibits: Labelled[];
}

/** The exhibits under `pointer`: the unowned series first, then one for each owner. */
export function readSeries(
  floor: Floor,
  node: ManifestNode | undefined,
  pointer: string,
  owners: Owners,
): readonly SeriesDraft[] {
  if (!node) return [];
  const unowned: MapEntry[] = [];
  const owned = new Map<string, SeriesDraft>();
  for (const entry of entriesOf(node)) {
    const owner = ownerOf(entry.key, owners);
    if (!owner) {
      unowned.push(entry);
      continue;
    }
    const draft = owned.get(owner.name) ?? {
      owner: owner.name,
      ...(owner.party ? { party: owner.party } : {}),
      exhibits: [],
    };
    owned.set(owner.name, draft);
    draft.exhibits.push(
      ...readLabelled(floor, entriesOf(entry.value), {
        pointer: pointer + pointerStep(entry.key),
        kind: 'exhibit',
        nameOf: owner.isForm
          ? (label) => `${owner.name} ${label}`
          : (label) => `${possessive(owner.name)} Ex. ${label}`,
      }),
    );
  }
  const exhibits = readLabelled(floor, unowned, { pointer, kind: 'exhibit', nameOf: (label) => `Ex. ${label}` });
  checkShape(floor, pointer, owners);
  return [{ exhibits: [...exhibits] }, ...owned.values()];
}

function checkShape(floor: Floor, pointer: string, owners: Owners): void {
  const { root } = floor.manifest;
  if (!root) return;
  for (const { span, message } of exhibitShapeProblems(root, pointer, (key) => Boolean(ownerOf(key, owners)))) {
    floor.problems.invalid(span, message);
  }
}

interface Owner {
  readonly name: string;
  readonly party?: Party;
  readonly isForm?: true;
}

/** Whom a key under `exhibits` names: a party, or a house form's head; undefined for a label. */
function ownerOf(key: string, { partiesOf, heads }: Owners): Owner | undefined {
  const head = heads.get(nameKey(key));
  if (head !== undefined) return { name: head, isForm: true };
  const [party, ...others] = partiesOf(key);
  if (!party) return undefined;
  // Two plaintiffs by their names, and a series of "Plaintiffs": its owner is the side, as it is written.
  return others.length > 0 ? { name: key } : { name: party.name, party };
}

/** `Meta's`, `Plaintiffs'`. */
export function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}'` : `${name}'s`;
}
