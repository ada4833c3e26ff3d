import { describe, expect, test } from 'vitest';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { FORMS } from '../../server/src/syntax/forms/forms.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { linesOf } from './notation.ts';

const FORM_NAMES: Readonly<Record<string, string>> = {
  bracketedNumber: 'docketEntry',
  houseStyle: 'exhibit',
  localStatement: 'filing',
  paperAtPage: 'filing',
  paperInBrackets: 'filing',
  placeholder: 'docketEntry',
  recommendation: 'filing',
  recordNumber: 'docketEntry',
  ruleReport: 'filing',
};
/** Forms whose examples are of several kinds: any will do. */
const MIXED = new Set(['inverted']);

const FORMS_WITH_EXAMPLES = FORMS.filter((form) => form.examples.length > 0);

describe.each(FORMS_WITH_EXAMPLES.map((form) => [form.name, form] as const))('%s', (name, form) => {
  test.each(form.examples)('%s', (example) => {
    const { citations } = parseDraft(example, NO_STYLES);
    const found = citations.map(({ form: kind, start, end }) => [MIXED.has(name) ? name : kind, start, end]);
    expect(found).toEqual([[FORM_NAMES[name] ?? name, 0, example.length]]);
  });

  test.each(form.examples)('in a sentence, wrapped and with no-break spaces: %s', (example) => {
    const gaps = [...example.matchAll(/(?<=\S) (?=\S)/g)].map(({ index }) => index);
    const wrapped = gaps.map((gap) => `${example.slice(0, gap)}\n${example.slice(gap + 1)}`);
    for (const written of [
      ...wrapped,
      example.replaceAll(' ', '\u00A0'),
      example.replaceAll(/(?<=\S) (?=\S)/g, '  '),
    ]) {
      const text = `As the record in this matter shows again and again (see ${written}), nothing more is needed.`;
      const { citations } = parseDraft(text, NO_STYLES);
      const spans = citations.map((citation) => text.slice(citation.start, citation.end));
      expect(spans, JSON.stringify(written)).toEqual([written]);
    }
  });
});

function check(text: string, ...lines: readonly string[]): void {
  expect(linesOf(text)).toEqual(lines);
}

