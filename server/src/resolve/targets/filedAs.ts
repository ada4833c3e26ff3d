import type { Source } from '../../record/caseRecord.ts';
import type { CaseMention } from '../../syntax/citation.ts';
import { nameKey, splitQualifiers } from '../../text/names.ts';
import type { Answer, ResolveContext } from '../answer.ts';
import { resolveDocketNumber } from './docket.ts';

/**
 * Joins the answer of an exhibit or declaration with that of the docket number it is filed as (`Ex. 4, Dkt. 23-4`). Either
 * can answer; two different papers are a conflict. Where the number is not in a docket that is listed, the citation is
 * missing: the exhibit of that letter in this paper's own series may be another.
 */
export function withDocketNumber(
  answer: Answer,
  number: string | undefined,
  mention: CaseMention | undefined,
  context: ResolveContext,
): Answer {
  if (number === undefined) return answer;
  const filed = resolveDocketNumber(number, mention, context);
  if (filed.status === 'outside-record') return filed;
  if (!filed.source) {
    const listsDocket = context.record.docket.entries.size > 0;
    return answer.status === 'resolved' && !listsDocket ? answer : filed;
  }
  if (answer.status !== 'resolved' || !answer.source) return filed;
  const sources = answer.sources ?? [answer.source];
  const same = sources.some((source) => isSamePaper(source, filed.source));
  return same
    ? answer
    : {
        status: 'ambiguous',
        candidates: [answer.source, filed.source],
        conflict: { first: answer.source, second: filed.source },
      };
}

/** An excerpt is the paper that it is taken from; an attachment is no other paper than the entry that carries it. */
function isSamePaper(source: Source, other: Source | undefined): boolean {
  if (!other) return false;
  return source === other || source.excerptOf === other || other.excerptOf === source || isEntitledSo(source, other);
}

const SWORN = /\b(?:decl|aff|dep|transcript|report|cert)/i;

/** `Dkt. 24-1, Smith Decl.` where 24-1 is listed as "Second Declaration of A. Smith" or so: the title says that it is that paper. */
function isEntitledSo({ kind, name }: Source, { title }: Source): boolean {
  if ((kind !== 'declaration' && kind !== 'deposition') || title === undefined || !SWORN.test(title)) return false;
  const person = splitQualifiers(name.replace(/ \S+$/, ''));
  const entitled = splitQualifiers(title);
  const words = nameKey(entitled.name).split(' ');
  const isNamed = nameKey(person.name)
    .split(' ')
    .every((word) => words.includes(word));
  return isNamed && person.qualifiers.join(' ') === entitled.qualifiers.join(' ');
}
