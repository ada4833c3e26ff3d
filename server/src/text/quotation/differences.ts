import { isUpper } from '../characters.ts';
import type { Change } from './align.ts';
import type { ChangeInText } from './damage.ts';
import { rawText } from './occurrences.ts';
import { placeOf, type SourcePlace, type SourceText, textBetween } from './sourceText.ts';
import { isDateWord, isNegation, isNumber, isParty, saysLittle } from './words.ts';

/** Words in which a quotation departs from its source. */
export interface Difference {
  /** Words of the quotation: offsets into the quoted text as handed in; empty where words were left out. */
  readonly quoted: { readonly start: number; readonly end: number };
  /** Empty where words were added. */
  readonly source: SourcePlace;
  /** As typed. */
  readonly quotedWords: string;
  /** As it stands there, line ends as blanks. */
  readonly sourceWords: string;
  /** A number, a date, a name, a negation, and or or: what courts sanction. */
  readonly isGrave: boolean;
}

/** Makes a change into what is told of it. `gap` is the offset in the quotation where left-out words would stand. */
export function differenceOf(one: ChangeInText, gap: number): Difference {
  const { change, quoted, words, source } = one;
  const start = words[0]?.start ?? gap;
  const end = words.at(-1)?.end ?? gap;
  const place = placeOfChange(source, change);
  return {
    quoted: { start, end },
    source: place,
    quotedWords: quoted.slice(start, end),
    sourceWords: change.to > change.from ? textBetween(source, place).replace(/\s{1,200}/g, ' ') : '',
    isGrave: isGrave(one),
  };
}

/** Words that were added stand behind the letter before them. */
function placeOfChange(source: SourceText, { from, to }: Change): SourcePlace {
  if (to > from || from === 0) return placeOf(source, from, to);
  const before = placeOf(source, from - 1, from);
  return { ...before, page: before.endPage, start: before.end };
}

interface TypedWord {
  readonly letters: string;
  readonly isName: boolean;
}

function isGrave({ quoted, words, sourceWords, source }: ChangeInText): boolean {
  const typed = words.map(({ letters, start, end }) => ({
    letters,
    isName: isName(quoted.slice(start, end), quoted.slice(Math.max(0, start - 8), start), source),
  }));
  const standing = sourceWords.map(({ letters, from }) => {
    const offset = source.folded.offsets[from] ?? 0;
    const end = (source.folded.offsets[from + letters.length - 1] ?? offset) + 1;
    const before = Math.min(8, offset);
    const text = rawText(source, offset - before, before);
    return { letters, isName: isName(rawText(source, offset, end - offset), text, source) };
  });
  return [...without(typed, standing), ...without(standing, typed)].some(weighs) || turnsRound(typed, standing);
}

function weighs({ letters, isName }: TypedWord): boolean {
  return (
    isName ||
    isNumber(letters) ||
    isDateWord(letters) ||
    isNegation(letters) ||
    isParty(letters) ||
    letters === 'and' ||
    letters === 'or'
  );
}

/** The words of one that the other has not. */
function without(one: readonly TypedWord[], other: readonly TypedWord[]): readonly TypedWord[] {
  const left = other.map(({ letters }) => letters);
  return one.filter(({ letters }) => {
    const at = left.indexOf(letters);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const CONTRARY = /^(?:un|in|im|ir|il|non|dis|mis)$/;

/** `able` for `unable`, `admissible` for `inadmissible`. */
function turnsRound(one: readonly TypedWord[], other: readonly TypedWord[]): boolean {
  const isContrary = (longer: string, shorter: string): boolean =>
    shorter.length > 2 && longer.endsWith(shorter) && CONTRARY.test(longer.slice(0, longer.length - shorter.length));
  const all = (words: readonly TypedWord[]): string => words.map(({ letters }) => letters).join('');
  return (
    hasMoreThan(all(one), all(other)) ||
    hasMoreThan(all(other), all(one)) ||
    one.some((word) =>
      other.some(({ letters }) => isContrary(letters, word.letters) || isContrary(word.letters, letters)),
    )
  );
}

/** `nothap pen` for `happen`: what is glued to the words beside it turns them round, or is a number. */
function hasMoreThan(longer: string, shorter: string): boolean {
  if (shorter === '' || longer.length <= shorter.length) return false;
  const before = longer.endsWith(shorter) ? longer.slice(0, -shorter.length) : '';
  const behind = longer.startsWith(shorter) ? longer.slice(shorter.length) : '';
  return [before, behind].some((rest) => isNegation(rest) || isNumber(rest));
}

/**
 * A capital inside a sentence makes a name, two make one anywhere. At the beginning of a sentence a word is a name where the source
 * never writes it small.
 */
function isName(word: string, before: string, source: SourceText): boolean {
  const lower = word.toLowerCase();
  if (saysLittle(lower) || !/[A-Z\u00c0-\u00de]/.test(word)) return false;
  if (/[a-z][A-Z]|\d/.test(word) || !isUpper(word.charCodeAt(0))) return true;
  if (word.length > 1 && word === word.toUpperCase() && /[a-z]/.test(before)) return true;
  const isInSentence = /[a-z0-9,;][\s"\u201c'\u2018*_([]{1,6}$/i.test(before);
  return isInSentence || !source.pages.some(({ text }) => text.includes(` ${lower}`));
}
