import type { Draft } from '../../draft.ts';
import { type Checks, type CitationCheck, NO_CHECKS } from '../../lint/checks.ts';
import { citedSentence } from '../../lint/citedSentence.ts';
import type { Finding, Severity } from '../../lint/finding.ts';
import type { Source } from '../../record/caseRecord.ts';
import type { CheckMark } from '../../record/citeCheck.ts';
import type { PagesLookup } from '../../record/pages.ts';
import { citedSources } from '../../resolve/citedSources.ts';
import { inVolume } from '../../resolve/pinVolume.ts';
import type { ResolvedCitation, TargetResolution } from '../../resolve/resolution.ts';
import { longDate } from '../../text/isoDates.ts';
import { type LineIndex, lineIndexOf } from '../../text/lineIndex.ts';
import { tidy, wordsWithoutMarks } from '../../text/names.ts';
import { citedPins } from '../citedAt.ts';
import { draftSummary } from '../draftSummary.ts';
import { findingsByCitation } from '../findingsByCitation.ts';
import { pinWords, sealingWords, statusWords } from '../wording.ts';
import { wordsAtPin } from '../wordsAtPin.ts';
import { type PagesToAttach, pagesToAttach } from './pagesToAttach.ts';

/** One paper that a citation cites, as a cite-check shows it. */
export interface ReportedPaper {
  /** As a person would cite it, with the pin: `Dkt. No. 315 at 7`. */
  readonly name: string;
  /** Title, whose, date. */
  readonly details: readonly string[];
  /** What became of it, and why its words are withheld. */
  readonly statuses: readonly string[];
  /** The words of the page that is cited; none of a protected paper. */
  readonly passage?: string;
  /** Which page was looked at, or why none could be. */
  readonly notes: readonly string[];
}

/** What the program found. */
export interface ReportedFinding {
  readonly severity: Severity;
  readonly message: string;
  readonly code: string;
}

/** One citation of the draft. */
export interface ReportedCitation {
  /** From 1, in the order of the draft. */
  readonly number: number;
  readonly line: number;
  /** Instead of the line, in a Word file or PDF: `page 5`. */
  readonly place?: string;
  readonly words: string;
  /** The sentence that it stands in, on one line. */
  readonly sentence: string;
  readonly papers: readonly ReportedPaper[];
  /** Where no paper answers: why. */
  readonly answer?: string;
  readonly findings: readonly ReportedFinding[];
  /** Nobody but a person can look at this one: why the program did not. */
  readonly notChecked?: string;
  /** What a person found, where it still holds. */
  readonly check?: ReportedCheck;
}

/** A person's verdict. */
export type ReportedCheck = Pick<CheckMark, 'verdict' | 'by' | 'on' | 'note'>;

/** Everything that a person needs to check the citations of a draft one by one and sign for it. */
export interface Report {
  readonly name: string;
  readonly summary: string;
  readonly citations: readonly ReportedCitation[];
  /** What was found where nothing is cited, in order of the draft: words in quotation marks without a source. */
  readonly otherFindings: readonly (ReportedFinding & Pick<ReportedCitation, 'line' | 'place'>)[];
  /** How many the program could not look at. */
  readonly notChecked: number;
  /** Every page and line that is cited, paper by paper. */
  readonly toAttach: readonly PagesToAttach[];
}

/** Names the place of a UTF-16 offset in a Word file or PDF. */
export type PlaceWords = (offset: number) => string | undefined;

/** The cite-check of a draft. `name` is how the draft is called in it. Pure: the same draft and pages make the same report. */
export function reportOf(
  name: string,
  draft: Draft,
  findings: readonly Finding[],
  pages: PagesLookup,
  checks: Checks = NO_CHECKS,
  placeWords: PlaceWords = () => undefined,
): Report {
  const placed = (offset: number): { readonly place?: string } => {
    const place = placeWords(offset);
    return place === undefined ? {} : { place };
  };
  const lines = lineIndexOf(draft.syntax.text);
  const { at, apart } = findingsByCitation(draft.citations, findings);
  const citations = draft.citations.map((resolved) => ({
    ...rowOf(resolved, draft, at.get(resolved.index) ?? [], pages, lines),
    ...checkOf(checks.get(resolved.index)),
    ...placed(resolved.citation.start),
  }));
  const { unresolved, ambiguous, toLookAt, checked, toCheck } = draftSummary({ draft, findings, checks });
  const notChecked = citations.filter((row) => row.notChecked !== undefined).length;
  const summary = [
    `${citations.length} citations`,
    `${unresolved} not in the manifest`,
    `${ambiguous} that could be several papers`,
    `${toLookAt} findings to look at`,
    `${notChecked} not looked at by the program`,
    ...(checks.size > 0 ? [`${checked} of ${toCheck} checked by a person`] : []),
  ];
  const otherFindings = apart.map((finding) => ({
    line: lines.placeOf(finding.span.start).line,
    ...placed(finding.span.start),
    ...reportedFinding(finding),
  }));
  return {
    name,
    summary: `${summary.join(', ')}.`,
    citations,
    otherFindings,
    notChecked,
    toAttach: pagesToAttach(draft),
  };
}

