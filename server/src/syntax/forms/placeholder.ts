import { isWordCharacter } from '../../text/characters.ts';
import type { Citation } from '../citation.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm } from './form.ts';

const BRACKETED =
  /^\[(?:(?:insert |add |need |record )?cite(?: to record| needed| check|s)?|citation(?: needed)?|tk|\u25CF|\u2022)\]/i;

/** A citation that is still to come: `[CITE]`, `[●]`, `TK`. What kind it will be, nobody knows yet. */
export const placeholderForm: CitationForm = {
  name: 'placeholder',
  triggers: ['[', 'tk'],
  examples: ['[CITE]', '[●]', 'TK', '[cite to record]'],
  parse(cursor) {
    const start = cursor.at;
    const { words, offsetBehind } = squeeze(cursor.text, start, 28);
    cursor.steps += 4;
    const typed = BRACKETED.exec(words)?.[0] ?? bareTk(cursor.text, start);
    if (!typed) return undefined;
    cursor.at = offsetBehind(typed.length);
    const span = { start, end: cursor.at };
    return { form: 'docketEntry', ...span, headSpan: span, targets: [], open: true } satisfies Citation;
  },
};

/** `TK` in capitals, not as the initials of a person or part of a longer name (`TK-12`). */
function bareTk(text: string, start: number): string | undefined {
  if (!text.startsWith('TK', start)) return undefined;
  const behind = text.charCodeAt(start + 2);
  if (isWordCharacter(behind) || behind === 45 || behind === 39 || behind === 0x2019) return undefined;
  return 'TK';
}
