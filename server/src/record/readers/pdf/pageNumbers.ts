import { numberOfLine, prefixedNumber } from '../printedNumbers.ts';
import { EDGE_SHARE, edgesOf, type Piece, type Sheet } from './sheet.ts';

/** The printed number of a page, and the piece in which it stands. */
export interface PageNumber {
  readonly label: string;
  readonly id: number;
  /** The piece is nothing but the number. */
  readonly alone: boolean;
  /** Beside it the number of the page in an appendix: `ER-300`. */
  readonly appendix?: { readonly label: string; readonly id: number };
}

interface Candidate extends PageNumber {
  readonly value: number;
  /** Where at the edge it stands and what is beside it: page numbers of one paper have the same. */
  readonly place: string;
  readonly piece: Piece;
  /** Says itself that it is a page number: `Page 7`, `- 7 -`. */
  readonly plain: boolean;
  /** Letters stand in front of it: `ER-300`. */
  readonly isOfAppendix?: true;
  /** How many candidates count up through it. */
  run: { length: number };
}

/** A clerk's note of several lines may stand above the number. */
const EDGE_LINES = 7;
/** Points: page numbers of one paper stand on the same height, and at the same place of the line. */
const SAME_HEIGHT = 15;
const SAME_PLACE = 12;

/**
 * The numbers printed on the pages of a paper: at the upper or the lower edge, alone or in a running head, counting up from page to
 * page. Several papers in one file each count for themselves; a number that no other page confirms is no page number.
 */
export function pageNumbers(sheets: readonly Sheet[]): readonly (PageNumber | undefined)[] {
  const found = sheets.map(candidatesOf);
  joinRuns(found);
  joinRising(found);
  const appendix = found.map((candidates) => bestOf(candidates.filter(({ isOfAppendix }) => isOfAppendix)));
  const chosen = found.map(
    (candidates, page) => bestOf(candidates.filter(({ isOfAppendix }) => !isOfAppendix)) ?? appendix[page],
  );
  const confirmed = new Map<string, Piece[]>();
  for (const one of chosen)
    if (one) confirmed.set(one.place, [...(confirmed.get(one.place) ?? []).slice(-3), one.piece]);
  return found.map((candidates, page) => {
    const best = chosen[page] ?? candidates.find((one) => isLikeConfirmed(one, confirmed.get(one.place) ?? []));
    if (!best) return undefined;
    const { label, id, alone } = best;
    const beside = appendix[page];
    return { label, id, alone, ...(beside && beside !== best && { appendix: { label: beside.label, id: beside.id } }) };
  });
}

function candidatesOf(sheet: Sheet): readonly Candidate[] {
  const { head, foot } = edgesOf(sheet, EDGE_SHARE, EDGE_LINES);
  const candidates: Candidate[] = [];
  for (const [zone, ids] of [
    ['head', head],
    ['foot', foot],
  ] as const) {
    for (const id of ids) {
      const piece = sheet.pieces[id];
      if (piece) candidates.push(...numbersIn(piece, id, zone));
    }
  }
  // A page that is nothing but a number says a number.
  return sheet.pieces.length > 1 ? candidates.filter((one) => !isOfColumn(one, candidates)) : [];
}

/** `FIG. 2`, `Schedule 3`: what is shown there, and no page. */
const NAMED_PART =
  /^(?:FIG|Figure|Table|Tab|Exhibit|Ex|Schedule|Part|Item|No|Vol|Volume|Chapter|Article|Section)\b\.? ?\d/i;

/** Points between the middles of two columns. */
const COLUMN = 100;

/** Two bare numbers on one height that follow each other are those of the columns, as patents count them. */
function isOfColumn(one: Candidate, all: readonly Candidate[]): boolean {
  return (
    one.alone &&
    all.some(
      (other) =>
        other.alone &&
        Math.abs(other.value - one.value) === 1 &&
        Math.abs(other.piece.baseline - one.piece.baseline) < 4 &&
        Math.abs(other.piece.left - one.piece.left) > COLUMN,
    )
  );
}

