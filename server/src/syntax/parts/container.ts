import type { Cursor } from '../../text/cursor.ts';
import { qualifierOf, splitQualifiers } from '../../text/names.ts';
import { readDocketHead } from './docketHead.ts';
import { readDocketNumber } from './docketNumber.ts';
import { isFunctionWord, withoutPossessive } from './lookBack.ts';

/** The paper that an exhibit is attached to, when it stands behind: `Exhibit A to the Vo Declaration`. */
export type Container =
  | { readonly kind: 'declaration'; readonly declarant: string; readonly which?: string; readonly owner?: string }
  /** The paper that is being written: `Ex. B hereto`, `Exhibit A to this letter`. */
  | { readonly kind: 'thisPaper' }
  | { readonly kind: 'otherPaper'; readonly name: string }
  /** `Exhibit 12 to the Lee Deposition`. */
  | { readonly kind: 'deposition'; readonly deponent: string }
  /** `Ex. A to Dkt. No. 31`. */
  | { readonly kind: 'docket'; readonly docket: string };

const DECLARATIONS = ['declaration', 'decl', 'affidavit', 'aff', 'affirmation', 'affm', 'report'];
const PAPERS = [
  'complaint',
  'compl',
  'motion',
  'mot',
  'opposition',
  'opp',
  'reply',
  'brief',
  'br',
  'answer',
  'petition',
  'letter',
  'memorandum',
  'mem',
  'notice',
  'subpoena',
  'agreement',
  'fac',
  'sac',
  'request',
  'stipulation',
  'deposition',
  'dep',
  'order',
  'lease',
  'contract',
  'policy',
  'transcript',
  'affirmation',
  'response',
  'statement',
  'proposal',
];
/** Small words in front of a paper's name: `the parties’ first letter`. */
const BEFORE_PAPER =
  /^(?:parties['\u2019]|first|second|third|prior|previous|earlier|original|opening|joint|same|initial|operative|amended|underlying|court['\u2019]s|protective|scheduling|discovery|letter)$/;

/**
 * Reads `to the Vo Declaration`, `to Declaration of Jane Roe`, `of the Vo Decl.`, `to Plaintiff's Complaint`, `hereto`. The
 * words have to name a paper: "Exhibit A to show that" has no container. At most eight words are read.
 */
export function readContainer(cursor: Cursor): Container | undefined {
  return cursor.attempt(() => {
    cursor.gap();
    if (cursor.word('hereto')) return { kind: 'thisPaper' };
    if (cursor.word('attached')) cursor.gap();
    if (!cursor.word('to') && !cursor.word('of')) return undefined;
    cursor.gap();
    return (
      cursor.attempt(() => (cursor.oneOf(['this', 'our']) ? readThisPaper(cursor) : undefined)) ??
      cursor.attempt(() => readDocketItem(cursor)) ??
      readOtherPaper(cursor)
    );
  });
}

function readOtherPaper(cursor: Cursor): Container | undefined {
  if (cursor.oneOf(['the', 'his', 'her', 'their', 'its', 'our', 'that', 'a'])) cursor.gap();
  return readDeclarationOf(cursor) ?? readNamedPaper(cursor);
}

function readDocketItem(cursor: Cursor): Container | undefined {
  if (!readDocketHead(cursor)) return undefined;
  const number = readDocketNumber(cursor, false);
  return number && !number.open ? { kind: 'docket', docket: number.docket } : undefined;
}

function readThisPaper(cursor: Cursor): Container | undefined {
  cursor.gap();
  cursor.attempt(() => (cursor.word('joint') && cursor.gap() ? true : undefined));
  return cursor.oneOf([...PAPERS, ...DECLARATIONS]) ? { kind: 'thisPaper' } : undefined;
}

/** `Declaration of Jane Roe`. */
function readDeclarationOf(cursor: Cursor): Container | undefined {
  return cursor.attempt(() => {
    const from = cursor.at;
    while (cursor.at - from < 40 && cursor.attempt(() => readQualifier(cursor))) cursor.steps++;
    const { qualifiers } = splitQualifiers(`${cursor.text.slice(from, cursor.at)} X`);
    if (!cursor.oneOf(DECLARATIONS)) return undefined;
    cursor.take('.');
    cursor.gap();
    if (!cursor.word('of')) return undefined;
    cursor.gap();
    const name = readName(cursor);
    if (!name) return undefined;
    return { kind: 'declaration', declarant: name, ...(qualifiers.length ? { which: qualifiers.join(' ') } : {}) };
  });
}

