import { isApostrophe, isBlank, isDigit, isEmphasis, isLineBreak, isUpper } from '../../text/characters.ts';
import { nameKey, roleForms } from '../../text/names.ts';
import type { Span } from '../../text/span.ts';

/** A run of characters without blanks, before a head. */
export interface Token extends Span {
  /** As typed, without Markdown's emphasis marks. */
  readonly text: string;
  /** A line ends between it and what follows, and was not only wrapped there. */
  readonly beforeBreak: boolean;
}

const LONGEST_TOKEN = 40;
const LONGEST_GAP = 20;

/** Signals and small words: capitalised where they open a sentence, and never part of a name. */
const NOT_A_NAME = new Set(
  'see also cf eg e.g accord but compare contra with in the a an this that these those it its both as and or of to by at for from under per on if when while although though because since after before during until thus therefore moreover further furthermore however indeed accordingly instead finally next then also only even not no yes here there where which who whom whose what why how all any each every some such other another same attached attach attaching enclosed annexed hereto grp group composite comp exhibit exhibits ex exs exh attachment dkt dkts ecf doc docket id ibid citing quoting cited quoted noting stating discussing reference referencing regarding re concerning specifically namely including included through his her their our your my mr ms mrs dr hon said like unlike is are was were has have had be been do does did can could will would shall should may might must despite given upon via between among against about into court courts judge order orders parties party defined review reviewing considering consider read reading marked labeled identified dated served filed produced testified confirmed showed shows show states stated state admits admitted cite cites cited relying relies'.split(
    ' ',
  ),
);

