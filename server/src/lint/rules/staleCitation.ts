import type { Draft } from '../../draft.ts';
import type { Source } from '../../record/caseRecord.ts';
import { paragraphAround, sentenceAround } from '../../text/sentence.ts';
import type { Span } from '../../text/span.ts';
import { citationsIn } from '../citationsIn.ts';
import { type CitedPaper, citedPapers } from '../citedPapers.ts';
import type { Replacement } from '../finding.ts';
import { rewrittenNumber } from '../numberSpan.ts';
import type { LintRule, RuleFinding } from '../rule.ts';
import { nameOfTarget } from '../wording.ts';

/** What was done to a paper, by its status; the successor goes where the dots are. */
const DONE: Readonly<Record<Exclude<Source['status'], 'current'>, readonly [string, string]>> = {
  superseded: ['was superseded by …', 'was superseded'],
  corrected: ['was corrected by …', 'was corrected'],
  withdrawn: ['was withdrawn (…)', 'was withdrawn'],
  stricken: ['was stricken by …', 'was stricken'],
  vacated: ['was vacated by …', 'was vacated'],
  modified: ['was modified by …', 'was modified'],
  'objections-pending': ['is under objection (…)', 'is under objection'],
  moot: ['is moot under …', 'is moot'],
};

const SAYS_SO =
  /\b(?:original|originally|initial|initially|prior|previous|superseded|withdrawn|vacated|modified|amended|stricken|moot)\b/i;

export const staleCitation: LintRule = {
  code: 'stale-citation',
  severity: 'warning',
  summary:
    'The paper was superseded, modified, withdrawn or vacated, or a motion that was decided is called pending. Information where the draft names the successor or says so.',
  examples: { wrong: 'See Dkt. No. 12 at 3.', right: 'See Dkt. No. 14 at 3.' },
  *check(draft) {
    const statuses = new Map<Source, { span: Span; isSaid: boolean; stale: CitedPaper }[]>();
    for (const stale of citedPapers(draft)) {
      const { source, answer, resolved } = stale;
      const span = { start: answer.target.start, end: answer.target.end };
      if (source.status !== 'current') {
        const list = statuses.get(source) ?? [];
        list.push({ span, isSaid: isSaid(draft, span, source), stale });
        statuses.set(source, list);
      }
      if (isCalledPending(draft, span, source)) {
        const name = nameOfTarget(draft, resolved, answer);
        yield {
          span,
          citation: resolved.index,
          message: `${name} is called pending here; it was decided by ${nameOf(source.ruledOn)}.`,
        };
      }
    }
    for (const list of statuses.values()) yield statusFinding(draft, list);
  },
};

/** One finding a paper, at its first place that says nothing of it; the others are related places. */
function statusFinding(draft: Draft, list: readonly { span: Span; isSaid: boolean; stale: CitedPaper }[]): RuleFinding {
  const shown = list.find((one) => !one.isSaid) ?? list[0];
  if (!shown) return { span: { start: 0, end: 0 }, message: '' };
  const { resolved, answer, source } = shown.stale;
  const others = list.filter((one) => one !== shown && !one.isSaid);
  const name = nameOfTarget(draft, resolved, answer);
  return {
    span: shown.span,
    citation: resolved.index,
    message: `${name} ${whatWasDone(source)}.`,
    ...successorFor(draft, shown.stale),
    ...(shown.isSaid ? { severity: 'information' as const } : {}),
    ...(others.length > 0
      ? { related: others.map(({ span }) => ({ span, message: `${name} is cited here, too.` })) }
      : {}),
  };
}

/** The docket number alone is rewritten where the successor has one, too; else the successor is written as the manifest names it. */
function successorFor(
  { syntax }: Draft,
  { resolved, answer, source }: CitedPaper,
): { replacements?: readonly Replacement[] } {
  const successor = source.supersededBy?.source;
  const { target } = answer;
  const isList = resolved.citation.targets.length > 1 || answer.sources !== undefined;
  if (!successor) return {};
  const number = numberIn(successor.name);
  const isNumber = target.kind === 'docketEntry' && target.exhibit === undefined && target.last === undefined;
  if (isNumber && number && number.head === numberIn(source.name)?.head) {
    const start = Math.max(target.start, resolved.citation.headSpan.end);
    const rewritten = rewrittenNumber(syntax.text, { start, end: target.end }, target.docket, number.digits);
    if (rewritten) return { replacements: [{ ...rewritten, name: successor.name }] };
  }
  if (isList) return {};
  const span = { start: target.start, end: target.end };
  return { replacements: [{ span, words: successor.name, name: successor.name }] };
}

/** `Dkt. No. 351` and `Farnsworth Dkt. No. 12-1`: a number, and whose docket it is of. */
function numberIn(name: string): { readonly head: string; readonly digits: string } | undefined {
  const [, head, digits] = /^(.{0,80}Dkt\. No\. )(\d{1,9}(?:-\d{1,9})?)$/.exec(name) ?? [];
  return head === undefined || digits === undefined ? undefined : { head, digits };
}

function whatWasDone(source: Source): string {
  if (source.status === 'current') return 'is current';
  const [withSuccessor, alone] = DONE[source.status];
  return source.supersededBy ? withSuccessor.replace('…', nameOf(source.supersededBy)) : alone;
}

function nameOf(reference: Source['supersededBy']): string {
  return reference?.source?.name ?? reference?.text ?? 'another paper';
}

/** The successor is cited in the same paragraph, or the sentence says that the paper is not the last word. */
function isSaid(draft: Draft, span: Span, source: Source): boolean {
  const { text } = draft.syntax;
  const sentence = sentenceAround(text, span);
  if (SAYS_SO.test(text.slice(sentence.start, sentence.end))) return true;
  const successor = source.supersededBy?.source;
  if (!successor) return false;
  const paragraph = paragraphAround(text, span);
  return citationsIn(draft, paragraph).some(({ targets }) => targets.some((target) => target.source === successor));
}

function isCalledPending(draft: Draft, span: Span, source: Source): boolean {
  if (!source.ruledOn) return false;
  const { text } = draft.syntax;
  const sentence = sentenceAround(text, span);
  return /\bpending\b/i.test(text.slice(sentence.start, sentence.end));
}
