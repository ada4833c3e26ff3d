import type { Cursor } from '../../text/cursor.ts';
import { splitQualifiers } from '../../text/names.ts';
import { isFunctionWord, withoutPossessive } from './lookBack.ts';

/** The paper that an exhibit is attached to, when it stands behind: `Exhibit A to the Vo Declaration`. */
export type Container =
  | { readonly kind: 'declaration'; readonly declarant: string; readonly which?: string; readonly owner?: string }
  /** The paper that is being written: `Ex. B hereto`, `Exhibit A to this letter`. */
  | { readonly kind: 'thisPaper' }
  | { readonly kind: 'otherPaper'; readonly name: string };

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
];

/**
 * Reads `to the Vo Declaration`, `to Declaration of Jane Roe`, `of the Vo Decl.`, `to Plaintiff's Complaint`, `hereto`. The
 * words have to name a paper: "Exhibit A to show that" has no container. At most eight words are read.
 */
export function readContainer(cursor: Cursor): Container | undefined {
  return cursor.attempt(() => {
    cursor.gap();
    if (cursor.word('hereto')) return { kind: 'thisPaper' };
    if (!cursor.word('to') && !cursor.word('of')) return undefined;
    cursor.gap();
    if (cursor.oneOf(['this', 'our'])) return readThisPaper(cursor);
    if (cursor.oneOf(['the', 'his', 'her', 'their', 'its'])) cursor.gap();
    return readDeclarationOf(cursor) ?? readNamedPaper(cursor);
  });
}

function readThisPaper(cursor: Cursor): Container | undefined {
  cursor.gap();
  cursor.attempt(() => (cursor.word('joint') && cursor.gap() ? true : undefined));
  return cursor.oneOf([...PAPERS, ...DECLARATIONS]) ? { kind: 'thisPaper' } : undefined;
}

/** `Declaration of Jane Roe`. */
function readDeclarationOf(cursor: Cursor): Container | undefined {
  return cursor.attempt(() => {
    if (!cursor.oneOf(DECLARATIONS)) return undefined;
    cursor.take('.');
    cursor.gap();
    if (!cursor.word('of')) return undefined;
    cursor.gap();
    const name = readName(cursor);
    return name ? { kind: 'declaration', declarant: name } : undefined;
  });
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
    if (paper) {
      // `Compl.` keeps its period; behind a whole word it ends the sentence.
      if (paper.length < 6) cursor.take('.');
      return namedPaper(cursor.text.slice(from, end).trim(), paper, cursor.text.slice(from, cursor.at));
    }
    const word = /^[A-Z0-9\u00C0-\u00DE][\w\u00C0-\u024F'\u2019&-]*\.?/.exec(
      cursor.text.slice(cursor.at, cursor.at + 30),
    )?.[0];
    if (!word) return undefined;
    cursor.at += word.length;
  }
  return undefined;
}

function namedPaper(before: string, paper: string, whole: string): Container | undefined {
  if (!DECLARATIONS.includes(paper)) return { kind: 'otherPaper', name: whole };
  const { name, qualifiers } = splitQualifiers(withoutPossessive(before));
  if (!name) return { kind: 'otherPaper', name: whole };
  return { kind: 'declaration', declarant: name, ...(qualifiers.length ? { which: qualifiers.join(' ') } : {}) };
}
