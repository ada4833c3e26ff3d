import { isDigit, isLower } from '../characters.ts';
import type { Change } from './align.ts';
import { foldedWords } from './foldedText.ts';
import { isGluedNoteMark, rawText } from './occurrences.ts';
import type { QuotedWord } from './quotedWords.ts';
import { pageAt, type SourceText } from './sourceText.ts';

/** What a parenthetical behind the quotation allows. */
export interface Allowed {
  readonly cleanedUp?: boolean;
  readonly citationsOmitted?: boolean;
  readonly footnotesOmitted?: boolean;
  readonly quotationMarksOmitted?: boolean;
}

/** A change with the texts it stands in. */
export interface ChangeInText {
  readonly change: Change;
  readonly quoted: string;
  /** The quoted words of the change; empty where words were left out. */
  readonly words: readonly QuotedWord[];
  /** The source's words of the change, folded, with the index of their first letter. */
  readonly sourceWords: readonly { readonly letters: string; readonly from: number }[];
  readonly source: SourceText;
}

/** True where a change comes from the page, the paste or a parenthetical that says so, and not from the person who quoted. */
export function isNoDifference(one: ChangeInText, allowed: Allowed): boolean {
  const isLeftOut = one.words.length === 0;
  return (
    isSameAsItStands(one) ||
    isBlackedOut(one) ||
    isNoteMarkOnly(one, allowed) ||
    (isLeftOut && (isTestimonyMarks(one) || isPageEdge(one) || isAllowedCitation(one, allowed))) ||
    isPastedNoteMark(one)
  );
}

/** More text than this between two words is no page's own. */
const LONGEST_NOISE = 6000;

/** The quotation keeps what was taken for a line number, a mark or a running head. */
function isSameAsItStands({ change, words, source }: ChangeInText): boolean {
  const letters = words.map((word) => word.letters).join('');
  if (letters.length === 0) return false;
  const raw = foldedWords(textRound(source, change).replace(/\(cid:\d{1,5}\)/g, ''));
  // Without anything of the page's own between them the letters are the change itself: `1, 2` for `12`.
  if (raw.length <= change.to - change.from) return false;
  if (raw === letters) return true;
  // Some of it; but none of the source's own words may be missing.
  const own = source.folded.letters.slice(change.from, change.to);
  return letters.length >= 6 && raw.includes(letters) && isWithin(own, letters);
}

/** The paper is redacted there, and whoever quotes has it without: what the box covers may be just these words. */
function isBlackedOut({ change, words, sourceWords, source }: ChangeInText): boolean {
  if (words.length === 0 || !sourceWords.every(({ letters }) => letters === 'redacted')) return false;
  return /\u2588|\[redacted\]/i.test(textRound(source, change));
}

/** True where all letters of one stand in the other in this order. */
function isWithin(letters: string, others: string): boolean {
  let found = 0;
  for (let at = 0; at < others.length && found < letters.length; at++)
    if (others.charCodeAt(at) === letters.charCodeAt(found)) found++;
  return found === letters.length;
}

/** The source as it stands between the letters before and behind a change, over at most one page break. */
function textRound(source: SourceText, { from, to }: Change): string {
  const { offsets } = source.folded;
  const start = from > 0 ? (offsets[from - 1] ?? 0) + 1 : 0;
  const end = offsets[to] ?? source.pageStarts.at(-1) ?? 0;
  if (end <= start || end - start > LONGEST_NOISE) return '';
  const page = pageAt(source.pageStarts, start);
  const behind = (source.pageStarts[page + 1] ?? end) - start;
  if (behind >= end - start) return rawText(source, start, end - start);
  return `${rawText(source, start, behind)}\n${rawText(source, start + behind, end - start - behind)}`;
}

/** `harm.12` for `harm`: digits that the page glues to a sign or to a word. */
function isNoteMarkOnly({ words, sourceWords, source }: ChangeInText, allowed: Allowed): boolean {
  if (words.length > sourceWords.length || sourceWords.length > 3) return false;
  let at = 0;
  for (const { letters, from } of sourceWords) {
    const word = words[at];
    if (word && letters.startsWith(word.letters)) {
      const rest = letters.slice(word.letters.length);
      const end = from + word.letters.length;
      if (
        rest !== '' &&
        !isGluedNoteMark(source, from, end, rest) &&
        !(allowed.footnotesOmitted && /^\d{1,3}$/.test(rest))
      )
        return false;
      at++;
    } else if (!isLoneNoteMark(source, letters, from, allowed)) return false;
  }
  return at === words.length;
}

