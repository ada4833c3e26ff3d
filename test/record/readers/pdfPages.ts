import type { Drawn, PdfPage } from './makePdf.ts';

/** Lines of a page from the top down, in double spacing. */
export function body(lines: readonly string[], top = 690, x = 72): readonly Drawn[] {
  return lines.map((text, line) => ({ x, y: top - 24 * line, text }));
}

export const WORDS = [
  'The tender logged two calls before the gate was shut,',
  'and nobody on the pier answered either of them.',
  'What the company wrote down that night was a single line.',
];

const TESTIMONY = [
  'Q. Who kept the log on the night of the storm?',
  'A. The harbor master kept it, as he always did.',
  'Q. Did you see him write in it?',
  'A. I saw him at the desk with the lamp lit.',
  'MS. ORTEGA: Objection, vague as to time.',
];

/** A page of a transcript: 25 numbered lines, each with words. */
export function transcriptPage(page: number, how: 'beside' | 'before' | 'behind' = 'beside'): PdfPage {
  const lines = Array.from({ length: 25 }, (_, at) => ({
    number: String(at + 1),
    words: TESTIMONY[(at + page) % TESTIMONY.length] ?? '',
    y: 690 - 24 * at,
  }));
  const numbers = lines.map(({ number, y }) => ({ x: number.length === 1 ? 78 : 72, y, text: number }));
  const words = lines.map(({ words: text, y }) => ({ x: 110, y, text }));
  const beside = lines.flatMap((_, at) => [numbers[at], words[at]]).filter((one) => one !== undefined);
  const drawn = { beside, before: [...numbers, ...words], behind: [...words, ...numbers] }[how];
  return {
    drawn: [
      { x: 430, y: 740, text: `Page ${page}` },
      { x: 72, y: 740, text: 'HALE DEPOSITION - DECEMBER 6, 2024' },
      ...drawn,
    ],
  };
}
