import { expect, test } from 'vitest';
import { linesOf } from './notation.ts';

test.each([
  ['See Dkt. 176 -1 at 4.', 'docketEntry "Dkt. 176 -1 at 4" docket=176-1 p4'],
  ['See Dkt. 40- 3 at 2.', 'docketEntry "Dkt. 40- 3 at 2" docket=40-3 p2'],
  ['See Tr. 131:1 –132:10.', 'transcript "Tr. 131:1 –132:10" transcript=Tr. l131:1..132:10'],
  ['See D kt. 12 at 3.', 'docketEntry "D kt. 12 at 3" docket=12 p3'],
  ['See EC F No. 15 at 2.', 'docketEntry "EC F No. 15 at 2" docket=15 p2'],
  ['See ECF N o. 16.', 'docketEntry "ECF N o. 16" docket=16'],
  ['See ECF No s. 17, 18.', 'docketEntry "ECF No s. 17, 18" docket=17 | docket=18'],
  ['See Vo D ecl. ¶ 4.', 'declaration "Vo D ecl. ¶ 4" declarant=Vo ¶4'],
  ['Id . at 4.', 'id "Id . at 4" p4'],
  ['See Dkt. 5¶¶23 and 25.', 'docketEntry "Dkt. 5¶¶23 and 25" docket=5 ¶23 ¶25'],
  ['See Dkt. 9 ,r 45.', 'docketEntry "Dkt. 9 ,r 45" docket=9 ¶45'],
  ['See Dkt. 10 ,r,r 73-74.', 'docketEntry "Dkt. 10 ,r,r 73-74" docket=10 ¶73..74'],
  ['See Dkt. 4 ¶¶23\u00AD25.', 'docketEntry "Dkt. 4 ¶¶23\u00AD25" docket=4 ¶23..25'],
  ['(id. at 13);4 then', 'id "id. at 13" p13'],
  ['See Chin Dep. 36:914.', 'deposition "Chin Dep. 36:914" deponent=Chin l36:9..36:14'],
  ['See Dkt.\u200B 9\u200B ¶ 8.', 'docketEntry "Dkt.\u200B 9\u200B ¶ 8" docket=9 ¶8'],
])('%j', (text, line) => {
  expect(linesOf(text)).toEqual([line]);
});

test('line numbers of pleading paper stand between the parts of a citation', () => {
  const page = 'The motion, Dkt.\n8\nNo. 94-\n9\n13 at 4, says so.\n10\nId.\n11\n¶ 13.\n';
  expect(linesOf(page)).toEqual(['docketEntry "Dkt. 8 No. 94- 9 13 at 4" docket=94-13 p4', 'id "Id. 11 ¶ 13" ¶13']);
});

test("a court's stamp stands inside a citation and is none itself", () => {
  const page = 'See Ex. 6, Dkt. 23-\nCase 3:24-cv-00917-RMK Document 315 Filed 12/06/24 Page 7 of 12\n6 at 3.\n';
  expect(linesOf(page)).toEqual([
    'exhibit "Ex. 6, Dkt. 23- Case 3:24-cv-00917-RMK Document 315 Filed 12/06/24 Page 7 of 12 6 at 3" exhibit=6 docket=23-6 p3',
  ]);
});

test('a lone number on a line is a number of the citation', () => {
  expect(linesOf('See Dkt. No.\n8\nand nothing else.')).toEqual(['docketEntry "Dkt. No. 8" docket=8']);
});

test.each([
  'He had a D kt in his hand.',
  'The EC Fund No. 3 is closed.',
  'In Dec. 5 he left.',
  'It was No s good.',
  'We do c 12.',
])('nothing in %j', (text) => {
  expect(linesOf(text)).toEqual([]);
});
