import { describe, expect, test } from 'vitest';
import { placeQuotation, sourceTextOf } from '../../server/src/text/quotation/quotation.ts';
import { checkPlaced } from './quotation/checkPlaced.ts';

const LETTER =
  'The harbor commission approved the lease of Warehouse 12 on March 3, 2021, and Alder Marine paid $4,500 for the first month. ' +
  'It did not ask for an inspection, and no inspector came. The tenant may sublet the north bay or the office, but it shall not ' +
  'store fuel unless the fire marshal agrees in writing.';

describe('what the rules of quotation allow', () => {
  test.each([
    ['The harbor commission approved the lease of Warehouse 12'],
    ['the harbor commission approved the lease'],
    ['[t]he harbor commission approved the lease'],
    ['[T]he tenant may sublet the north bay'],
    ['\\[T\\]he tenant may sublet the north bay'],
    ['It did not ask for an inspection,'],
    ['It did not ask for an inspection.'],
    ['paid $4500 for the first month'],
    ['The harbor commission . . . paid $4,500'],
    ['The harbor commission ... paid $4,500'],
    ['The harbor commission \u2026 paid $4,500'],
    ['The harbor commission * * * paid $4,500'],
    ['The harbor commission [...] paid $4,500'],
    ['The harbor commission approved the lease . . . . It did not ask for an inspection'],
    ['. . . approved the lease of Warehouse 12 . . .'],
    ['[Alder Marine] did not ask for an inspection'],
    ['[The tenant] did not ask for an inspection, and no inspector came'],
    ['The tenant may sublet the north bay or the office, but [Alder] shall not store fuel'],
    ['Alder Marine pa[ys] $4,500 for the first month'],
    ['the fire marshal[] agrees in writing'],
    ['the harbor commission approve[] the lease of Warehouse 12'],
    ['the harbor commission [sic] approved the lease'],
    ['the *harbor commission* approved the lease'],
    ['the **harbor** _commission_ approved the lease'],
    ['the harbor\ncommission approved   the lease'],
    ['The tenant may sublet the north bay [of the warehouse] or the office'],
    ['the harbor commission approved[^3] the lease'],
  ])('%j', (quoted) => {
    expect(checkPlaced(quoted, LETTER)).toBe('agrees');
  });

  test.each([
    ['She called it \u201ca \u2018clean\u2019 survey\u201d and left.', 'She called it "a \'clean\' survey" and left'],
    ['The Training Data for Llama [1/2/3].', 'The Training Data for Llama [1/2/3].'],
    ['\u201c[T]he rule is old,\u201d she wrote, \u201cand settled.\u201d', 'The rule is old, she wrote, and settled'],
    ['the long\u2013term plan \u2014 such as it was', 'the long-term plan--such as it was'],
    ['Rule 26(b)(1) and Smith & Sons', 'Rule 26(b)(1) and Smith and Sons'],
  ])('%j quoted as %j', (source, quoted) => {
    expect(checkPlaced(quoted, `It begins here. ${source} It ends here.`)).toBe('agrees');
  });

  test('an ellipsis that drops a negation is told', () => {
    expect(checkPlaced('The tenant may sublet the north bay . . . fuel', LETTER)).toBe('agrees | not');
    expect(checkPlaced('It did . . . ask for an inspection', LETTER)).toBe('agrees | not');
    expect(checkPlaced('it shall [store] fuel', LETTER)).toBe('agrees | not');
  });

  test('an ellipsis reaches no further than three pages', () => {
    const far = `The pumps were sound in May. ${'Nothing of note was written that week. '.repeat(400)} The valves were replaced in June.`;
    expect(checkPlaced('The pumps were sound in May. . . . The valves were replaced in June.', far)).not.toBe('agrees');
  });

  test('parts in the wrong order do not agree', () => {
    expect(
      checkPlaced('store fuel unless the fire marshal agrees . . . the harbor commission approved the lease', LETTER),
    ).not.toBe('agrees');
  });

  test('citations and footnotes that a parenthetical leaves out', () => {
    const source =
      'A party must show good cause, Ortega v. Lindholm, 911 F.3d 201, 207 (9th Cir. 2018), before the schedule is changed.4 The ' +
      'inquiry turns on diligence. See id. at 208. Carelessness is not diligence.';
    const bare = 'A party must show good cause before the schedule is changed.';
    expect(checkPlaced(bare, source)).not.toBe('agrees');
    expect(checkPlaced(bare, source, { citationsOmitted: true })).toBe('agrees');
    expect(checkPlaced(bare, source, { cleanedUp: true })).toBe('agrees');
    expect(checkPlaced('before the schedule is changed. The inquiry turns on diligence.', source)).toBe('agrees');
    expect(
      checkPlaced('The inquiry turns on diligence. Carelessness is not diligence.', source, { citationsOmitted: true }),
    ).toBe('agrees');
    expect(
      checkPlaced('The inquiry turns on diligence. Carelessness is diligence.', source, { citationsOmitted: true }),
    ).toBe('differs not->!');
  });
});

