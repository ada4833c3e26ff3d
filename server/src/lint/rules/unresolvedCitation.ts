import type { Draft } from '../../draft.ts';
import type { ResolvedCitation, TargetResolution } from '../../resolve/resolution.ts';
import type { Target } from '../../syntax/citation.ts';
import { docketKey, exhibitKey, nameKey, tidy } from '../../text/names.ts';
import type { Span } from '../../text/span.ts';
import type { Replacement } from '../finding.ts';
import { rewrittenNumber } from '../numberSpan.ts';
import type { LintRule, RuleFinding } from '../rule.ts';
import { closestNumbers } from '../suggestion.ts';
import { nameOfTarget, paperWord } from '../wording.ts';

/** One missing paper and every place where it is cited. */
interface Missing {
  readonly resolved: ResolvedCitation;
  readonly answer: TargetResolution;
  readonly places: Place[];
}

interface Place {
  readonly resolved: ResolvedCitation;
  readonly answer: TargetResolution;
  readonly span: Span;
}

export const unresolvedCitation: LintRule = {
  code: 'unresolved-citation',
  severity: 'warning',
  summary:
    'The paper cited is not in the manifest. An error where the list is complete (exhibits of this paper, a listed set of requests, attachments of a listed entry), otherwise a warning.',
  examples: { wrong: 'See Dkt. No. 16.', right: 'See Dkt. No. 15.' },
  *check(draft) {
    const missing = new Map<string, Missing>();
    for (const resolved of draft.citations) {
      // One mistake, one finding: an Id. whose antecedent is missing is not reported again.
      if (resolved.citation.form === 'id' && !resolved.citation.id?.exhibits.length) continue;
      if (resolved.open) continue;
      for (const answer of resolved.targets) {
        if (answer.status !== 'unresolved' || isQuiet(answer.target)) continue;
        const place = { resolved, answer, span: smallestSpan(answer) };
        const known = missing.get(keyOf(answer.target));
        if (known) known.places.push(place);
        else missing.set(keyOf(answer.target), { resolved, answer, places: [place] });
      }
    }
    for (const one of missing.values()) yield toFinding(draft, one);
  },
};

/** Names that are only words unless the record knows them. */
function isQuiet(target: Target): boolean {
  return target.kind === 'named';
}

/** The number that is missing: for `Ex. 4, Dkt. 23-4` the docket number where that is what was not found. */
function smallestSpan({ target, miss }: TargetResolution): { start: number; end: number } {
  const docketIsMissing =
    'docketSpan' in target && target.docketSpan && miss?.kind === 'notListed' && miss.container === undefined;
  return docketIsMissing && target.docketSpan ? target.docketSpan : { start: target.start, end: target.end };
}

function keyOf(target: Target): string {
  switch (target.kind) {
    case 'docketEntry':
      return `docket ${docketKey(target.docket)} ${exhibitKey(target.exhibit ?? '')} ${target.last ?? ''} ${target.case?.number ?? target.case?.name ?? ''}`;
    case 'exhibit':
      return `exhibit ${nameKey(target.owner ?? '')} ${nameKey(target.of ?? '')} ${exhibitKey(target.exhibit)} ${target.docket ?? ''}`;
    case 'declaration':
      return `declaration ${target.which ?? ''} ${nameKey(target.declarant)} ${exhibitKey(target.exhibit ?? '')} ${target.docket ?? ''}`;
    case 'discoveryRequest':
      return `request ${target.request} ${target.first} ${target.last} ${nameKey(target.owner ?? '')}`;
    case 'deposition':
      return `deposition ${nameKey(target.deponent)} ${target.exhibit ?? ''} ${target.date ?? ''}`;
    case 'transcript':
      return `transcript ${nameKey(target.transcript)} ${target.date ?? ''}`;
    case 'filing':
      return `filing ${nameKey(target.owner ?? '')} ${nameKey(target.filing)} ${target.exhibit ?? ''}`;
    case 'appendix':
      return `appendix ${target.appendix} ${target.volume ?? ''}`;
    case 'bates':
      return `bates ${target.bates}`;
    case 'authority':
    case 'named':
      return tidy(JSON.stringify(target));
    default:
      return target satisfies never;
  }
}

function toFinding(draft: Draft, { resolved, answer, places }: Missing): RuleFinding {
  const [first, ...others] = places;
  const name = nameOfTarget(draft, resolved, answer);
  return {
    span: first?.span ?? answer.target,
    citation: resolved.index,
    message: messageFor(draft, name, answer),
    ...replacementsFor(draft, places),
    ...(answer.closed ? { severity: 'error' as const } : {}),
    ...(others.length > 0
      ? { related: others.map(({ span }) => ({ span, message: `${name} is cited here, too.` })) }
      : {}),
  };
}

