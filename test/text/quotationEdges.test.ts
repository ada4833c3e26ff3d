import { describe, expect, test } from 'vitest';
import { checkPlaced } from './quotation/checkPlaced.ts';

describe('where a quotation begins and ends, and beside brackets and ellipses', () => {
  // What a quotation has at its edge, beside a bracket or an ellipsis may be glued to or cut from what it does not have.
  test.each([
    ['moved to Trondheim last year', 'The agents have bemoved to Trondheim last year.'],
    ['the boxes that were left', 'These are the boxes that were leftout in the rain.'],
    ['load on the bearing was even', 'At fullload on the bearing was even.'],
    ['director of the yard resigned', "Then Alder'sdir-\nector of the yard resigned."],
    ['it will not', 'They promised that it will nothap pen again.'],
    ['who asked whether [. . .] exist', 'The clerk who asked wh-\nether back upkeys exist was told.'],
    ['notes are outside [that] scope of work', 'Her notes are ou tsidethe scope of work as agreed.'],
    ['they say that [the] alarm rang', 'In May they say thatthe alarm rang.'],
    ['three days is a . . . wait for it', 'But three days is along and weary wait for it.'],
    ['[N]ot one of the crates was dry', 'She doesnot one of the crates was dry.'],
    ['[F]olderswerediscarded in the spring', 'The old folders were discarded in the spring.'],
    ['It contain[ed] no recitals', 'It conta-\nins no recitals at all.'],
    ['a read[s] on which he relied', 'It was a read ingon which he relied.'],
    ['the plan of search[ing] all rooms', 'It is the planofsear chesall rooms.'],
  ])('%j in %j', (quoted, source) => {
    expect(checkPlaced(quoted, source)).toBe('agrees');
  });
  test.each([
    [
      'admissible at the hearing on fees',
      'It was inadmissible at the hearing on fees.',
      'differs inadmissible->admissible!',
    ],
    ['party to the lease of the yard', 'He is a nonparty to the lease of the yard.', 'differs nonparty->party!'],
    ['the yard was let to seven', 'In fact the yard was let to seventeen.', 'differs seventeen->seven!'],
    [
      'it was ruled that the motion failed',
      'Once it was overruled that the motion failed.',
      'differs overruled->ruled',
    ],
    ['the clerk of Alder says he can', 'Of course the clerk of Alder says he cannot be.', 'differs cannot->can!'],
    [
      'the clerk will happen again upon it',
      'So the clerk will nothap pen again upon it.',
      'differs nothap pen->happen!',
    ],
    [
      'It came in a box twelve copies long',
      '18  It came in a box\n19  withtwelve copies long\n20  and more.',
      'differs with->',
    ],
    ['the claim[ed] paid in full', 'In May the claim was not paid in full.', 'differs was not->!'],
  ])('%j in %j differs', (quoted, source, told) => {
    expect(checkPlaced(quoted, source)).toBe(told);
  });
});

describe('a paper that is redacted, quoted as it is without', () => {
  test.each([
    [
      'The guard on the pier was Emil Varga of the night shift',
      'The guard on the pier was ████ █████ of the night shift.',
    ],
    [
      'The guard on the pier was Emil Varga of the night shift',
      'The guard on the pier was [REDACTED] of the night shift.',
    ],
    [
      'The guard on the pier was [REDACTED] of the night shift',
      'The guard on the pier was ████ █████ of the night shift.',
    ],
    ['The guard on the pier was of the night shift', 'The guard on the pier was ████ █████ of the night shift.'],
  ])('%j in %j', (quoted, source) => {
    expect(checkPlaced(quoted, source)).toBe('agrees');
  });
  test.each([
    [
      'The guard on the pier was Emil Varga of the day shift',
      'The guard on the pier was ████ █████ of the night shift.',
      'differs night->day',
    ],
    [
      'The guard on the pier was not Emil of the night shift',
      'The guard on the pier was redacted of the night shift.',
      'differs redacted->not Emil!',
    ],
  ])('%j in %j differs', (quoted, source, told) => {
    expect(checkPlaced(quoted, source)).toBe(told);
  });
});

describe('what the reporter notes between question and answer', () => {
  const page = (note: string): string =>
    `Q. Did you keep the log of that night?\n${note}\nA. I kept it in my own hand.\nQ. Always?\nA. Always.`;
  test.each([
    '(Exhibit 14 was marked for identification.)',
    '(Recess taken from 10:02 to 10:15.)',
    '(Whereupon, a document was\nmarked as Exhibit 2.)',
  ])('%j is no part of what was said', (note) => {
    expect(checkPlaced('Did you keep the log of that night? I kept it in my own hand.', page(note))).toBe('agrees');
    expect(checkPlaced(note.replace(/[()\n]/g, ' ').trim(), page(note))).toBe('agrees');
  });
  test('but what somebody says in brackets is', () => {
    expect(
      checkPlaced('Did you keep the log of that night? I kept it in my own hand.', page('(never on Sundays)')),
    ).not.toBe('agrees');
  });
});

