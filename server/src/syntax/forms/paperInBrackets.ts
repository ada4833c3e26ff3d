import type { Cursor } from '../../text/cursor.ts';
import { tidy } from '../../text/names.ts';
import type { Span } from '../../text/span.ts';
import type { Citation } from '../citation.ts';
import { DOCKET_TRIGGERS, readDocketHead, readDocketNumber } from '../parts/docketNumber.ts';
import { isFunctionWord, runsOn, type Token, tokenBefore } from '../parts/lookBack.ts';
import { readPinsBehind } from '../parts/parenthetical.ts';
import type { CitationForm } from './form.ts';

/**
 * A paper with its docket number in brackets and the pin behind them: `Protective Order (Dkt. 33) § 7.3`, `the order (ECF No. 4) at
 * 2`. Without a pin behind the bracket the docket number stands for itself. The scan stops inside the bracket, and what stands in front
 * of it is read backward.
 */
export const paperInBracketsForm: CitationForm = {
  name: 'paperInBrackets',
  triggers: DOCKET_TRIGGERS,
  examples: ['Protective Order (Dkt. 33) § 7.3', 'Order (Dkt. No. 1) at 2', 'Plan [ECF No. 40] § 4.5(b)'],
  parse(cursor): Citation | undefined {
    const opening = cursor.at - 1;
    const open = cursor.text.charAt(opening);
    if (opening < cursor.floor || (open !== '(' && open !== '[')) return undefined;
    const number = readNumber(cursor, open === '(' ? ')' : ']');
    if (!number) return undefined;
    const { pins } = readPinsBehind(cursor, { bare: false });
    if (pins.length === 0) return undefined;
    const { docket, span: docketSpan } = number;
    const name = nameBefore(cursor, opening);
    if (!name) {
      const target = { kind: 'docketEntry' as const, docket, start: opening, end: docketSpan.end, pins };
      return citation('docketEntry', { start: opening, end: docketSpan.end }, cursor.at, target);
    }
    const filing = tidy(cursor.text.slice(name.start, name.end).replace(/[*_]/g, ''));
    const target = { kind: 'filing' as const, filing, docket, docketSpan, ...name, pins };
    return citation('filing', name, cursor.at, target);
  },
};

function citation(
  form: Citation['form'],
  headSpan: Citation['headSpan'],
  end: number,
  target: Citation['targets'][number],
): Citation {
  return { form, start: headSpan.start, end, headSpan, targets: [target] };
}

/** One number that fills the brackets. */
function readNumber(cursor: Cursor, close: ')' | ']') {
  return cursor.attempt(() => {
    const { at: start } = cursor;
    const head = readDocketHead(cursor);
    const number = head && readDocketNumber(cursor, head.plural);
    if (!number || number.open || number.last !== undefined) return undefined;
    const span = { start, end: cursor.at };
    return cursor.take(close) ? { docket: number.docket, span } : undefined;
  });
}

/** The capitalised words in front of the bracket, with the small ones between them: `Motion to Compel`. At most eight. */
function nameBefore({ text, floor }: Cursor, opening: number): Span | undefined {
  const last = tokenBefore(text, opening, floor);
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
  return /^[A-Z]/.test(text) && (/^Orders?$/.test(text) || !isFunctionWord(text));
}