describe('what a page brings', () => {
  const QUOTED = 'the officer of the international line resigned without notice';
  test.each([
    ['the o\uFB03cer of the international line resigned without notice'],
    ['the off icer of the inter national line resigned with out notice'],
    ['theofficer of theinternational line resigned withoutnotice'],
    ['the off icerof the inter-\nnational line re-\nsigned without notice'],
    ['the officer of the inter\u00ADnational line resigned\u00A0without no\u200Btice'],
    ['\n3 the officer of the\n4 international line\n5 resigned without\n6 notice'],
    [
      'the officer of the Case 3:24-cv-00917-RMK Document 315 Filed 12/06/24 Page 7 of 12 international line resigned without notice',
    ],
    [
      'the officer of the\n\n7\nCase 3:24-cv-00917-RMK   Document 315   Filed 12/06/24   Page 7 of 12\ninternational line resigned without notice',
    ],
    ['the officer12 of the international line resigned without notice'],
    ['the officer of the international line\u00b9\u00b2 resigned without notice'],
    ['the (cid:120) officer of the intemational line resigned w1thout notice'],
    ['THE OFFICER OF THE INTERNATIONAL LINE RESIGNED WITHOUT NOTICE'],
  ])('%j', (source) => {
    expect(checkPlaced(QUOTED, `It was said that ${source} in the spring.`)).toBe('agrees');
    expect(checkPlaced(`It was said that ${source}`, `It was said that ${QUOTED}.`)).toBe('agrees');
  });

  test('a passage over a page break, with a footnote, the page number and a running head between', () => {
    const pages = [
      'ORDER ON FEES\n\nThe first motion was granted.\nCounsel asked that the officer of the\n\n1 The motion is at Docket 14, and was argued twice.\n\n3',
      'ORDER ON FEES\n\ninternational line resigned\nwithout notice in May.\n\n4',
    ];
    expect(checkPlaced(QUOTED, pages)).toBe('agrees');
    const placed = placeQuotation(QUOTED, sourceTextOf(pages));
    expect(placed).toMatchObject({
      place: {
        page: 0,
        start: pages[0]?.indexOf('the officer'),
        endPage: 1,
        end: (pages[1]?.indexOf('notice') ?? 0) + 6,
      },
    });
    expect(checkPlaced('The motion is at Docket 14, and was argued twice.', pages)).toBe('agrees');
  });

  test('testimony with and without its marks, over objections', () => {
    const page =
      ' 1      Q.   Did you read the notice before\n 2 you signed it?\n 3      MR. ODELL:  Objection.  Calls for a legal\n 4 conclusion.\n' +
      ' 5      THE WITNESS:  I read the first page.\n 6      Q.   Only the first?\n 7      A.   Yes.  I never saw the second.\n';
    expect(checkPlaced('Q. Did you read the notice before you signed it? . . . A. I read the first page.', page)).toBe(
      'agrees',
    );
    expect(checkPlaced('Did you read the notice before you signed it? I read the first page.', page)).toBe('agrees');
    expect(
      checkPlaced(
        'Q. Did you read the notice before you signed it?\nA. I read the first page.\nQ. Only the first?\nA. Yes.',
        page,
      ),
    ).toBe('agrees');
    expect(
      checkPlaced(
        'you signed it? MR. ODELL: Objection. Calls for a legal conclusion. THE WITNESS: I read the first page.',
        page,
      ),
    ).toBe('agrees');
    expect(checkPlaced('Yes. I saw the second.', page)).toBe('differs never->!');
  });
});

