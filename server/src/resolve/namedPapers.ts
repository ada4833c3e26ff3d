import type { Source } from '../record/caseRecord.ts';
import type { DraftSyntax, Quotation } from '../syntax/draftSyntax.ts';
import { sentenceAround } from '../text/sentence.ts';
import type { ResolvedCitation, TargetResolution } from './resolution.ts';

/** A paper that is cited somewhere in the draft. */
export interface CitedPaper {
  readonly resolved: ResolvedCitation;
  readonly answer: TargetResolution;
  readonly source: Source;
}

const KINDS = 'Order|Agreement|Report|Letter|Complaint|Declaration|Stipulation|Email|Notice|Ruling|Policy|Contract';
const NAMED = new RegExp(
  `\\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts)(?: Court's| Court\u2019s)? (?:[A-Z][A-Za-z-]{1,20} ){0,2}(${KINDS})\\b`,
  'g',
);
const KIND = new RegExp(`\\b(?:${KINDS})\\b`, 'gi');
const FARTHEST = 400;

/** The papers that a draft cites, by the words of their titles that say what they are: `order`, `report`. */
export type PapersByKind = ReadonlyMap<string, ReadonlyMap<Source, CitedPaper>>;

export function papersByKind(citations: readonly ResolvedCitation[]): PapersByKind {
  const papers = new Map<string, Map<Source, CitedPaper>>();
  for (const resolved of citations) {
    for (const answer of resolved.doubtful ? [] : resolved.targets) {
      const { source } = answer;
      if (answer.status !== 'resolved' || !source?.title || answer.sources) continue;
      for (const [kind] of source.title.matchAll(KIND)) {
        const known = papers.get(kind.toLowerCase()) ?? new Map<Source, CitedPaper>();
        papers.set(kind.toLowerCase(), known);
        if (!known.has(source)) known.set(source, { resolved, answer, source });
      }
    }
  }
  return papers;
}

/**
 * The paper that the sentence in front of the words names without citing it: `the ESI Order says "..."` by a short form of the draft,
 * `the Order` where the draft cites one order only. Undefined where two would do.
 */
export function paperNamedBefore(
  { text, shortForms }: DraftSyntax,
  { whole }: Quotation,
  citations: readonly ResolvedCitation[],
  papers: PapersByKind,
): CitedPaper | undefined {
  const { start } = sentenceAround(text, { start: whole.start, end: whole.start }, FARTHEST);
  const lead = text.slice(start, whole.start);
  for (const form of shortForms) {
    if (!lead.includes(`the ${form.words}`)) continue;
    const resolved = citations[form.citation];
    const [answer, second] = resolved?.targets ?? [];
    if (resolved && answer?.source && !second && answer.status === 'resolved')
      return { resolved, answer, source: answer.source };
  }
  const kind = [...lead.matchAll(NAMED)].at(-1)?.[1]?.toLowerCase();
  const [only, second] = (kind && papers.get(kind)?.values()) || [];
  return second ? undefined : only;
}