describe('dockets', () => {
  test('a hyphen is an attachment behind a singular head and a range behind a plural one', () => {
    check('See Dkt. 294-1.', 'docketEntry "Dkt. 294-1" docket=294-1');
    check('See Dkts. 374-75.', 'docketEntry "Dkts. 374-75" docket=374 last=375 (or 374-75)');
    check('See Dkts. 23-4.', 'docketEntry "Dkts. 23-4" docket=23 last=24 (or 23-4)');
    check('See Dkt. Nos. 94-12 and 94-13.', 'docketEntry "Dkt. Nos. 94-12 and 94-13" docket=94-12 | docket=94-13');
    check('See ECF Nos. 64-3 and 71-2.', 'docketEntry "ECF Nos. 64-3 and 71-2" docket=64-3 | docket=71-2');
    check('See ECF Nos. 350-1, -2.', 'docketEntry "ECF Nos. 350-1, -2" docket=350-1 | docket=350-2');
  });

  test('nothing crosses an empty line, and a sentence ends where a pin does', () => {
    check('Dkts. 374-75, n. 1. 2-3 of them', 'docketEntry "Dkts. 374-75, n. 1" docket=374 last=375 (or 374-75) n1');
    check('See Dkt. No. 13 § 4(b)\n\n in No. 5:24-cv-02291-PMR', 'docketEntry "Dkt. No. 13 § 4(b)" docket=13 §4(b)');
    check('Item 1\n\nApp. at 12', 'appendix "App. at 12" appendix=App. p12');
  });

  test('a paper with its number in brackets and the pin behind them', () => {
    check(
      'He asked. See Order on Discovery (Dkt. 33) at 4.',
      'filing "Order on Discovery (Dkt. 33) at 4" filing=Order on Discovery docket=33 isDescribed=true p4',
    );
    check(
      'It granted the Motion to Compel (ECF No. 7) at 3.',
      'filing "Motion to Compel (ECF No. 7) at 3" filing=Motion to Compel docket=7 isDescribed=true p3',
    );
    check('as the order (Dkt. 4) at 3 says', 'docketEntry "(Dkt. 4) at 3" docket=4 p3');
    check(
      'It is set (Dkt. 4) at 10 a.m. and (Dkt. 5) for May.',
      'docketEntry "Dkt. 4" docket=4',
      'docketEntry "Dkt. 5" docket=5',
    );
  });

  test('what is no citation: an address in Delaware, a policy, a heading, a stamp', () => {
    check('Wilmington, DE 19801-3555');
    check('under Policy No. 77-20415, Filing No. 14-1 at 5', 'docketEntry "Filing No. 14-1 at 5" docket=14-1 p5');
    check('A. 2019 was a hard year for the harbor');
    check('The exhibits (“Ex. __”) are attached.');
    check('Case 2:24-cv-06117-RGK-PVC     Document 52     Filed 08/08/25     Page 6 of 19   Page ID #:871');
    check(
      'FILED: NEW YORK COUNTY CLERK 05/14/2024 04:47 PM                INDEX NO. 654321/2022\nNYSCEF DOC. NO. 90                                        RECEIVED NYSCEF: 05/14/2024',
    );
  });

  test('a range that is written out', () => {
    check('ECF Nos. 100-1 through 100-5.', 'docketEntry "ECF Nos. 100-1 through 100-5" docket=100-1 last=100-5');
    check('Exhibit 12 to the Lee Deposition.', 'deposition "Exhibit 12 to the Lee Deposition" deponent=Lee exhibit=12');
    check('Exhibit 7 at Bates GOOG-0001234.', 'exhibit "Exhibit 7 at Bates GOOG-0001234" exhibit=7 pGOOG-0001234');
    check(
      'Tr. of May 3, 2024 Hearing at 12.',
      'transcript "Tr. of May 3, 2024 Hearing at 12" transcript=Tr. of Hearing date=2024-05-03 p12',
    );
  });

  test('one pin is shared by a list, and each number keeps its own', () => {
    check(
      'Docket Nos. 4-5 and 4-6 at ¶¶ 5.2, 5.3.',
      'docketEntry "Docket Nos. 4-5 and 4-6 at ¶¶ 5.2, 5.3" docket=4-5 ¶5.2+ ¶5.3+ | docket=4-6 ¶5.2+ ¶5.3+',
    );
    check('ECF Nos. 160 at 2; 164 at 9.', 'docketEntry "ECF Nos. 160 at 2; 164 at 9" docket=160 p2 | docket=164 p9');
    check('Dkt. Nos. 12 at 3, 14 at 5.', 'docketEntry "Dkt. Nos. 12 at 3, 14 at 5" docket=12 p3 | docket=14 p5');
  });

  test('every dash is a dash', () => {
    for (const dash of '-\u2010\u2011\u2013\u2212')
      check(`Dkt. 294${dash}1 at 8${dash}9`, `docketEntry "Dkt. 294${dash}1 at 8${dash}9" docket=294-1 p8..9`);
  });

  test('an exhibit inside the item', () => {
    check('(*See* ECF 352, Ex. A.)', 'docketEntry "ECF 352, Ex. A" docket=352 exhibit=A');
    check('Doc. 22-1 at Ex. A.1', 'docketEntry "Doc. 22-1 at Ex. A.1" docket=22-1 exhibit=A.1');
  });

  test('another case is part of the span', () => {
    check(
      'Kadrey, 23-cv-3417-VC (TSH), Dkt. 139 at 3.',
      'docketEntry "Kadrey, 23-cv-3417-VC (TSH), Dkt. 139 at 3" docket=139 case=23-cv-3417-VC p3',
    );
  });

  test('the version stands between number and pin', () => {
    check(
      'Dkt. 41-2 (redacted version) ¶ 3',
      'docketEntry "Dkt. 41-2 (redacted version) ¶ 3" docket=41-2 version=redacted ¶3',
    );
    check('Dkt. 41-2 (sealed)', 'docketEntry "Dkt. 41-2" docket=41-2 version=sealed');
  });
});