describe('a passage that goes on overleaf runs over the footnotes', () => {
  const body = [
    'The gate stood open all night.',
    'It was seen by two guards.',
    'They wrote it down at once.',
    'The log of that night was',
  ];
  const note = 'The guards were not asked again.';
  test.each([
    ['glued to its word', 'once.3', `3 ${note}`],
    ['behind a blank', 'once. 3', `3 ${note}`],
    ['on a line of its own', 'once.\n3', `3 ${note}`],
    ['alone above the note', 'once.3', `3\n${note}`],
    ['behind a number', 'of 52. 3', `3 ${note}`],
  ])('whose mark is %s', (_, mark, foot) => {
    const first = [...body.slice(0, 2), body[2]?.replace('once.', mark), body[3], foot].join('\n');
    expect(
      checkPlaced('The log of that night was kept by the harbor master.', [
        first,
        'kept by the harbor master.\nNobody else saw it.',
      ]),
    ).toBe('agrees');
  });

  test("a note's mark behind a figure is no digit of it, where the page has that note", () => {
    const page = 'Revenue rose to $4.52 million in 20193 and fell again.\nIt was so.\n2 See Ex. 4.\n3 Roe denies it.';
    expect(checkPlaced('Revenue rose to $4.5 million in 2019 and fell again.', page)).toBe('agrees');
    expect(
      checkPlaced('Revenue rose to $4.5 million in 2019 and fell again.', page.replace('\n3 Roe', '\nRoe')),
    ).toMatch(/20193->2019/);
    expect(checkPlaced('Revenue rose to $4.9 million in 2019 and fell again.', page)).toMatch(/4\.52->/);
  });

  test('but a list is none, nor the number of a declaration', () => {
    const list = [...body, '3 Guards had the key.'].join('\n').replace('once.', 'once in the Roe Decl. 3');
    expect(
      checkPlaced('The log of that night was kept by the harbor master.', [
        list,
        'kept by the harbor master.\nNobody else saw it.',
      ]),
    ).not.toBe('agrees');
  });
});

describe('what pages and transcripts put between words', () => {
  test('a footnote on a page whose line numbers are lines of their own', () => {
    const numbered = (lines: readonly string[]): string => lines.map((line, at) => `${at + 1}\n${line}`).join('\n');
    const pages = [
      `${numbered(['The lease was signed in May.', 'It was not filed.1 The', 'clerk asked for a copy and', 'was told that the agent'])}\n1 The filing fee had not been paid.\n5\n6\n            1`,
      numbered(['had it in his', 'drawer all the', 'time.']),
    ];
    expect(checkPlaced('was told that the agent had it in his drawer', pages)).toBe('agrees');
  });

  test('blanks that do not break', () => {
    const pages = [
      'Case 3:24-cv-00917-RMK Document 315 Filed 12/06/24 Page 7 of 12\nThe first motion was granted and the officer of the\n\n- 7 -',
      'Case 3:24-cv-00917-RMK Document 315 Filed 12/06/24 Page 8 of 12\ninternational line resigned without notice.\n\n- 8 -',
    ].map((page) => page.replace(/ /g, '\u00a0'));
    expect(checkPlaced('granted and the officer of the international line resigned', pages)).toBe('agrees');
  });

  const TESTIMONY =
    ' 1      Q.   Were you at the gate on May 3, 2021?\n 2      A.   I was.\n 3      MS. (cid:120) ODELL:  Let us stop here.\n' +
    ' 4      THE WITNESS:  I would rather go on with it.\n 5      Q.   Then tell us who was there.\n';
  test.each([
    ['THE WITNESS: I would rather go on with it. Q. Then tell us'],
    ['MS. ODELL: Let us stop here. THE WITNESS: I would rather go on with it.'],
    ['at the gate on May 3, 2021? A. I was. MS. ODELL: Let us stop here.'],
  ])('speakers are quoted: %j', (quoted) => {
    expect(checkPlaced(quoted, TESTIMONY)).toBe('agrees');
  });
  test('as another than they were', () => {
    expect(checkPlaced('MR. BAUM: Let us stop here. THE WITNESS: I would rather go on with it.', TESTIMONY)).toBe(
      'differs ->MR. BAUM!',
    );
  });

  test.each([
    ['the keys were a1ready gone', 'In June thekeys were already gone.'],
    ['the total of $14,200 was paid', 'In June the total of $1 4,200 was paid.'],
    ['will[] to add the box', 'They are will ing to add the box.'],
  ])('%j in %j', (quoted, source) => {
    expect(checkPlaced(quoted, source)).toBe('agrees');
  });
  test.each([
    [
      'he stayed in the house if it rained',
      'As a rule he stayed in the house unless it rained.',
      'differs unless->if!',
    ],
    ['he would have gone home I', 'If asked he would have gone home if I had.', 'differs if->'],
    [
      'for four days the pump of the yard stood dry',
      'For fourteendays the pump of the yard stood dry.',
      'differs fourteendays->four days!',
    ],
  ])('%j in %j differs', (quoted, source, told) => {
    expect(checkPlaced(quoted, source)).toBe(told);
  });
});

describe('long quotations', () => {
  const numbered = (count: number, word: string): string =>
    Array.from({ length: count }, (_, at) => `In room ${at} the ${word} of bale ${at * 7} was read.`).join(' ');
  test('of more than ten pages are found as they stand, and not said to be missing where they do not', () => {
    const source = `Before it. ${numbered(1500, 'weight')} Behind it.`;
    expect(numbered(1500, 'weight').length).toBeGreaterThan(30_000);
    expect(checkPlaced(numbered(1500, 'weight'), source)).toBe('agrees');
    expect(checkPlaced(numbered(1500, 'height'), source)).toBe('tooLong');
    expect(checkPlaced(numbered(300, 'weight').replace('room 40 ', 'room 41 '), source)).toBe('tooLong');
  });
  test('with more parts than a person makes are not looked for', () => {
    expect(checkPlaced('the bale . . . '.repeat(80), numbered(100, 'weight'))).toBe('tooManyParts');
  });
  test('a long part behind an ellipsis is found', () => {
    const [first, ...others] = numbered(160, 'weight').split(' was read. ');
    const quoted = `${first} . . . ${others.slice(3).join(' was read. ')}`;
    expect(checkPlaced(quoted, numbered(160, 'weight'))).toBe('agrees');
  });
});