function isLoneNoteMark(source: SourceText, letters: string, from: number, allowed: Allowed): boolean {
  if (!/^\d{1,3}$/.test(letters) || from === 0) return false;
  const { offsets } = source.folded;
  const behindWord = (offsets[from - 1] ?? 0) + 1;
  const between = rawText(source, behindWord, Math.min(8, (offsets[from] ?? 0) - behindWord));
  if (/^[.,;:!?)\]"'\u201d\u2019]{1,4}$/.test(between))
    return !/^[.,:]$/.test(between) || !isDigit(source.folded.letters.charCodeAt(from - 1));
  return allowed.footnotesOmitted === true && /^[.,;:!?)\]"'\u201d\u2019]{1,4}\s{0,3}$/.test(between);
}

/** A quotation that was pasted with its footnote's mark: `dataset3`, `harm.12 The`. */
function isPastedNoteMark({ words, sourceWords, quoted }: ChangeInText): boolean {
  if (words.length !== 1 || sourceWords.length > 1) return false;
  const [word] = words;
  const [other] = sourceWords;
  if (!word) return false;
  if (!other)
    return (
      /^\d{1,3}$/.test(word.letters) &&
      /[a-z][.,;:!?)"'\u201d\u2019]{1,3}$/.test(quoted.slice(Math.max(0, word.start - 4), word.start))
    );
  const rest = word.letters.startsWith(other.letters) ? word.letters.slice(other.letters.length) : '';
  return (
    /^\d{1,3}$/.test(rest) &&
    !isDigit(other.letters.charCodeAt(other.letters.length - 1)) &&
    isLower(quoted.charCodeAt(word.start))
  );
}

/** `Q.` and `A.` on a page that has too few of them to be known as testimony. */
function isTestimonyMarks({ sourceWords, source }: ChangeInText): boolean {
  return sourceWords.every(({ letters, from }) => {
    if (!/^(?:q|a|question|answer)$/.test(letters)) return false;
    const offset = source.folded.offsets[from] ?? 0;
    return /^(?:[QA]|Question|Answer|QUESTION|ANSWER)[.:]\s/.test(rawText(source, offset, 10));
  });
}

function isLineStart(source: SourceText, offset: number): boolean {
  const before = rawText(source, Math.max(0, offset - 80), Math.min(80, offset));
  return before.slice(before.trimEnd().length).includes('\n');
}

/** A head or foot that stands on one page only: whole lines at a page's edge, most of their words capitals or numbers. */
function isPageEdge({ change, sourceWords, source }: ChangeInText): boolean {
  if (sourceWords.length > 24) return false;
  const { offsets } = source.folded;
  const start = offsets[change.from] ?? 0;
  const page = pageAt(source.pageStarts, start);
  const before = pageAt(source.pageStarts, offsets[Math.max(0, change.from - 1)] ?? 0);
  const behind = pageAt(source.pageStarts, offsets[change.to] ?? 0);
  if (before === behind) return false;
  const raw = rawText(source, start, (offsets[change.to - 1] ?? start) - start + 1);
  if (page !== behind && !isLineStart(source, start)) return false;
  const words = raw.split(/\s{1,80}/).filter((word) => /[A-Za-z0-9]/.test(word));
  const heads = words.filter((word) => /^[^a-z]*[A-Z0-9]/.test(word)).length;
  return words.length > 0 && heads * 10 >= words.length * 7;
}

const CITATION =
  /\b(?:v\.|vs\.|F\. ?[234]d|F\.4th|F\. ?Supp|U\. ?S\.|S\. ?Ct|WL \d|[Ii]d\.|[Ii]bid|supra|See|see|Accord|Cf\.|Dkt|ECF|Exs?\.|Tr\.|Dep\.|Decl\.|Aff\.|Fed\. ?R|Civ\. ?P|Crim\. ?P|Evid|Docket|Doc\.|Compl|Cal\.|App\.|Rule \d)|[\u00a7\u00b6]/;

/** A citation that `(citation omitted)` or `(cleaned up)` leaves out: it stands behind a sign, or in brackets. */
function isAllowedCitation({ change, source }: ChangeInText, allowed: Allowed): boolean {
  if (!allowed.citationsOmitted && !allowed.cleanedUp) return false;
  const { offsets } = source.folded;
  const start = (offsets[change.from - 1] ?? 0) + 1;
  const raw = rawText(source, start, (offsets[change.to - 1] ?? start) - start + 2);
  const words = raw.replace(/[\u00ad\u200b-\u200d]/g, '').replace(/\s{1,40}/g, ' ');
  return /^["\u201d\u2019)\]]{0,3}\s{0,3}[.,;:([?!\u2014]/.test(words) && CITATION.test(words);
}
