import type { Source } from '../../record/caseRecord.ts';
import type { NamedTarget } from '../../syntax/citation.ts';
import { nameKey } from '../../text/names.ts';
import { type Answer, fromCandidates, type ResolveContext } from '../answer.ts';

/**
 * The papers that a short form defined in the draft stands for. `offset` is where it is used: the definition's own citation
 * does not ask for itself.
 */
export function sourcesOfShortForm(
  words: string,
  offset: number,
  { syntax, answerOf }: ResolveContext,
): readonly Source[] {
  const key = nameKey(words);
  return syntax.shortForms
    .filter((form) => nameKey(form.words) === key)
    .filter((form) => {
      const citation = syntax.citations[form.citation];
      return citation !== undefined && !(citation.start <= offset && offset < citation.end);
    })
    .flatMap((form) =>
      answerOf(form.citation).flatMap((answer) =>
        answer.status === 'resolved' && answer.source ? [answer.source] : [],
      ),
    );
}

/** Answers words that the draft defines or the record lists; where the two lead to different papers, ambiguous. */
export function resolveNamed(target: NamedTarget, context: ResolveContext): Answer {
  const key = nameKey(target.name);
  const defined = sourcesOfShortForm(target.name, target.start, context);
  const listed = context.record.names.get(key) ?? [];
  const filing = context.scope?.filings.get(key) ?? context.record.filings.get(key);
  return fromCandidates([...defined, ...listed, ...(filing ? [filing] : [])], false);
}