describe('pins', () => {
  test.each([
    ['at 7', 'p7'],
    [', at 7', 'p7'],
    ['at 144-46', 'p144..146'],
    ['at 16684-85', 'p16684..16685'],
    ['at 4, 7-9, and 12', 'p4 p7..9 p12'],
    ['at 15 n.9', 'p15 n9'],
    ['at 8 nn. 5, 7', 'p8 n5 n7'],
    ['at 4 & n.2', 'p4 n2'],
    ['¶¶ 645-47', '¶645..647'],
    ['at ¶ 2(a)', '¶2(a)'],
    ['at 16, ¶¶ 84, 87', 'p16 ¶84 ¶87'],
    ['PageID.16684-85', 'PageID16684..16685'],
    ['at 339:1-2', 'l339:1..339:2'],
    ['at 144:3-146:12', 'l144:3..146:12'],
    ['at Vol. II at 12:3', 'volII:l12:3'],
    ['at iv', 'piv'],
    ['at *3', '*3'],
    ['¶ 12 et seq.', '¶12++'],
    ['passim', 'ppassim'],
    ['§ 7.1', '§7.1'],
    ['pp. 7-8', 'p7..8'],
    ['at GNY000234', 'pGNY000234'],
    ['at 42-26', 'p42..26'],
  ])('%s', (pin, expected) => {
    expect(linesOf(`See Dkt. 12 ${pin}.`.replace(/\.\.$/, '.')).join()).toContain(`docket=12 ${expected}`);
  });

  test.each([
    'See Dkt. 12 at the hearing.',
    'See Dkt. 12 at 9:42 AM.',
    'See Dkt. 12 at 10:25 a.m.',
    'See Dkt. 12 at 15% of cost.',
    'See Dkt. 12, 2017 docket.',
  ])('no pin: %s', (text) => {
    check(text, 'docketEntry "Dkt. 12" docket=12');
  });

  test('a number behind a comma that counts something is no pin', () => {
    check('See Dkt. 12 at 7, 12 documents were lost.', 'docketEntry "Dkt. 12 at 7" docket=12 p7');
    check('Id. at 1,\n3 ECF No. 4', 'id "Id. at 1" p1', 'docketEntry "ECF No. 4" docket=4');
  });
});

describe('exhibits, requests, declarations', () => {
  test('owners are part of the citation', () => {
    check('See Meta’s Ex. C at 3.', 'exhibit "Meta’s Ex. C at 3" owner=Meta exhibit=C p3');
    check('See Defs.’ Ex. F at 1, 4.', 'exhibit "Defs.’ Ex. F at 1, 4" owner=Defs. exhibit=F p1 p4');
    check('In Ex. 6 the witness', 'exhibit "Ex. 6" exhibit=6');
    check(
      'Plaintiffs cite RFPs 6-12 and 81.',
      'discoveryRequest "RFPs 6-12 and 81" prose request=RFP first=6 last=12 | request=RFP first=81',
    );
    check(
      'Plaintiffs’ RFPs 118 and 119 also cover',
      'discoveryRequest "Plaintiffs’ RFPs 118 and 119" prose request=RFP first=118 owner=Plaintiffs | request=RFP first=119 owner=Plaintiffs',
    );
  });

  test('a declaration, its paragraph and its exhibits are one citation', () => {
    check(
      'Vo Decl. ¶ 4, Ex. D at 3',
      'declaration "Vo Decl. ¶ 4, Ex. D at 3" declarant=Vo ¶4 | declarant=Vo exhibit=D p3',
    );
    check(
      'Vo Decl. ¶¶ 4-6, Exs. D-F',
      'declaration "Vo Decl. ¶¶ 4-6, Exs. D-F" declarant=Vo ¶4..6 | declarant=Vo exhibit=D last=F',
    );
    check('See the second Vo Decl. ¶ 3', 'declaration "second Vo Decl. ¶ 3" declarant=Vo which=2d ¶3');
    check(
      'Exhibit A to the Vo Declaration at 3',
      'declaration "Exhibit A to the Vo Declaration at 3" declarant=Vo exhibit=A p3',
    );
  });

  test('a paper named in prose leaves the citation to its docket number', () => {
    check(
      'In their Joint Status Report, Doc. No. 70 at 2, they agreed.',
      'docketEntry "Doc. No. 70 at 2" docket=70 p2',
    );
    check("In Plaintiffs' Mot., Dkt. 12 at 3, they argue.", 'docketEntry "Dkt. 12 at 3" docket=12 p3');
    check(
      'They argue so. Pls.’ Mot., Dkt. 12 at 3. Next.',
      'filing "Pls.’ Mot., Dkt. 12 at 3" filing=Mot. owner=Pls. docket=12 p3',
    );
  });

  test('a list ends where a number counts something', () => {
    check('RFPs 6-12 and 3 other requests', 'discoveryRequest "RFPs 6-12" prose request=RFP first=6 last=12');
    check(
      'RFP 81, 2024 WL 12',
      'discoveryRequest "RFP 81" prose request=RFP first=81',
      'caseLaw "2024 WL 12" authority=2024 WL 12',
    );
  });
});

