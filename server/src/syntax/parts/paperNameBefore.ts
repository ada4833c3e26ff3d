import type { Cursor } from '../../text/cursor.ts';
import type { Span } from '../../text/span.ts';
import { isFunctionWord, isPossessive, runsOn, type Token, tokenBefore } from './lookBack.ts';

/**
 * The capitalised words that end directly before `end`, with the small ones between them: `Motion to Compel`, `Mem. Op.`. At most eight;
 * undefined where no such name stands there.
 */
export function paperNameBefore({ text, floor }: Pick<Cursor, 'text' | 'floor'>, end: number): Span | undefined {
  const last = tokenBefore(text, end, floor);
  if (!last || last.beforeBreak || !isPartOfName(last) || /[,;:?!)\]"\u201D]$/.test(last.text)) return undefined;
  let { start } = last;
  for (let words = 1; words < 8; words++) {
    const token = tokenBefore(text, start, floor);
    if (!token || token.beforeBreak || !runsOn(token)) break;
    if (SMALL.test(token.text)) {
      const before = tokenBefore(text, token.start, floor);
      if (!before || before.beforeBreak || !isPartOfName(before) || !runsOn(before)) break;
    } else if (!isPartOfName(token)) break;
    start = token.start;
  }
  return { start, end: last.end };
}

const SMALL = /^(?:of|to|for|in|on|re|and|&)$/;

function isPartOfName({ text }: Token): boolean {
  // `Defendant’s Motion`: whose it is, is no part of its name.
  return /^[A-Z]/.test(text) && !isPossessive(text) && (/^Orders?$/.test(text) || !isFunctionWord(text));
}
