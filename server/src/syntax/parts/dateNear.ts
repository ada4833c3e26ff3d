import { isLetter } from '../../text/characters.ts';
import { Cursor } from '../../text/cursor.ts';
import { readDate } from '../../text/dates.ts';
import { tokenBefore } from './lookBack.ts';

/** A date that belongs to a transcript, and where it begins. */
export interface DateBefore {
  readonly iso: string;
  readonly start: number;
}

/** `Jan. 17, 2025 Tr.`, `11/12/24 Hr'g Tr.`: the date that ends directly before `offset`. */
export function dateBefore(text: string, offset: number, floor: number): DateBefore | undefined {
  let start = offset;
  for (let words = 0; words < 3; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token) return undefined;
    start = token.start;
    const reader = new Cursor(text, start);
    const iso = readDate(reader);
    if (iso && text.slice(reader.at, offset).trim() === '') return { iso, start };
  }
  return undefined;
}

/** `(Nov. 12, 2024)`, `, Jan. 20, 2011`, with `mayBeOf` also ` of Mar. 3, 2022` and ` June 3, 2021`, directly behind the cursor; an ISO day. */
export function readDateBehind(cursor: Cursor, mayBeOf = false): string | undefined {
  return cursor.attempt(() => {
    cursor.gap();
    const open = cursor.take('(');
    if (!open && !cursor.take(',') && !(mayBeOf && (cursor.word('of') || isLetter(cursor.code)))) return undefined;
    cursor.gap();
    const iso = readDate(cursor);
    if (!iso) return undefined;
    if (open) {
      cursor.gap();
      if (!cursor.take(')')) return undefined;
    }
    return iso;
  });
}
