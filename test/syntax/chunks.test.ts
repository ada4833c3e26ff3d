import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanByParagraph } from '../../server/src/syntax/chunks.ts';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { FORMS } from '../../server/src/syntax/forms/forms.ts';
import { scan } from '../../server/src/syntax/scan.ts';

const PARTS = [
  ...FORMS.flatMap((form) => form.examples),
  ' ',
  '. ',
  '; ',
  ', ',
  '\n',
  '\n\n',
  ' \n \n\n',
  ' in No. 20-1177',
  'x'.repeat(300),
  ', Doe v. Roe, No. 20-cv-1177',
  'Second ',
  'No. 20-cv-1177, ',
];

test('what is kept from the last text never changes the answer', () => {
  const texts = fc.array(
    fc.array(fc.constantFrom(...PARTS), { maxLength: 25 }).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(texts, (all) => {
      for (const text of all) expect(scanByParagraph(text, NO_STYLES, [])).toEqual(scan(text, NO_STYLES, []).citations);
    }),
    { numRuns: 300, seed: 20250314 },
  );
});

test('nor over the edits of a whole letter', () => {
  let text = readFileSync('test/matters/harborline/letter-brief.brief', 'utf8');
  for (let edit = 0; edit < 20; edit++) {
    const at = (edit * 7919) % text.length;
    text =
      edit % 3 === 0
        ? text.slice(0, at) + text.slice(at + 3)
        : `${text.slice(0, at)}${edit % 3 === 1 ? '\n\n' : 'x'}${text.slice(at)}`;
    expect(scanByParagraph(text, NO_STYLES, ['Historian'])).toEqual(scan(text, NO_STYLES, ['Historian']).citations);
  }
});
