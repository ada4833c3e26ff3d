import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_STYLES, type Styles } from '../../server/src/syntax/draftSyntax.ts';
import { FORMS } from '../../server/src/syntax/forms/forms.ts';
import { citationsStandAlone, paragraphsStandApart, spansAreSound } from './laws.ts';

const STYLES: Styles = {
  ...NO_STYLES,
  revision: 1,
  heads: ['PX', 'Blue Binder Tab'],
  names: ['Hit List', 'Compl.', 'Vo Decl. Ex. D', 'Trial Tr.'],
  caseNames: ['Farnsworth'],
  batesPrefixes: ['GNY-', 'META_'],
};
const EXAMPLES = FORMS.flatMap((form) => form.examples);
const PROSE = [
  'The parties met and conferred, and could not agree. ',
  'See, e.g., ',
  'Plaintiffs disagree; ',
  'Nothing in the Order says so. ',
  'Smith, ',
  'as Ms. Vo testified, ',
  'PX 12',
  'Blue Binder Tab 3 at 4',
  'Hit List at 2',
  'Farnsworth Dkt. 12',
  '(“Ravine Decl.”) ',
  '(the "Order") ',
];
const GLUE = [
  ' ',
  '. ',
  '; ',
  ', ',
  ' (',
  ') ',
  '\n',
  '\r\n',
  '\u00A0',
  ' and ',
  ' at ',
  '[^1]',
  '*',
  '**',
  '¶',
  '—',
  '“',
  '”',
];
const RUNS = { numRuns: 150, seed: 20_250_314 };

/** A paragraph or two as a person might write them, and as a converter might leave them. */
const draft = fc
  .array(fc.oneof(fc.constantFrom(...EXAMPLES), fc.constantFrom(...PROSE), fc.constantFrom(...GLUE)), { maxLength: 24 })
  .map((parts) => parts.join(''));

describe.each([
  ['without a record', NO_STYLES],
  ["with a record's styles and names", STYLES],
])('%s', (_name, styles) => {
  test('every span lies where it belongs', () => {
    fc.assert(
      fc.property(fc.oneof(draft, fc.string({ unit: 'binary', maxLength: 120 })), (text) => {
        expect(spansAreSound(text, styles)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('the words of a citation, read alone, are that citation', () => {
    fc.assert(
      fc.property(draft, (text) => {
        expect(citationsStandAlone(text, styles)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('what is cited before and behind an empty line is cited there without the other', () => {
    fc.assert(
      fc.property(draft, draft, (first, second) => {
        expect(paragraphsStandApart(first, second, styles)).toEqual([]);
      }),
      RUNS,
    );
  });
});