describe('alterations', () => {
  test.each([
    ['approved the lease of Warehouse 13 on March 3, 2021', '12->13!'],
    ['approved the lease of Warehouse 12 on May 3, 2021', 'March->May!'],
    ['approved the lease of Warehouse 12 on March 3, 2012', '2021->2012!'],
    ['and Elder Marine paid $4,500 for the first month', 'Alder->Elder!'],
    ['and Alder Marine paid $4,600 for the first month', '$4,500->$4,600!'],
    ['and Alder Marine paid $4,500 for the second month', 'first->second!'],
    ['It did ask for an inspection, and no inspector came', 'not->!'],
    ['It did not ask for an inspection, and inspector came', 'no->!'],
    ['The tenant may not sublet the north bay or the office', '->not!'],
    ['The tenant may sublet the north bay and the office', 'or->and!'],
    ['it shall not store fuel if the fire marshal agrees', 'unless->if!'],
    ['the harbor commission rejected the lease of Warehouse 12', 'approved->rejected'],
    ['The tenant may sublet the bay or the office', 'north->'],
    ['The tenant may sublet the whole north bay or the office', '->whole'],
    ['approved lease of Warehouse 12', 'the->'],
    ['Commission approved the lease of Wharf 12', 'Warehouse->Wharf!'],
  ])('%j', (quoted, told) => {
    expect(checkPlaced(quoted, LETTER)).toBe(`differs ${told}`);
  });

  test.each([
    ['The work is able to be done now', 'The work is unable to be done now', 'differs unable->able!'],
    [
      'able to be done in the time that is left',
      'The work is unable to be done in the time that is left',
      'differs unable->able!',
    ],
    ['a loss of 4 percent in each of two years', 'a loss of 0.4 percent in each of two years', 'differs 0.4->4!'],
    ['rooms 1, 2 and 3 were kept cold', 'rooms 12 and 3 were kept cold', 'differs 12->1, 2!'],
    ['a claim of $5 billion was paid', 'a claim of $5 million was paid', 'differs million->billion!'],
    [
      'was used to train the Books model at once',
      'was used to train the Books3 model at once',
      'differs Books3->Books!',
    ],
    ['the parties agree to Part 11 of the plan', 'the parties agree to Part II of the plan', 'differs II->11!'],
  ])('%j for %j', (quoted, source, told) => {
    expect(checkPlaced(quoted, `${source}. Another sentence follows.`)).toBe(told);
  });

  test('offsets are those of the quotation and the page', () => {
    const quoted = 'and Elder Marine paid [sic] $4,500';
    const placed = placeQuotation(quoted, sourceTextOf(['', LETTER]));
    expect(placed.state).toBe('differs');
    if (placed.state !== 'differs') return;
    const [difference] = placed.differences;
    const at = LETTER.indexOf('Alder');
    expect(difference?.quoted).toEqual({ start: 4, end: 9 });
    expect(difference?.source).toEqual({ page: 1, start: at, endPage: 1, end: at + 5 });
    expect(LETTER.slice(placed.place.start, placed.place.end)).toBe('and Alder Marine paid $4,500');
  });
});

describe('what stands nowhere', () => {
  test.each([
    [''],
    ['. . .'],
    ['[sic]'],
    ['the vessel ran aground off the breakwater at dusk'],
    ['The commission of the port refused a licence to the ferry'],
    ['quite another'],
  ])('%j', (quoted) => {
    expect(checkPlaced(quoted, LETTER)).toBe('absent');
  });

  test('a source without text', () => {
    expect(checkPlaced('some words', [])).toBe('absent');
    expect(checkPlaced('some words', ['', ' '])).toBe('absent');
  });
});

test('of several places the one at the pin', () => {
  const pages = [
    'The lease runs for ten years.',
    'Again: the lease runs for ten years.',
    'The lease runs for two years.',
  ];
  const at = (pinPages: readonly number[]): unknown =>
    placeQuotation('the lease runs for ten years', sourceTextOf(pages), { pinPages });
  expect(at([])).toMatchObject({ state: 'agrees', place: { page: 0 } });
  expect(at([1])).toMatchObject({ state: 'agrees', place: { page: 1 } });
  // The words stand elsewhere: a wrong pin, not an altered quotation.
  expect(at([2])).toMatchObject({ state: 'agrees', place: { page: 0 } });
});

test.each([
  'a',
  'a ',
  '. ',
  '* ',
  '[',
  '[a]',
  '1 ',
  '1\n',
  'Q.\n',
  'MR. A: Objection\n',
  'Case ',
  '\f',
  'the cat. . . ',
  '\ud800',
  '\u0001',
])('nothing throws and nothing hangs on %j again and again', (unit) => {
  const text = unit.repeat(Math.floor(20_000 / unit.length));
  const source = sourceTextOf([text, `${text}b`]);
  for (const quoted of [text, 'the cat sat on [the] mat . . . a a a 1 1', unit]) {
    expect(['agrees', 'differs', 'absent', 'unchecked']).toContain(
      placeQuotation(quoted, source, { pinPages: [1, 7, -1] }).state,
    );
  }
});
