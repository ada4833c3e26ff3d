import type { Cursor } from '../../text/cursor.ts';
import type { Span } from '../../text/span.ts';
import type { PinCite } from '../citation.ts';
import { readDocketBehind } from './docketBehind.ts';
import { type ExhibitLabel, readExhibitHead, readExhibitLabels } from './exhibitLabel.ts';
import { readParenthetical, readPinsBehind } from './parenthetical.ts';

/** What stands behind the name of a paper that can have pins, exhibits and a docket number: a declaration, a deposition. */
export interface Attached {
  readonly pins: readonly PinCite[];
  readonly version?: 'sealed' | 'redacted';
  readonly exhibits: readonly AttachedExhibit[];
  readonly docket?: string;
  readonly docketSpan?: Span;
  /** The number stands directly behind the name, in front of pins and exhibits: it is the paper's, not an exhibit's. */
  readonly isOwnDocket: boolean;
  /** Nothing but a comma and the docket number stands behind the name: `the Status Report, Doc. No. 70 at 2`. */
  readonly onlyDocket: boolean;
}

export interface AttachedExhibit extends ExhibitLabel {
  readonly pins: readonly PinCite[];
}

/**
 * Reads `¶ 4, Ex. D at 3`, `¶¶ 4-6, Exs. D-F`, `(dkt. 41-2) ¶ 3`, `Ex. F, Dkt. 23-4`. Each pin belongs to what it follows; the
 * cursor ends behind the last of it. `bare`: pages without "at" (depositions); `facts`:
 * numbers without a sign are paragraphs (`SUF No. 12`).
 */
export function readAttached(cursor: Cursor, bare: boolean | 'facts'): Attached {
  const mayFollow = (): boolean =>
    readDocketBehind(cursor, 1) !== undefined ||
    readPinsBehind(cursor, { bare: false }).pins.length > 0 ||
    readExhibitsBehind(cursor).length > 0;
  skipDefinition(cursor, mayFollow);
  const early = readDocketBehind(cursor, 1);
  const own = early
    ? { pins: early.pins }
    : readPinsBehind(cursor, bare === 'facts' ? { bare: false, facts: true } : { bare });
  const pins = [...own.pins];
  const exhibits = readExhibitsBehind(cursor);
  const most = Math.max(1, exhibits.length);
  if (exhibits.length > 0 && !early) skipDefinition(cursor, () => readDocketBehind(cursor, most) !== undefined);
  const docket = early ?? readDocketBehind(cursor, most);
  const number = docket?.numbers[0];
  const late = early ? [] : (docket?.pins ?? []);
  const last = exhibits.at(-1);
  if (last) exhibits[exhibits.length - 1] = { ...last, pins: [...last.pins, ...late] };
  else pins.push(...late);
  return {
    pins,
    exhibits,
    isOwnDocket: exhibits.length === 0 || early !== undefined,
    onlyDocket: early !== undefined && !early.bracketed && exhibits.length === 0,
    ...(own.version ? { version: own.version } : {}),
    ...(number ? { docket: number.docket, docketSpan: { start: number.start, end: number.end } } : {}),
  };
}

/** `("Ravine Decl.")` in front of a docket number or pin: the definition stands inside the citation. */
function skipDefinition(cursor: Cursor, follows: () => boolean): void {
  cursor.attempt(() => {
    const inner = readParenthetical(cursor);
    if (inner === undefined || inner.length > 60 || !/["\u201C]/.test(inner)) return undefined;
    const from = cursor.at;
    const isInside = follows();
    cursor.at = from;
    return isInside ? true : undefined;
  });
}

function readExhibitsBehind(cursor: Cursor): AttachedExhibit[] {
  const all: AttachedExhibit[] = [];
  while (all.length < 500) {
    const group = cursor.attempt(() => {
      cursor.gapAndEmphasis();
      const comma = cursor.take(',');
      cursor.gap();
      if (cursor.take('&') || cursor.word('and') || cursor.word('at')) cursor.gap();
      else if (all.length > 0 && !comma) return undefined;
      const head = readExhibitHead(cursor);
      if (!head) return undefined;
      const labels = readExhibitLabels(cursor, head.plural);
      if (labels.length === 0) return undefined;
      const { pins } = readPinsBehind(cursor, { bare: false });
      const shared = labels.length > 1 ? pins.map((pin) => ({ ...pin, shared: true as const })) : pins;
      return labels.map((label, place) => ({ ...label, start: place === 0 ? head.start : label.start, pins: shared }));
    });
    if (!group) break;
    all.push(...group);
  }
  return all;
}
