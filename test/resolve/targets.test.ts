import { describe, expect, test } from 'vitest';
import { answersOf } from './notation.ts';

const MANIFEST = `
version: 1
matter:
  caption: Ortega v. Harbor Lines, Inc.
  caseNumber: 3:24-cv-00917-RMK (JCS)
  parties: [Plaintiffs, {Harbor: {role: Defendant, as: [Harbor Lines]}}]
  docketComplete: 60
docket:
  1: {title: Complaint, exhibits: {A: {title: Bill of lading, attachment: 1}}}
  12: Order.txt
  23: {title: Motion, attachments: {4: {title: Notes}, 9: {title: Declaration of M. Vo}}}
  24: {title: Opposition}
  40: {title: Letter (public), versions: {sealed: 41-2, refiled: 44}}
  52: {title: Letter, exhibits: {A: {title: Amended responses, attachment: 1}}}
cases:
  Farrow: {caseNumber: 3:24-cv-01234, as: [Farrow Dkt.], docket: {12: {title: Order in Farrow}}}
exhibits:
  B: {deposition: Lindqvist, includes: [1-4, 140-150]}
  E: {title: Requests, by: Plaintiffs}
  Harbor: {A: {title: Manifest}, C: {title: Hit report}}
  Plaintiffs: {A: {title: Photographs}}
declarations:
  Vo: {exhibits: {D: {docket: 23-4}}}
  2d Vo: {title: Second}
depositions:
  Lindqvist: {date: 2024-12-06, exhibits: {8: {docket: 23-4}}}
  Chin: {sessions: [{date: 2024-10-01}, {date: 2024-11-12}]}
  Harbor 30(b)(6) (Esposito): {title: Corporate}
discovery:
  - {request: RFP, name: Plaintiffs' First Set, by: Plaintiffs, to: Harbor, requests: {1: One, 6-12: {}, 5(a): {}}}
  - {request: RFP, name: Harbor's First Set, by: Harbor, to: Plaintiffs, requests: {6: {}, 40: {}}}
transcripts:
  Trial Tr.: [{date: 2025-01-17}, {date: 2025-01-21}]
filings:
  Compl.: {docket: 1}
papers:
  motions/compel.brief:
    exhibits: {A: {title: Hit report for the motion}}
    declarations: {Pritt: {exhibits: {1: {title: Chart}}}}
    exhibitsOf: [Pritt]
    filings: {Opp.: {docket: 24}}
    requests: [Plaintiffs' First Set]
    case: Farrow
`;

function check(text: string, ...lines: readonly string[]): void {
  expect(answersOf(MANIFEST, text)).toEqual(lines);
}

function checkIn(path: string, text: string, ...lines: readonly string[]): void {
  expect(answersOf(MANIFEST, text, path)).toEqual(lines);
}

describe('dockets', () => {
  test('numbers, attachments, versions and exhibits inside', () => {
    check('See Dkt. 012.', 'Dkt. 012 -> /docket/12');
    check('See Dkt. 23-4.', 'Dkt. 23-4 -> /docket/23/attachments/4');
    check('See Dkt. 41-2; Dkt. 44.', 'Dkt. 41-2 -> /docket/40', 'Dkt. 44 -> /docket/40');
    check('See ECF 52, Ex. A.', 'ECF 52, Ex. A -> /docket/52/exhibits/A');
    check('See ECF 52-1.', 'ECF 52-1 -> /docket/52/exhibits/A');
    check('See ECF 52, Ex. B.', 'ECF 52, Ex. B -> unresolved');
    check('See Dkt. 99.', 'Dkt. 99 -> unresolved');
  });

  test('where the record has both readings, the citation is ambiguous', () => {
    check('See Dkts. 23-4.', 'Dkts. 23-4 -> ambiguous /docket/23 | /docket/24 | /docket/23/attachments/4');
    check('See Dkts. 23-24.', 'Dkts. 23-24 -> /docket/23+/docket/24');
    check('See Dkts. 23-25.', 'Dkts. 23-25 -> unresolved');
  });

  test('another case is ours where it is listed, and outside where it is not', () => {
    check('See Farrow Dkt. 12.', 'Farrow Dkt. 12 -> /cases/Farrow/docket/12');
    check('See Farrow, No. 24-cv-1234, Dkt. 12.', 'Farrow, No. 24-cv-1234, Dkt. 12 -> /cases/Farrow/docket/12');
    check('See Kadrey, 23-cv-3417-VC, Dkt. 12.', 'Kadrey, 23-cv-3417-VC, Dkt. 12 -> outside-record');
    check('See Ortega, 24-cv-917-RMK, Dkt. 12.', 'Ortega, 24-cv-917-RMK, Dkt. 12 -> /docket/12');
    check(
      'Doe v. Roe, 2020 WL 1234, at *2 (N.D. Cal. 2020) (citing Dkt. 12).',
      '2020 WL 1234, at *2 -> outside-record',
      'Dkt. 12 -> outside-record',
    );
    check('The Discovery Order, Dkt. 12.', 'Dkt. 12 -> /docket/12');
  });
});

