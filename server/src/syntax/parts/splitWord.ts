import { isBlank, isLetter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';

/**
 * Reads a word of a head, lower case, also where text from a PDF has one blank inside it: `D kt.`, `EC F`, `D ecl.`. The joined
 * word counts only if it is among `known` and the first part is not; empty where neither is. The cursor ends behind it.
 */
export function readHeadWord(cursor: Cursor, known: (word: string) => boolean, longest = 14): string {
  const from = cursor.at;
  const first = cursor.letters(longest);
  if (!first || known(first.toLowerCase())) return first;
  if (first.length > 6 || !isBlank(cursor.code) || !isLetter(cursor.peek(1))) return first;
  const end = cursor.at;
  cursor.at++;
  const second = cursor.letters(longest);
  // Both parts are typed as one word would be: `D kt`, `EC F`, never `D Kt`.
  const joined = first + second;
  const isOneWord = joined.slice(1) === joined.slice(1).toLowerCase() || joined === joined.toUpperCase();
  if (isOneWord && known(joined.toLowerCase())) return joined;
  cursor.at = end;
  return cursor.text.slice(from, end);
}
