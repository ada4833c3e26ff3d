import { docketKey, exhibitKey, tidy } from '../text/names.ts';
import { child, entriesOf, type ManifestNode, type MapEntry, pointerStep, wordsOf } from './manifestTree.ts';
import { bareLabel, type Floor, type Paper, readLabelled } from './paper.ts';

/** A docket while the record is made. */
export interface DocketDraft {
  readonly caseKey?: string;
  /** How its numbers are cited: `Dkt. No. `, or with the case before it. */
  readonly head: string;
  /** Each listed number with its paper, a number that is listed twice both times. */
  readonly listed: { readonly number: string; readonly paper: Paper }[];
  /** The first paper listed under a number: what `docket: 391-10` leads to. */
  readonly byNumber: Map<string, Paper>;
  /** `ECF 352, Ex. A`. */
  readonly exhibits: { readonly number: string; readonly label: string; readonly paper: Paper }[];
  /** The first paper under an exhibit's label inside an entry, by `insideKey`. */
  readonly byLabel: Map<string, Paper>;
  /** Numbers that lead to a paper where nothing is listed under them: other versions, papers that name their own number. */
  readonly alsoNumbered: { readonly number: string; readonly paper: Paper }[];
  /** Numbers of `versions`, where nothing else is listed under them. */
  readonly byVersion: Map<string, Paper>;
  readonly closedAttachments: Set<string>;
  /** How many numbers have come from stretches such as `2-5`. */
  fromStretches: number;
}

/** More attachments than any filing has: a longer stretch is a slip of the pen. */
const LONGEST_STRETCH = 1000;

/** More numbers than stretches may stand for in one docket: a few lines could otherwise fill the memory. */
const MOST_FROM_STRETCHES = 20_000;

/** A docket as it stands under `docket:`, or under one of the `cases`. */
export function readDocket(
  floor: Floor,
  node: ManifestNode | undefined,
  pointer: string,
  caseKey?: string,
): DocketDraft {
  const draft: DocketDraft = {
    ...(caseKey === undefined ? {} : { caseKey }),
    head: caseKey === undefined ? 'Dkt. No. ' : `${caseKey} Dkt. No. `,
    listed: [],
    byNumber: new Map(),
    exhibits: [],
    byLabel: new Map(),
    alsoNumbered: [],
    byVersion: new Map(),
    closedAttachments: new Set(),
    fromStretches: 0,
  };
  for (const entry of entriesOf(node)) readEntry(floor, draft, entry, { pointer, numbers: [numberOf(entry.key)] });
  for (const { number, paper } of draft.listed)
    if (paper.containers.length === 0) containAttachment(draft, number, paper);
  return draft;
}

/** An attachment that is listed by its whole number (`391-10`) is as protected by entry 391 as one that is listed inside it. */
export function containAttachment(draft: DocketDraft, number: string, paper: Paper): void {
  const whole = draft.byNumber.get(wholeOf(number));
  if (whole && whole !== paper) paper.containers.push(whole);
}

/** `391` of `391-10`; a number without an attachment is itself. */
export function wholeOf(number: string): string {
  return number.replace(/-[^-]*$/, '');
}

/** An exhibit inside a docket entry, for comparison. */
export function insideKey(number: string, label: string): string {
  return `${number} ${exhibitKey(label)}`;
}

/** A key's number; somebody may write `Dkt. No. 12` where `12` is enough. */
function numberOf(key: string): string {
  return docketKey(tidy(key).replace(/^(?:dkt|ecf|doc|docket)\.? {0,3}(?:nos?\.?|entry)? {0,3}(?=\d)/i, ''));
}

interface Where {
  readonly pointer: string;
  readonly numbers: readonly string[];
  readonly container?: Paper;
}

