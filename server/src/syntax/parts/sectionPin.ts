import { isDash } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import type { PinCite } from '../citation.ts';
import { pin, readSubdivided } from './pinValues.ts';

/** `§§ 4.4-4.5`; `§ 5-1` is one section. */
const DOTTED_RANGE = /^(\d{1,3}(?:\.\d{1,3}){1,3})[-\u2013](\d{1,3}(?:\.\d{1,3}){1,3})$/;

/** `7.1`, `III`, `2(a)`, `5-1(h)`. */
export function readSection(cursor: Cursor): PinCite | undefined {
  const start = cursor.at;
  const label = readSubdivided(cursor, true);
  if (!label) return undefined;
  const last = cursor.attempt(() =>
    readRangeDashBefore(cursor, 40)
      ? /^(?:\([A-Za-z0-9]{1,4}\))+/.exec(cursor.text.slice(cursor.at, cursor.at + 12))?.[0]
      : undefined,
  );
  // `§ 12(a)-(b)`: the end repeats the sub-part alone.
  if (last) cursor.at += last.length;
  const [, first, end] = DOTTED_RANGE.exec(label) ?? doubledRange(cursor.text, start, label) ?? [];
  if (first && end) return pin('section', start, cursor, first, end);
  return pin('section', start, cursor, label, last ? label.replace(/(?:\([^()]{1,8}\)){1,6}$/, '') + last : label);
}

/** `§§ 4-5`: behind a doubled sign a hyphen means "to" where the numbers rise. */
function doubledRange(text: string, start: number, label: string): readonly string[] | undefined {
  const found = /^(\d{1,4})-(\d{1,4})$/.exec(label);
  const isDoubled = /\u00A7\s?\u00A7\s?$/.test(text.slice(Math.max(0, start - 4), start));
  return found && isDoubled && Number(found[2]) > Number(found[1]) ? found : undefined;
}

/** A dash directly in front of the sign with this code. */
function readRangeDashBefore(cursor: Cursor, code: number): boolean {
  if (!isDash(cursor.code) || cursor.peek(1) !== code) return false;
  cursor.at++;
  return true;
}
