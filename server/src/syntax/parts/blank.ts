import { isBlank, isWordCharacter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';

const WORDS = ['tk', 'tbd', 'xx', 'xxx', 'xxxx', 'cite'];
const MARKS = new Set([0x25cf, 0x2022, 0x25a0, 0x2588, 0x2b1b]);

/**
 * Reads a blank or placeholder where a number or label should stand: `__`, `[ ]`, `[●]`, `●`, `XX`, `TK`, `[TK]`, `??`.
 * Answers its text, or undefined. "Ex. __ at __" is what an attorney types while the exhibit is not yet lettered.
 */
export function readBlank(cursor: Cursor): string | undefined {
  return cursor.attempt(() => {
    const from = cursor.at;
    if (readUnderscores(cursor) || readBracketed(cursor) || readBareMark(cursor)) {
      return cursor.text.slice(from, cursor.at);
    }
    return undefined;
  });
}

function readUnderscores(cursor: Cursor): boolean {
  const from = cursor.at;
  while (cursor.code === 95 && cursor.at - from < 40) cursor.at++;
  cursor.steps += cursor.at - from;
  if (cursor.at - from >= 2 && !isWordCharacter(cursor.code)) return true;
  cursor.at = from;
  return false;
}

function readBareMark(cursor: Cursor): boolean {
  if (MARKS.has(cursor.code) || (cursor.code === 63 && cursor.peek(1) === 63)) {
    while (MARKS.has(cursor.code) || cursor.code === 63) cursor.at++;
    return true;
  }
  // Only in capitals: "xx" in running text is no placeholder.
  const upper = cursor.text.slice(cursor.at, cursor.at + 4);
  return WORDS.some((word) => upper.startsWith(word.toUpperCase()) && cursor.word(word));
}

function readBracketed(cursor: Cursor): boolean {
  if (!cursor.take('[')) return false;
  const from = cursor.at;
  while (cursor.at - from < 12 && (isBlank(cursor.code) || cursor.code === 95 || MARKS.has(cursor.code))) cursor.at++;
  if (cursor.code !== 93) {
    const word = WORDS.find((candidate) => cursor.word(candidate));
    if (!word && !(cursor.code === 63 && cursor.take('?')) && !(cursor.peek(1) === 93 && cursor.take('X')))
      return false;
    while (isBlank(cursor.code) || cursor.code === 63) cursor.at++;
  }
  return cursor.take(']');
}
