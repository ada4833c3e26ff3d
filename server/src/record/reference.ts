import { tidy } from '../text/names.ts';

/** A docket number as the manifest writes it in a field. */
export interface DocketReference {
  /** As written. */
  readonly number: string;
  /** The words before it, where they are not only its head: a case's name or number. */
  readonly case?: string;
  /** `Dkt. No. 352, Ex. A`. */
  readonly exhibit?: string;
}

/** A field's words are short; what is longer is no reference, and is not looked at. */
const LONGEST = 200;

const HEAD =
  /(?:^|[ ,(])(?:docket entry|docket|dkts?|ecf(?: doc| dkt)?|nyscef(?: doc| dkt)?|rec\. doc|filing|doc(?:ument)?|d\. ?[ei]|de)\.? ?(?:nos?\.?|#)? ?$/i;
const NUMBER = /(\d{1,7}(?:-\d{1,5}){0,3})$/;
const EXHIBIT = /,? (?:exhibit|exh|ex)\.? ?([A-Z0-9][A-Z0-9.-]{0,11})$/i;

/** Reads `351`, `391-10`, `Dkt. No. 351`, `ECF 12-3`, `Farnsworth Dkt. 12`, `Dkt. No. 352, Ex. A`; undefined where it is none. */
export function readDocketReference(words: string): DocketReference | undefined {
  const all = tidy(words);
  if (all.length > LONGEST) return undefined;
  const exhibit = EXHIBIT.exec(all);
  const rest = exhibit ? all.slice(0, exhibit.index) : all;
  const number = NUMBER.exec(rest);
  if (!number?.[1]) return undefined;
  const before = rest.slice(0, number.index);
  const head = HEAD.exec(before);
  // A bare number is one, but "Order of 2024" is not.
  if (before !== '' && !head) return undefined;
  const label = exhibit?.[1];
  const ofCase = head ? before.slice(0, head.index).trim() : '';
  return { number: number[1], ...(ofCase ? { case: ofCase } : {}), ...(label ? { exhibit: label } : {}) };
}

/** Splits `Vo Decl. Ex. D` into the words before the exhibit and its label; undefined where no exhibit is named. */
export function splitExhibit(words: string): { readonly before: string; readonly label: string } | undefined {
  const all = tidy(words);
  if (all.length > LONGEST) return undefined;
  const exhibit = EXHIBIT.exec(` ${all}`);
  if (!exhibit?.[1]) return undefined;
  return { before: ` ${all}`.slice(0, exhibit.index).trim(), label: exhibit[1] };
}

/** True for `Ex. 8` and the like: letter, declaration, deposition and trial exhibits are different series. */
export function isBareExhibit(words: string): boolean {
  return splitExhibit(words)?.before === '';
}
