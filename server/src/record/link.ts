import { caseNumberKey, docketKey, nameKey } from '../text/names.ts';
import { containAttachment, type DocketDraft, insideKey, wholeOf } from './docket.ts';
import { documentFields, statusOf } from './documentFields.ts';
import { child, isBlank, wordsOf } from './manifestTree.ts';
import { type Floor, type Paper, says } from './paper.ts';
import { shown } from './problems.ts';
import { readDocketReference } from './reference.ts';
import type { Sections } from './sections.ts';
import { type DepositionDraft, withoutDeposition } from './testimony.ts';

/** What the references of one manifest may lead to: its own sections, then those of the manifest that it extends. */
export interface LinkContext {
  readonly floor: Floor;
  readonly own: Sections;
  readonly extended: readonly Sections[];
  /** The entries of this manifest. */
  readonly papers: readonly Paper[];
  /** By `nameKey`; the nearest manifest's. */
  readonly depositions: ReadonlyMap<string, DepositionDraft>;
}

/** Gathers what the references of a manifest may lead to. `extended` has the nearest first. */
export function linkContextOf(
  floor: Floor,
  own: Sections,
  extended: readonly Sections[],
  papers: readonly Paper[],
): LinkContext {
  const depositions = new Map<string, DepositionDraft>();
  for (const deposition of [own, ...extended].flatMap((sections) => sections.depositions)) {
    if (!depositions.has(deposition.key)) depositions.set(deposition.key, deposition);
  }
  return { floor, own, extended, papers, depositions };
}

/** Follows `docket:` and `deposition:`: an entry without an identity of its own is the paper it leads to. */
export function linkPapers(context: LinkContext): void {
  const leads = new Map<Paper, Paper>();
  for (const paper of context.papers) {
    const target = targetOf(context, paper);
    if (!target || target === paper) continue;
    const isReference = isBlank(child(paper.node, 'includes')) && !hasOwnFile(paper);
    if (paper.sameAs || isReference) leads.set(paper, target);
    else takeExcerpt(paper, target);
  }
  for (const paper of leads.keys()) follow(context, paper, leads);
}

/** A paper with its own file is itself, even where it says under which number it is filed. */
function hasOwnFile({ node }: Paper): boolean {
  return says(node, 'file');
}

/** An excerpt is protected by the whole; a copy with a file of its own by the paper that it says it is. */
function takeExcerpt(paper: Paper, target: Paper): void {
  paper.containers.push(target);
  if (!isBlank(child(paper.node, 'includes'))) paper.source.excerptOf = target.source;
}

function targetOf(context: LinkContext, paper: Paper): Paper | undefined {
  if (paper.sameAs) return paper.sameAs;
  if (!paper.canLead) return undefined;
  const deposition = wordsOf(child(paper.node, 'deposition'));
  if (deposition !== undefined) return depositionOf(context, paper, deposition);
  const docket = wordsOf(child(paper.node, 'docket'));
  return docket === undefined ? undefined : docketPaperOf(context, paper, docket);
}

function docketPaperOf(context: LinkContext, paper: Paper, words: string): Paper | undefined {
  const span = child(paper.node, 'docket')?.span ?? paper.source.place.span;
  const reference = readDocketReference(words);
  const dockets = reference ? docketsOf(context, reference.case ?? paper.caseKey) : undefined;
  const [own] = dockets ?? [];
  if (!reference || !own) {
    context.floor.problems.invalid(span, `${shown(words)} is not a docket number of this manifest.`);
    return undefined;
  }
  const attachment = wordsOf(child(paper.node, 'attachment'));
  const number = docketKey(attachment === undefined ? reference.number : `${reference.number}-${attachment}`);
  const { exhibit } = reference;
  for (const { byNumber, byLabel } of dockets ?? []) {
    const listed = exhibit === undefined ? byNumber.get(number) : byLabel.get(insideKey(number, exhibit));
    if (listed) return listed;
  }
  const version = own.byVersion.get(number);
  if (version && exhibit === undefined) return version;
  const whole = wholeOf(number);
  const isClosed = dockets?.some(({ closedAttachments }) => closedAttachments.has(whole)) ?? false;
  if (exhibit !== undefined || (whole !== number && isClosed)) {
    const among = exhibit === undefined ? `the attachments of ${own.head}${whole}` : 'what is listed in the manifest';
    const named = exhibit === undefined ? number : `${number}, Ex. ${exhibit}`;
    context.floor.problems.invalid(span, `${own.head}${named} is not among ${among}.`);
    return undefined;
  }
  // Nothing else is listed under this number: the entry says itself which paper it is, and a citation to the number means it.
  own.alsoNumbered.push({ number, paper });
  own.byNumber.set(number, paper);
  containAttachment(own, number, paper);
  return undefined;
}

/** The docket of a case (by its key, another name or its number) in this manifest, then in what it extends. */
function docketsOf({ own, extended }: LinkContext, caseWords: string | undefined): readonly DocketDraft[] {
  const floors = [own, ...extended];
  if (caseWords === undefined) return floors.map(({ docket }) => docket);
  const number = caseNumberKey(caseWords);
  const name = nameKey(caseWords);
  return floors.flatMap(({ cases }) =>
    cases.filter((other) => (number ? other.number === number : other.names.has(name))).map(({ docket }) => docket),
  );
}

function depositionOf({ floor, depositions }: LinkContext, paper: Paper, words: string): Paper | undefined {
  const found = depositions.get(nameKey(withoutDeposition(words)));
  if (!found) {
    const span = child(paper.node, 'deposition')?.span ?? paper.source.place.span;
    floor.problems.invalid(span, `No deposition of ${shown(words)} is in the manifest.`);
  }
  const { date } = paper.source;
  const sessions = found?.sessions ?? [];
  const ofDate = sessions.filter((session) => date !== undefined && session.paper.source.date === date);
  // Of several sittings none is guessed: the excerpt is then only itself.
  const meant = ofDate.length === 1 ? ofDate : sessions;
  return meant.length === 1 ? meant[0]?.paper : undefined;
}

/** Follows a chain of references to its end; a circle is broken, with a finding, where it closes. */
function follow({ floor }: LinkContext, start: Paper, leads: ReadonlyMap<Paper, Paper>): void {
  const way: Paper[] = [];
  const passed = new Set<Paper>();
  let at = start;
  for (let next = leads.get(at); next && at.final === at; next = leads.get(at)) {
    passed.add(at);
    if (passed.has(next)) {
      const span = child(at.node, 'docket')?.span ?? at.source.place.span;
      floor.problems.invalid(span, `${at.source.name} leads in a circle: it comes back to itself.`);
      break;
    }
    way.push(at);
    at = next;
  }
  for (const paper of way) {
    if (paper === at.final) continue;
    paper.final = at.final;
    addTo(at.final, paper);
  }
}

/** What the reference says of the paper is said of the paper itself, where its own entry does not say it. */
function addTo({ source }: Paper, { source: said, node }: Paper): void {
  const { includes: _ofExcerpts, ...fields } = documentFields(node);
  for (const [field, value] of Object.entries(fields)) {
    if (Reflect.get(source, field) === undefined) Reflect.set(source, field, value);
  }
  if (source.status === 'current') source.status = statusOf(node) ?? said.status;
  if (source.sealing === undefined && said.sealing) source.sealing = said.sealing;
  if (source.designation === undefined && said.designation !== undefined) source.designation = said.designation;
  if (!source.versions && said.versions) source.versions = said.versions;
}
