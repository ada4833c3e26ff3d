import { describe, expect, test } from 'vitest';
import { answersOf } from './notation.ts';

const MANIFEST = `
version: 1
matter: {parties: [Plaintiffs, {Harbor: {role: Defendant}}]}
docket: {12: {title: Order}, 14: {title: Letter}, 15: {title: Motion, attachments: {1: {title: Notes}}}}
exhibits: {A: {title: Bill}, B: {title: Logs}}
declarations: {Vo: {exhibits: {D: {title: Chart}, F: {title: Map}}}}
depositions: {Chin: {title: Chin}}
discovery: [{request: RFP, by: Plaintiffs, requests: {1-9: {}}}]
`;

function check(text: string, ...lines: readonly string[]): void {
  expect(answersOf(MANIFEST, text)).toEqual(lines);
}

describe('Id.', () => {
  test('stands for the citation before it, through other Ids', () => {
    check(
      'See Dkt. 12 at 3. Words. Id. at 4. More words. Id.',
      'Dkt. 12 at 3 -> /docket/12',
      'Id. at 4 -> [0] /docket/12',
      'Id. -> [0] /docket/12',
    );
  });

  test('passes over citing and quoting parentheticals and prose', () => {
    check(
      'Dkt. 12 at 3 (citing Ex. A at 4). Id. at 5.',
      'Dkt. 12 at 3 -> /docket/12',
      'Ex. A at 4 -> /exhibits/A',
      'Id. at 5 -> [0] /docket/12',
    );
    check(
      'Dkt. 12 at 3. RFP 4 seeks logs. Id. at 5.',
      'Dkt. 12 at 3 -> /docket/12',
      'RFP 4 -> /discovery/0/requests/1-9',
      'Id. at 5 -> [0] /docket/12',
    );
    check(
      'Dkt. 12 at 3. Under Rule 26(b) it is due. Id.',
      'Dkt. 12 at 3 -> /docket/12',
      'Rule 26(b) -> outside-record',
      'Id. -> [0] /docket/12',
    );
    check('In Dkt. 14 the Court held so. Id. at 5.', 'Dkt. 14 -> /docket/14', 'Id. at 5 -> [0] /docket/14');
  });

  test('goes to case law, and is then outside this record', () => {
    check(
      'Dkt. 12. See Doe v. Roe, 2020 WL 1234, at *2. Id. at *3.',
      'Dkt. 12 -> /docket/12',
      '2020 WL 1234, at *2 -> outside-record',
      'Id. at *3 -> [1] outside-record',
    );
  });

  test('is in doubt after a string, unless one member alone can take the pin or all are one paper', () => {
    check(
      'See Dkt. 12 at 3; Ex. A at 4. Id. at 5.',
      'Dkt. 12 at 3 -> /docket/12',
      'Ex. A at 4 -> /exhibits/A',
      'Id. at 5 -> [0 1] in doubt: ambiguous /docket/12 | /exhibits/A',
    );
    check(
      'See Vo Decl. ¶ 3; Ex. A at 4. Id. ¶ 5.',
      'Vo Decl. ¶ 3 -> /declarations/Vo',
      'Ex. A at 4 -> /exhibits/A',
      'Id. ¶ 5 -> [0] /declarations/Vo',
    );
    check(
      'See Chin Dep. 5:6-9; see also Ex. A at 4. Id. at 7:1-3.',
      'Chin Dep. 5:6-9 -> /depositions/Chin',
      'Ex. A at 4 -> /exhibits/A',
      'Id. at 7:1-3 -> [0] /depositions/Chin',
    );
    check(
      'See Dkt. 12 at 3; Dkt. 12 at 9. Id. at 5.',
      'Dkt. 12 at 3 -> /docket/12',
      'Dkt. 12 at 9 -> /docket/12',
      'Id. at 5 -> [1] /docket/12',
    );
  });

  test('after a string is the one whose exhibit is written again, or the last where it alone was cited so', () => {
    check(
      'See Dkt. 12 at 3; Vo Decl. Ex. D at 2; Dkt. 14 at 4. Id. Ex. D at 5.',
      'Dkt. 12 at 3 -> /docket/12',
      'Vo Decl. Ex. D at 2 -> /declarations/Vo/exhibits/D',
      'Dkt. 14 at 4 -> /docket/14',
      'Id. Ex. D at 5 -> [1] /declarations/Vo/exhibits/D',
    );
    check(
      'See Dkt. 12 at 3; Dkt. 14 ¶ 80. Id. ¶ 81.',
      'Dkt. 12 at 3 -> /docket/12',
      'Dkt. 14 ¶ 80 -> /docket/14',
      'Id. ¶ 81 -> [1] /docket/14',
    );
  });

  test('after several targets is the one that can take the pin', () => {
    check(
      'Vo Decl. ¶ 4, Ex. D at 3. Id. at 5.',
      'Vo Decl. ¶ 4, Ex. D at 3 -> /declarations/Vo, /declarations/Vo/exhibits/D',
      'Id. at 5 -> [0] /declarations/Vo/exhibits/D',
    );
    check(
      'Vo Decl. ¶ 4, Ex. D at 3. Id. ¶ 5.',
      'Vo Decl. ¶ 4, Ex. D at 3 -> /declarations/Vo, /declarations/Vo/exhibits/D',
      'Id. ¶ 5 -> [0] /declarations/Vo',
    );
    check(
      'Vo Decl. ¶ 4, Ex. D at 3. Id.',
      'Vo Decl. ¶ 4, Ex. D at 3 -> /declarations/Vo, /declarations/Vo/exhibits/D',
      'Id. -> [0] /declarations/Vo, /declarations/Vo/exhibits/D',
    );
  });

  test('keeps the container of an exhibit', () => {
    check(
      'Vo Decl. Ex. D at 3. Id. Ex. F at 2.',
      'Vo Decl. Ex. D at 3 -> /declarations/Vo/exhibits/D',
      'Id. Ex. F at 2 -> [0] /declarations/Vo/exhibits/F',
    );
  });

  test('looks inside its own bracket first', () => {
    check(
      'Dkt. 12 at 3 (quoting Ex. A at 1 and id. at 2).',
      'Dkt. 12 at 3 -> /docket/12',
      'Ex. A at 1 -> /exhibits/A',
      'id. at 2 -> [1] /exhibits/A',
    );
  });
});

