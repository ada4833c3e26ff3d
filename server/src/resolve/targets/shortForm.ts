import type { Source } from '../../record/caseRecord.ts';
import type { NamedTarget } from '../../syntax/citation.ts';
import type { DraftSyntax, ShortForm } from '../../syntax/draftSyntax.ts';
import { nameKey } from '../../text/names.ts';
import { type Answer, fromCandidates, type ResolveContext } from '../answer.ts';

/**
 * The papers that a short form defined in the draft stands for. `offset` is where it is used: the definition's own citation
 * does not ask for itself.
 */
export function sourcesOfShortForm(
  words: string,
  offset: number,
  { syntax, shortForms, answerOf }: ResolveContext,
): readonly Source[] {
  return (shortForms.get(nameKey(words)) ?? [])
    .filter((form) => {
      const citation = syntax.citations[form.citation];
      return citation !== undefined && !(citation.start <= offset && offset < citation.end);
    })
    .flatMap((form) => answerOf(form.citation))
    .flatMap((answer) => (answer.status === 'resolved' && answer.source ? [answer.source] : []));
}

/** The papers that the record or the draft calls `words` with one of these heads behind (folded: `decl`, `dep`). */
export function papersCalled(
  words: string,
  heads: readonly string[],
  offset: number,
  context: ResolveContext,
): readonly Source[] {
  const { names } = context.record;
  if (names.size === 0 && context.shortForms.size === 0) return [];
  const key = nameKey(words);
  return heads.flatMap((head) => [
    ...(names.get(`${key} ${head}`) ?? []),
    ...sourcesOfShortForm(`${key} ${head}`, offset, context),
  ]);
}

/** A short form is defined once, or by mistake a few times: more definitions of the same words add nothing. */
const MOST_DEFINITIONS = 8;

/** The short forms of a draft by their words, made once a draft. */
export function shortFormsByName({ shortForms }: DraftSyntax): ReadonlyMap<string, readonly ShortForm[]> {
  const byName = new Map<string, ShortForm[]>();
  for (const form of shortForms) {
    const key = nameKey(form.words);
    const known = byName.get(key);
    if (!known) byName.set(key, [form]);
    else if (known.length < MOST_DEFINITIONS) known.push(form);
  }
  return byName;
}

/** Answers words that the draft defines or the record lists; where the two lead to different papers, ambiguous. */
export function resolveNamed(target: NamedTarget, context: ResolveContext): Answer {
  const key = nameKey(target.name);
  const defined = sourcesOfShortForm(target.name, target.start, context);
  const listed = context.record.names.get(key) ?? [];
  const filing = context.scope?.filings.get(key) ?? context.record.filings.get(key);
  return fromCandidates([...defined, ...listed, ...(filing ? [filing] : [])], false);
}
