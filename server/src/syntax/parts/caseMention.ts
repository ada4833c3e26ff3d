import { caseNumberKey, nameKey } from '../../text/names.ts';
import type { CaseMention } from '../citation.ts';
import { isFunctionWord, nameStart, runsOn, type Token, tokenBefore } from './lookBack.ts';

/** Another case named directly before a docket reference, and where its words begin. */
export interface CaseBefore {
  readonly mention: CaseMention;
  readonly start: number;
}

/**
 * Looks back from a docket head for the case that it belongs to: `Kadrey, 23-cv-3417-VC (TSH), Dkt. 139`,
 * `Spider Labs, Ltd. v. Doe, No. 1:20-cv-05457-LAP, Dkt. No. 1`, `20-3127, ECF No. 1`, and names of other cases that the
 * record lists (`Farnsworth Dkt. 12`, `Farnsworth, ECF No. 3`). Bounded to a dozen words.
 */
export function caseBefore(
  text: string,
  offset: number,
  floor: number,
  names: ReadonlySet<string>,
): CaseBefore | undefined {
  return (
    boardBefore(text, offset, floor) ??
    numberBefore(text, offset, floor) ??
    versusBefore(text, offset, floor) ??
    listedNameBefore(text, offset, floor, names)
  );
}

/** `No. IPR2014-01309 (May 4, 2015), Paper No. 22`: a proceeding of the Patent Board, never this record. */
function boardBefore(text: string, offset: number, floor: number): CaseBefore | undefined {
  const from = Math.max(floor, offset - 60);
  const found = /(?:No\.\s{1,2})?((?:IPR|PGR|CBM)\d{4}-\d{5})(?:\s{1,2}\([^()]{4,30}\))?,\s{1,2}$/.exec(
    text.slice(from, offset),
  );
  if (!found?.[1]) return undefined;
  return { mention: { number: found[1], outside: true }, start: from + found.index };
}

function numberBefore(text: string, offset: number, floor: number): CaseBefore | undefined {
  let token = tokenBefore(text, offset, floor);
  // Judges' initials: `23-cv-3417-VC (TSH), Dkt.` The opening bracket stands before the token.
  if (token && /^[A-Z]{2,4}\),?$/.test(token.text) && text.charAt(token.start - 1) === '(') {
    token = tokenBefore(text, token.start - 1, floor);
  }
  if (!token) return undefined;
  const number = token.text.replace(/[,.;]+$/, '');
  if (!isCaseNumber(number)) return undefined;
  let start = token.start;
  for (const word of ['No', 'Case', 'Civ', 'Action']) {
    const before = tokenBefore(text, start, floor);
    if (before && before.text.replace(/[.,]+$/, '').replace(/s$/, '') === word) start = before.start;
  }
  const named = nameInFront(text, start, floor);
  return { mention: { number, ...(named ? { name: named.name } : {}) }, start: named?.start ?? start };
}

/** `23-cv-3417-VC`, `3:24-cv-01234`, `1:20-md-2741`; `20-3127` (a bankruptcy or appeal number) in front of a docket head. */
function isCaseNumber(words: string): boolean {
  return caseNumberKey(words) !== undefined || /^\d{2}-\d{4,6}$/.test(words);
}

/** The name in front of a number, with or without "v.", ended by a comma. */
function nameInFront(text: string, offset: number, floor: number): { name: string; start: number } | undefined {
  const last = tokenBefore(text, offset, floor);
  if (!last?.text.endsWith(',')) return undefined;
  return versusName(text, last, floor) ?? plainName(text, last, floor);
}

function plainName(text: string, last: Token, floor: number): { name: string; start: number } | undefined {
  if (!/^[A-Z]/.test(last.text) || isFunctionWord(last.text) || last.text.length < 4) return undefined;
  const start = nameStart(text, last, floor, 4);
  return { name: text.slice(start, last.end).replace(/,$/, ''), start };
}

/** `Spider Labs, Ltd. v. Doe,`: walks back over both parties. */
function versusName(text: string, last: Token, floor: number): { name: string; start: number } | undefined {
  let start = last.start;
  let sawVersus = false;
  for (let words = 0; words < 14; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token) break;
    if (/^vs?\.$/.test(token.text)) sawVersus = true;
    else if (!/^[A-Z0-9]/.test(token.text) && !/^(?:of|the|and|&|de|et|al\.,?|ex|rel\.)$/.test(token.text)) break;
    else if (isFunctionWord(token.text) && /^[A-Z]/.test(token.text) && !/^(?:The|In|Re)$/.test(token.text)) break;
    else if (sawVersus && endsSentence(token)) break;
    start = token.start;
  }
  return sawVersus ? { name: text.slice(start, last.end).replace(/,$/, ''), start } : undefined;
}

function endsSentence(token: Token): boolean {
  return /[.;:?!]["\u201D)]?$/.test(token.text) && !runsOn(token);
}

/** `Doe v. Roe, ECF No. 5`: a case without a number is never ours, except by its name. */
function versusBefore(text: string, offset: number, floor: number): CaseBefore | undefined {
  const last = tokenBefore(text, offset, floor);
  if (!last?.text.endsWith(',')) return undefined;
  const named = versusName(text, last, floor);
  return named ? { mention: { name: named.name, outside: true }, start: named.start } : undefined;
}

/** A name alone counts only where the record lists a case of that name: `Discovery Order Dkt. 12` names no case. */
function listedNameBefore(
  text: string,
  offset: number,
  floor: number,
  names: ReadonlySet<string>,
): CaseBefore | undefined {
  if (names.size === 0) return undefined;
  let found: CaseBefore | undefined;
  let start = offset;
  let end: number | undefined;
  for (let words = 0; words < 4; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token) break;
    end ??= token.end;
    start = token.start;
    const name = text
      .slice(start, end)
      .replace(/[,*_]+$/g, '')
      .replace(/[*_]/g, '');
    if (names.has(nameKey(name))) found = { mention: { name }, start };
  }
  return found;
}
