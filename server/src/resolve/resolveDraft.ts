import type { CaseRecord, PaperScope, Party, Source } from '../record/caseRecord.ts';
import type { Citation, DocketEntryTarget, PinCite, Target } from '../syntax/citation.ts';
import type { DraftSyntax } from '../syntax/draftSyntax.ts';
import { type Answer, missing, OUTSIDE, partySpeaking, type ResolveContext } from './answer.ts';
import { type Antecedent, antecedentsOf, targetsMeant } from './antecedents.ts';
import { type ResolutionStatus, type ResolvedCitation, STATUSES, type TargetResolution } from './resolution.ts';
import { resolveTarget } from './resolveTarget.ts';
import { footnoteAt, type Surroundings, sectionAt, surroundingsOf } from './surroundings.ts';
import { shortFormsByName } from './targets/shortForm.ts';

/** The record to answer from; undefined where there is none, or none that can be read: then citations are unknown. */
export interface KnownRecord {
  readonly record: CaseRecord;
  readonly scope: PaperScope | undefined;
}

/** Answers every citation of a draft, *Id.* through its antecedent. Pure; the answers are in the order of the citations. */
export function resolveDraft(syntax: DraftSyntax, known: KnownRecord | undefined): readonly ResolvedCitation[] {
  const surroundings = surroundingsOf(syntax);
  const antecedents = antecedentsOf(syntax, surroundings);
  const answers = answersOf(syntax, known, surroundings);
  const done: ResolvedCitation[] = [];
  for (const [index, citation] of syntax.citations.entries()) {
    const antecedent = antecedents.get(index);
    const via = antecedent?.via === undefined ? undefined : done[antecedent.via];
    done.push(
      citation.form === 'id'
        ? resolveId(syntax, citation, index, antecedent, answers, via)
        : resolvePlain(citation, index, answers.of(index)),
    );
  }
  return done;
}

interface Answers {
  of(index: number): readonly Answer[];
  /** Answers a target that an *Id.* makes of its antecedent's (`Id. Ex. 57`). */
  one(target: Target, index: number): Answer;
}

/** Answers are made once and on demand, since a short form asks for the citation beside which it is defined. */
function answersOf(
  syntax: DraftSyntax,
  known: KnownRecord | undefined,
  surroundings: readonly Surroundings[],
): Answers {
  const made = new Map<number, readonly Answer[]>();
  const speakers = new Map<string, Party | undefined>();
  const speaking = (party: string): Party | undefined => {
    if (known && !speakers.has(party)) speakers.set(party, partySpeaking(known.record.parties, party));
    return speakers.get(party);
  };
  const context: ResolveContext | undefined = known && {
    syntax,
    record: known.record,
    scope: known.scope,
    shortForms: shortFormsByName(syntax),
    partyAt(offset) {
      const mark = syntax.footnotes[footnoteAt(syntax.footnotes, offset)]?.markOffset;
      const section = syntax.sections[sectionAt(syntax, mark ?? offset)];
      return section && speaking(section.party);
    },
    answerOf: (citation) => of(citation),
  };
  const one = (target: Target, index: number): Answer => {
    if (target.kind === 'authority') return OUTSIDE;
    if (isOfCaseLaw(syntax, surroundings[index], target)) return OUTSIDE;
    if (!context) return target.open === 'blank' ? missing(false) : withoutRecord(target);
    return resolveTarget(target, context);
  };
  const of = (index: number): readonly Answer[] => {
    const before = made.get(index);
    if (before) return before;
    // A short form that leads to itself in a circle finds nothing.
    made.set(index, []);
    const answers = (syntax.citations[index]?.targets ?? []).map((target) => one(target, index));
    made.set(index, answers);
    return answers;
  };
  return { of, one };
}

/** Without a record only another case's docket is known to be outside it. */
function withoutRecord(target: Target): Answer {
  return 'case' in target && target.case ? OUTSIDE : { status: 'unknown' };
}

/** A docket reference in the parenthetical of a case belongs to that case. */
function isOfCaseLaw(syntax: DraftSyntax, place: Surroundings | undefined, target: Target): boolean {
  if (target.kind !== 'docketEntry' || place?.attachedTo === undefined) return false;
  return syntax.citations[place.attachedTo]?.form === 'caseLaw';
}

function resolvePlain(citation: Citation, index: number, answers: readonly Answer[]): ResolvedCitation {
  const targets = citation.targets.map((target, place): TargetResolution => {
    const answer = answers[place] ?? missing(false);
    return answered(answer, target, target.pins);
  });
  // The draft's own pages are no paper of the record.
  if (citation.form === 'supra' && targets.length === 0) return { index, citation, targets, status: 'outside-record' };
  const open = isOpen(citation, targets);
  return { index, citation, targets, status: open ? 'unresolved' : worstOf(targets), ...(open ? { open } : {}) };
}

/** An answer with its target. The two commonest shapes are written out: a spread takes ten times as long, at every keystroke. */
function answered(answer: Answer, target: Target, pins: readonly PinCite[]): TargetResolution {
  if (answer === OUTSIDE) return { target, status: 'outside-record', pins };
  const { status, source, sources } = answer;
  if (status === 'resolved' && source && !sources) return { target, status, source, pins };
  return { ...answer, target, pins };
}

/** `[Ex. X]` is a placeholder only where the record has no Ex. X. */
function isOpen(citation: Citation, targets: readonly TargetResolution[]): true | undefined {
  if (!citation.open) return undefined;
  const blank = targets.some(({ target, status }) =>
    target.open === 'unlessListed'
      ? status !== 'resolved'
      : target.open === 'blank' || target.pins.some((pin) => pin.open),
  );
  return blank || targets.length === 0 ? true : undefined;
}