/** `Second`, `Supp.`, `Reply` in front of `Declaration of`. */
function readQualifier(cursor: Cursor): true | undefined {
  const word = /^[\w'\u2019]{2,14}\.?/.exec(cursor.text.slice(cursor.at, cursor.at + 16))?.[0];
  if (!word || !qualifierOf(word)) return undefined;
  cursor.at += word.length;
  return cursor.gap() ? true : undefined;
}

/** Reads up to five capitalised words of a person's or company's name; ends before a comma, a bracket or a small word. */
export function readName(cursor: Cursor, most = 5): string | undefined {
  const from = cursor.at;
  let end = from;
  for (let words = 0; words < most; words++) {
    const stop = cursor.at;
    if (words > 0) cursor.gap();
    const word = /^[A-Z\u00C0-\u00DE][\w\u00C0-\u024F'\u2019&-]*\.?/.exec(
      cursor.text.slice(cursor.at, cursor.at + 30),
    )?.[0];
    // A period ends the sentence unless it is an initial or an abbreviation of a name.
    const ends = word?.endsWith('.') && !/^(?:[A-Z]|Jr|Sr|Dr|Mr|Ms|Mrs|Inc|Corp|Co)\.$/.test(word);
    if (
      !word ||
      (isFunctionWord(word) && words > 0) ||
      (words > 0 && /^(?:Ex|Exs|Exhibit|Dkt|ECF|Doc|Decl|No)\.?$/.test(word))
    ) {
      cursor.at = stop;
      break;
    }
    cursor.at += ends ? word.length - 1 : word.length;
    end = cursor.at;
    if (ends) break;
  }
  cursor.steps += end - from;
  cursor.at = end;
  return end > from ? cursor.text.slice(from, end) : undefined;
}

/** `Vo Declaration`, `2d Vo Decl.`, `Plaintiff's Complaint`, `Compl.`. */
function readNamedPaper(cursor: Cursor): Container | undefined {
  const from = cursor.at;
  let end = from;
  for (let words = 0; words < 6; words++) {
    if (words > 0) cursor.gap();
    end = cursor.at;
    const paper = cursor.attempt(() => cursor.oneOf([...DECLARATIONS, ...PAPERS]));
    if (paper && !continuesName(cursor)) {
      // `Compl.` keeps its period; behind a whole word it ends the sentence.
      if (paper.length < 6) cursor.take('.');
      return namedPaper(cursor.text.slice(from, end).trim(), paper, cursor.text.slice(from, cursor.at));
    }
    cursor.at = end;
    const word = /^[\w\u00C0-\u024F'\u2019&-]+\.?['\u2019]?s?/.exec(cursor.text.slice(cursor.at, cursor.at + 30))?.[0];
    if (!word || !(/^[A-Z0-9\u00C0-\u00DE]/.test(word) || BEFORE_PAPER.test(word))) return undefined;
    // A whole word with a period ends the sentence.
    if (/[a-z]{4}\.$/.test(word)) return undefined;
    cursor.at += word.length;
  }
  return undefined;
}

/** `the prior letter brief`: the name goes on with another paper's noun. */
function continuesName(cursor: Cursor): boolean {
  const from = cursor.at;
  cursor.gap();
  const more = cursor.oneOf(PAPERS) !== undefined;
  cursor.at = from;
  return more;
}

function namedPaper(before: string, paper: string, whole: string): Container | undefined {
  if (/^dep/.test(paper) && before) return { kind: 'deposition', deponent: withoutPossessive(before) };
  if (!DECLARATIONS.includes(paper)) return { kind: 'otherPaper', name: whole };
  const { name, qualifiers } = splitQualifiers(withoutPossessive(before));
  if (!name) return { kind: 'otherPaper', name: whole };
  return { kind: 'declaration', declarant: name, ...(qualifiers.length ? { which: qualifiers.join(' ') } : {}) };
}