/** True for a word that can't belong to a name in front of a head, however it is capitalised: `The`, `PL000044-102`. */
export function isFunctionWord(word: string): boolean {
  if (/\d{4}/.test(word)) return true;
  return NOT_A_NAME.has(
    word
      .toLowerCase()
      .replace(/^[("'\u201C\u2018[*_]+/, '')
      .replace(/[.,:;]{1,4}$/, ''),
  );
}

/**
 * The token that ends before `offset`, or undefined where a paragraph, an opening bracket or `floor` comes first. Looks at a
 * bounded number of characters.
 */
export function tokenBefore(text: string, offset: number, floor: number): Token | undefined {
  let end = offset;
  let breaks = 0;
  while (end > floor && offset - end < LONGEST_GAP) {
    const code = text.charCodeAt(end - 1);
    if (isLineBreak(code)) {
      if (!(code === 10 && text.charCodeAt(end - 2) === 13)) breaks++;
    } else if (!isBlank(code) && !isEmphasis(code)) break;
    end--;
  }
  if (breaks > 1 || offset - end >= LONGEST_GAP) return undefined;
  let start = end;
  while (start > floor && end - start < LONGEST_TOKEN) {
    const code = text.charCodeAt(start - 1);
    if (isBlank(code) || isLineBreak(code) || isOpening(code) || isEmphasis(code)) break;
    // `BELL-00231:Meyer Dep. 12`: a blank was lost behind the colon. A case's number (`1:20-cv-5`) goes on in digits.
    if ((code === 58 || code === 59) && start < end && isUpper(text.charCodeAt(start))) break;
    // `ROA.1234-3699Vo Decl.`: a number that is glued to a name is no part of it; `3M` is one.
    if (isDigit(code) && start < end && isUpper(text.charCodeAt(start)) && isDigit(text.charCodeAt(start - 2))) break;
    start--;
  }
  if (start === end || end - start >= LONGEST_TOKEN) return undefined;
  return { start, end, text: text.slice(start, end), beforeBreak: breaks > 0 && !isWrapped(text, end) };
}

/** A line that was wrapped is long; a short one (a heading, an item of a list) ends where its author ended it. */
function isWrapped(text: string, end: number): boolean {
  const from = Math.max(0, end - 45);
  if (from === 0) return false;
  for (let at = from; at < end; at++) if (isLineBreak(text.charCodeAt(at))) return false;
  return true;
}

const OPENING = new Set([...'([{"\u201C`\u2014\u2013'].map((sign) => sign.charCodeAt(0)));

/** Brackets and opening quotes end a look back: `(Vo Decl.`, `“Ravine Decl.`. */
function isOpening(code: number): boolean {
  return OPENING.has(code);
}

function isCapitalised(token: Token): boolean {
  return isUpper(token.text.charCodeAt(0));
}

/** Words that end with a period without ending a sentence. */
const ABBREVIATED =
  /^(?:[A-Z]\.)+$|^(?:Jr|Sr|Dr|Mr|Ms|Mrs|St|Inc|Co|Corp|Ltd|Bros|No|Pls|Pl|Defs|Def|Aplt|Aplee|Dep|Depo|Supp|Suppl|Reb|Am|Opp|Mot|Mem|Op|Objs|Stmt|Stip|Reply|Jt|Prelim|Inj|Decl|Expert|Sec|Gov|Govt|Univ|Int|Intl|Nat|Natl|Assn|Dist|Dept|Bd|Comm|Hon|Cty|Plf|Plfs|Resp|Pet|Civ|Crim|Cal|Tex|Fla|Proc|Bus|Prof|Evid|Lab|Ins|Fam|Gen|Stat|Ann|Rev|Comp)\.$/;

/** True where the token can stand inside a name that goes on behind it: no comma, no end of a sentence. */
export function runsOn(token: Token): boolean {
  const last = token.text.charCodeAt(token.text.length - 1);
  if (last === 44 || last === 59 || last === 58 || last === 41 || last === 93 || last === 63 || last === 33)
    return false;
  if (last === 34 || last === 0x201d) return false;
  // `the Gate.”² Ex. E at 2`: a footnote's mark ends what it stands behind.
  if (last > 127 && '\u00B9\u00B2\u00B3\u2070\u2074\u2075\u2076\u2077\u2078\u2079'.includes(token.text.slice(-1)))
    return false;
  return last !== 46 || ABBREVIATED.test(token.text);
}

/** An owner in front of a head: whose exhibit, whose requests. */
export interface Owner extends Span {
  /** Without the possessive. */
  readonly name: string;
}

/** True for `Plaintiffs'`, `Meta’s`, `Pl.'s`. */
export function isPossessive(word: string): boolean {
  const length = word.length;
  if (length < 3) return false;
  if (isApostrophe(word.charCodeAt(length - 1))) return /[sS.]/.test(word.charAt(length - 2));
  return /[sS]/.test(word.charAt(length - 1)) && isApostrophe(word.charCodeAt(length - 2));
}

/** The name without its possessive ending. */
export function withoutPossessive(name: string): string {
  if (!isPossessive(name)) return name;
  return isApostrophe(name.charCodeAt(name.length - 1)) ? name.slice(0, -1) : name.slice(0, -2);
}

/**
 * The owner directly before `offset`: `Meta Platforms, Inc.'s` is cut to its possessive words, `Defs.’ Ex. F`, `Pl. Ex. 470`,
 * and, where `names` allows it, a plain name (`Wang Ex. 6`). A sentence's first word is no owner.
 */
export function ownerBefore(
  text: string,
  offset: number,
  floor: number,
  names: 'anyName' | 'rolesOnly',
): Owner | undefined {
  const last = tokenBefore(text, offset, floor);
  if (!last) return undefined;
  const possessive = isPossessive(last.text);
  // "defendant's Motion": a role is one in small letters, too.
  if (
    !isCapitalised(last) &&
    !(possessive && names === 'rolesOnly' && roleForms(withoutPossessive(last.text)).length > 0)
  )
    return undefined;
  // `State’s Ex. 12`: the prosecution; "state" alone is a verb.
  const word = withoutPossessive(last.text);
  if (isFunctionWord(word) && !(possessive && word === 'State')) return undefined;
  // "requests of its own on Plaintiffs. RFP 4": a whole word with a period ends its sentence; `Pls.` does not.
  // "the plan of Harbor Lines, Inc. Compl. ¶ 8": the end of a company's name ends the sentence.
  if (!possessive && COMPANY.test(last.text)) return undefined;
  const isRole = roleForms(last.text).length > 0 && runsOn(last);
  if (!possessive && !isRole && (names === 'rolesOnly' || last.beforeBreak || !runsOn(last))) return undefined;
  const start = nameStart(text, possessive && COMPANY.test(word) ? nameOfCompany(text, last, floor) : last, floor, 4);
  return { start, end: last.end, name: withoutPossessive(text.slice(start, last.end)).replace(/[*_]/g, '') };
}

const COMPANY = /^(?:Inc|LLC|L\.L\.C|Corp|Ltd|LLP|L\.P|Co|P\.C|P\.A|N\.A|PLLC)\.?$/;

/** `Front Range Dialysis, P.C.’s`: the name goes on in front of the comma. */
function nameOfCompany(text: string, last: Token, floor: number): Token {
  const before = tokenBefore(text, last.start, floor);
  return before?.text.endsWith(',') && isCapitalised(before) && !isFunctionWord(before.text) ? before : last;
}

/** Walks back over the capitalised words that belong to the name that ends with `last`; at most `most` more words. */
export function nameStart(text: string, last: Token, floor: number, most: number): number {
  let start = last.start;
  for (let words = 0; words < most; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token || token.beforeBreak || !runsOn(token) || isFunctionWord(token.text) || isPossessive(token.text)) break;
    if (!isCapitalised(token) && !/^\d{1,2}(?:d|nd|rd|st|th)$/.test(token.text)) {
      // "Bank of America's Ex. 3": a small word inside a name counts only with a capitalised one before it.
      const before = /^(?:of|and|&|de|van|von|la|du)$/.test(token.text)
        ? tokenBefore(text, token.start, floor)
        : undefined;
      if (!before || !isCapitalised(before) || isFunctionWord(before.text) || !runsOn(before)) break;
      start = before.start;
      continue;
    }
    start = token.start;
  }
  return start;
}

/** True where the words are a party's role in any of its forms (`Pls.`, `Defendants`). */
export function isRole(words: string): boolean {
  return roleForms(nameKey(words)).length > 0;
}