describe('exhibits', () => {
  test("a possessive decides, the section comes next, the other side's is never meant", () => {
    check("See Harbor's Ex. A.", "Harbor's Ex. A -> /exhibits/Harbor/A");
    check("See Defs.' Ex. A.", "Defs.' Ex. A -> /exhibits/Harbor/A");
    check("PLAINTIFFS' STATEMENT\n\nSee Ex. A and Ex. B.", 'Ex. A -> /exhibits/Plaintiffs/A', 'Ex. B -> /exhibits/B');
    check("HARBOR'S STATEMENT\n\nSee Ex. A.", 'Ex. A -> /exhibits/Harbor/A');
    check("PLAINTIFFS' STATEMENT\n\nSee Ex. C.", 'Ex. C -> unresolved');
    check('See Ex. A.', 'Ex. A -> ambiguous /exhibits/Harbor/A | /exhibits/Plaintiffs/A');
  });

  test('an owner that fits no party is ambiguous', () => {
    check("See Wang's Ex. A.", "Wang's Ex. A -> ambiguous /exhibits/Harbor/A | /exhibits/Plaintiffs/A");
  });

  test('a draft with exhibits of its own uses only those', () => {
    checkIn(
      'motions/compel.brief',
      'See Ex. A; Ex. B; Ex. 1.',
      'Ex. A -> /papers/motions~1compel.brief/exhibits/A',
      'Ex. B -> unresolved',
      'Ex. 1 -> /papers/motions~1compel.brief/declarations/Pritt/exhibits/1',
    );
  });

  test('filed as: one paper or a conflict', () => {
    check('See Ex. B, Dkt. 23-4.', 'Ex. B, Dkt. 23-4 -> ambiguous /exhibits/B | /docket/23/attachments/4');
    check('See Vo Decl. Ex. D, Dkt. 23-4.', 'Vo Decl. Ex. D, Dkt. 23-4 -> /docket/23/attachments/4');
    check('See Ex. Z, Dkt. 23-4.', 'Ex. Z, Dkt. 23-4 -> /docket/23/attachments/4');
  });

  test('an exhibit to another paper', () => {
    check('See Exhibit A to the Complaint.', 'Exhibit A to the Complaint -> /docket/1/exhibits/A');
  });
});

describe('a paper named in words, with its docket number', () => {
  test('the number says which one it is; an abbreviation has to agree with it', () => {
    check("Harbor's Opposition (Dkt. 12) at 2.", "Harbor's Opposition (Dkt. 12) at 2 -> /docket/12");
    check('The Complaint (Dkt. 12) ¶ 2.', 'Complaint (Dkt. 12) ¶ 2 -> /docket/12');
    check("Harbor's Motion to Stay (Dkt. 12) was late.", "Harbor's Motion to Stay (Dkt. 12) -> /docket/12");
    check('It is so. Order at 2, Dkt. 12.', 'Order at 2, Dkt. 12 -> /docket/12');
    check('Compl. ¶ 2, Dkt. 12.', 'Compl. ¶ 2, Dkt. 12 -> ambiguous /docket/1 | /docket/12');
  });

  test('a title of the docket that names the declarant is no other paper', () => {
    check('It is so. Dkt. 23-9, Vo Decl. ¶ 3.', 'Dkt. 23-9, Vo Decl. ¶ 3 -> /declarations/Vo');
    check(
      'It is so. Dkt. 23-9, 2d Vo Decl. ¶ 3.',
      'Dkt. 23-9, 2d Vo Decl. ¶ 3 -> ambiguous /declarations/2d Vo | /docket/23/attachments/9',
    );
  });
});

describe('an exhibit and the name of its paper', () => {
  test('the exhibit answers, and where it is not listed the paper of that name', () => {
    check('See Ex. B, Lindqvist Dep. 145:3.', 'Ex. B, Lindqvist Dep. 145:3 -> /exhibits/B');
    check('See Ex. 9, Lindqvist Dep. 145:3.', 'Ex. 9, Lindqvist Dep. 145:3 -> /depositions/Lindqvist');
    check('See Ex. 9, Roe Dep. 145:3.', 'Ex. 9, Roe Dep. 145:3 -> unresolved');
  });
});

