import { FORMS } from '../../server/src/syntax/forms/forms.ts';
import type { Random } from './random.ts';

const EXAMPLES = FORMS.flatMap((form) => form.examples);

/** What a person, a converter or a scanner puts between words. */
const PIECES = [
  ...[
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\n\n',
    '\n\n\n',
    '\t',
    '\u00A0',
    '\u2009',
    '\u00AD',
    '\u200B',
    '\uFEFF',
    '\f',
    '\v',
    '\u0000',
  ],
  ...[
    '.',
    ',',
    ';',
    ':',
    '-',
    '–',
    '—',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '*',
    '**',
    '_',
    '__',
  ],
  ...['¶', '¶¶', '§', '§§', '&', '#', '/', '\\', '<', '>', '|', '[^1]', '\n\n[^1]: ', '\n\n1 ', '¹', '²', '.3 '],
  ...[
    ' and ',
    ' & ',
    ' at ',
    ' to ',
    ' of ',
    ' in ',
    ' see ',
    ' See also ',
    ' (citing ',
    ' (the "Order") ',
    ' ("Smith Decl.") ',
  ],
  ...[
    '1',
    '12',
    '999999999999',
    '0',
    '1-2',
    '3:4',
    '12:3-14:5',
    'A',
    'AA',
    'XIV',
    'iv',
    '2d',
    'Id.',
    'id. at 3',
    'Ibid.',
  ],
  ...[
    'Dkt.',
    'Dkt. No.',
    'ECF No.',
    'Ex.',
    'Exs.',
    'Exhibit',
    'Decl.',
    'Dep.',
    'Tr.',
    'RFP',
    'RFPs',
    'Nos.',
    'Vol. II',
    'App.',
  ],
  ...[
    'Case 3:24-cv-00917-RMK Document 77 Filed 03/14/25 Page 2 of 9',
    '\n5\n',
    '\n\fPage 3\n',
    'Doe v. Roe, No. 20-cv-1, ',
  ],
  ...[
    "\n\nPLAINTIFFS' STATEMENT\n\n",
    "\n\nII. DEFENDANT'S POSITION\n\n",
    '\n\nRespectfully submitted,\n\n',
    '<!-- briefcite-ignore all -->\n',
  ],
  ...['\uD800', '\uDC00', '😀', 'é', 'ß', 'İ', 'ﬁ', '\u0301', '中', 'اب', '\u202E'],
] as const;

/** A draft that looks real, hurt in a few places: words cut, doubled, swapped, glued, their case and signs changed. */
export function hurtDraft(random: Random, samples: readonly string[]): string {
  let text = random.chance(0.75) ? stretchOf(random, random.one(samples)) : gluedExamples(random);
  for (let hurts = random.below(12); hurts > 0; hurts--) text = hurt(random, text);
  return text;
}

function stretchOf(random: Random, sample: string): string {
  const length = 40 + random.below(random.chance(0.1) ? sample.length : 1500);
  const from = random.below(Math.max(1, sample.length - length));
  return sample.slice(from, from + length);
}

function gluedExamples(random: Random): string {
  const parts: string[] = [];
  for (let count = 1 + random.below(14); count > 0; count--) {
    parts.push(random.one(EXAMPLES), random.chance(0.3) ? '. ' : random.one(PIECES));
  }
  return parts.join('');
}

/** One change of a text, as careless as a person's or a program's. */
export function hurt(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const length = random.chance(0.8) ? random.below(6) : random.below(200);
  const stretch = text.slice(at, at + length);
  const rest = text.slice(at + length);
  const before = text.slice(0, at);
  switch (random.below(9)) {
    case 0:
      return before + rest;
    case 1:
      return before + stretch + stretch + rest;
    case 2:
    case 3:
      return before + random.one(PIECES) + text.slice(at);
    case 4:
      return before + random.one(PIECES) + rest;
    case 5:
      return before + random.one(EXAMPLES) + text.slice(at);
    case 6:
      return before + (random.chance(0.5) ? stretch.toUpperCase() : stretch.toLowerCase()) + rest;
    case 7:
      return before + stretch.replace(/ /g, random.one(['\n', '  ', '', '\u00A0', '\r\n', '\t'])) + rest;
    default: {
      const to = random.below(text.length + 1);
      return to < at ? text.slice(0, to) + stretch + text.slice(to, at) + rest : before + rest + stretch;
    }
  }
}
