import type { Citation } from '../citation.ts';
import { readPins } from '../parts/pins.ts';
import type { CitationForm } from './form.ts';

/** A reference to the draft's own pages: `supra 14–15`, `supra at 5`, `infra n.3`. It cites nothing of the record. */
export const supraForm: CitationForm = {
  name: 'supra',
  triggers: ['supra', 'infra'],
  examples: ['supra 14–15', 'supra at 5', 'infra § 2', 'supra n.3'],
  parse(cursor) {
    const start = cursor.at;
    cursor.letters(5);
    const end = cursor.at;
    const pins = readPins(cursor, { bare: true });
    if (pins.length === 0) return undefined;
    return {
      form: 'supra',
      start,
      end: cursor.at,
      headSpan: { start, end },
      targets: [],
      prose: true,
    } satisfies Citation;
  },
};
