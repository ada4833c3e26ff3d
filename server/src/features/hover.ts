import type { Finding, Severity } from '../lint/finding.ts';
import type { CaseRecord, Source } from '../record/caseRecord.ts';
import { citedSources } from '../resolve/citedSources.ts';
import type { TargetResolution } from '../resolve/resolution.ts';
import { longDate } from '../text/isoDates.ts';
import type { Span } from '../text/span.ts';
import { type CardLink, type CardPicture, cardAsMarkdown, cardAsText, type HoverCard } from './card.ts';
import { type Cited, citedAt } from './citedAt.ts';
import { placeInFile } from './definition.ts';
import { docketAddress } from './docketAddress.ts';
import { nearMarks } from './passage.ts';
import type { DraftView, OpenPlace } from './view.ts';
import { pinWords, sealingWords, statusWords } from './wording.ts';
import { type WordsAtPin, wordsAtPin } from './wordsAtPin.ts';

/** How a client shows a hover, and how it follows a link. */
export interface HoverOptions {
  readonly markdown: boolean;
  /** The person turned protected previews on, for this session. */
  readonly showsProtected: boolean;
  /** The address that opens a place; undefined where the client can follow none. */
  address(place: OpenPlace): string | undefined;
  /** A picture of the place that is cited (`pictureWanted`), where there is one. */
  readonly picture?: CardPicture | undefined;
}

/** What a hover says, and the span that it speaks of. */
export interface HoverAnswer {
  readonly span: Span;
  readonly words: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The hover at a UTF-16 offset; undefined where no citation to the record stands. */
export function hover(view: DraftView, offset: number, options: HoverOptions): HoverAnswer | undefined {
  const cited = citedAt(view.draft, offset);
  if (!cited) return undefined;
  const findings = findingsAt(view.findings, cited, offset);
  const card = cardOf(view, cited, findings, options);
  if (!card) return undefined;
  return { span: cited.resolved.citation, words: options.markdown ? cardAsMarkdown(card) : cardAsText(card) };
}

function cardOf(
  view: DraftView,
  cited: Cited,
  findings: readonly Finding[],
  options: HoverOptions,
): HoverCard | undefined {
  const verdicts = findings.map(({ message }) => message);
  const { answer } = cited;
  const record = view.draft.record.state === 'available' ? view.draft.record.record : undefined;
  if (answer?.status === 'resolved' && answer.source) {
    const card = paperCard(view, cited, answer.source, record, options);
    const told = findings.some(({ code }) => code === 'stale-citation');
    return { ...card, verdicts, statuses: told ? [] : card.statuses };
  }
  const empty: HoverCard = { verdicts, papers: [], statuses: [], notes: [], links: [] };
  if (answer?.status === 'ambiguous' && answer.candidates && answer.candidates.length > 0) {
    return { ...empty, papers: answer.candidates.map((source) => candidateLine(view, source, options)) };
  }
  const note = answer ? noteWithoutPaper(view, answer) : undefined;
  return verdicts.length > 0 || note ? { ...empty, notes: note ? [note] : [] } : undefined;
}

/** Why there is no paper to show; undefined for what is not the record's to answer. */
function noteWithoutPaper({ draft }: DraftView, { status, target }: TargetResolution): string | undefined {
  if (target.kind === 'authority') return undefined;
  if (status === 'outside-record') return 'This is not of this record; it was not looked up.';
  if (draft.record.state === 'none')
    return 'No manifest (exhibits.yaml) was found for this draft; nothing was looked up.';
  if (draft.record.state === 'unavailable') return 'The manifest can not be read; nothing was looked up.';
  return status === 'unresolved' ? 'It is not in the manifest.' : undefined;
}

function paperCard(
  view: DraftView,
  cited: Cited,
  source: Source,
  record: CaseRecord | undefined,
  options: HoverOptions,
): HoverCard {
  const { pin } = cited;
  const sealing = sealingWords(source, options.showsProtected);
  const isWithheld = source.isProtected && !options.showsProtected;
  const { passage, altered, notes: own } = isWithheld ? NO_WORDS : wordsAtPin(view, cited, source);
  const picture = source.isProtected ? undefined : options.picture;
  const notes = altered === undefined ? own : [altered, ...own];
  const others = othersCited(cited, source);
  return {
    verdicts: [],
    papers: [{ name: [source.name, ...(pin ? [pinWords(pin)] : [])].join(' '), details: detailsOf(source) }],
    statuses: [...statusWords(source), ...(sealing ? [sealing] : [])],
    ...(passage && { passage: picture ? nearMarks(passage) : passage }),
    ...(picture && { picture }),
    notes: others === undefined ? notes : [...notes, others],
    links: linksOf(view, cited, source, record, options),
  };
}

const NO_WORDS: WordsAtPin = { notes: [] };

/** What else the same citation cites: `RFPs 118 and 119` is one citation of two. Names only, and not too many of them. */
function othersCited({ resolved }: Cited, source: Source): string | undefined {
  const all = resolved.targets.flatMap(citedSources);
  const names = [...new Set(all.filter((one) => one !== source).map(({ name }) => name))];
  if (names.length === 0) return undefined;
  return `Cited with it: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}.`;
}

function detailsOf({ title, by, date }: Source): readonly string[] {
  return [title, by, date === undefined ? undefined : longDate(date)].filter((detail) => detail !== undefined);
}

function linksOf(
  view: DraftView,
  cited: Cited,
  source: Source,
  record: CaseRecord | undefined,
  options: HoverOptions,
): readonly CardLink[] {
  const links: CardLink[] = [];
  const add = (label: string, address: string | undefined): void => {
    if (address !== undefined) links.push({ label, address });
  };
  const file = placeInFile(view, source, cited);
  if (file) add(file.page === undefined ? 'Open' : `Open at page ${file.page}`, options.address(file.place));
  const entry = view.places.entry(source.place);
  if (entry) add('Manifest', options.address(entry));
  add('Docket', docketAddress(source, record));
  return links;
}

function candidateLine(view: DraftView, source: Source, options: HoverOptions): HoverCard['papers'][number] {
  const entry = view.places.entry(source.place);
  const address = entry && options.address(entry);
  return { name: source.name, details: detailsOf(source), ...(address && { link: { label: 'Manifest', address } }) };
}

/** Findings that speak of what is under the cursor, the gravest first. */
function findingsAt(
  findings: readonly Finding[],
  { resolved, answer, pin }: Cited,
  offset: number,
): readonly Finding[] {
  const { citation } = resolved;
  const own = answer && citation.targets.includes(answer.target) ? answer.target : undefined;
  const concerns = ({ span }: Finding): boolean =>
    (span.start <= offset && offset <= span.end) ||
    (overlaps(span, citation) && (!own || citation.targets.length < 2 || overlaps(span, own))) ||
    (pin !== undefined && overlaps(span, pin));
  return findings
    .filter(concerns)
    .slice()
    .sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity));
}

function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}
