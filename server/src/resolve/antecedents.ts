import type { Citation, PinUnit, Target } from '../syntax/citation.ts';
import type { DraftSyntax } from '../syntax/draftSyntax.ts';
import { isStringOf, type Surroundings } from './surroundings.ts';

/** What an *Id.* stands for, by indices into the draft's citations; always roots, never another *Id.* */
export interface Antecedent {
  /** After a string cite the last member, unless only one member can take the pin. */
  readonly root: number | undefined;
  /** All members of a string cite that may be meant; one where there is no doubt. */
  readonly members: readonly number[];
  /** The last `Id. Ex. 57` on the way: what follows it stands for that exhibit, though the root is its container's citation. */
  readonly via?: number;
}

const NONE: Antecedent = { root: undefined, members: [] };

/**
 * Finds the antecedent of every *Id.* and *Ibid.* It stands for the citation before it in the same party's section and the
 * same footnote; it passes over citations inside another one's parenthetical and over mentions in prose. Linear: each
 * citation is asked for the last one that counts, never for all before it.
 */
export function antecedentsOf(
  syntax: DraftSyntax,
  surroundings: readonly Surroundings[],
): ReadonlyMap<number, Antecedent> {
  const found = new Map<number, Antecedent>();
  // The last citation that counts, by the chain it belongs to.
  const last = new Map<string, number>();
  const inFootnote = new Map<number, Set<number>>();
  syntax.citations.forEach((citation, index) => {
    const place = surroundings[index];
    if (!place) return;
    const chain = `${place.footnote}/${place.section}`;
    if (citation.form === 'id') {
      const before = insideFirst(syntax, surroundings, index) ?? last.get(chain);
      const answer =
        before !== undefined
          ? through(fromString(syntax, surroundings, before, citation, found), syntax, before, found)
          : fromPrecedingFootnote(place, inFootnote);
      found.set(index, answer);
    }
    if (citation.prose || place.attachedTo !== undefined) return;
    if (place.footnote >= 0) {
      const roots = inFootnote.get(place.footnote) ?? new Set<number>();
      const own = citation.form === 'id' ? (found.get(index)?.members ?? []) : [index];
      for (const root of own) roots.add(root);
      inFootnote.set(place.footnote, roots);
    }
    last.set(chain, index);
  });
  return found;
}

/** Keeps the way over an `Id. Ex.`: a later bare or pinned *Id.* stands for the exhibit that it named. */
function through(
  answer: Antecedent,
  syntax: DraftSyntax,
  before: number,
  found: ReadonlyMap<number, Antecedent>,
): Antecedent {
  const previous = syntax.citations[before];
  if (previous?.form !== 'id' || answer.members.length > 1) return answer;
  const via = (previous.id?.exhibits.length ?? 0) > 0 ? before : found.get(before)?.via;
  return via === undefined ? answer : { ...answer, via };
}

/** Inside a bracket the citation before it in the same bracket comes first: `(quoting Ex. A at 3 and id. at 4)`. */
function insideFirst(syntax: DraftSyntax, surroundings: readonly Surroundings[], index: number): number | undefined {
  const own = surroundings[index]?.parenthesis;
  if (!own) return undefined;
  for (let before = index - 1; before >= 0 && index - before < 50; before--) {
    const citation = syntax.citations[before];
    if (!citation || citation.start < own.start) return undefined;
    if (!citation.prose && surroundings[before]?.parenthesis === own) return before;
  }
  return undefined;
}

/** The citation before, or the string whose last member it is. */
function fromString(
  syntax: DraftSyntax,
  surroundings: readonly Surroundings[],
  last: number,
  id: Citation,
  found: ReadonlyMap<number, Antecedent>,
): Antecedent {
  const members = [last];
  let first = last;
  for (let before = last - 1; before >= 0 && members.length < 100; before--) {
    const citation = syntax.citations[before];
    const next = syntax.citations[first];
    if (!citation || !next) break;
    // Citations inside a member's parenthetical are no members.
    if (
      surroundings[before]?.attachedTo !== undefined &&
      surroundings[first]?.attachedTo !== surroundings[before]?.attachedTo
    )
      continue;
    if (surroundings[before]?.footnote !== surroundings[first]?.footnote || !isStringOf(syntax, citation, next)) break;
    members.unshift(before);
    first = before;
  }
  // `Vo Dep. 4:1; Okada Decl. Ex. 8 at 2; id. Ex. 9 at 5`: inside the string it is the member directly before.
  const previous = syntax.citations[last];
  if (previous && isStringOf(syntax, previous, id) && canTakePins(previous, id)) members.splice(0, members.length - 1);
  const roots = [...new Set(members.flatMap((member) => rootsOf(syntax, member, found)))];
  if (roots.length === 0) return NONE;
  const meant = meantOf(roots, syntax, id);
  return { root: meant.at(-1), members: meant };
}

