import { caseNameKey, caseNumberKey } from '../../text/names.ts';
import { firstParagraph, lastParagraph } from '../../text/paragraphs.ts';
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
    numberBefore(text, offset, floor) ??
    versusBefore(text, offset, floor) ??
    listedNameBefore(text, offset, floor, names)
  );
}

const NUMBER = String.raw`(?:\d{1,2}:)?\d{2,4}[-\s]?(?:cv|cr|md|mc|mj|bk|ap|civ|misc|cvs|cvd)\.?[-\s]?\d{1,6}(?:-[A-Za-z]{2,4}){0,4}|(?:IPR|PGR|CBM)\d{4}-\d{5}|(?:CV|CR|MC)[- ]\d{2}-\d{3,6}(?:-[A-Z]{2,4}){0,4}`;
/** Numbers that could be something else, and are a case's only behind `No.`: `20-1177-CFC`, `652011/2022`, `2901`. */
const NUMBER_BEHIND_NO = String.raw`\d{2}-\d{2,6}(?:-[A-Z]{2,4}){0,3}|\d{5,7}/\d{4}|\d{3,5}`;
const KIND = String.raw`(?:C\.A\.|Civil\s{1,2}Action|Civ\.\s{1,2}Action|Case|Index|MDL|Misc\.|Adv\.(?:\s{1,2}Proc\.)?|Crim\.|Appeal|Bankr\.)\s{1,2}`;
/** Judges' initials, or the court and date: `(RTN) (SLB)`, `(D. Del. May 4, 2022)`. */
const BRACKETS = String.raw`(?:\s{1,2}\([^()]{1,40}\)){0,3}`;
const BEFORE = new RegExp(
  String.raw`(?:^|[\s(;,])((?:(?:${KIND})?Nos?\.?\s{1,2})(?:${NUMBER}|${NUMBER_BEHIND_NO})|(?:${NUMBER})|\d{2}-\d{4,6})${BRACKETS}(?:,?\s{0,2}|,?\s{1,2}at\s{1,2})[([]?$`,
  'i',
);
/** `Policy No. 77-20415, Filing No. 14-1`: the number of something else. */
const IS_NUMBERED =
  /\b(?:Policy|Claim|Contract|Invoice|Patent|Account|Loan|Permit|License|Serial|Model|Check|Lot|Unit|Bond)[ \u00A0]$/;
const LOOK_BACK = 120;

/** The number of the case directly before: behind it at most initials, court and date, a comma or "at". */
function numberBefore(text: string, offset: number, floor: number): CaseBefore | undefined {
  const from = Math.max(floor, offset - LOOK_BACK);
  const words = lastParagraph(text.slice(from, offset)).replace(/[\s\u00A0]/g, ' ');
  // A digit nearby, or there is nothing to look for.
  const found = /\d/.test(words) ? BEFORE.exec(words) : null;
  const typed = found?.[1];
  if (!found || typed === undefined || isDocketLike(words.slice(0, found.index + 1))) return undefined;
  const numbered = typed.replace(/^.*?Nos?\.? /i, '');
  const number = numbered.slice(numbered.lastIndexOf(' ', numbered.search(/\d/)) + 1);
  if (/^no/i.test(typed) && !caseNumberKey(number) && IS_NUMBERED.test(words.slice(0, found.index + 1)))
    return undefined;
  const start = offset - words.length + found.index + found[0].indexOf(typed);
  const named = nameInFront(text, start, floor);
  const key = caseNumberKey(number);
  return {
    mention: { number, ...(key ? {} : { outside: true as const }), ...(named ? { name: named.name } : {}) },
    start: named?.start ?? start,
  };
}

/** `Dkt. No. 12, ECF No. 3`: the number before is a docket number itself. */
function isDocketLike(words: string): boolean {
  return /(?:Dkt|Docket|ECF|Doc|D\.I|D\.E|Entry|Filing|RFPs?|RFAs?|Interrogatory|Request|Topic|Exs?|Rog)\.? ?$/i.test(
    words,
  );
}

/** The name in front of a number, with or without "v.", ended by a comma. */
function nameInFront(text: string, offset: number, floor: number): { name: string; start: number } | undefined {
  const last = tokenBefore(text, offset, floor);
  if (!last?.text.endsWith(',')) return undefined;
  return matterName(text, last, floor) ?? versusName(text, last, floor) ?? plainName(text, last, floor);
}

const MATTER = ['In re ', 'In the Matter of ', 'Ex parte '];

/** `In re Dovetail Shoes, LLC,`. */
function matterName(text: string, last: Token, floor: number): { name: string; start: number } | undefined {
  const words = lastParagraph(text.slice(Math.max(floor, last.end - 90), last.end)).replace(/\s/g, ' ');
  const at = Math.max(...MATTER.map((opening) => words.lastIndexOf(opening)));
  if (at < 0 || /\w/.test(words.charAt(at - 1)) || /[;()]/.test(words.slice(at))) return undefined;
  return { name: words.slice(at, -1), start: last.end - words.length + at };
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
  if (!sawVersus) return undefined;
  // "In Ortega v. Roe, No. 5, the court": the preposition is none of the name.
  if (/^In\s(?!re\b)/.test(text.slice(start, start + 5))) start += 3;
  return { name: text.slice(start, last.end).replace(/,$/, ''), start };
}

/** Words that the Bluebook shortens in the names of cases. */
const IN_CASE_NAME =
  /^(?:Assocs?|Ctrs?|Props?|Sys|Techs?|Indus|Enters?|Labs?|Servs?|Mgmt|Med|Fin|Grp|Hosp|Ry|Mfg|Mut|Elec|Pharm|Res|Bldg|Constr|Cmty|Dev|Distrib|Eng|Envtl|Equip|Fed|Found|Hous|Ins|Inv|Mach|Mkt|Nat|Org|Prods?|Pub|Sch|Sols?|Tel|Transp|Treas|Sup|Schs|Invs|Holdings?|Partners?)\.$/;

function endsSentence(token: Token): boolean {
  if (IN_CASE_NAME.test(token.text)) return false;
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
      .replace(/[,*_]{1,4}$/g, '')
      .replace(/[*_]/g, '');
    if (names.has(caseNameKey(name))) found = { mention: { name }, start };
  }
  return found;
}

const BEHIND = new RegExp(
  String.raw`^(?:,\s{1,2}(?:in\s{1,2})?[A-Z][^;()]{1,70}?\sv\.\s[^;()]{1,60}?,\s{1,2}(?:${KIND})?No\.\s{1,2}|\s{1,2}in\s{1,2}(?:${KIND})?No\.\s{1,2})(${NUMBER}|\d{2}-\d{3,6}(?:-[A-Z]{2,4}){0,3})`,
  'i',
);

/** `D.I. 80 at 3, Tamsin v. Groton, No. 1:20-cv-01177`: the case stands behind its docket number. Not part of the span. */
export function caseBehind(text: string, offset: number): CaseMention | undefined {
  const number = BEHIND.exec(firstParagraph(text.slice(offset, offset + 170)).replace(/[\s\u00A0]/g, ' '))?.[1];
  if (number === undefined) return undefined;
  return { number, ...(caseNumberKey(number) ? {} : { outside: true as const }) };
}
