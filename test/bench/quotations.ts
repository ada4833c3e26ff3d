import {
  type Placed,
  placeQuotation,
  type SourceText,
  sourceTextOf,
} from '../../server/src/text/quotation/quotation.ts';
import { recordOf } from './sampleRecord.ts';
import { milliseconds, print, timeOf } from './table.ts';

const LENGTH = 1_000_000;
const QUOTED = 300;
/** How long it takes to place a quotation of 300 characters in a source of a million. */
export function benchQuotations(): void {
  const pages = recordOf(LENGTH, 7);
  const source = sourceTextOf(pages);
  const page = pages[Math.floor(pages.length * 0.8)] ?? '';
  const exact = page
    .slice(page.indexOf('The ', 900))
    .slice(0, QUOTED)
    .replace(/\s\S*$/, '');
  const one = exact.replace(/ (\w+) (\w+) (\w+) (\w+) (\w+) (\w+)$/, ' $1 not $2 $4 $5 $6');
  const many = exact
    .split(' ')
    .map((word, at) => (at % 5 === 3 ? 'otherwise' : word))
    .join(' ');
  const marked = exact
    .split(' ')
    .map((word, at) => (at === 20 ? '. . .' : at === 21 || at === 30 ? '[the parties]' : word))
    .join(' ');
  const nowhere = exact.split(' ').sort().join(' ');
  const row = (name: string, quoted: string, aim: string): readonly [string, string, string, string] => [
    name,
    stateOf(placeQuotation(quoted, source)),
    milliseconds(timeOf(() => placeQuotation(quoted, source), 15)),
    aim,
  ];
  print(
    'A quotation of 300 characters in a source of 1,000,000',
    ['quotation', 'answer', 'time', 'aim'],
    [
      ['the source prepared', '', milliseconds(timeOf(() => sourceTextOf(pages), 5))],
      row('as it stands', exact, '10 ms'),
      row('with an ellipsis and brackets', marked, '40 ms'),
      row('one word altered, one added', one, '40 ms'),
      row('every fifth word altered', many, '40 ms'),
      row('words that stand nowhere in this order', nowhere, ''),
      ['500 quotations as they stand', '', milliseconds(timeOf(() => placeAll(source, pages), 3))],
    ],
  );
}

function placeAll(source: SourceText, pages: readonly string[]): number {
  let agreeing = 0;
  for (let number = 0; number < 500; number++) {
    const page = pages[(number * 7) % pages.length] ?? '';
    const from = page.indexOf(' ', 100 + ((number * 37) % 1800)) + 1;
    const to = page.indexOf(' ', from + 200);
    if (placeQuotation(page.slice(from, to), source).state === 'agrees') agreeing++;
  }
  return agreeing;
}

function stateOf(placed: Placed): string {
  return placed.state === 'differs' ? `differs in ${placed.differences.length}` : placed.state;
}