/** One of the members where there is no doubt: one paper cited twice, one that can take the pin, the exhibit that is written again. */
function meantOf(roots: readonly number[], { citations }: DraftSyntax, id: Citation): readonly number[] {
  const papers = new Set(roots.map((root) => paperKey(citations[root])));
  if (papers.size === 1) return roots.slice(-1);
  // `381 S.C. 326, 330, 673 S.E.2d 801`: one case in two reporters, and which case is not ours to say.
  if (roots.every((root) => citations[root]?.form === 'caseLaw')) return roots.slice(-1);
  const sharing = roots.filter((root) => sharesExhibit(citations[root], id));
  if (sharing.length === 1) return sharing;
  const able = roots.filter((root) => canTakePins(citations[root], id));
  if (able.length === 1) return able;
  // `Pet. 24; Ex. 1003 ¶ 80. Id. ¶ 81`: one was cited so, the others by page.
  const alike = roots.filter((root) => sharesUnits(citations[root], id));
  const arePinned = roots.every((root) => citations[root]?.targets.some(({ pins }) => pins.length > 0));
  return alike.length === 1 && arePinned ? alike : roots;
}

/** What a citation cites, whatever its pins. */
function paperKey(citation: Citation | undefined): string {
  const targets = citation?.targets.map((target) => ({ ...target, start: 0, end: 0, docketSpan: 0, pins: 0 }));
  return JSON.stringify([citation?.form, targets]);
}

function sharesUnits(citation: Citation | undefined, id: Citation): boolean {
  const units = new Set(citation?.targets.flatMap(({ pins }) => pins.map(({ unit }) => unit)));
  const own = id.id?.pins ?? [];
  // Any paper has pages, any testimony lines.
  return own.length > 0 && own.every(({ unit }) => (unit === 'paragraph' || unit === 'section') && units.has(unit));
}

function rootsOf(syntax: DraftSyntax, index: number, found: ReadonlyMap<number, Antecedent>): readonly number[] {
  return syntax.citations[index]?.form === 'id' ? (found.get(index)?.members ?? []) : [index];
}

/** A footnote that cites nothing before its *Id.*: the preceding footnote's only source, else in doubt between its sources. */
function fromPrecedingFootnote(place: Surroundings, inFootnote: ReadonlyMap<number, ReadonlySet<number>>): Antecedent {
  if (place.footnote < 1) return NONE;
  const roots = [...(inFootnote.get(place.footnote - 1) ?? [])];
  return { root: roots.at(-1), members: roots };
}

/** `Compl. ¶ 8; Hara Decl. Ex. 1. Id. Ex. 1 at 2`: the exhibit that the *Id.* writes was cited so before. */
function sharesExhibit(citation: Citation | undefined, id: Citation): boolean {
  const labels = new Set((id.id?.exhibits ?? []).map(({ exhibit }) => exhibit));
  return citation?.targets.some((target) => 'exhibit' in target && labels.has(target.exhibit ?? '')) ?? false;
}

/** True where some target of the citation can take what the *Id.* writes: ¶ in a declaration, page and line in a transcript. */
function canTakePins(citation: Citation | undefined, id: Citation): boolean {
  const units = new Set((id.id?.pins ?? []).map((pin) => pin.unit));
  if (!citation || units.size === 0) return true;
  return citation.targets.some((target) => [...units].every((unit) => takes(target, unit)));
}

/** What can be pinned in a paper of this kind, and what is not done: nobody cites a deposition by paragraph. */
export function takes(target: Target, unit: PinUnit): boolean {
  // What was cited so before can be cited so again.
  if (target.pins.some((pin) => pin.unit === unit)) return true;
  switch (unit) {
    case 'paragraph':
      return ['filing', 'named', 'docketEntry'].includes(target.kind)
        ? !isExhibit(target)
        : target.kind === 'declaration' && !isExhibit(target);
    case 'line':
      return (target.kind === 'deposition' || target.kind === 'transcript') && !isExhibit(target);
    case 'starPage':
      return target.kind === 'authority';
    case 'section':
      return target.kind !== 'deposition' && target.kind !== 'transcript';
    case 'page':
      return (
        target.kind !== 'discoveryRequest' && !(target.kind === 'authority' && /§|Rule|R\. /.test(target.authority))
      );
    default:
      return target.kind !== 'authority';
  }
}

function isExhibit(target: Target): boolean {
  return target.kind === 'exhibit' || ('exhibit' in target && target.exhibit !== undefined);
}

/**
 * The targets of the antecedent that an *Id.* with these pins means: the one that can take the pin (for a page the exhibit
 * before the declaration that authenticates it), all of them when it is bare.
 */
export function targetsMeant(antecedent: Citation, id: Citation): readonly Target[] {
  const units = [...new Set((id.id?.pins ?? []).map((pin) => pin.unit))];
  const { targets } = antecedent;
  if (units.length === 0 || targets.length < 2) return targets;
  const able = targets.filter((target) => units.every((unit) => takes(target, unit)));
  const exhibits = able.filter(isExhibit);
  if (units.includes('page') && exhibits.length > 0 && exhibits.length < able.length) return exhibits;
  return able.length > 0 ? able : targets;
}
