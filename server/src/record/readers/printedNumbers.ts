/** The number that is printed on a page, and which of the page's lines it is. */
export interface PrintedNumber {
  readonly label: string;
  readonly line: number;
}

interface Candidate extends PrintedNumber {
  readonly value: number;
  readonly roman: boolean;
  /** Nothing but the number: only what is not, `- 7 -` or `Page 7`, says itself that it is a page number. */
  readonly plain: boolean;
}

// "7", "- 7 -", "Page 7", "Page 7 of 12", "7.", "7:", "[7]"
const NUMBER = /^(?:(?:Page|Pg\.?|p\.) ?)?(?:[-–—[(] ?)?(\d{1,5}|[ivxl]{1,7})(?: ?[-–—\])])?[.:]?(?: of \d{1,5})?$/i;

/**
 * The printed page numbers of a whole paper: where the first or the last line of a page is nothing but a number, and the
 * numbers go up by one from page to page. A number that fits no neighbour is a figure, a year or a line number and stays text.
 */
export function printedNumbers(pages: readonly (readonly string[])[]): readonly (PrintedNumber | undefined)[] {
  const heads = plausible(pages.map((lines) => candidate(lines, firstWords(lines))));
  const feet = plausible(pages.map((lines) => candidate(lines, lastWords(lines))));
  const count = (found: readonly unknown[]): number => found.filter((number) => number !== undefined).length;
  return count(heads) > count(feet) ? heads : feet;
}

function firstWords(lines: readonly string[]): number {
  return lines.findIndex((line) => line.trim() !== '');
}

function lastWords(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== '');
}

function candidate(lines: readonly string[], line: number): Candidate | undefined {
  const words = lines[line]?.trim();
  // A bare number is no page's only line: then it is what the page says.
  if (!words || words.length > 24 || lines.every((other, index) => index === line || other.trim() === ''))
    return undefined;
  const number = numberOfLine(words);
  return number && { ...number, line };
}

/** What stands in front of the number in an appendix, an excerpt of record or an annex: `A-112`, `ER-300`, `Appx0041`, `F-3`. */
const PREFIXED =
  /^(?:Page |Pg\. ?)?((?:[A-Z]{1,3}[-–—])|(?:(?:App\.?|APPX?|Appx|J\.A\.|JA|(?:\d{1,2}-)?S?ER|[ARS]A|A|R)[-–—. ]{0,2}))0{0,5}(\d{1,5})$/;

/** `4-12`, page 12 of the fourth chapter. */
const IN_CHAPTER = /^(\d{1,2}-)(\d{1,3})$/;

/** The page number with letters in front, or with its chapter, that a line consists of; `prefix` is those. */
export function prefixedNumber(
  words: string,
): { readonly label: string; readonly prefix: string; readonly value: number } | undefined {
  const [, prefix, number] = words.length > 20 ? [] : (PREFIXED.exec(words) ?? IN_CHAPTER.exec(words) ?? []);
  if (!prefix || !number) return undefined;
  return { label: words.replace(/^(?:Page |Pg\. ?)/, ''), prefix, value: Number(number) };
}

/** The page number that a line consists of: `7`, `- 7 -`, `Page 7 of 12`, `iv`. `plain`: it is nothing but the number. */
export function numberOfLine(words: string): Omit<Candidate, 'line'> | undefined {
  const written = words.length > 24 ? undefined : NUMBER.exec(words)?.[1];
  if (!written) return undefined;
  const roman = !/\d/.test(written);
  // `00301` on a transcript is cited as 301.
  const label = written.replace(/^0+(?=\d)/, '');
  const value = roman ? romanValue(label.toLowerCase()) : Number(label);
  return value === undefined ? undefined : { label, value, roman, plain: words.replace(/[.:]$/, '') === written };
}

/** Keeps a number where a neighbouring page's number is one less or one more. */
function plausible(candidates: readonly (Candidate | undefined)[]): readonly (PrintedNumber | undefined)[] {
  const follows = (page: Candidate | undefined, next: Candidate | undefined): boolean =>
    page !== undefined && next !== undefined && page.roman === next.roman && next.value === page.value + 1;
  return candidates.map((page, index) => {
    if (!page) return undefined;
    const isRun = follows(candidates[index - 1], page) || follows(page, candidates[index + 1]);
    return isRun || (!page.plain && !page.roman) ? { label: page.label, line: page.line } : undefined;
  });
}

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** `iv` is 4; undefined for letters that are no numeral (`ilv`) and above 89, which no front matter reaches. */
function romanValue(label: string): number | undefined {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx'];
  for (let ten = tens.length - 1; ten >= 0; ten--) {
    const head = tens[ten] ?? '';
    const ones = label.startsWith(head) ? ROMAN.indexOf(label.slice(head.length)) : -1;
    if (ones > 0 || (ones === 0 && ten > 0)) return ten * 10 + ones;
  }
  return undefined;
}