function readEntry(floor: Floor, draft: DocketDraft, entry: MapEntry, where: Where): void {
  const [number = '', last] = [where.numbers[0], where.numbers.at(-1)];
  const pointer = where.pointer + pointerStep(entry.key);
  const paper = floor.papers.add(floor.manifest, {
    kind: where.container ? 'attachment' : 'docketEntry',
    name: draft.head + (last === number ? number : `${number} to ${last}`),
    entry: pointer,
    span: entry.keySpan,
    node: entry.value,
    container: where.container,
    caseKey: draft.caseKey,
  });
  if (where.numbers.length === 1) paper.source.docketNumber = number;
  for (const listed of where.numbers) {
    draft.listed.push({ number: listed, paper });
    if (!draft.byNumber.has(listed)) draft.byNumber.set(listed, paper);
  }
  readInside(floor, draft, { number, pointer, paper });
  readVersions(draft, paper, child(entry.value, 'versions'));
}

interface Inside {
  readonly number: string;
  readonly pointer: string;
  readonly paper: Paper;
}

function readInside(floor: Floor, draft: DocketDraft, { number, pointer, paper }: Inside): void {
  const attachments = child(paper.node, 'attachments');
  for (const entry of entriesOf(attachments)) {
    const numbers = attachmentNumbers(floor, draft, number, entry);
    if (numbers.length > 0) {
      readEntry(floor, draft, entry, { pointer: `${pointer}/attachments`, numbers, container: paper });
    }
  }
  const exhibits = child(paper.node, 'exhibits');
  const labelled = readLabelled(floor, entriesOf(exhibits), {
    pointer: `${pointer}/exhibits`,
    kind: 'exhibit',
    nameOf: (label) => `${draft.head}${number}, Ex. ${label}`,
    container: paper,
    caseKey: draft.caseKey,
  });
  for (const exhibit of labelled) placeExhibit(draft, number, exhibit.label, exhibit.paper);
  if (attachments?.kind === 'map' || exhibits?.kind === 'map') draft.closedAttachments.add(number);
}

/** An exhibit inside an entry; with `attachment: 1` it is attachment 1, and one paper with it where that is listed too. */
function placeExhibit(draft: DocketDraft, number: string, label: string, paper: Paper): void {
  draft.exhibits.push({ number, label, paper });
  const key = insideKey(number, label);
  if (!draft.byLabel.has(key)) draft.byLabel.set(key, paper);
  const attachment = wordsOf(child(paper.node, 'attachment'));
  if (attachment === undefined) return;
  const numbered = docketKey(`${number}-${attachment}`);
  paper.source.docketNumber = numbered;
  const listed = draft.byNumber.get(numbered);
  if (listed) paper.sameAs = listed;
  else {
    draft.byNumber.set(numbered, paper);
    draft.listed.push({ number: numbered, paper });
  }
}

/** `10` under 391 is 391-10; `2-5` is each of 391-2 to 391-5. */
function attachmentNumbers(
  floor: Floor,
  draft: DocketDraft,
  number: string,
  { key, keySpan }: MapEntry,
): readonly string[] {
  const label = bareLabel(key).replace(/^(?:attachment|att)\.? +/i, '');
  const [, from, to] = /^(\d{1,6}) ?- ?(\d{1,6})$/.exec(label) ?? [];
  if (from === undefined || to === undefined) return [docketKey(`${number}-${label}`)];
  const count = Number(to) - Number(from) + 1;
  draft.fromStretches += Math.max(count, 0);
  if (count < 1 || count > LONGEST_STRETCH || draft.fromStretches > MOST_FROM_STRETCHES) {
    floor.problems.invalid(keySpan, `Attachments ${label} are not a stretch of numbers from the first to the last.`);
    return [];
  }
  return Array.from({ length: count }, (_, index) => `${number}-${Number(from) + index}`);
}

/** `versions: {sealed: 310-4, refiled: 320}`: one paper, several docket entries. */
function readVersions(draft: DocketDraft, paper: Paper, versions: ManifestNode | undefined): void {
  const numbers = new Map<string, string>();
  for (const { key, value } of entriesOf(versions)) {
    const written = wordsOf(value) ?? wordsOf(child(value, 'docket'));
    if (written === undefined) continue;
    const number = numberOf(written);
    numbers.set(key, number);
    draft.alsoNumbered.push({ number, paper });
    if (!draft.byVersion.has(number)) draft.byVersion.set(number, paper);
  }
  if (numbers.size > 0) paper.source.versions = numbers;
}