function worstOf(targets: readonly TargetResolution[]): ResolutionStatus {
  let worst = -1;
  for (const { status } of targets) worst = Math.max(worst, STATUSES.indexOf(status));
  return STATUSES[worst] ?? 'unresolved';
}

function resolveId(
  syntax: DraftSyntax,
  citation: Citation,
  index: number,
  antecedent: Antecedent | undefined,
  answers: Answers,
  via: ResolvedCitation | undefined,
): ResolvedCitation {
  const roots = onePaper(antecedent?.members ?? [], answers);
  const root = roots.at(-1);
  const meant = root === undefined ? undefined : syntax.citations[root];
  if (root === undefined || !meant) return { index, citation, targets: [], status: 'no-antecedent' };
  const candidates = roots.length > 1 ? candidatesOf(roots, answers) : [];
  const own =
    via && !citation.id?.exhibits.length ? viaTargets(citation, via) : idTargets(citation, meant, root, answers);
  const targets = own.map((target) => inDoubt(target, candidates));
  const isList = targets.length > 1 && (citation.id?.pins.length ?? 0) > 0 && (citation.id?.exhibits.length ?? 0) === 0;
  const distinct = new Set(targets.map((target) => target.source ?? target));
  const doubtful = roots.length > 1 || (isList && distinct.size > 1);
  const status = citation.open ? 'unresolved' : doubtful ? 'ambiguous' : worstOf(targets);
  return {
    index,
    citation,
    targets,
    status,
    antecedent: root,
    ...(roots.length > 1 ? { antecedents: roots } : {}),
    ...(doubtful ? { doubtful: true as const } : {}),
    ...(citation.open ? { open: true as const } : {}),
  };
}

/** The papers of every member of a string: any of them may be meant. */
function candidatesOf(members: readonly number[], answers: Answers): readonly Source[] {
  const found = members.flatMap((member) =>
    answers.of(member).flatMap((answer) => answer.source ?? answer.candidates ?? []),
  );
  return [...new Set(found)];
}

/** The same words with every paper that may be meant, and none that is. */
function inDoubt(resolution: TargetResolution, candidates: readonly Source[]): TargetResolution {
  if (candidates.length === 0) return resolution;
  return { target: resolution.target, pins: resolution.pins, status: 'ambiguous', candidates };
}

/** A string whose members are one paper is not in doubt. */
function onePaper(members: readonly number[], answers: Answers): readonly number[] {
  if (members.length < 2) return members;
  const papers = members.map((member) => {
    const sources = new Set(answers.of(member).map((answer) => answer.source));
    const [only] = sources;
    return sources.size === 1 ? only : undefined;
  });
  const [first] = papers;
  return first && papers.every((paper) => paper === first) ? members.slice(-1) : members;
}

function idTargets(id: Citation, antecedent: Citation, root: number, answers: Answers): readonly TargetResolution[] {
  const words = id.id ?? { pins: [], exhibits: [] };
  if (words.exhibits.length > 0) {
    return words.exhibits.map((exhibit) => {
      const target = insideContainer(antecedent.targets[0], exhibit, id);
      return { ...answers.one(target, root), target, pins: exhibit.pins };
    });
  }
  const all = answers.of(root);
  return targetsMeant(antecedent, id).map((target) => {
    const answer = all[antecedent.targets.indexOf(target)] ?? missing(false);
    // A bare Id. takes the antecedent's pin; what it writes itself replaces it.
    const pins = words.pins.length > 0 ? words.pins : target.pins;
    return { ...answer, target: { ...target, start: id.start, end: id.headSpan.end, pins: words.pins }, pins };
  });
}

/** After `Id. Ex. F at 2` an *Id.* stands for Ex. F; it keeps that pin unless it writes its own. */
function viaTargets(id: Citation, via: ResolvedCitation): readonly TargetResolution[] {
  const pins = id.id?.pins ?? [];
  return via.targets.map((answer) => ({
    ...answer,
    target: { ...answer.target, start: id.start, end: id.headSpan.end, pins },
    pins: pins.length > 0 ? pins : answer.pins,
  }));
}

/** `Id. Ex. 57` keeps the container: the declaration, deposition or docket item, not the exhibit that was cited before. */
function insideContainer(
  container: Target | undefined,
  exhibit: NonNullable<Citation['id']>['exhibits'][number],
  id: Citation,
): Target {
  const words = {
    exhibit: exhibit.exhibit,
    start: exhibit.span.start,
    end: exhibit.span.end,
    pins: exhibit.pins,
  };
  const range = exhibit.last === undefined ? {} : { last: exhibit.last };
  switch (container?.kind) {
    case 'docketEntry': {
      const inside: DocketEntryTarget = { kind: 'docketEntry', docket: container.docket, ...words, ...range };
      return container.case ? { ...inside, case: container.case } : inside;
    }
    case 'declaration':
      return {
        kind: 'declaration',
        declarant: container.declarant,
        ...(container.which ? { which: container.which } : {}),
        ...words,
        ...range,
      };
    case 'deposition':
      return { kind: 'deposition', deponent: container.deponent, ...words, ...range };
    case 'filing':
      return {
        kind: 'filing',
        filing: container.filing,
        ...(container.owner ? { owner: container.owner } : {}),
        ...words,
        ...range,
      };
    case 'exhibit':
      return {
        kind: 'exhibit',
        ...(container.owner ? { owner: container.owner } : {}),
        ...(container.of ? { of: container.of } : {}),
        ...words,
        ...range,
      };
    default:
      return { kind: 'exhibit', ...words, ...range, start: id.start };
  }
}
