import { nameKey, splitQualifiers } from '../text/names.ts';
import type { CaseRecord, Docket, RequestResponse, RequestSet, Source } from './caseRecord.ts';
import { Directory } from './directory.ts';
import { dateOf, type SourceDraft } from './documentFields.ts';
import { child, isBlank, type ManifestNode, wordListOf, wordsOf } from './manifestTree.ts';
import type { Floor, Paper } from './paper.ts';
import { shown } from './problems.ts';
import type { ScopeDraft, Sections, Word } from './sections.ts';
import { withoutDeclaration, withoutDeposition } from './testimony.ts';
import { closest } from './validate.ts';

/** A record whose indices are finished, and the entries of its nearest manifest whose words still have to be looked up in it. */
export interface Unsettled {
  readonly floor: Floor;
  readonly sections: Sections;
  readonly papers: readonly Paper[];
  readonly record: CaseRecord;
}

/** Looks up what fields name: successors, rulings, orders, the served papers of requests; and says which words lead nowhere. */
export function settleReferences(unsettled: Unsettled): void {
  const { floor, papers, record, sections } = unsettled;
  const directory = new Directory(record);
  const dockets = new Map(record.cases.map(({ key, docket }) => [key, docket]));
  const homeOf = ({ caseKey }: Paper) => (caseKey === undefined ? undefined : dockets.get(caseKey)) ?? record.docket;
  for (const paper of papers) settlePaper({ floor, directory, home: homeOf(paper) }, paper);
  reportCircles(floor, papers);
  const context = { floor, directory, home: record.docket };
  sections.sets.forEach((set, index) => {
    const deadline = set.deadline?.order;
    const finished = record.sets[index];
    if (deadline && finished) settleDeadline(context, finished, deadline);
    for (const request of set.requests) {
      const { source } = request.paper;
      if (request.servedIn) settleServedIn(context, request.paper, request.servedIn);
      if (request.responses.length > 0) source.responses = request.responses.map(responseOf);
    }
  });
  settleScopes(floor, record, sections.scopes);
  reportNames(context, papers);
}

interface Context {
  readonly floor: Floor;
  readonly directory: Directory;
  readonly home: Docket;
}

interface Reference {
  readonly text: string;
  readonly source?: Source;
}

function settlePaper(context: Context, { node, final: { source } }: Paper): void {
  const supersededBy = lookUp(context, child(node, 'supersededBy'));
  if (supersededBy) source.supersededBy ??= supersededBy;
  const ruledOn = lookUp(context, child(node, 'ruledOn'));
  if (ruledOn) source.ruledOn ??= ruledOn;
  const sealing = child(node, 'sealing');
  const order = lookUp(context, child(sealing, 'order'));
  if (order) source.sealingOrder ??= order;
  lookUp(context, child(sealing, 'motion'));
}

/** The paper that a field names; a finding where it leads nowhere. Where several answer, none is guessed. */
function lookUp({ floor, directory, home }: Context, node: ManifestNode | undefined): Reference | undefined {
  if (!node || isBlank(node)) return undefined;
  const text = Directory.wordsOf(node);
  if (text === undefined) {
    // A group with a title and no number speaks of a paper that is not in the record.
    const title = wordsOf(child(node, 'title'));
    return title === undefined ? undefined : { text: title };
  }
  const found = directory.find(text, home);
  const [source] = found;
  if (found.length === 0) floor.problems.invalid(node.span, `${shown(text)} is not in the manifest.`);
  return source && found.length === 1 ? { text, source } : { text };
}

function settleDeadline(context: Context, set: RequestSet, node: ManifestNode): void {
  const order = lookUp(context, node);
  const draft: { -readonly [Field in keyof RequestSet]: RequestSet[Field] } = set;
  if (order && set.motionDeadline) draft.motionDeadline = { ...set.motionDeadline, order };
}

function settleServedIn(context: Context, paper: Paper, node: ManifestNode): void {
  const page = wordsOf(child(node, 'page'));
  const reference = lookUp(context, node) ?? fileOf(node);
  if (!reference) return;
  paper.source.servedIn = { ...reference, ...(page === undefined ? {} : { page }) };
  // Words that stand in a sealed paper are as sealed here.
  const container = reference.source && context.floor.papers.of(reference.source);
  if (container) paper.containers.push(container);
}

