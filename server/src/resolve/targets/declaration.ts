import { type DeclarationEntry, papersAt, type Source } from '../../record/caseRecord.ts';
import type { DeclarationTarget } from '../../syntax/citation.ts';
import { exhibitKey, nameKey, splitQualifiers } from '../../text/names.ts';
import { type Answer, fromCandidates, fromRange, labelsBetween, type ResolveContext } from '../answer.ts';
import { withDocketNumber } from './filedAs.ts';
import { listedUnder, surnameKey } from './lists.ts';
import { deponentsCalled, isPerson, matchPerson } from './person.ts';
import { papersCalled } from './shortForm.ts';

const HEADS = ['decl', 'declaration', 'aff', 'affidavit', 'affirmation', 'report'];

/** Answers a declaration, or an exhibit to one. A qualified name is another paper and never falls back to the plain one. */
export function resolveDeclaration(target: DeclarationTarget, context: ResolveContext): Answer {
  const qualifiers = target.which ? splitQualifiers(`${target.which} X`).qualifiers : [];
  const entries = declarationsNamed(target.declarant, qualifiers, context);
  const answer =
    target.exhibit === undefined
      ? wholeDeclaration(target, entries, context)
      : itsExhibits(target, target.exhibit, entries, context);
  return withDocketNumber(answer, target.docket, target.case, context);
}

/** The draft's own first; the whole name before the surname alone. */
function declarationsNamed(
  name: string,
  qualifiers: readonly string[],
  { scope, record }: ResolveContext,
): readonly DeclarationEntry[] {
  for (const list of [scope?.declarations ?? [], record.declarations]) {
    const called = listedUnder(list, surnameKey(name), (entry) => surnameKey(entry.declarant));
    const same = called.filter((entry) => entry.qualifiers.join(' ') === qualifiers.join(' '));
    const found = matchPerson(same, name, (entry) => entry.declarant);
    if (found.length > 0) return found;
  }
  return [];
}

function wholeDeclaration(
  target: DeclarationTarget,
  entries: readonly DeclarationEntry[],
  context: ResolveContext,
): Answer {
  const words = `${target.which ? `${target.which} ` : ''}${target.declarant}`;
  const called = papersCalled(words, HEADS, target.start, context);
  return fromCandidates([...entries.map((entry) => entry.source), ...called], false);
}

function itsExhibits(
  target: DeclarationTarget,
  first: string,
  entries: readonly DeclarationEntry[],
  context: ResolveContext,
): Answer {
  const words = `${target.which ? `${target.which} ` : ''}${target.declarant}`;
  const closed = entries.some((entry) => entry.exhibits.size > 0);
  const one = (label: string): Answer => {
    const listed = entries.flatMap((entry) => papersAt(context.record, entry.exhibits, exhibitKey(label)));
    const named = HEADS.flatMap((head) =>
      ['ex', 'exhibit'].flatMap((ex) => context.record.names.get(nameKey(`${words} ${head} ${ex} ${label}`)) ?? []),
    );
    return fromCandidates([...listed, ...named], closed, { kind: 'notListed', container: `the ${words} Declaration` });
  };
  return target.last === undefined ? one(first) : fromRange(labelsBetween(first, target.last).map(one));
}

/** The exhibits `label` of every plain declaration and deposition of that name (`Wang Ex. 6`, and `exhibitsOf`). */
export function exhibitsOfPerson(name: string, label: string, context: ResolveContext): readonly Source[] {
  const split = splitQualifiers(name.replace(/\s{1,3}(?:Decl\.?|Declaration|Dep\.?|Deposition)$/i, ''));
  const declared = declarationsNamed(split.name, split.qualifiers, context).flatMap(
    (entry) => entry.exhibits.get(exhibitKey(label)) ?? [],
  );
  const lists = [context.scope?.depositions ?? [], context.record.depositions];
  const deposed = lists.flatMap((list) =>
    deponentsCalled(list, split.name)
      .filter((entry) => !entry.is30b6 && isPerson(entry.deponent, split.name))
      .flatMap((entry) => entry.exhibits.get(exhibitKey(label)) ?? []),
  );
  return [...new Set([...declared, ...deposed])];
}