describe('open citations', () => {
  test.each([
    ['See Ex. __ at __.', 'exhibit "Ex. __ at __" open exhibit=__ p__'],
    ['See Dkt. No. __.', 'docketEntry "Dkt. No. __" open docket=__'],
    ['See Dkt. No. 315 at __.', 'docketEntry "Dkt. No. 315 at __" open docket=315 p__'],
    ['See [CITE].', 'docketEntry "[CITE]" open'],
    ['See [●].', 'docketEntry "[●]" open'],
    ['See RFP __.', 'discoveryRequest "RFP __" open request=RFP first=__'],
  ])('%s', (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  test('a redaction in running text is none', () => {
    check('It would take ______ of the data tables, stored on ____.');
  });
});

describe('false friends', () => {
  test.each([
    'Case 3:23-cv-03417-VC Document 315 Filed 12/06/24 Page 7 of 12',
    'Document #: 34',
    'General Disputes Nos. 1 and 2',
    'Terms 1 to 27',
    'those Requests',
    'PCA 11/399,733',
    'US D 904,256 S',
    'at 9:42 AM',
    'Llamas 1-3',
    '1333 2nd Street, Suite 400 Santa Monica, CA 90401',
    'Maxwell V. Pritt (SBN 253155)',
    'Case No. 23-cv-03417-VC (TSH)',
    '“Defs.’ Ex. ”',
    'an RFP for request for proposal',
    'EXHIBIT TO THE MOTION',
    'the document 45 pages long',
    'Request 7 days',
  ])('%s', (text) => {
    expect(linesOf(text)).toEqual([]);
    expect(linesOf(`It was ${text} that counted.`)).toEqual([]);
  });
});

test("a draft's own name of a paper is its whole name, whether or not its number stands beside the definition", () => {
  check(
    'They moved [D.I. 5] (the “Sale Motion”). Sale Motion ¶ 9.',
    'docketEntry "D.I. 5" docket=5',
    'filing "Sale Motion ¶ 9" name=Sale Motion ¶9',
  );
  check('They moved (the “Sale Motion”). Sale Motion ¶ 9.', 'filing "Sale Motion ¶ 9" filing=Sale Motion ¶9');
  check('the “Opening Brief” is long. Opening Brief at 9.', 'filing "Opening Brief at 9" filing=Opening Brief p9');
  check('a page labelled "Exhibit 12 (Draft)" that he had');
  check('ECF No. __, Ex. 9 at 2', 'docketEntry "ECF No. __, Ex. 9 at 2" open docket=__ exhibit=9 p2');
});