function fileOf(node: ManifestNode): Reference | undefined {
  const file = wordsOf(child(node, 'file'));
  return file === undefined ? undefined : { text: file };
}

function responseOf({ node, final, source: written }: Paper): RequestResponse {
  const served = dateOf(child(node, 'served')) ?? written.date;
  const { title } = written;
  return {
    source: final.source,
    ...(title === undefined ? {} : { title }),
    ...(served === undefined ? {} : { served }),
  };
}

/** `supersededBy` that comes back to where it began: the link that closes the circle is taken out, with a finding. */
function reportCircles(floor: Floor, papers: readonly Paper[]): void {
  const done = new Set<Source>();
  for (const { final } of papers) {
    const way = new Set<Source>();
    let at: Source | undefined = final.source;
    let before: SourceDraft | undefined;
    while (at && !done.has(at) && !way.has(at)) {
      way.add(at);
      before = floor.papers.of(at)?.source;
      at = at.supersededBy?.source;
    }
    if (at && way.has(at) && before?.supersededBy) {
      const { text } = before.supersededBy;
      const span = before.place.fields.get('supersededBy') ?? before.place.span;
      floor.problems.invalid(span, `${shown(text)} leads in a circle: it comes back to ${before.name}.`);
      before.supersededBy = { text };
    }
    for (const source of way) done.add(source);
  }
}

/** Names that a field may use, and how a word for one of them is folded. */
interface Names {
  readonly known: readonly string[];
  readonly keys: ReadonlySet<string>;
}

function namesOf(known: readonly string[]): Names {
  return { known, keys: new Set(known.map(nameKey)) };
}

/** What the drafts' own fields name has to be in the manifest, or in the draft's own part of it. */
function settleScopes(floor: Floor, record: CaseRecord, scopes: readonly ScopeDraft[]): void {
  const people = namesOf(witnessesOf(record));
  const sets = namesOf(record.sets.flatMap(({ name }) => name ?? []));
  const cases = namesOf(record.cases.flatMap(({ key, names }) => [key, ...names]));
  for (const scope of scopes) {
    const own = namesOf(witnessesOf(scope));
    for (const word of scope.exhibitsOf) {
      if (!own.keys.has(witnessKey(word.words)) && !own.keys.has(nameKey(word.words))) {
        reportUnknown(floor, word, people, 'No declaration or deposition of');
      }
    }
    for (const word of scope.requests) reportUnknown(floor, word, sets, 'No set of requests called');
    if (scope.case) reportUnknown(floor, scope.case, cases, 'No case called');
  }
}

interface Testimony {
  readonly declarations: readonly { readonly declarant: string }[];
  readonly depositions: readonly { readonly deponent: string; readonly designee?: string }[];
}

function witnessesOf({ declarations, depositions }: Testimony): readonly string[] {
  const deponents = depositions.flatMap(({ deponent, designee = deponent }) => [deponent, designee]);
  return [...declarations.map(({ declarant }) => declarant), ...deponents];
}

/** "2d Vo", "Vo Decl." and "Vo" all name somebody who is there. */
function witnessKey(words: string): string {
  return nameKey(splitQualifiers(withoutDeposition(withoutDeclaration(words))).name);
}

function reportUnknown(floor: Floor, { words, span }: Word, { known, keys }: Names, what: string): void {
  if (keys.has(nameKey(words)) || keys.has(witnessKey(words))) return;
  const meant = closest(words, known);
  const question = meant === undefined ? '' : ` Did you mean ${meant}?`;
  floor.problems.invalid(span, `${what} ${shown(words)} is in the manifest.${question}`);
}

/** Another name (`as`) that is some other paper's: both would answer to it. */
function reportNames({ floor, directory, home }: Context, papers: readonly Paper[]): void {
  const first = new Map<string, Paper>();
  for (const paper of papers) {
    for (const { words } of wordListOf(child(paper.node, 'as'))) {
      const key = nameKey(words);
      const other = first.get(key) ?? paperNamed({ floor, directory, home }, words);
      if (!first.has(key)) first.set(key, paper);
      if (!other || other.final === paper.final) continue;
      floor.problems.claimedTwice(shown(words), other.final.source.place, paper.source.place, false);
    }
  }
}

function paperNamed({ floor, directory, home }: Context, words: string): Paper | undefined {
  const found = directory.findByPlace(words, home);
  const [source] = found;
  return source && found.length === 1 ? floor.papers.of(source) : undefined;
}