describe('where a chain begins', () => {
  test("with a party's section, not with a heading inside it", () => {
    check(
      "I. PLAINTIFFS' STATEMENT\n\nSee Dkt. 12.\n\nA. Logs\n\nId. at 3.\n\nII. HARBOR'S STATEMENT\n\nId. at 4.",
      'Dkt. 12 -> /docket/12',
      'Id. at 3 -> [0] /docket/12',
      'Id. at 4 -> no-antecedent',
    );
  });

  test('with a footnote; the text never takes an antecedent from it', () => {
    check(
      'See Dkt. 12.[^1] Words. Id. at 3.\n\n[^1]: See Ex. A. Id. at 2.\n',
      'Dkt. 12 -> /docket/12',
      'Id. at 3 -> [0] /docket/12',
      'Ex. A -> /exhibits/A',
      'Id. at 2 -> [2] /exhibits/A',
    );
    check(
      'One.[^1] Two.[^2]\n\n[^1]: See Ex. A at 1.\n\n[^2]: Id. at 2.\n',
      'Ex. A at 1 -> /exhibits/A',
      'Id. at 2 -> [0] /exhibits/A',
    );
    check(
      'One.[^1] Two.[^2]\n\n[^1]: See Ex. A at 1. See Dkt. 12.\n\n[^2]: Id. at 2.\n',
      'Ex. A at 1 -> /exhibits/A',
      'Dkt. 12 -> /docket/12',
      'Id. at 2 -> [0 1] in doubt: ambiguous /exhibits/A | /docket/12',
    );
    check(
      'See Dkt. 12. Words.² Id. at 3.\n\n² Unlike others. Ex. B.\n\nId. at 4.',
      'Dkt. 12 -> /docket/12',
      'Id. at 3 -> [0] /docket/12',
      'Ex. B -> /exhibits/B',
      'Id. at 4 -> [0] /docket/12',
    );
  });
});
