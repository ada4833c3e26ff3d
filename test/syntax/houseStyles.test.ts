import { expect, test } from 'vitest';
import { linesOf } from './notation.ts';

const HOUSE = { heads: ['Blue Binder Tab', 'DTX', 'RX'] };

test.each([
  ['See Blue Binder Tab 3 at 2.', 'exhibit "Blue Binder Tab 3 at 2" owner=Blue Binder Tab exhibit=3 p2'],
  ['See Blue Binder\nTab 3.', 'exhibit "Blue Binder Tab 3" owner=Blue Binder Tab exhibit=3'],
  ['See DTX-101.4; DTX 7.', 'exhibit "DTX-101.4" owner=DTX exhibit=101.4'],
  ['See RX-12 at 4-6.', 'exhibit "RX-12 at 4-6" owner=RX exhibit=12 p4..6'],
  [
    'See RX 12, 14 and 15.',
    'exhibit "RX 12, 14 and 15" owner=RX exhibit=12 | owner=RX exhibit=14 | owner=RX exhibit=15',
  ],
  ['See PX 12-14 at 3.', 'exhibit "PX 12-14 at 3" owner=PX (or 12..14) exhibit=12-14 p3'],
])('%j', (text, first) => {
  expect(linesOf(text, HOUSE)[0]).toBe(first);
});

test('a head is a literal word, never a pattern, and needs a label behind it', () => {
  expect(linesOf('The Blue Binder Tabs are lost. RX is short.', HOUSE)).toEqual([]);
  expect(linesOf('See QX 12.', { heads: ['Q.'] })).toEqual([]);
});

test('another name of a paper is a citation where a pin stands behind it', () => {
  const styles = { names: ['hit list'] };
  expect(linesOf('The Hit List was long. Hit List at 4.', styles)).toEqual(['filing "Hit List at 4" name=Hit List p4']);
});

test('Bates numbers of the productions that the record lists, and of others where zeros fill them up', () => {
  const styles = { batesPrefixes: ['META-'] };
  expect(linesOf('See META-000420; META-000420-25; META-420; XETA-420; XETA-000420.', styles)).toEqual([
    'bates "META-000420" bates=META-000420',
    'bates "META-000420-25" bates=META-000420 last=META-000425',
    'bates "META-420" bates=META-420',
    'bates "XETA-000420" bates=XETA-000420',
  ]);
});
