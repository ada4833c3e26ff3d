import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { scan } from '../../server/src/syntax/scan.ts';
import { HOSTILE } from '../syntax/hostile.ts';
import { bareScan } from './bareScan.ts';
import { milliseconds, print, timeOf } from './table.ts';

const LONG = 1_000_000;

/** How fast the parser is, beside the floor for any parser. */
export function benchParser(letter: string): void {
  const copies = Math.ceil(LONG / letter.length);
  const long = letter.repeat(copies).slice(0, LONG);
  // The parser takes over what it found in the same paragraph before: here every paragraph of every copy is another.
  const unlike = Array.from({ length: copies }, (_, copy) => letter.replaceAll('.\n\n', `. (${copy})\n\n`)).join('');
  const edited = [1, 2].map((number) => unlike.replace('Judge Barrow:', `Judge Barrow: ${number}`));
  const anew = (text: string): unknown => parseDraft(text, { ...NO_STYLES });
  const bare = timeOf(() => bareScan(long), 15);
  let keystrokes = 0;
  const rows: readonly (readonly [string, number, number, string])[] = [
    ['the letter, all of its syntax', timeOf(() => anew(letter), 200), letter.length, ''],
    ['long text: bare scan for the triggers', bare, LONG, ''],
    ['long text: citations (scan)', timeOf(() => scan(long, NO_STYLES, []), 9), LONG, '< 3'],
    [
      'long text, no two paragraphs alike: all of its syntax (parseDraft)',
      timeOf(() => anew(unlike), 9),
      unlike.length,
      '< 3',
    ],
    [
      'the same after a keystroke',
      timeOf(() => parseDraft(edited[keystrokes++ % 2] ?? '', NO_STYLES), 9),
      unlike.length,
      '',
    ],
  ];
  print(
    `The parser. The letter has ${letter.length} characters; the long text is the letter over and over, ${LONG} characters.`,
    ['', 'time', 'speed', 'to the bare scan', 'aim'],
    rows.map(([name, time, length, aim]) => [
      name,
      milliseconds(time),
      `${(length / 1000 / time).toFixed(0)} MB/s`,
      (time / length / (bare / LONG)).toFixed(2),
      aim,
    ]),
  );
}

const SIZE = 10_000;

/** How steps and time grow from n to 2n characters, on prose and on what is meant to hurt. */
export function benchGrowth(letter: string): void {
  const repeated = [['the letter', letter] as const, ...HOSTILE].map(([name, unit]) => {
    const text = unit.repeat(Math.ceil((2 * SIZE) / unit.length));
    return [name, text] as const;
  });
  const rows = [...repeated, ['a name defined in each paragraph', definitions()] as const].map(([name, text]) => {
    const [once, twice] = [text.slice(0, SIZE), text.slice(0, 2 * SIZE)];
    const [fewer, more] = [scan(once, NO_STYLES, []).steps, scan(twice, NO_STYLES, []).steps];
    const [shorter, longer] = [once, twice].map((part) => timeOf(() => parseDraft(part, { ...NO_STYLES }), 15)) as [
      number,
      number,
    ];
    return [
      name,
      (fewer / SIZE).toFixed(2),
      (more / fewer).toFixed(2),
      milliseconds(shorter),
      milliseconds(longer),
      (longer / shorter).toFixed(2),
    ];
  });
  print(
    `Growth from n = ${SIZE} to 2n characters; linear is 2.`,
    ['', 'steps a character', 'steps 2n/n', 'time n', 'time 2n', 'time 2n/n'],
    rows,
  );
}

/** Every paragraph defines another name, and each of them holds everywhere. */
function definitions(): string {
  const paragraph = (number: number): string =>
    `${'The unit was inspected twice that winter. '.repeat(10)}See Dkt. ${number} (the "Order ${number}").\n\n`;
  return Array.from({ length: SIZE / 200 }, (_, index) => paragraph(index)).join('');
}
