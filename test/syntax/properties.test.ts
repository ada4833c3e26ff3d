import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { FORMS } from '../../server/src/syntax/forms/forms.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { scan } from '../../server/src/syntax/scan.ts';
import { HOSTILE } from './hostile.ts';

const EXAMPLES = FORMS.flatMap((form) => form.examples);
const GLUE = [
  ' ',
  '. ',
  '; ',
  ', ',
  ' (',
  ') ',
  '\n',
  '\n\n',
  ' and ',
  ' see also ',
  ' “',
  '” ',
  '[^1]',
  '\n\n[^1]: ',
  '¶',
  '§',
  ' at ',
  '—',
  '*',
  '__',
  '(citing ',
  "\n\nPLAINTIFFS' STATEMENT\n\n",
  '\u00A0',
  '1',
  'A',
  'v. Doe, No. ',
];
/** Text that looks like a brief, cut and glued at random. */
const brief = fc
  .array(fc.oneof(fc.constantFrom(...EXAMPLES), fc.constantFrom(...GLUE), fc.string({ maxLength: 6 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));
const RUNS = { numRuns: 400, seed: 20241220 };

describe('whatever the text', () => {
  test('parsing never throws, and spans are in bounds, ordered, disjoint and nested', () => {
    fc.assert(
      fc.property(fc.oneof(brief, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const { citations } = parseDraft(text, NO_STYLES);
        let end = 0;
        for (const citation of citations) {
          expect(citation.start).toBeGreaterThanOrEqual(end);
          expect(citation.end).toBeGreaterThan(citation.start);
          expect(citation.end).toBeLessThanOrEqual(text.length);
          end = citation.end;
          for (const part of [
            citation.headSpan,
            ...citation.targets,
            ...citation.targets.flatMap((target) => target.pins),
          ]) {
            expect(part.start).toBeGreaterThanOrEqual(citation.start);
            expect(part.end).toBeLessThanOrEqual(citation.end);
            expect(part.end).toBeGreaterThan(part.start);
          }
        }
      }),
      RUNS,
    );
  });

  test('parsing a slice of a text never throws', () => {
    fc.assert(
      fc.property(brief, fc.nat(400), fc.nat(400), (text, from, to) => {
        parseDraft(text.slice(Math.min(from, to), Math.max(from, to)), NO_STYLES);
      }),
      RUNS,
    );
  });
});

describe('steps grow with the length of the text', () => {
  test.each(HOSTILE)('%s', (_name, unit) => {
    const once = `See Dkt. 1 ${unit.repeat(1500)}`;
    const twice = `See Dkt. 1 ${unit.repeat(3000)}`;
    const steps = scan(once, NO_STYLES, []).steps;
    expect(scan(twice, NO_STYLES, []).steps / steps).toBeLessThan(2.2);
    expect(steps / once.length).toBeLessThan(80);
  });
});

test('pins that no paper announces or follows are not read again from each of their signs', () => {
  const unit = '¶¶ 1, 2, 3-4, ';
  const steps = scan(unit.repeat(1500), NO_STYLES, []).steps;
  expect(steps / (1500 * unit.length)).toBeLessThan(80);
});
