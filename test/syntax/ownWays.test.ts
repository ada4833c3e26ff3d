import { describe, expect, test } from 'vitest';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';

const found = (text: string): readonly string[] =>
  parseDraft(text, NO_STYLES)
    .citations.filter(({ form }) => !['caseLaw', 'statute', 'rule'].includes(form))
    .map(({ start, end, form }) => `${form}: ${text.slice(start, end)}`);

describe('a number and the name of the same paper are one citation', () => {
  test.each([
    ['It is so. (ECF No. 24-1, Smith Decl. ¶ 4.)', 'declaration: ECF No. 24-1, Smith Decl. ¶ 4'],
    ['It is so. Ex. 3, Smith Dep. 45:3-12.', 'exhibit: Ex. 3, Smith Dep. 45:3-12'],
    ['It is so. See Doc. 1, Compl. ¶¶ 4-5; Doc. 9.', 'filing: Doc. 1, Compl. ¶¶ 4-5', 'docketEntry: Doc. 9'],
    ['It is so. ECF No. 12, Order at 3.', 'docketEntry: ECF No. 12, Order at 3'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('its target has the number and the pin', () => {
    const [citation] = parseDraft('(ECF No. 24-1, Smith Decl. ¶ 4.)', NO_STYLES).citations;
    expect(citation?.targets).toMatchObject([
      {
        kind: 'declaration',
        declarant: 'Smith',
        docket: '24-1',
        docketSpan: { start: 9, end: 13 },
        pins: [{ first: '4' }],
      },
    ]);
  });

  test.each([
    // Each has a pin of its own, or the sentence goes on: two papers.
    ['It is so. Doc. 12 at 4, Smith Decl. ¶ 4.', 'docketEntry: Doc. 12 at 4', 'declaration: Smith Decl. ¶ 4'],
    ['In Doc. 12, Smith Decl. ¶ 4 is quoted.', 'docketEntry: Doc. 12', 'declaration: Smith Decl. ¶ 4'],
    ['It is so. Docs. 12 and 13, Smith Decl. ¶ 4.', 'docketEntry: Docs. 12 and 13', 'declaration: Smith Decl. ¶ 4'],
    [
      'It is so. Doc. 12, Smith Decl. ¶ 4, Ex. B at 2.',
      'docketEntry: Doc. 12',
      'declaration: Smith Decl. ¶ 4, Ex. B at 2',
    ],
    ['It is so. Ex. 3, Smith Dep. Ex. 7 at 2.', 'exhibit: Ex. 3', 'deposition: Smith Dep. Ex. 7 at 2'],
  ])('two: %s', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('words that look like a citation of some court', () => {
  test.each([
    'The rule “asks whether [2] the claim” holds.',
    'He said “[1] at 4 o’clock” and left.',
    'The steps are [1] and [2].',
    'See [#39](https://example.org/39) and\n[#40]: https://example.org/40',
    'They met in Plano, TX 75024. They met in Plano, TX 12.',
    'T. 5 and C. 3 are initials; see Part C. 12 jurors sat.',
    'DE-12 is a part number.',
    'The state’s exhibit list and the Rule 26(f) report were late.',
    'An indictment of 12 counts, and a counterclaim at law.',
  ])('none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('lines that are written out', () => {
  test.each([
    ['Dkt. 45 at 3, lines 12-14.', '3:12', '3:14'],
    ['Dkt. 45 at 3 ll. 12–14.', '3:12', '3:14'],
    ['Smith Dep. at 45, line 9.', '45:9', '45:9'],
  ])('%s', (text, first, last) => {
    expect(parseDraft(text, NO_STYLES).citations[0]?.targets[0]?.pins).toMatchObject([{ unit: 'line', first, last }]);
  });

  test('a number of lines is none', () => {
    expect(parseDraft('Dkt. 45 at 3 lines up.', NO_STYLES).citations[0]?.targets[0]?.pins).toMatchObject([
      { unit: 'page', first: '3' },
    ]);
  });
});

describe('what only says what was cited cites nothing', () => {
  test.each([
    ['It is so. (Doc. 49-2 ¶¶ 7-10 (Orozco Decl.).)', 'docketEntry: Doc. 49-2 ¶¶ 7-10'],
    ['It is so. Doc. 49-2 at 6 (Poole Dep. 21:4-9).', 'docketEntry: Doc. 49-2 at 6', 'deposition: Poole Dep. 21:4-9'],
    ['Unless noted, “Ex. __” refers to exhibits of the motion.'],
    ['The stamp, “Document 23-4\nFiled 08/12/22 Page 5 of 60,” counts all pages.'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test('a short form that is defined on the way does not end a list of numbers', () => {
  expect(found('The statements, ECF Nos. 61 (“Def. 56.1”) and 68 (“Pl. 56.1”), agree. Pl. 56.1 ¶ 4.')).toEqual([
    'docketEntry: ECF Nos. 61 (“Def. 56.1”) and 68',
    'filing: Pl. 56.1 ¶ 4',
  ]);
});

test('a list of exhibits that says what each one is cites the exhibits', () => {
  expect(found('Plaintiff relies on Ex. A, Deposition of Ray Roe; and Ex. B, Declaration of Ann Doe.')).toEqual([
    'exhibit: Ex. A',
    'exhibit: Ex. B',
  ]);
});

test('a bare number behind a reply is a page only where it stands by itself', () => {
  expect(found('It is so. Reply 2.')).toEqual(['filing: Reply 2']);
  expect(found('In its Reply 2 witnesses are named.')).toEqual([]);
});

test.each(['[^2]: Order at 2, ECF No. 28.', '6 Order at 2, ECF No. 28.'])(
  'a footnote begins a sentence: %s',
  (note) => {
    expect(found(`It is so.\n\n${note}`)).toEqual(['filing: Order at 2, ECF No. 28']);
  },
);
