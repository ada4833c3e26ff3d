import { isApostrophe, isBlank, isDash, isDigit, isLetter, isLineBreak } from '../characters.ts';

/**
 * A text as it is compared: only its letters and digits, in lower case, with a way back to where each stands. Spaces, hyphens,
 * quotation marks and commas are left out, so a word that a PDF cut in two (`off icer`, `inter-⏎national`) is the same word.
 * What changes a number stays: `0.4`, `144-46`, `12/06/24`, `$5`, `5%`; `1,000` is `1000`.
 */
export interface FoldedText {
  readonly letters: string;
  /** Where each of `letters` stands: an offset that the caller of `fold` counts in. */
  readonly offsets: Uint32Array;
  /** For each of `letters`: does a word begin with it, and what stands before. */
  readonly starts: Uint8Array;
}

export const INSIDE_WORD = 0;
/** Only blanks stand before. */
export const BEHIND_BLANKS = 1;
/** Punctuation stands before, or the text's beginning. */
export const BEHIND_SIGNS = 2;

/** A folded text that is being made: `fold` adds ranges of texts to it. */
export interface Folding {
  codes: Uint16Array;
  offsets: Uint32Array;
  starts: Uint8Array;
  length: number;
  /** What came since the last letter: nothing, blanks, or signs. */
  gap: number;
  /** A sign that parts two digits without parting a number, or 0: the point of `0.4`. */
  between: number;
}

/** An empty folded text with room for `capacity` letters; it grows as it must. */
export function foldingOf(capacity: number): Folding {
  const room = Math.max(16, capacity);
  return {
    codes: new Uint16Array(room),
    offsets: new Uint32Array(room),
    starts: new Uint8Array(room),
    length: 0,
    gap: BEHIND_SIGNS,
    between: 0,
  };
}

/** The next letter begins a word, whatever stands before it. */
export function endWord(folding: Folding): void {
  folding.gap = Math.max(folding.gap, BEHIND_BLANKS);
  folding.between = OTHER;
}

/** The next letter goes on with the word: the bracket of `[t]he` does not part it. */
export function joinWord(folding: Folding): void {
  if (folding.length > 0) folding.gap = INSIDE_WORD;
  folding.between = 0;
}

/** A sign that stands in no text: nothing that is looked for runs over it. */
export function foldBarrier(folding: Folding): void {
  folding.gap = BEHIND_SIGNS;
  put(folding, BARRIER, 0);
  folding.gap = BEHIND_SIGNS;
}

const BARRIER = 1;
/** What stands between two digits and parts them for good. */
const OTHER = 0xffff;
const AND = [97, 110, 100];

/** Adds `text` from `start` to `end`; its offsets are counted from `base`. */
export function fold(folding: Folding, text: string, start: number, end: number, base: number): void {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) put(folding, code, base + at);
    else if (code === 32) foldBlank(folding);
    else if (code >= 65 && code <= 90) put(folding, code + 32, base + at);
    else if (isDigit(code)) putDigit(folding, text, at, base);
    else foldSign(folding, text, at, code, base);
  }
}

/** The folded text as it is now. */
export function folded(folding: Folding): FoldedText {
  return {
    letters: stringOf(folding.codes, folding.length),
    offsets: folding.offsets.slice(0, folding.length),
    starts: folding.starts.slice(0, folding.length),
  };
}

/** The folded form of a few words, their letters only. */
export function foldedWords(words: string): string {
  const folding = foldingOf(words.length);
  fold(folding, words, 0, words.length, 0);
  return stringOf(folding.codes, folding.length);
}

function stringOf(codes: Uint16Array, length: number): string {
  const pieces: string[] = [];
  for (let at = 0; at < length; at += 8192) {
    pieces.push(String.fromCharCode.apply(undefined, codes.subarray(at, Math.min(length, at + 8192)) as never));
  }
  return pieces.join('');
}

function put(folding: Folding, code: number, offset: number): void {
  if (folding.length === folding.codes.length) grow(folding);
  folding.codes[folding.length] = code;
  folding.offsets[folding.length] = offset;
  folding.starts[folding.length] = folding.gap;
  folding.length++;
  folding.gap = INSIDE_WORD;
  folding.between = 0;
}

function grow(folding: Folding): void {
  const room = folding.codes.length * 2;
  const codes = new Uint16Array(room);
  codes.set(folding.codes);
  const offsets = new Uint32Array(room);
  offsets.set(folding.offsets);
  const starts = new Uint8Array(room);
  starts.set(folding.starts);
  folding.codes = codes;
  folding.offsets = offsets;
  folding.starts = starts;
}

