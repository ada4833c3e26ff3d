import { isDigit, isEmphasis } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import type { PinCite } from '../citation.ts';
import { type ReadValue, readFootnote, readPage, readPageId, readParagraph, readStarPage } from './pinValues.ts';
import { readSection } from './sectionPin.ts';
import { squeeze } from './squeeze.ts';

/** Reads the words and signs that say what a number counts (`at`, `¶¶`, `pp.`, `nn.`, `PageID`); answers how to read it. */
export function readUnit(cursor: Cursor, afterAnother: boolean): ReadValue | undefined {
  return cursor.attempt(() => {
    const at = cursor.word('at');
    if (at) {
      cursor.take(':');
      cursor.gap();
    }
    // `at CM/ECF p. 4`, `, at ECF pp. 2-8`: whose numbering it is.
    if (at)
      cursor.attempt(() => {
        if (!(cursor.take('CM/ECF') || cursor.word('ecf')) || !cursor.gap()) return undefined;
        return /^(?:pp?|pgs?|pages?)\b/i.test(cursor.text.slice(cursor.at, cursor.at + 6)) || isDigit(cursor.code)
          ? true
          : undefined;
      });
    const unit = readUnitSign(cursor, at || afterAnother);
    if (unit) {
      cursor.gap();
      return unit;
    }
    // `at Bates GOOG-0001234`, `at Bates No. X`.
    if (at && cursor.word('bates')) {
      cursor.attempt(() =>
        cursor.gap() && cursor.oneOf(['nos', 'no']) && (cursor.take('.') || true) ? true : undefined,
      );
      cursor.gap();
    }
    return at ? readPageOrLine : undefined;
  });
}

function readUnitSign(cursor: Cursor, settled: boolean): ReadValue | undefined {
  if (cursor.code === 0xb6) return readSigns(cursor, 0xb6, readParagraph);
  if (cursor.code === 0xa7) return readSigns(cursor, 0xa7, readSection);
  if (cursor.code === 42 && settled) return startsStarPage(cursor) ? readStarPage : undefined;
  return (
    cursor.attempt(() => (readAbbreviation(cursor, ['pp', 'p', 'pgs', 'pg']) ? readPageOrLine : undefined)) ??
    cursor.attempt(() => (cursor.oneOf(['pages', 'page']) && !isPageId(cursor) ? readPageOrLine : undefined)) ??
    cursor.attempt(() => (readAbbreviation(cursor, ['paras', 'para', 'pars', 'par']) ? readParagraph : undefined)) ??
    cursor.attempt(() => (cursor.oneOf(['paragraphs', 'paragraph']) ? readParagraph : undefined)) ??
    cursor.attempt(() => (readAbbreviation(cursor, ['nn', 'n', 'fns', 'fn']) ? readFootnote : undefined)) ??
    cursor.attempt(() =>
      settled && cursor.oneOf(['footnotes', 'footnote', 'notes', 'note']) ? readFootnote : undefined,
    ) ??
    cursor.attempt(() => (readAbbreviation(cursor, ['secs', 'sec', 'arts', 'art']) ? readSection : undefined)) ??
    cursor.attempt(() => (settled && cursor.oneOf(['sections', 'section', 'article']) ? readSection : undefined)) ??
    cursor.attempt(() => (readPageIdHead(cursor) ? readPageId : undefined))
  );
}

/** `¶`, `¶¶`, `§§`, with or without a blank behind. */
function readSigns(cursor: Cursor, sign: number, read: ReadValue): ReadValue {
  while (cursor.code === sign) {
    cursor.at++;
    cursor.steps++;
    cursor.gap();
  }
  return read;
}

/** `p.`, `pp.`, `n.`: with its period, or in front of a number without one (`pp 3-4`). */
function readAbbreviation(cursor: Cursor, words: readonly string[]): boolean {
  return words.some((word) => cursor.attempt(() => readAbbreviated(cursor, word)) === true);
}

function readAbbreviated(cursor: Cursor, word: string): true | undefined {
  if (!cursor.take(word)) return undefined;
  const dotted = cursor.take('.');
  const spaced = cursor.gap();
  if (!dotted && !spaced) return undefined;
  if (isDigit(cursor.code)) return true;
  // A blank to fill in (`p. __`), or a roman numeral (`Art. III`).
  return dotted && (cursor.code === 95 || cursor.code === 91 || word.startsWith('art')) ? true : undefined;
}

function isPageId(cursor: Cursor): boolean {
  const from = cursor.at;
  cursor.gap();
  const is = cursor.word('id');
  cursor.at = from;
  return is;
}

/** `PageID #151`, `PgID 64`, `PageID.16684`, `Page ID #: 3`. */
function readPageIdHead(cursor: Cursor): boolean {
  if (!cursor.word('pageid') && !cursor.word('pgid')) {
    if (!cursor.word('page') && !(cursor.word('pg') && (cursor.take('.') || true))) return false;
    cursor.gap();
    if (!cursor.word('id')) return false;
  }
  cursor.take('.');
  cursor.gap();
  cursor.take('#');
  cursor.take(':');
  return true;
}

/** `passim` stands for pages all through; a page, or a page and line, otherwise. */
export function readPageOrLine(cursor: Cursor): PinCite | undefined {
  const start = cursor.at;
  if (cursor.word('passim')) return { unit: 'page', first: 'passim', last: 'passim', start, end: cursor.at };
  const page = readPage(cursor);
  return page?.unit === 'page' && page.first === page.last
    ? (cursor.attempt(() => readLinesBehind(cursor, page)) ?? page)
    : page;
}

/** `45, lines 3-12`, `3 ll. 12-14`: the lines of a page, written out. */
function readLinesBehind(cursor: Cursor, page: PinCite): PinCite | undefined {
  if (!/^\d{1,5}$/.test(page.first)) return undefined;
  const { words, offsetBehind } = squeeze(cursor.text, cursor.at, 24);
  const [typed, first, last] =
    /^,? (?:ll?\.|lines?|lns?\.) ?(\d{1,2})(?:[-\u2013](\d{1,2}))?(?![\d:-])/.exec(words) ?? [];
  if (typed === undefined || first === undefined) return undefined;
  cursor.at = offsetBehind(typed.length);
  const line = (number: string): string => `${page.first}:${Number(number)}`;
  return { ...page, unit: 'line', first: line(first), last: line(last ?? first), end: cursor.at };
}

/** `*1`, `* 4`: a star in front of a digit. */
function startsStarPage(cursor: Cursor): boolean {
  return isEmphasis(cursor.code) && (isDigit(cursor.peek(1)) || (cursor.peek(1) === 32 && isDigit(cursor.peek(2))));
}