function numbersIn(piece: Piece, id: number, zone: string): readonly Candidate[] {
  const text = piece.text.trim();
  if (text.length > 120) return [];
  const base = { id, piece };
  const whole = numberOfLine(text);
  if (whole) {
    const place = `${zone} ${whole.roman ? 'i' : '1'}${whole.plain ? '' : text.replace(/\d{1,9}|[ivxl]{1,9}/gi, '#')}`;
    return [
      { ...base, label: whole.label, value: whole.value, alone: true, plain: !whole.plain, place, run: { length: 1 } },
    ];
  }
  const found: Candidate[] = [];
  if (NAMED_PART.test(text)) return [];
  const prefixed = prefixedNumber(text);
  if (prefixed) {
    const { label, prefix, value } = prefixed;
    return [
      {
        ...base,
        label,
        value,
        alone: true,
        plain: false,
        place: `${zone} ${prefix}`,
        isOfAppendix: true,
        run: { length: 1 },
      },
    ];
  }
  const shared = /(?:^|\s)(\d{1,3})\/(\d{1,3})$/.exec(text);
  // `3/5` at the foot of a page that was printed from the web.
  if (shared?.[1] && Number(shared[1]) >= 1 && Number(shared[1]) <= Number(shared[2])) {
    const [, label, all] = shared;
    return [
      {
        ...base,
        label,
        value: Number(label),
        alone: false,
        plain: false,
        place: `${zone} /${all}`,
        run: { length: 1 },
      },
    ];
  }
  // `36:13` is a page and line, or a time, `1,291` a sum, `4.2` a section, `3/4` a date.
  for (const match of text.matchAll(/(?:\b(?:Page|PAGE|Pg\.?) {0,3})?(?<!\d[:.,/])\b(\d{1,4})\b(?![:.,/]\d)/g)) {
    const atStart = match.index === 0;
    const atEnd = match.index + match[0].length === text.length;
    const named = match[0].length > (match[1]?.length ?? 0);
    if ((!atStart && !atEnd && !named) || found.length >= 4) continue;
    const rest = `${text.slice(0, match.index)}@${text.slice(match.index + match[0].length)}`.replace(/\d{1,9}/g, '#');
    const label = match[1] ?? '';
    // `PEL 034 0121`: a number of a production.
    if (label.startsWith('0') && !named) continue;
    found.push({
      ...base,
      label,
      value: Number(label),
      alone: false,
      plain: named,
      place: `${zone} ${rest}`,
      run: { length: 1 },
    });
  }
  return found;
}

/** Joins candidates that count up by one from a page to the next, or by two over a page without. */
function joinRuns(pages: readonly (readonly Candidate[])[]): void {
  for (const [page, candidates] of pages.entries()) {
    for (const step of [1, 2]) {
      const before = new Map((pages[page - step] ?? []).map((one) => [`${one.place} ${one.value}`, one]));
      for (const one of candidates) {
        const last = before.get(`${one.place} ${one.value - step}`);
        if (!last || one.run.length > 1 || Math.abs(last.piece.baseline - one.piece.baseline) > SAME_HEIGHT) continue;
        last.run.length++;
        one.run = last.run;
      }
    }
  }
}

/** So many numbers that go up at one place of their pages are page numbers of an excerpt, though no two follow each other. */
const FEWEST_RISING = 3;
const RISING_SHARE = 0.6;

/** Joins bare numbers that stand at the same place of most pages and go up from page to page, by however much. */
function joinRising(pages: readonly (readonly Candidate[])[]): void {
  const places = new Map<string, Candidate[]>();
  for (const candidates of pages) {
    const here = new Set<string>();
    for (const one of candidates) {
      const { baseline, left, right } = one.piece;
      const key = `${one.place} ${Math.round(baseline / 4)} ${Math.round((left + right) / 40)}`;
      if (!one.alone || here.has(key)) continue;
      here.add(key);
      const before = places.get(key);
      if (before) before.push(one);
      else places.set(key, [one]);
    }
  }
  for (const candidates of places.values()) {
    const isRising = candidates.every(({ value }, at) => at === 0 || value > (candidates[at - 1]?.value ?? 0));
    if (!isRising || candidates.length < Math.max(FEWEST_RISING, pages.length * RISING_SHARE)) continue;
    if (candidates.some(({ run }) => run.length > 1)) continue;
    for (const one of candidates) one.run = { length: candidates.length };
  }
}

function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const one of candidates) {
    if (one.run.length < 2 && !(one.plain && one.alone)) continue;
    if (!best || isBetter(one, best)) best = one;
  }
  return best;
}

/** A number that says itself what it is, and goes on, is better than any other; else the one that goes on longest. */
function isBetter(one: Candidate, other: Candidate): boolean {
  const [certain, otherCertain] = [one, other].map(({ plain, alone, run }) => plain && alone && run.length > 1);
  if (certain !== otherCertain) return certain === true;
  return one.run.length > other.run.length || (one.run.length === other.run.length && one.plain && !other.plain);
}

/** An excerpt jumps: a number that no neighbour confirms stands where the confirmed ones of this paper do. */
function isLikeConfirmed({ piece }: Candidate, confirmed: readonly Piece[]): boolean {
  return (
    confirmed.length > 1 &&
    confirmed.some(
      (other) =>
        Math.abs(other.baseline - piece.baseline) < 4 &&
        Math.abs(other.left + other.right - piece.left - piece.right) < 2 * SAME_PLACE,
    )
  );
}
