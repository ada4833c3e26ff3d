import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Allowances } from '../../server/src/resolve/allowances.ts';
import { draftOf } from './notation.ts';

const MANIFEST = `
version: 1
matter: {parties: [Plaintiffs, {Harbor: {role: Defendant}}]}
docket:
  5: {title: Order on the Gate}
  7: {title: Letter}
exhibits:
  A: {title: Logs}
  B: {title: Deposition}
declarations:
  Vo: {title: Declaration, exhibits: {D: {title: Chart}}}
discovery:
  - {request: RFP, by: Plaintiffs, to: Harbor, requests: {81: All keys of the gate., 82-84: {}, 85: All locks.}}
`;

/** `first words -> paper reach, paper reach`; `?` where other papers may be meant, `uncited` where nothing is in reach. */
function vouchersIn(text: string): readonly string[] {
  const { quotations, syntax } = draftOf(MANIFEST, text);
  return quotations.map(({ quotation, vouchers, isCited, isOpen }) => {
    const words = syntax.text.slice(quotation.start, quotation.end).split(/\s+/).slice(0, 2).join(' ');
    const papers = vouchers.map(({ source, pins, reach }) => {
      const at = pins.length > 0 ? ` at ${pins.map(({ first }) => first).join()}` : '';
      return `${source.name}${at} ${reach}`;
    });
    return `${words} -> ${isCited ? [...papers, ...(isOpen ? ['?'] : [])].join(', ') : 'uncited'}`;
  });
}

function check(text: string, expected: readonly string[]): void {
  expect(vouchersIn(text)).toEqual(expected);
}

describe('the citation behind the words', () => {
  test('directly behind, also over the end of the sentence and a footnote mark', () => {
    check('It said "the gate was open." Ex. A at 3.', ['the gate -> Ex. A at 3 direct']);
    check('It said "the gate was open," *see* Ex. A at 3, and no more.', ['the gate -> Ex. A at 3 direct']);
    check('It said "the gate was open."[^1] *See* Ex. A at 3.', ['the gate -> Ex. A at 3 direct']);
    check('It was "open all night" (Ex. A at 3).', ['open all -> Ex. A at 3 direct']);
  });
  test('at the end of the sentence, or in the sentence behind it', () => {
    check('"The gate was open," he wrote. Ex. A at 3.', ['The gate -> Ex. A at 3 sentence']);
    check('It was "open all night" and "open all day" then. Dkt. No. 5 at 2.', [
      'open all -> Dkt. No. 5 at 2 sentence',
      'open all -> Dkt. No. 5 at 2 sentence',
    ]);
  });
  test('several quotations with a citation each', () => {
    check('It was "not very open," Ex. A at 3, and "open at night," *id.* at 4.', [
      'not very -> Ex. A at 3 direct',
      'open at -> Ex. A at 4 direct',
    ]);
  });
  test('behind the name of the paper that is cited, not where that is the subject of the next sentence', () => {
    for (const named of ['Order', 'See Gate Order', '*Order on the Gate*', 'Meta’s Mot.'])
      check(`He said "the gate was open." ${named}, Dkt. No. 5 at 3.`, ['the gate -> Dkt. No. 5 at 3 direct']);
    check('He said "the gate was open." Order (Dkt. No. 5) at 3.', ['the gate -> Dkt. No. 5 at 3 direct']);
    check('He said "the gate was open." Their Order, Dkt. No. 5, says no more.', ['the gate -> uncited']);
    check('He said "the gate was open." The Order, Dkt. No. 5, is of May.', ['the gate -> uncited']);
  });
  test('not over another sentence, not a request that the next sentence is about', () => {
    check('He said "the gate was open." Nobody knew. That is all there is. Ex. A at 3.', ['the gate -> uncited']);
    check('He said "the gate was open." RFP 81 is another matter.', ['the gate -> uncited']);
  });
  test('a string vouches as a whole; exhibits come before their declaration', () => {
    check('He said "the gate was open." Ex. A at 3; Ex. B at 4.', ['the gate -> Ex. A at 3 direct, Ex. B at 4 direct']);
    check('He said "the gate was open." Vo Decl. ¶ 4, Ex. D at 3.', [
      'the gate -> Vo Decl. Ex. D at 3 direct, Vo Decl. at 4 direct',
    ]);
  });
  test('authorities, unresolved papers and a doubtful Id. vouch for nothing', () => {
    check('It "would be unfair to all." *Roe v. Wade*, 410 U.S. 113, 120 (1973).', ['would be -> ?']);
    check('He said "the gate was open." Ex. Q at 3.', ['the gate -> ?']);
    check('See Ex. A at 3; Ex. B at 4. He said "the gate was open." Id. at 5.', ['the gate -> ?']);
  });
});

