import type { Span } from '../text/span.ts';

/** Digits in a row, as they are typed. */
interface Run extends Span {
  readonly digits: string;
}

/**
 * How a docket number that is typed inside `within` (UTF-16 offsets) becomes another: the stretch to be replaced and its new
 * words. Where only the attachment differs, only that is replaced (`15-2`, `15, Att. 2`). Undefined where the number is not
 * found there digit by digit.
 */
export function rewrittenNumber(
  text: string,
  within: Span,
  number: string,
  wanted: string,
): { readonly span: Span; readonly words: string } | undefined {
  const typed = partsOf(number);
  const parts = partsOf(wanted);
  const runs = runsIn(text, within);
  const first = runs.findIndex(({ digits }) => digits === typed[0]);
  const found = runs.slice(first, first + typed.length);
  const [start, end] = [found[0], found.at(-1)];
  if (first < 0 || !start || !end || typed.some((part, place) => found[place]?.digits !== part)) return undefined;
  const isSameEntry = parts.length === 2 && typed.length === 2 && parts[0] === typed[0];
  return isSameEntry
    ? { span: { start: end.start, end: end.end }, words: parts[1] ?? '' }
    : { span: { start: start.start, end: end.end }, words: wanted };
}

/** `0294-01` is `294` and `1`. */
function partsOf(number: string): readonly string[] {
  return number.split(/\D+/).map(withoutZeros);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function runsIn(text: string, { start, end }: Span): readonly Run[] {
  return [...text.slice(start, end).matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
    start: start + index,
    end: start + index + digits.length,
    digits: withoutZeros(digits),
  }));
}
