import { expect, test } from 'vitest';
import { linesOf } from './notation.ts';

// What the fuzzing found, each with the context that misled the parser.

function check(text: string, ...lines: readonly string[]): void {
  expect(linesOf(text)).toEqual(lines);
}

test('a footnote mark at the end of a paragraph, and a paper that owns no exhibit', () => {
  check('R. Doc. 57-5, at 88:1–12.3 \n\nNext', 'docketEntry "R. Doc. 57-5, at 88:1–12" docket=57-5 l88:1..88:12');
  check(
    'See MSJ Ex. 32 at 3 to Dkt. No. 4-5.',
    'exhibit "Ex. 32 at 3" exhibit=32 p3',
    'docketEntry "Dkt. No. 4-5" docket=4-5',
  );
  check('Quillfeather\n\nPaper 19, 2', 'docketEntry "Paper 19, 2" docket=19 p2');
  check('Quillfeather\nPaper 19, 2');
  check(
    'At BELL-00231:Meyer Dep. 12-13',
    'bates "BELL-00231" prose bates=BELL-00231',
    'deposition "Meyer Dep. 12-13" deponent=Meyer p12..13',
  );
  check(
    'Case 3:24-cv-00917-RMK Document 77 Filed 03/14/25 Page 2 of 9PL000044-102ivMurthy Decl. ¶ 3',
    'bates "PL000044" prose bates=PL000044',
  );
  check('ECF Nos. 1 ¶¶ 1 and 12 ofrog', 'docketEntry "ECF Nos. 1 ¶¶ 1 and 12" docket=1 ¶1 ¶12');
  check(
    'Dkt. Nos. 94-1, Ex2 and 94-13',
    'docketEntry "Dkt. Nos. 94-1, Ex2 and 94-13" docket=94-1 exhibit=2 | docket=94-13',
  );
  check(
    'ECF Nos. 160 at 2; 164 at 9 and 3 others',
    'docketEntry "ECF Nos. 160 at 2; 164 at 9" docket=160 p2 | docket=164 p9',
  );
  check('DE 48-1. 40-41\n\nNext', 'docketEntry "DE 48-1. 40-41" docket=48-1 | docket=40-41');
  check('IV. CONCL\n\n02291-PMR');
  check('IV. CONCL\n02291', 'bates "CONCL 02291" bates=CONCL02291');
  check('See supra note 3 and R.\n\nECF No. 12', 'docketEntry "ECF No. 12" docket=12');
  check('See Rule 56.1\n\n¶ 4 of the rest', 'rule "Rule 56.1" authority=Rule 56.1');
  check('(Pl.’s MSJ at 3, ECF573)', 'filing "Pl.’s MSJ at 3, ECF573" filing=MSJ owner=Pl. docket=573 p3');
  check(
    '(Doe v. Roe, No. 20-cv-1, (ECF No. 85))',
    'docketEntry "Doe v. Roe, No. 20-cv-1, (ECF No. 85" docket=85 case=20-cv-1',
  );
});

test('a number that is glued to a name', () => {
  check('xROA.1234-3699Vo Reply Decl. ¶¶ 3-5', 'declaration "Vo Reply Decl. ¶¶ 3-5" declarant=Vo which=Reply ¶3..5');
});

test('a number that is glued to a name or stands as its owner', () => {
  check('xPL000044-102*Ex. 4, Dkt. 23-4', 'exhibit "Ex. 4, Dkt. 23-4" exhibit=4 docket=23-4');
  check('xPL000044-102éChin Dep. (Nov. 12, 2024)');
});

test('a definition that no docket number follows is no part of the citation', () => {
  check(
    'Vo Decl., Ex. D at 3 (“Smith Decl.”), Ex. 9.',
    'declaration "Vo Decl., Ex. D at 3" declarant=Vo exhibit=D p3',
    'exhibit "Ex. 9" exhibit=9',
  );
  check(
    'Vo Decl. Ex. D (the “Index”), ECF No. 18-7.',
    'declaration "Vo Decl. Ex. D (the “Index”), ECF No. 18-7" declarant=Vo exhibit=D docket=18-7',
  );
  // A dash that no line follows is punctuation.
  check('R. Doc. 57-5, at 88:1– Next.', 'docketEntry "R. Doc. 57-5, at 88:1" docket=57-5 l88:1');
  // A comma and an empty line do not join a number to the name of the next paragraph.
  check(
    'Dkt. No. 31,\n\nChin Dep. Vol. II at 12:3',
    'docketEntry "Dkt. No. 31" docket=31',
    'deposition "Chin Dep. Vol. II at 12:3" deponent=Chin volume=2 l12:3',
  );
});
