// What a character is, by its UTF-16 code. Drafts hold both kinds of quotes, dashes and spaces, often in one sentence.

export const NEWLINE = 10;
const RETURN = 13;

/** A blank inside a line: space, tab, no-break spaces, thin spaces, zero-width space and joiner, byte-order mark. */
export function isBlank(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0xa0 ||
    code === 12 ||
    code === 11 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x202f ||
    code === 0x2060 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The end of a line, also U+2028 and U+2029. */
export function isLineBreak(code: number): boolean {
  return code === NEWLINE || code === RETURN || code === 0x2028 || code === 0x2029;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

export function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

/** A letter of a name: Latin with accents, and everything in other scripts that is not a sign. */
export function isLetter(code: number): boolean {
  return isUpper(code) || isLower(code) || (code >= 0x100 && code <= 0x1fff);
}

export function isWordCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** Hyphen-minus, U+2010 to U+2015, minus sign, soft hyphen: all of them stand in page ranges. */
export function isDash(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xad;
}

/** Straight and curly apostrophes. */
export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2018 || code === 0x2019 || code === 0x2bc || code === 0x2032;
}

/** Straight and curly double quotation marks. */
export function isQuote(code: number): boolean {
  return code === 34 || code === 0x201c || code === 0x201d || code === 0x201e;
}

/** Markdown's emphasis marks, which drafts put round signals and *Id.* */
export function isEmphasis(code: number): boolean {
  return code === 42 || code === 95;
}