function messageFor(draft: Draft, name: string, answer: TargetResolution): string {
  const { target, miss } = answer;
  if (miss?.kind === 'otherSide') {
    return `${name} is not among the exhibits to this ${paperWord(draft)}. ${miss.owner} ${/s$/i.test(miss.owner) ? 'have' : 'has'} an Ex. ${labelOf(target)}${miss.source.title ? ` (${miss.source.title})` : ''}.`;
  }
  if (miss?.kind === 'subPart') return `${name} is not in the manifest, which lists other parts of request ${miss.of}.`;
  if (miss?.kind === 'notListed' && miss.container !== undefined)
    return `${exhibitOnly(target, name)} is not among the exhibits to ${miss.container}.`;
  if (
    target.kind === 'exhibit' &&
    target.docket === undefined &&
    target.owner === undefined &&
    target.of === undefined
  ) {
    return `${name} is not among the exhibits to this ${paperWord(draft)}.`;
  }
  const number = docketOf(target);
  const [suggestion, ...others] = suggestionsFor(draft, answer);
  const subject = number !== undefined && target.kind !== 'docketEntry' ? `Dkt. No. ${number}` : name;
  const question = suggestion && others.length === 0 ? ` Did you mean Dkt. No. ${suggestion}?` : '';
  return `${subject} is not in the manifest.${question}`;
}

/** Docket numbers that may have been meant, where it is the number that was not found. */
function suggestionsFor({ record, scope }: Draft, { target, miss }: TargetResolution): readonly string[] {
  const number = docketOf(target);
  const isNumber = miss?.kind === 'notListed' && miss.container === undefined;
  if (number === undefined || !isNumber || record.state !== 'available') return [];
  const own = record.record.cases.find(({ key }) => key === scope?.case);
  return closestNumbers(number, own?.docket ?? record.record.docket);
}

/** The number alone is rewritten, and the other side's exhibit gets its owner: the head stays as the attorney spells it. */
function replacementsFor(draft: Draft, [first, ...others]: readonly Place[]): Pick<RuleFinding, 'replacements'> {
  if (!first) return {};
  const owned = ownedInstead(first);
  if (owned) return { replacements: [owned] };
  const suggestions = suggestionsFor(draft, first.answer);
  const replacements = suggestions.flatMap((number): readonly Replacement[] => {
    const here = numberInstead(draft, first, number);
    if (!here) return [];
    const elsewhere = others.flatMap((place) => numberInstead(draft, place, number) ?? []);
    return [
      {
        ...here,
        name: `Dkt. No. ${number}`,
        ...(elsewhere.length > 0 ? { elsewhere } : {}),
        ...(suggestions.length === 1 ? { isObvious: true as const } : {}),
      },
    ];
  });
  return replacements.length > 0 ? { replacements } : {};
}

function numberInstead(
  { syntax }: Draft,
  { resolved: { citation }, answer: { target }, span }: Place,
  number: string,
): ReturnType<typeof rewrittenNumber> {
  const isHeadInside = target.kind === 'docketEntry' && citation.form !== 'id';
  const start = isHeadInside ? Math.max(span.start, citation.headSpan.end) : span.start;
  return rewrittenNumber(syntax.text, { start, end: span.end }, docketOf(target) ?? '', number);
}

function ownedInstead({ resolved: { citation }, answer: { target, miss } }: Place): Replacement | undefined {
  if (miss?.kind !== 'otherSide' || target.start !== citation.start || citation.form === 'id') return undefined;
  const { name } = miss.source;
  const owner = name.replace(/ Ex\. [^ ]{1,40}$/, '');
  if (owner === name) return undefined;
  return { span: { start: target.start, end: target.start }, words: `${owner} `, name };
}

function labelOf(target: Target): string {
  return 'exhibit' in target ? (target.exhibit ?? '') : '';
}

function exhibitOnly(target: Target, name: string): string {
  return 'exhibit' in target && target.exhibit !== undefined
    ? `Ex. ${target.exhibit}${target.last ? `-${target.last}` : ''}`
    : name;
}

/** The docket number that was looked up and not found; of a case of our own only. */
function docketOf(target: Target): string | undefined {
  if (target.kind === 'docketEntry') return target.case || target.last !== undefined ? undefined : target.docket;
  return 'docket' in target ? target.docket : undefined;
}
