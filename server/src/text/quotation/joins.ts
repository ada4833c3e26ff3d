import { isDigit } from '../characters.ts';
import { BEHIND_SIGNS, type FoldedText, INSIDE_WORD } from './foldedText.ts';
import { lostItsBlank } from './lostBlanks.ts';
import type { LaidOut } from './prices.ts';
import type { QuotedWord } from './quotedWords.ts';
import { isDroppedNegation } from './words.ts';

// Words that are only cut or glued, on either side: `off icer`, `theofficer`, `theoff icer`. Their letters run on side by side until
// both are at the end of a word.

/** So many words on both sides that are the same when their spaces are taken out. */
export interface Joined {
  readonly words: number;
  readonly sourceWords: number;
}

/** More letters than this are not joined: a line without spaces is shorter. */
const LONGEST_JOINED = 160;
/** What a bracket in a word may stand for: a letter or three at its beginning, an ending behind it. */
const LONGEST_BEGINNING = 3;
const LONGEST_ENDING = 12;
/** Endings that are no words. */
const ENDING = /^(?:e?s|e?d|ings?|ers?|ly|(?:at)?ions?|ments?|ive|ity|[ae]nce)$/;

/**
 * The words from here on that are only cut or glued, on either side; undefined where they are not the same. Where the quotation or a
 * part of it begins or ends, and beside a bracket, they may begin and end inside letters of the source that lost a blank.
 */
export function joinedWords(texts: LaidOut, row: number, column: number): Joined | undefined {
  const word = texts.words[row];
  const other = texts.sourceWords[column];
  if (!word || !other || (word.kind !== 'plain' && word.kind !== 'altered')) return undefined;
  if (word.letters === other && word.kind === 'plain') return undefined;
  const begins = { quotedAt: word.from, sourceAt: texts.starts[column] ?? 0, row, column };
  const end = endOf(texts, begins, true) ?? (isOpenAt(texts.words, row - 1) ? endFromInside(texts, begins) : undefined);
  return end && { words: end.row - row, sourceWords: end.column - column };
}

/** Where letters are compared: one index on either side, and the words they are in. */
interface Place {
  readonly quotedAt: number;
  readonly sourceAt: number;
  readonly row: number;
  readonly column: number;
}

/** The words behind those that are the same. */
interface End {
  readonly row: number;
  readonly column: number;
}

/** True where no quoted word stands that must be in the source: an edge, an ellipsis, a bracket. */
function isOpenAt(words: readonly QuotedWord[], row: number): boolean {
  const word = words[row];
  return !word || word.kind === 'inserted';
}

/** The quotation begins inside letters of the source: `load` for `fullload`. */
function endFromInside(texts: LaidOut, begins: Place): End | undefined {
  const word = texts.words[begins.row]?.letters ?? '';
  const other = texts.sourceWords[begins.column] ?? '';
  for (let cut = 1; cut < other.length; cut++) {
    if (other.charCodeAt(cut) !== word.charCodeAt(0)) continue;
    const end = endOf(texts, { ...begins, sourceAt: begins.sourceAt + cut }, false);
    const rest = other.slice(0, cut);
    if (!end || isDroppedNegation(rest)) continue;
    const beyond = texts.sourceWords[begins.column - 1] ?? '';
    if (lostItsBlank({ rest, word, side: 'before', beyond, isAtEdge: true }, texts.isWord)) return end;
  }
  return undefined;
}

/** Where both sides are at the end of a word for the first time; undefined where their letters part before. */
function endOf(texts: LaidOut, begins: Place, mayStandForOthers: boolean): End | undefined {
  const { quoted, words, source, starts, sourceWords } = texts;
  let { quotedAt, sourceAt, row, column } = begins;
  while (sourceAt - begins.sourceAt < LONGEST_JOINED) {
    const word = words[row];
    if (!word) return undefined;
    if (mayStandForOthers && word.kind === 'altered' && quotedAt === word.from + (word.before ?? 0)) {
      const end = endBehindBracket(texts, { quotedAt, sourceAt, row, column }, word);
      if (end) return end;
    }
    if (quotedAt === word.from + word.letters.length) {
      if (sourceAt === starts[column + 1]) return { row: row + 1, column: column + 1 };
      if (isOpenAt(words, row + 1)) return endInside(texts, word.letters, sourceAt, row, column);
      row = nextRequired(words, row + 1);
      const next = words[row];
      if (!next || isOpenAt(words, row) || partsNumbers(quoted, next.from)) return undefined;
      quotedAt = next.from;
      continue;
    }
    if (sourceAt === starts[column + 1]) {
      column++;
      if (column === sourceWords.length || partsNumbers(source, sourceAt)) return undefined;
    }
    if (!isSameLetter(quoted, quotedAt, source, sourceAt)) return undefined;
    quotedAt++;
    sourceAt++;
  }
  return undefined;
}

