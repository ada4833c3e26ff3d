import type { Draft } from '../../draft.ts';
import type { ResolvedCitation, TargetResolution } from '../../resolve/resolution.ts';
import { nameKey } from '../../text/names.ts';
import type { LintRule, RuleFinding } from '../rule.ts';
import { describe, listWithOr, nameOfTarget } from '../wording.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export const ambiguousCitation: LintRule = {
  code: 'ambiguous-citation',
  severity: 'warning',
  summary: 'The citation could mean more than one paper of the manifest. For an Id. after several sources, a hint.',
  examples: { wrong: 'See RFP 6.', right: "See Plaintiffs' RFP 6." },
  *check(draft) {
    const requests: { resolved: ResolvedCitation; answer: TargetResolution }[] = [];
    const seen = new Set<string>();
    for (const resolved of draft.citations) {
      if (resolved.citation.form === 'id') {
        if (resolved.doubtful) yield doubtfulId(resolved);
        continue;
      }
      for (const answer of resolved.targets) {
        if (answer.status !== 'ambiguous' || answer.conflict) continue;
        if (answer.target.kind === 'discoveryRequest') {
          requests.push({ resolved, answer });
          continue;
        }
        // The same words with the same candidates are one question.
        const key = `${nameKey(nameOfTarget(draft, resolved, answer))} ${answer.candidates?.map((source) => source.entry).join()}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield choice(draft, resolved, answer);
      }
    }
    const [first, ...others] = requests;
    if (first) yield requestChoice(draft, first, others);
    yield* definitions(draft);
  },
};

function doubtfulId({ index, citation, antecedents, targets }: ResolvedCitation): RuleFinding {
  const count = antecedents?.length ?? targets.length;
  return {
    severity: 'hint',
    span: citation.headSpan,
    citation: index,
    message: `Id. follows ${NUMBERS[count] ?? count} sources here. Name the one that is meant.`,
  };
}

function choice(draft: Draft, resolved: ResolvedCitation, answer: TargetResolution): RuleFinding {
  const name = nameOfTarget(draft, resolved, answer);
  const candidates = (answer.candidates ?? []).slice(0, 4).map(describe);
  const span = { start: answer.target.start, end: answer.target.end };
  const message =
    candidates.length === 1
      ? `${name} could be ${candidates[0]}; the manifest does not say whose it is.`
      : `${name} could be ${listWithOr(candidates)}. Say which is meant.`;
  // One candidate: most likely it is that one, and only the manifest does not say so.
  const severity = candidates.length === 1 ? { severity: 'hint' as const } : {};
  return { span, citation: resolved.index, message, ...severity };
}

/** One finding a draft: what a bare RFP means here is one question, however often it is asked. */
function requestChoice(
  draft: Draft,
  first: { resolved: ResolvedCitation; answer: TargetResolution },
  others: readonly { resolved: ResolvedCitation; answer: TargetResolution }[],
): RuleFinding {
  const { target, candidates } = first.answer;
  const kind = target.kind === 'discoveryRequest' ? target.request : 'request';
  const number = target.kind === 'discoveryRequest' ? target.first : '';
  const sets = (candidates ?? []).map((source) => `${setName(draft, source.entry) ?? source.name}, No. ${number}`);
  return {
    span: { start: target.start, end: target.end },
    citation: first.resolved.index,
    message: `${nameOfTarget(draft, first.resolved, first.answer)} could be ${sets.join(', or ')}. Say whose, or set what ${kind} means in this draft.`,
    ...(others.length > 0
      ? {
          related: others.map(({ resolved, answer }) => ({
            span: { start: answer.target.start, end: answer.target.end },
            message: `${nameOfTarget(draft, resolved, answer)} is as open.`,
          })),
        }
      : {}),
  };
}

function setName({ record }: Draft, entry: string): string | undefined {
  if (record.state !== 'available') return undefined;
  const set = record.record.sets.find((one) => entry.startsWith(`${one.entry}/`));
  if (!set) return undefined;
  const name = set.name ?? (set.by ? `${set.by}'s ${set.request}s` : undefined);
  // Two sets of one name are told apart by who put them to whom.
  const isShared = record.record.sets.some((other) => other !== set && other.name === set.name);
  return isShared && set.by ? `${name} (by ${set.by}${set.to ? ` to ${set.to}` : ''})` : name;
}

/** A short form and a name of the manifest that lead to different papers: said once, where the short form is defined. */
function* definitions(draft: Draft): Iterable<RuleFinding> {
  const { record, syntax } = draft;
  if (record.state !== 'available') return;
  for (const form of syntax.shortForms) {
    const meant = draft.citations[form.citation]?.targets[0]?.source;
    const listed = record.record.names.get(nameKey(form.words)) ?? [];
    const other = listed.find((source) => source !== meant);
    if (meant && other) {
      yield {
        span: form.span,
        citation: form.citation,
        message: `"${form.words}" is ${describe(meant)} here; in the manifest it is ${describe(other)}.`,
      };
    }
  }
}
