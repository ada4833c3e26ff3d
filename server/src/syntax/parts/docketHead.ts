import { isLetter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { lastParagraph } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import { readHeadWord } from './splitWord.ts';

/** The head of a docket reference: `Dkt. Nos.`, `ECF`, `[D.I.`. */
export interface DocketHead extends Span {
  /** Several numbers may follow, and a hyphen may mean "to". */
  readonly plural: boolean;
  /** `Paper 12`, `Documents 1-12`: words that any text may use, a citation with a pin or where they stand alone. */
  readonly isCommon?: true;
  /** The Patent Board's papers, whose pages may follow a comma alone: `Paper 19, 2`. */
  readonly isPaper?: true;
}

/** What a head's first word may be, lower case, and whether it needs "No." or "#" to be one. */
const FIRST_WORDS: Readonly<Record<string, 'plain' | 'plural' | 'needsNumberSign'>> = {
  dkt: 'plain',
  dkts: 'plural',
  docket: 'plain',
  dockets: 'plural',
  ecf: 'plain',
  ecfs: 'plural',
  doc: 'plain',
  docs: 'plural',
  nyscef: 'plain',
  nysecf: 'plain',
  document: 'plain',
  documents: 'plural',
  instrument: 'needsNumberSign',
  filing: 'needsNumberSign',
  filings: 'needsNumberSign',
};

/** The trigger words of every docket head. */
export const DOCKET_TRIGGERS: readonly string[] = [
  ...Object.keys(FIRST_WORDS),
  'd',
  'de',
  'des',
  'di',
  'dis',
  'cm',
  'rec',
  're',
  'r',
  'paper',
  'dk',
  'ec',
  'e',
  'do',
  'dock',
  'nys',
];

/**
 * Reads a docket head up to its first number: `Dkt. No.`, `ECF Doc. #`, `CM/ECF No.`, `D.I.`, `DE`, `NYSCEF Doc. No.`,
 * `Rec. Doc.`. Undefined where the words are no head, or no number or blank can follow.
 */
export function readDocketHead(cursor: Cursor): DocketHead | undefined {
  return cursor.attempt(() => {
    const start = cursor.at;
    const family = readFamily(cursor);
    if (family === undefined) return undefined;
    const sign = readNumberSign(cursor);
    if (!sign && family.needsSign) return undefined;
    const end = cursor.at;
    cursor.gapAndEmphasis();
    return {
      start,
      end,
      plural: family.plural || sign === 'plural',
      ...(family.isCommon && !sign ? { isCommon: true as const } : {}),
      ...(family.isPaper ? { isPaper: true as const } : {}),
    };
  });
}

interface Family {
  readonly plural: boolean;
  readonly needsSign: boolean;
  readonly isCommon?: boolean;
  readonly isPaper?: boolean;
}

function readFamily(cursor: Cursor): Family | undefined {
  return readSharp(cursor) ?? readInitials(cursor) ?? readRecordEntry(cursor) ?? readPaper(cursor) ?? readWords(cursor);
}

/** `[#39]` (D. Colo.): the bracket and the number sign are all its head. */
function readSharp(cursor: Cursor): Family | undefined {
  return cursor.attempt(() =>
    cursor.text.charAt(cursor.at - 1) === '[' &&
    cursor.take('#') &&
    /^\d{1,4}(?:-\d{1,3})?[\],\s]/.test(cursor.text.slice(cursor.at, cursor.at + 9))
      ? { plural: false, needsSign: false }
      : undefined,
  );
}

/** `Wilmington, DE 19801-3555` is an address. */
const DELAWARE_ZIP = /^[\s\u00A0]{1,2}19[789]\d\d/;