describe('requests', () => {
  test('one set holds the number, or it is ambiguous, or somebody said', () => {
    check('See RFP 7.', 'RFP 7 -> /discovery/0/requests/6-12');
    check('See RFP 40.', 'RFP 40 -> /discovery/1/requests/40');
    check('See RFP 6.', 'RFP 6 -> ambiguous /discovery/0/requests/6-12 | /discovery/1/requests/6');
    check("See Plaintiffs' RFP 6.", "Plaintiffs' RFP 6 -> /discovery/0/requests/6-12");
    check("See Harbor's RFP 6.", "Harbor's RFP 6 -> /discovery/1/requests/6");
    check('See RFP 6 to Harbor.', 'RFP 6 -> /discovery/0/requests/6-12');
    checkIn('motions/compel.brief', 'See RFP 6.', 'RFP 6 -> /discovery/0/requests/6-12');
  });

  test('sub-parts', () => {
    check('See RFP 1(b).', 'RFP 1(b) -> /discovery/0/requests/1');
    check('See RFP 5(a); RFP 5(c).', 'RFP 5(a) -> /discovery/0/requests/5(a)', 'RFP 5(c) -> unresolved');
    check('See RFPs 7-13.', 'RFPs 7-13 -> unresolved');
    // No set of topics is listed, so a topic may be anybody's.
    check('See Topic 4.', 'Topic 4 -> outside-record');
    check('See Instruction No. 9.');
    check('See RFPs 6-12.', 'RFPs 6-12 -> /discovery/0/requests/6-12');
  });
});

describe('people and papers', () => {
  test('a qualified declaration never falls back to the plain one', () => {
    check(
      'See Vo Decl. ¶ 1; 2d Vo Decl. ¶ 1; Supp. Vo Decl. ¶ 1.',
      'Vo Decl. ¶ 1 -> /declarations/Vo',
      '2d Vo Decl. ¶ 1 -> /declarations/2d Vo',
      'Supp. Vo Decl. ¶ 1 -> unresolved',
    );
    check('See Vo Decl. Ex. D at 2.', 'Vo Decl. Ex. D at 2 -> /docket/23/attachments/4');
    check('See Vo Decl. Ex. E.', 'Vo Decl. Ex. E -> unresolved');
  });

  test('sessions of one deposition are told apart by date', () => {
    check(
      'See Chin Dep. 5:6-9.',
      'Chin Dep. 5:6-9 -> ambiguous /depositions/Chin/sessions/0 | /depositions/Chin/sessions/1',
    );
    check(
      'See Chin Dep. (Nov. 12, 2024) at 5:6-9.',
      'Chin Dep. (Nov. 12, 2024) at 5:6-9 -> /depositions/Chin/sessions/1',
    );
    check(
      'See Harbor 30(b)(6) Dep. at 5:6-9.',
      'Harbor 30(b)(6) Dep. at 5:6-9 -> /depositions/Harbor 30(b)(6) (Esposito)',
    );
    check(
      'See Esposito 30(b)(6) Dep. at 5:6-9.',
      'Esposito 30(b)(6) Dep. at 5:6-9 -> /depositions/Harbor 30(b)(6) (Esposito)',
    );
    check('See Esposito Dep. at 5:6-9.', 'Esposito Dep. at 5:6-9 -> unresolved');
  });

  test('transcripts by date, filings by the draft', () => {
    check('See Jan. 21, 2025 Trial Tr. at 3:4-8.', 'Jan. 21, 2025 Trial Tr. at 3:4-8 -> /transcripts/Trial Tr./1');
    check('See Trial Tr. 3:4-8.', 'Trial Tr. 3:4-8 -> ambiguous /transcripts/Trial Tr./0 | /transcripts/Trial Tr./1');
    check('See Compl. ¶ 4. See Opp. at 3.', 'Compl. ¶ 4 -> /docket/1', 'Opp. at 3 -> unresolved');
    checkIn('motions/compel.brief', 'See Opp. at 3.', 'Opp. at 3 -> /docket/24');
  });

  test('a short form stands for what it was defined beside', () => {
    check('ECF No. 12 (the "Order"). See Order at 3.', 'ECF No. 12 -> /docket/12', 'Order at 3 -> /docket/12');
    check('See Tsung Aff. ¶ 3. ECF No. 12 ("Tsung Aff.").', 'Tsung Aff. ¶ 3 -> /docket/12', 'ECF No. 12 -> /docket/12');
  });
});

describe('produced pages and appendices', () => {
  const record = `
bates:
  - {prefix: META-, first: 1, last: 400, file: a.pdf}
  - {prefix: META-, first: 401, last: 900, file: b.pdf}
appendices:
  J.A.: {volumes: {1: {pages: 1-300}, 2: {pages: 301-600}}}
`;
  test('a page is found in the range that holds it; one between none is missing', () => {
    expect(answersOf(record, 'See META-000450.')).toEqual(['META-000450 -> /bates/1']);
    expect(answersOf(record, 'See META-000950.')).toEqual(['META-000950 -> unresolved']);
  });

  test("pages under somebody else's prefix are of another production", () => {
    expect(answersOf(record, 'See GNY-000234.')).toEqual(['GNY-000234 -> outside-record']);
  });

  test('a volume is named, or is the one that has the page', () => {
    expect(answersOf(record, 'See 2 J.A. 310.')).toEqual(['2 J.A. 310 -> /appendices/J.A./volumes/2']);
    expect(answersOf(record, 'See J.A. 44.')).toEqual(['J.A. 44 -> /appendices/J.A./volumes/1']);
  });
});