/** The signs that belong to a number they stand in, by their code: point, hyphen, slash, colon; a comma is no part of it. */
function putDigit(folding: Folding, text: string, at: number, base: number): void {
  const before = folding.length > 0 ? (folding.codes[folding.length - 1] ?? 0) : 0;
  if (folding.gap !== INSIDE_WORD && isDigit(before)) {
    const { between } = folding;
    if (between === COMMA && isThousands(text, at)) folding.gap = INSIDE_WORD;
    else if (between === POINT || between === HYPHEN || between === SLASH || between === COLON) {
      folding.gap = INSIDE_WORD;
      put(folding, between, base + at);
    }
  }
  put(folding, text.charCodeAt(at), base + at);
}

const COMMA = 44;
const HYPHEN = 45;
const POINT = 46;
const SLASH = 47;
const COLON = 58;

/** Three digits and no fourth: the second half of `1,000`. */
function isThousands(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && !isDigit(text.charCodeAt(at + 3));
}

function foldBlank(folding: Folding): void {
  if (folding.gap === INSIDE_WORD) folding.gap = BEHIND_BLANKS;
  // A hyphen holds a number together over blanks (`176 -1`, `94-⏎13`), a point or comma does not (`2023. 4`).
  if (folding.between !== HYPHEN && folding.between !== 0) folding.between = OTHER;
}

function foldSign(folding: Folding, text: string, at: number, code: number, base: number): void {
  if (code === 0xad) {
    // A soft hyphen is nothing in a word, and a dash in `¶¶23-25`.
    if (isDigit(folding.codes[folding.length - 1] ?? 0)) sign(folding, HYPHEN);
  } else if (isNothing(code)) return;
  else if (isBlank(code) || isLineBreak(code)) foldBlank(folding);
  else if (isApostrophe(code)) {
    // `don't` is one word; a mark at its edge parts what it stands between.
    if (!isLetter(text.charCodeAt(at + 1)) || folding.gap !== INSIDE_WORD) sign(folding, OTHER);
  } else if (isDash(code)) sign(folding, HYPHEN);
  else if (code === 36 || code === 0xa3 || code === 0x20ac) {
    if (isDigit(text.charCodeAt(at + 1)) || isDigit(text.charCodeAt(at + 2))) put(folding, code, base + at);
  } else if (code === 37) {
    if (isDigit(folding.codes[folding.length - 1] ?? 0)) {
      folding.gap = INSIDE_WORD;
      put(folding, code, base + at);
    }
  } else if (code === 38) {
    folding.gap = Math.max(folding.gap, BEHIND_BLANKS);
    for (const letter of AND) put(folding, letter, base + at);
    folding.gap = BEHIND_BLANKS;
  } else if (code > 127 && isOtherLetter(code)) {
    for (const letter of plainLettersOf(code)) put(folding, letter, base + at);
  } else sign(folding, code);
}

function sign(folding: Folding, code: number): void {
  // Only the first sign behind a digit, and nothing before it, can belong to the number; a hyphen may stand behind a blank.
  const first = folding.gap === INSIDE_WORD || (code === HYPHEN && folding.gap === BEHIND_BLANKS && !folding.between);
  folding.between = first ? code : OTHER;
  folding.gap = BEHIND_SIGNS;
}

/** Zero-width characters and the accents that stand behind their letter. */
function isNothing(code: number): boolean {
  return (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff || (code >= 0x300 && code <= 0x36f);
}

/** Letters beyond ASCII, ligatures, fractions, full-width forms and ideographs; raised digits are footnote marks, no text. */
function isOtherLetter(code: number): boolean {
  return (
    isLetter(code) ||
    (code >= 0xbc && code <= 0xbe) ||
    (code >= 0x2e80 && code < 0xd800) ||
    (code >= 0xfb00 && code <= 0xfb4f) ||
    (code >= 0xff10 && code <= 0xff5a)
  );
}

const PLAIN = new Map<number, readonly number[]>();

/** `é` is `e`, `ﬁ` is `fi`, `½` is `1/2`. */
function plainLettersOf(code: number): readonly number[] {
  const known = PLAIN.get(code);
  if (known) return known;
  const plain = String.fromCharCode(code)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\u2044/g, '/')
    .toLowerCase();
  const letters = Array.from({ length: plain.length }, (_, at) => plain.charCodeAt(at));
  PLAIN.set(code, letters);
  return letters;
}
