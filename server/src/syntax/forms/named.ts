import type { Cursor } from '../../text/cursor.ts';
import { nameKey, tidy } from '../../text/names.ts';
import { readPinsBehind } from '../parts/parenthetical.ts';
import type { CitationForm, FormContext } from './form.ts';

const MOST_WORDS = 6;

/**
 * A paper under a name that the draft defines (`the "Hit List"`) or the record lists (`as`), with a pin: `Hit List at 4`.
 * Without a pin the words are running prose. Its triggers are the first words of those names.
 */
export const namedForm: CitationForm = {
  name: 'named',
  triggers: [],
  examples: [],
  parse(cursor, context) {
    const start = nameStart(cursor);
    cursor.at = start;
    const name = readName(cursor, context);
    if (!name) return undefined;
    const headEnd = cursor.at;
    const { pins } = readPinsBehind(cursor, { bare: false });
    if (pins.length === 0) return undefined;
    const span = { start, end: headEnd };
    return {
      form: 'filing',
      start,
      end: cursor.at,
      headSpan: span,
      targets: [{ kind: 'named', name, ...span, pins }],
      ...(pins.some((pin) => pin.open) ? { open: true as const } : {}),
    };
  },
};

/** `’882 Patent`: the scan stops at the first letters, and the name begins before them. */
function nameStart({ text, at, floor }: Cursor): number {
  const number = /['\u2018\u2019]\d{1,4}[ \u00A0]$/.exec(text.slice(Math.max(floor, at - 6), at))?.[0];
  return at - (number?.length ?? 0);
}

/** The longest known name that stands at the cursor. */
function readName(cursor: Cursor, context: FormContext): string | undefined {
  const start = cursor.at;
  let found: { end: number; name: string } | undefined;
  for (let words = 0; words < MOST_WORDS; words++) {
    if (words > 0 && !cursor.gap()) break;
    while (cursor.at - start < 80 && !/[\s\u00A0,;()[\]"\u201C\u201D]/.test(cursor.text.charAt(cursor.at) || ' '))
      cursor.at++;
    cursor.steps += 8;
    const typed = cursor.text.slice(start, cursor.at);
    if (context.shortForms.has(nameKey(typed))) found = { end: cursor.at, name: tidy(typed) };
  }
  if (found) cursor.at = found.end;
  return found?.name;
}
