import type { Cursor } from '../../text/cursor.ts';
import type {
  Citation,
  DeclarationTarget,
  DepositionTarget,
  DocketEntryTarget,
  ExhibitTarget,
  PinCite,
} from '../citation.ts';
import { type Container, readContainer } from '../parts/container.ts';
import { type DocketBehind, readDocketBehind } from '../parts/docketBehind.ts';
import { EXHIBIT_TRIGGERS, type ExhibitLabel, readExhibitHead, readExhibitLabels } from '../parts/exhibitLabel.ts';
import { ownerBefore, tokenBefore } from '../parts/lookBack.ts';
import { isPaperName } from '../parts/paperNames.ts';
import { type PinsBehind, readPinsBehind } from '../parts/parenthetical.ts';
import type { CitationForm } from './form.ts';

/** Exhibits, with whose they are and what they are filed as: `Ex. B at 144-46`, `Plaintiff’s Ex. I, Dkt. No. 94-10`. */
export const exhibitForm: CitationForm = {
  name: 'exhibit',
  triggers: EXHIBIT_TRIGGERS,
  examples: [
    'Ex. B at 144-46',
    'Ex.F at 4',
    'Exhibits A-B',
    'Exhibits 5a-5c',
    'Exs. 19, 25',
    'Exs. K and L',
    'Plaintiff’s Ex. I, Dkt. No. 94-10',
    'Pl. Ex. 470',
    'Defs.’ Ex. F at 1, 4',
    'Wang Ex. 6 at 7-8',
    'Ex. 4, Dkt. 23-4',
    'Ex. 6 (Doc. 145)',
    'Exs. K and L, Dkt. Nos. 94-12 and 94-13',
    'Ex. A (the “Agreement”) ¶ 59',
    'Ex. __ at __',
  ],
  parse(cursor) {
    const before = ownerBefore(cursor.text, cursor.at, cursor.floor, 'anyName');
    // `MSJ Ex. 32 to Dkt. 5`: a paper owns no exhibits.
    const owner = before && isPaperName(before.name) ? undefined : before;
    const start = owner?.start ?? groupStart(cursor);
    const head = readExhibitHead(cursor);
    if (!head) return undefined;
    const labels = readExhibitLabels(cursor, head.plural);
    if (labels.length === 0 || isCompany(cursor) || isStyleOfCiting(cursor, labels)) return undefined;
    if (isTitle(cursor, start)) return undefined;
    return exhibitCitation(cursor, { start, headEnd: head.end, labels, ...(owner ? { owner: owner.name } : {}) });
  },
};

/** `Grp. Ex. D`, `Composite Exhibit 4`: several papers under one label. */
function groupStart({ text, at, floor }: Cursor): number {
  const before = tokenBefore(text, at, floor);
  return before && /^(?:Grp\.|Group|Comp\.|Composite|Hrg\.|Hr['\u2019]g|Hearing)$/.test(before.text)
    ? before.start
    : at;
}

/** `Exhibit 12 LLC`: a party's name. */
function isCompany({ text, at }: Cursor): boolean {
  return /^,?\s(?:LLC|L\.L\.C|Inc|Corp|Ltd|LLP|L\.P)\b/.test(text.slice(at, at + 9));
}

/** What was read of an exhibit citation up to its labels. */
export interface ExhibitHeadAndLabels {
  readonly start: number;
  readonly headEnd: number;
  readonly labels: readonly ExhibitLabel[];
  readonly owner?: string;
}

/** Reads what stands behind the labels (container, pins, docket number) and makes the citation; the cursor ends behind it. */
export function exhibitCitation(cursor: Cursor, read: ExhibitHeadAndLabels): Citation {
  const { labels } = read;
  const pinsBefore = readPinsBehind(cursor, { bare: false });
  const container = pinsBefore.pins.length === 0 ? readContainer(cursor) : undefined;
  const pinsAfter = container ? readPinsBehind(cursor, { bare: false }) : pinsBefore;
  const docket = readDocketBehind(cursor, labels.length);
  const pins = [...pinsAfter.pins, ...(docket?.pins ?? [])];
  const targets = labels.map((label, place) =>
    toTarget(label, place, { ...read, pins, pinsAfter, docket, container, isShared: labels.length > 1 }),
  );
  const open = targets.some((target) => target.open || target.pins.some((pin) => pin.open));
  return {
    form: targets[0]?.kind ?? 'exhibit',
    start: read.start,
    end: cursor.at,
    headSpan: { start: read.start, end: read.headEnd },
    targets,
    ...(open ? { open: true } : {}),
  };
}

interface Behind extends ExhibitHeadAndLabels {
  readonly pins: readonly PinCite[];
  readonly pinsAfter: PinsBehind;
  readonly docket: DocketBehind | undefined;
  readonly container: Container | undefined;
  readonly isShared: boolean;
}

function toTarget(
  label: ExhibitLabel,
  place: number,
  behind: Behind,
): ExhibitTarget | DeclarationTarget | DocketEntryTarget | DepositionTarget {
  const { docket, container } = behind;
  const number = docket?.numbers.length === behind.labels.length ? docket.numbers[place] : docket?.numbers[0];
  const common = {
    start: place === 0 ? behind.start : label.start,
    end: label.end,
    exhibit: label.exhibit,
    ...(label.last ? { last: label.last } : {}),
    ...(label.open ? { open: label.open } : {}),
    ...(number ? { docket: number.docket, docketSpan: { start: number.start, end: number.end } } : {}),
    ...(behind.pinsAfter.version ? { version: behind.pinsAfter.version } : {}),
    pins: behind.isShared ? behind.pins.map((pin) => ({ ...pin, shared: true as const })) : behind.pins,
  };
  if (container?.kind === 'deposition') return { kind: 'deposition', deponent: container.deponent, ...common };
  if (container?.kind === 'docket') return { kind: 'docketEntry', ...common, docket: container.docket };
  if (container?.kind === 'declaration') {
    return {
      kind: 'declaration',
      declarant: container.declarant,
      ...(container.which ? { which: container.which } : {}),
      ...common,
    };
  }
  return {
    kind: 'exhibit',
    ...(behind.owner ? { owner: behind.owner } : {}),
    ...(container?.kind === 'otherPaper' ? { of: container.name } : {}),
    ...(label.otherReading ? { otherReading: label.otherReading } : {}),
    ...common,
  };
}

/** `a page labelled "Exhibit 12 (Draft)"`: words on the paper. `the letter attached as "Exhibit A"` is a citation. */
function isTitle({ text, at }: Cursor, start: number): boolean {
  return (
    /["\u201C]$/.test(text.charAt(start - 1)) &&
    !/[([]$/.test(text.charAt(start - 2)) &&
    /^\s(?:\(\w|[A-Z][a-z])[^"\u201C\u201D\n]{0,60}["\u201D]/.test(text.slice(at, at + 80))
  );
}

/** `The exhibits (“Ex. __”) are attached`: how the draft will cite them, nothing to be filled in. */
function isStyleOfCiting({ text, at }: Cursor, labels: readonly ExhibitLabel[]): boolean {
  return (
    labels.some(({ open }) => open === 'blank') &&
    /^["\u201D](?:\)|\s(?:refers?|means?|are|is|denotes?)\b)/.test(text.slice(at, at + 9))
  );
}