/** `D.I.`, `D.E.`, `DE`, `D. I.`. Never "De" or "Di", which are names. */
function readInitials(cursor: Cursor): Family | undefined {
  return cursor.attempt(() => {
    if (!cursor.take('D')) return undefined;
    const dotted = cursor.take('.');
    if (dotted) cursor.gap();
    if (!cursor.take('I') && !cursor.take('E')) return undefined;
    const plural = !isLetter(cursor.code) ? false : cursor.take('s') || cursor.take('S');
    if (isLetter(cursor.code)) return undefined;
    if (dotted && !cursor.take('.')) return undefined;
    // `[DE-45 at 3]` (E.D.N.C.): a hyphen joins head and number, inside a bracket.
    if (!dotted && cursor.code === 45 && /[([]\s?DE$/.test(cursor.text.slice(Math.max(0, cursor.at - 4), cursor.at)))
      cursor.at++;
    if (!dotted && DELAWARE_ZIP.test(cursor.text.slice(cursor.at, cursor.at + 8))) return undefined;
    return { plural, needsSign: false };
  });
}

/** `RE 45, Page ID # 123`, `RE 45, Order, Page ID # 123` (6th Cir.): "RE" alone is the subject of a letter. */
function readRecordEntry(cursor: Cursor): Family | undefined {
  return cursor.attempt(() =>
    cursor.take('RE') &&
    /^\s{1,2}\d{1,4}(?:-\d{1,3})?,\s{1,2}(?:[A-Z][^,;\n]{1,30},\s{1,2})?Page\s{0,2}ID\b/.test(
      cursor.text.slice(cursor.at, cursor.at + 60),
    )
      ? { plural: false, needsSign: false }
      : undefined,
  );
}

/** `Paper 12 at 5`, `No. IPR2014-01309 (May 4, 2015), Paper No. 22`: the Patent Board's papers. "Working Paper 3" is none. */
function readPaper(cursor: Cursor): Family | undefined {
  const at = cursor.at;
  if (cursor.code !== 80 || !(cursor.word('paper') || cursor.word('papers'))) return undefined;
  const plural = cursor.at - at > 5;
  const before = lastParagraph(cursor.text.slice(Math.max(cursor.floor, at - 60), at));
  if (/\b(?:IPR|PGR|CBM)\d{4}-\d{5}\b/.test(before)) return { plural, needsSign: false, isPaper: true };
  const word = /\b([A-Z][a-z]{2,20})[ \t\u00A0]{0,4}(?:\r?\n|[ \t\u00A0])[ \t\u00A0]{0,4}$/.exec(before)?.[1];
  if (word !== undefined && !/^(?:See|Compare|With|Accord)$/.test(word)) return undefined;
  return { plural, needsSign: false, isCommon: true, isPaper: true };
}

function readWords(cursor: Cursor): Family | undefined {
  // "CM/ECF No. 12": the system's full name.
  cursor.attempt(() => (cursor.word('cm') && cursor.take('/') ? true : undefined));
  cursor.attempt(() => (readCourt(cursor) ? true : undefined));
  const from = cursor.at;
  const typed = readHeadWord(cursor, (word) => Object.hasOwn(FIRST_WORDS, word), 12);
  const kind = FIRST_WORDS[typed.toLowerCase()];
  if (!kind) return undefined;
  // "doc", "docket" and "filing" in small letters are ordinary words: they need their "no." (`dkt. 41-2` does not).
  const isWord = typed === typed.toLowerCase() && typed !== 'dkt' && typed !== 'dkts';
  // `doc. 41-2 at 15` (N.D. Ala.): with its period it is the abbreviation.
  const isLowerCase = isWord && !(/^docs?$/.test(typed) && cursor.code === 46);
  let plural = kind === 'plural';
  let needsSign = kind === 'needsNumberSign' || isLowerCase;
  // A plain word is only a docket number in capitals: `Document 45`, never "document 45".
  if (/^documents?$/i.test(typed) && typed.charCodeAt(0) !== 68) return undefined;
  cursor.take('.');
  // `ECF Doc. #`, `NYSCEF Doc. No.`, `ECF Dkt.`, `Docket Entry No.`, `Docket Item`.
  const second = readSecondWord(cursor);
  if (second) {
    plural ||= second === 'plural';
    needsSign = isLowerCase;
  }
  if (cursor.at <= from) return undefined;
  return { plural, needsSign, ...(/^documents$/i.test(typed) && !second ? { isCommon: true } : {}) };
}

/** `Rec. Doc.`, `R. Doc.` (E.D. La.), `D. Ct. Dkt.` in an appeal: the words in front of the docket's. */
function readCourt(cursor: Cursor): boolean {
  if (cursor.word('rec')) return cursor.take('.') && (cursor.gap() || true);
  if (!cursor.take('R.') && !(cursor.take('D.') && (cursor.gap() || true) && cursor.take('Ct.'))) return false;
  cursor.gap();
  return /^(?:Docs?|Dkts?|Docket|ECF)\b/.test(cursor.text.slice(cursor.at, cursor.at + 7));
}

function readSecondWord(cursor: Cursor): 'plain' | 'plural' | undefined {
  return cursor.attempt(() => {
    if (cursor.code === 45) cursor.at++;
    else cursor.gap();
    const word = cursor.letters(8).toLowerCase();
    if (
      !['doc', 'docs', 'dkt', 'dkts', 'ecf', 'entry', 'entries', 'document', 'docket', 'item', 'items'].includes(word)
    ) {
      return undefined;
    }
    cursor.take('.');
    return word.endsWith('s') ? 'plural' : 'plain';
  });
}

const NUMBER_WORDS = new Set(['no', 'nos', 'number', 'numbers']);

/** `No.`, `Nos.`, `no.`, `#`, `##`, `Number`. */
export function readNumberSign(cursor: Cursor): 'plain' | 'plural' | undefined {
  return cursor.attempt(() => {
    cursor.gap();
    if (cursor.take('#')) return cursor.take('#') || cursor.take('s') ? 'plural' : 'plain';
    const word = readHeadWord(cursor, (candidate) => NUMBER_WORDS.has(candidate), 8).toLowerCase();
    // `No s.`: the plural's s came off.
    const isSplitPlural = word === 'no' && cursor.attempt(() => (cursor.gap() && cursor.take('s.') ? true : undefined));
    if (isSplitPlural) return 'plural';
    if (word === 'no' || word === 'number') return readDot(cursor, 'plain');
    if (word === 'nos' || word === 'numbers') return readDot(cursor, 'plural');
    return undefined;
  });
}

function readDot(cursor: Cursor, answer: 'plain' | 'plural'): 'plain' | 'plural' {
  cursor.take('.');
  // "Doc. No. # 5", "Dkt. No.: 5".
  cursor.attempt(() => ((cursor.gap() || true) && (cursor.take('#') || cursor.take(':')) ? true : undefined));
  return answer;
}