describe('the citation before the words', () => {
  test('in the parenthetical of a citation', () => {
    check('Dkt. No. 5 at 4 ("the gate is relevant here"); Dkt. No. 7 at 2 ("so is the door").', [
      'the gate -> Dkt. No. 5 at 4 direct',
      'so is -> Dkt. No. 7 at 2 direct',
    ]);
    check('Dkt. No. 5 at 4 (noting that "the gate was open," Ex. A at 3).', ['the gate -> Ex. A at 3 direct']);
    check('He said "the gate was open." Dkt. No. 5 at 4 (quoting Ex. A at 3).', ['the gate -> Dkt. No. 5 at 4 direct']);
  });
  test('a paper that the sentence is about', () => {
    check('Dkt. No. 5 at 4 says that "the gate is relevant."', ['the gate -> Dkt. No. 5 at 4 near']);
  });
});

describe('a request that is named', () => {
  test('by its number, or as "this RFP"', () => {
    check('RFP 81 asks for "all keys of the gate."', ['all keys -> RFP 81 direct']);
    check('RFP 81 is plain. This RFP seeks "all keys of the gate," no more.', ['all keys -> RFP 81 direct']);
    check('RFPs 81 and 85 are plain. This RFP seeks "all keys of the gate," no more.', ['all keys -> uncited']);
    check('RFP 81 asks for "all keys of the gate." Dkt. No. 7 at 2.', [
      'all keys -> Dkt. No. 7 at 2 direct, RFP 81 direct',
    ]);
  });
  test('but not for what it is said not to ask for', () => {
    check('The Court held that RFP 81 does not cover "the house next door."', ['the house -> RFP 81 near']);
  });
});

describe('a paper that is named and not cited', () => {
  test('where the draft cites one of its kind, or defines its name', () => {
    check('See Dkt. No. 5 at 2.\n\nThe Order says that "the gate shall be open."', ['the gate -> Dkt. No. 5 near']);
    check('See Dkt. No. 7 (the "May Letter").\n\nIn the May Letter they say that "the gate was open."', [
      'the gate -> Dkt. No. 7 near',
    ]);
    check('The Report says that "the gate shall be open."', ['the gate -> uncited']);
  });
});

describe('blocks', () => {
  const LEAD = 'The order was plain, and it left nothing open to either of the two:\n\n';
  test('with the citation at the end, in the line behind, or in front', () => {
    check(`${LEAD}    The gate shall be open at all hours. Dkt. No. 5 at 3.\n\nThat is so.`, [
      'The gate -> Dkt. No. 5 at 3 direct',
    ]);
    check(`${LEAD}    The gate shall be open at all hours.\n\nDkt. No. 5 at 3. That is so.`, [
      'The gate -> Dkt. No. 5 at 3 direct',
    ]);
    check('Dkt. No. 5 at 3 says this of the gate:\n\n> The gate shall be open at all hours.\n\nThat is so.', [
      'The gate -> Dkt. No. 5 at 3 near',
    ]);
    check('RFP 81 reads:\n\n> All keys of the gate and of the door.\n\nThat is so.', ['All keys -> RFP 81 direct']);
  });
});

describe('what the brackets allow', () => {
  const NONE: Allowances = {
    cleanedUp: false,
    citationsOmitted: false,
    footnotesOmitted: false,
    quotationMarksOmitted: false,
    emphasisExplained: false,
    isQuoting: false,
  };
  test.each<[string, Partial<Allowances>]>([
    ['He said "the gate was open." Ex. A at 3 (emphasis added).', { emphasisExplained: true }],
    ['He said "the gate was open." Ex. A at 3 (cleaned up).', { cleanedUp: true }],
    [
      'He said "the gate was open." Ex. A at 3 (internal quotation marks and citations omitted).',
      { quotationMarksOmitted: true, citationsOmitted: true },
    ],
    [
      'He said "the gate was open." Ex. A at 3 (footnote omitted) (quoting Ex. B at 4).',
      { footnotesOmitted: true, isQuoting: true },
    ],
    ['Ex. A at 3 ("the gate was open") (emphasis in original).', { emphasisExplained: true }],
    ['He said "the gate was open" (emphasis added). Ex. A at 3.', { emphasisExplained: true }],
    ['He said "the gate was open." Ex. A at 3. The rest is silence (emphasis added).', {}],
    [
      'Unless otherwise noted, all emphasis is added. He said "the gate was open." Ex. A at 3.',
      { emphasisExplained: true },
    ],
  ])('%s', (text, allowed) => {
    expect(draftOf(MANIFEST, text).quotations[0]?.allowances).toEqual({ ...NONE, ...allowed });
  });
});

const PIECES = [
  '"',
  '“',
  '”',
  'the gate was open',
  ' RFP 81 asks for ',
  ' This RFP ',
  ' Ex. A at 3',
  ' Id. at 4',
  '. ',
  '; ',
  ' (',
  ') ',
  ' (quoting ',
  '\n\n',
  '\n\n    ',
  '\n> ',
  '[^1]',
  '\n\n[^1]: ',
  '(emphasis added)',
  'Unless noted, ',
];

test('whatever the text: nothing throws, and who vouches is cited', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 50 }), (pieces) => {
      for (const { vouchers, isCited, isOpen } of draftOf(MANIFEST, pieces.join('')).quotations) {
        if (vouchers.length > 0 || isOpen) expect(isCited).toBe(true);
      }
    }),
    { numRuns: 300, seed: 20250314 },
  );
});