/** The same, or one of them a digit that was read for the letter inside a word: `a1ready`. */
function isSameLetter(quoted: FoldedText, quotedAt: number, source: FoldedText, sourceAt: number): boolean {
  const one = quoted.letters.charCodeAt(quotedAt);
  const other = source.letters.charCodeAt(sourceAt);
  if (one === other) return true;
  if (isDigit(one) === isDigit(other)) return false;
  const [text, at, digit, letter] = isDigit(one) ? [quoted, quotedAt, one, other] : [source, sourceAt, other, one];
  if (digit === 49 ? letter !== 105 && letter !== 108 : digit !== 48 || letter !== 111) return false;
  return (text.starts[at] !== INSIDE_WORD || isLetterInWord(text, at, at - 1)) && isLetterInWord(text, at + 1, at + 1);
}

/** A letter that no blank parts from the one beside it; `start` is the later of the two. */
function isLetterInWord({ letters, starts }: FoldedText, start: number, at: number): boolean {
  const code = letters.charCodeAt(at);
  return starts[start] === INSIDE_WORD && code >= 97 && code <= 122;
}

/** `[sic]` and the marks of testimony need not be in the source. */
function nextRequired(words: readonly QuotedWord[], from: number): number {
  let row = from;
  while (words[row]?.kind === 'optional') row++;
  return row;
}

/** The letters of `look[ing]` as they are typed, or whatever the bracket stands for; it never stands for a whole word. */
function endBehindBracket(texts: LaidOut, place: Place, word: QuotedWord): End | undefined {
  const { before = 0, behind = 0 } = word;
  if (before + behind === 0) return undefined;
  const quotedAt = word.from + word.letters.length - behind;
  const { starts, source } = texts;
  const { sourceAt } = place;
  const isBetween = sourceAt === starts[place.column + 1];
  const inside = isBetween ? place.column + 1 : place.column;
  const most = Math.min(before === 0 ? LONGEST_BEGINNING : LONGEST_ENDING, (starts[inside + 1] ?? sourceAt) - sourceAt);
  const endFor = (length: number): End | undefined => {
    // `read ingon` for `read[s] on`: behind a blank only an ending that was cut off, and no word that was left out.
    const isBehindBlank = before > 0 && length > 0 && sourceAt === starts[inside];
    if (isBehindBlank && !ENDING.test(source.letters.slice(sourceAt, sourceAt + length))) return undefined;
    const column = length === 0 && before > 0 ? place.column : inside;
    return endOf(texts, { row: place.row, column, quotedAt, sourceAt: sourceAt + length }, false);
  };
  // Between two words an ending comes first: without one the two are a pair as they stand.
  for (let length = isBetween ? 1 : 0; length <= most; length++) {
    const end = endFor(length);
    if (end) return end;
  }
  return isBetween ? endFor(0) : undefined;
}

/** The quotation ends inside letters of the source: `left` for `leftout`. */
function endInside(texts: LaidOut, word: string, sourceAt: number, row: number, column: number): End | undefined {
  const rest = texts.source.letters.slice(sourceAt, texts.starts[column + 1]);
  const beyond = texts.sourceWords[column + 1] ?? '';
  if (isDroppedNegation(rest) || !lostItsBlank({ rest, word, side: 'behind', beyond, isAtEdge: true }, texts.isWord))
    return undefined;
  return { row: row + 1, column: column + 1 };
}

/** True where two numbers stand side by side, parted by more than a blank: `1, 2` is not `12`. */
function partsNumbers(text: FoldedText, at: number): boolean {
  return (
    text.starts[at] === BEHIND_SIGNS && isDigit(text.letters.charCodeAt(at)) && isDigit(text.letters.charCodeAt(at - 1))
  );
}
