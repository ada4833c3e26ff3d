// Whether a page's signs are words, and how words are got back from a font that shifts every letter.

/** The pairs of letters that half of all pairs in English words are; other languages of our letters have most of them, too. */
const COMMON_PAIRS = (
  'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ' +
  'ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie ' +
  'wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab ' +
  'gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt oc fa ef cu rn sc gi da yo cr cl du'
).split(' ');
const IS_COMMON = new Uint8Array(26 * 26);
for (const pair of COMMON_PAIRS) IS_COMMON[(pair.charCodeAt(0) - 97) * 26 + pair.charCodeAt(1) - 97] = 1;
const COMMON_WORDS = /\b(?:the|of|and|to|in|that|was|for|is|you|it|on|not|did|with|this|by|be|as|or)\b/g;
/** So much of a page is looked at. */
const LOOKED_AT = 3_000;

/** The share of letter pairs inside words that are common, and how many pairs there are. */
interface PairShare {
  readonly share: number;
  readonly pairs: number;
}

function pairShare(text: string): PairShare {
  let pairs = 0;
  let common = 0;
  let before = -1;
  const end = Math.min(text.length, LOOKED_AT);
  for (let at = 0; at < end; at++) {
    const letter = letterOf(text.charCodeAt(at));
    if (letter >= 0 && before >= 0) {
      pairs++;
      common += IS_COMMON[before * 26 + letter] ?? 0;
    }
    before = letter;
  }
  return { share: pairs === 0 ? 0 : common / pairs, pairs };
}

/** 0 for `a` and `A`, 25 for `z` and `Z`; -1 for any other sign. */
function letterOf(code: number): number {
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 26 && code < 128 ? letter : -1;
}

/**
 * True where a page has words that a person could read. A font without Unicode gives signs that look like text (`3DJH` for `Page`):
 * their pairs of letters are not those of any language of our letters. What is written in other letters is taken for words.
 */
export function hasReadableWords(text: string): boolean {
  if (!/[A-Za-z]{2}/.test(text) && !/\p{L}\p{L}/u.test(text)) return false;
  const { share, pairs } = pairShare(text);
  const looked = text.slice(0, LOOKED_AT);
  if (/[^\n\t\x20-\x7e]/.test(looked)) {
    const otherLetters = (looked.match(/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{C}]{2}/gu) ?? []).length;
    if (otherLetters > pairs) return true;
    const senseless = (looked.match(/(?![\n\t])[\p{Cc}\p{Co}\ufffd]/gu) ?? []).length;
    if (senseless > looked.length / 5) return false;
  }
  // Of letters drawn by chance 24 pairs in a hundred are among them, of shifted English up to 38; of English 71 and more, and of a
  // page full of checksums still 54.
  return share >= 0.46;
}

/** Where a reader keeps the codes of a font that would be line ends in a text: so far above them. */
export const KEPT_CODES = 0xe000;

/** A font that calls itself one of symbols has its codes at U+F000: `\uf054` is `T`, or what stands at its place. */
export function withoutPrivateUse(text: string): string {
  return text.replace(/[\uf000-\uf0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) & 0xff));
}

/** The distance by which the letters of English are shifted in these lines; undefined where they are not plainly English then. */
export function shiftOf(lines: readonly string[]): number | undefined {
  const text = lines.join(' ').slice(0, LOOKED_AT);
  for (const shift of SHIFTS) {
    const words = shifted(text, shift);
    const { share, pairs } = pairShare(words);
    if (pairs >= 40 && share > 0.7 && (words.toLowerCase().match(COMMON_WORDS) ?? []).length >= 3) return shift;
  }
  return undefined;
}

/** 29 is the distance between a letter and its place in most fonts; the others are rare. */
const SHIFTS = [29, 30, 28, 31, 27, 32, 1, -1, 2, -2, 3, -3];

/** The line with every letter moved by a distance, where that makes better words of it; else as it is. */
export function unshifted(line: string, shift: number): string {
  const moved = shifted(line, shift);
  if (/[\p{Cc}\p{Co}]/u.test(line)) return moved;
  const [before, after] = [pairShare(line), pairShare(moved)];
  return after.pairs > 0 && after.share > before.share ? moved : line;
}

function shifted(text: string, shift: number): string {
  let moved = '';
  for (let at = 0; at < text.length; at++) {
    const own = text.charCodeAt(at);
    const code = (own >= KEPT_CODES && own < KEPT_CODES + 32 ? own - KEPT_CODES : own) + shift;
    // Blanks that PDFium put in itself are not of the font.
    const isBlank = text.charCodeAt(at) === 32 && shift > 3;
    moved += isBlank || code < 32 || code > 255 ? ' ' : String.fromCharCode(code);
  }
  return moved;
}
