import { isWordCharacter } from '../../text/characters.ts';
import type { Cursor } from '../../text/cursor.ts';
import { expandRangeEnd, readRangeDash } from '../parts/boundary.ts';
import type { CitationForm } from './form.ts';

/**
 * Produced pages by their Bates numbers, under the prefixes that the record lists: `META-0001`, `META-000420-25`. Without the
 * record's word a run of capitals and digits may be a patent, a case or a part number. Its triggers are those prefixes.
 */
export const batesForm: CitationForm = {
  name: 'bates',
  triggers: [],
  examples: [],
  parse(cursor, context) {
    const start = cursor.at;
    const prefix = context.styles.batesPrefixes.find((candidate) => cursor.text.startsWith(candidate, start));
    if (prefix === undefined || isWordCharacter(cursor.text.charCodeAt(start - 1))) return undefined;
    const first = readNumber(cursor, prefix);
    if (!first) return undefined;
    const last = cursor.attempt(() => {
      if (!readRangeDash(cursor) && !readThrough(cursor)) return undefined;
      const whole = readNumber(cursor, prefix);
      if (whole) return whole;
      const digits = cursor.digits(12);
      return digits && !isWordCharacter(cursor.code) ? expandRangeEnd(first, digits) : undefined;
    });
    const span = { start, end: cursor.at };
    const target = {
      kind: 'bates' as const,
      bates: prefix + first,
      ...(last ? { last: prefix + last } : {}),
      ...span,
      pins: [],
    };
    return { form: 'bates', ...span, headSpan: { start, end: start + prefix.length }, targets: [target] };
  },
};

/** The digits behind the prefix. */
function readNumber(cursor: Cursor, prefix: string): string | undefined {
  return cursor.attempt(() => {
    if (!cursor.take(prefix)) return undefined;
    const digits = cursor.digits(12);
    return digits.length > 1 && !isWordCharacter(cursor.code) ? digits : undefined;
  });
}

function readThrough(cursor: Cursor): boolean {
  return cursor.attempt(() => (cursor.gap() && cursor.word('through') && cursor.gap() ? true : undefined)) === true;
}