function reportedFinding({ severity, message, code }: Finding): ReportedFinding {
  return { severity, message, code };
}

function checkOf(check: CitationCheck | undefined): { readonly check?: ReportedCheck } {
  if (!check || check.changed !== undefined) return {};
  const { verdict, by, on, note } = check.mark;
  return { check: { verdict, by, on, ...(note !== undefined && { note }) } };
}

function rowOf(
  resolved: ResolvedCitation,
  draft: Draft,
  findings: readonly Finding[],
  pages: PagesLookup,
  lines: LineIndex,
): ReportedCitation {
  const { citation, targets, index } = resolved;
  const { text } = draft.syntax;
  const sentence = citedSentence(draft, citation);
  const papers = targets.flatMap((answer) => papersOf(answer, resolved, draft, pages));
  const answer = papers.length > 0 ? undefined : answerWords(resolved);
  const notChecked = whyNotChecked(resolved, papers);
  return {
    number: index + 1,
    line: lines.placeOf(citation.start).line,
    words: wordsWithoutMarks(text, citation),
    sentence: tidy(text.slice(sentence.start, sentence.end)),
    papers,
    ...(answer !== undefined && { answer }),
    findings: findings.map(reportedFinding),
    ...(notChecked !== undefined && { notChecked }),
  };
}

function papersOf(
  answer: TargetResolution,
  resolved: ResolvedCitation,
  draft: Draft,
  pages: PagesLookup,
): readonly ReportedPaper[] {
  const sources = citedSources(answer);
  return sources.map((source, place) => {
    // The pins of a range stand behind its last paper.
    const pins = place === sources.length - 1 ? answer.pins.map((pin) => inVolume(pin, answer.target)) : [];
    const sealing = sealingWords(source);
    const cited = { resolved, answer, ...(pins.length > 0 && citedPins(answer)[0]) };
    const words = source.isProtected ? { notes: [] } : wordsAtPin({ draft, pages }, cited, source);
    return {
      name: [source.name, ...pins.map(pinWords)].join(' '),
      details: detailsOf(source),
      statuses: [...statusWords(source), ...(sealing ? [sealing] : [])],
      ...(words.passage && { passage: words.passage.text }),
      notes: words.notes,
    };
  });
}

function detailsOf({ title, by, date }: Source): readonly string[] {
  return [title, by, date === undefined ? undefined : longDate(date)].filter((detail) => detail !== undefined);
}

function answerWords({ status, open, targets }: ResolvedCitation): string {
  if (open) return 'Still open.';
  switch (status) {
    case 'ambiguous': {
      const names = targets.flatMap(({ candidates }) => (candidates ?? []).map(({ name }) => name));
      return names.length > 0 ? `Could be ${[...new Set(names)].join(' or ')}.` : 'Could be several papers.';
    }
    case 'unresolved':
      return 'Not in the manifest.';
    case 'no-antecedent':
      return 'There is no citation before it.';
    case 'outside-record':
      return 'Of another case, or authority.';
    case 'resolved':
    case 'unknown':
      return 'Not looked up.';
  }
}

function whyNotChecked({ status }: ResolvedCitation, papers: readonly ReportedPaper[]): string | undefined {
  if (status === 'outside-record') return 'It is not of this record; it was not looked up.';
  if (status === 'unknown') return 'It was not looked up.';
  const silent = papers.filter(({ passage }) => passage === undefined);
  if (papers.length === 0 || silent.length === 0) return undefined;
  const why = silent.flatMap(({ notes, statuses }) => (notes.length > 0 ? notes : statuses));
  return [...new Set(why)].join(' ');
}
