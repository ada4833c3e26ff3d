import { describe, expect, test } from 'vitest';
import { recordOf, soundRecordOf, withheld } from './fixture.ts';

/** What is withheld of one docket entry 12 with these fields. */
function isWithheld(fields: string): boolean {
  return recordOf(`docket: {12: {${fields}}}`).docket.entries.get('12')?.isProtected ?? false;
}

describe('one paper', () => {
  test.each([
    ['title: Order', false],
    ['sealed: true', true],
    ['sealed: false', false],
    ['sealing: pending', true],
    ['sealing: granted', true],
    ['sealing: granted-in-part', true],
    ['sealing: denied', false],
    ['sealing: unsealed', false],
    ['designation: Confidential', true],
    ['designation: HC-AEO', true],
    ['designation: none', false],
    ['designation: De-designated', false],
    ['designation: Confidential, sealing: denied', false],
    ['designation: Confidential, sealing: unsealed', false],
    ['designation: Confidential, sealed: false', true],
    ['sealed: true, sealing: unsealed', false],
    ['designation: none, sealing: granted', true],
    ['sealing: {order: 12, on: 2024-05-06}', true],
    ['sealing: {portions: 4-5}', true],
    ['sealing: {state: denied, order: 12}', false],
    ['sealing: {}', true],
    // A word that nobody knows was meant to say something.
    ['sealing: grantd', true],
  ])('%s: withheld %s', (fields, expected) => {
    expect(isWithheld(fields)).toBe(expected);
  });

  test('the words of it are kept', () => {
    const { docket } = soundRecordOf(`
docket:
  12: {designation: HC-AEO, designatedBy: Acme, sealing: {order: 14, portions: 4-5}}
  14: Order.pdf
`);
    expect(docket.entries.get('12')).toMatchObject({
      designation: 'HC-AEO',
      designatedBy: 'Acme',
      sealing: 'granted-in-part',
      sealingOrder: { text: 'Dkt. No. 14', source: { name: 'Dkt. No. 14' } },
    });
  });
});

describe('what is inside a protected paper', () => {
  test('is protected with it, at any depth, unless it says otherwise itself', () => {
    const record = soundRecordOf(`
docket:
  12:
    sealed: true
    attachments:
      1: a.pdf
      2: {sealing: unsealed}
      3: {sealed: false}
      4: {exhibits: {A: a.pdf}}
    exhibits: {B: b.pdf}
declarations:
  Roe: {designation: Confidential, exhibits: {C: c.pdf, D: {designation: none}, E: {sealed: false}}}
depositions:
  Poe: {sealing: pending, sessions: [{date: 2020-01-02}, {date: 2020-01-03, sealing: denied}], exhibits: {8: e.pdf}}
appendices: {J.A.: {sealed: true, volumes: {1: {}, 2: {sealing: unsealed}}}}
discovery: [{request: RFP, sealed: true, requests: {1: Words.}}]
`);
    expect(withheld(record)).toEqual([
      'Dkt. No. 12',
      'Dkt. No. 12-1',
      'Dkt. No. 12-4',
      'Dkt. No. 12-4, Ex. A',
      'Dkt. No. 12, Ex. B',
      'Roe Decl.',
      'Roe Decl. Ex. C',
      'Roe Decl. Ex. E',
      'Poe Dep. (January 2, 2020)',
      'Poe Dep. Ex. 8',
      'J.A. vol. 1',
      'RFP 1',
    ]);
  });

  test('an attachment is inside its entry wherever it is listed', () => {
    const record = soundRecordOf(`
docket: {"12-3": a.pdf, 12: {sealed: true}, 12-4: {sealing: unsealed}, 13: {versions: {sealed: 12-9}}}
exhibits: {B: {docket: 12-5}}
`);
    expect(withheld(record)).toEqual(['Dkt. No. 12-3', 'Dkt. No. 12', 'Ex. B']);
  });

  test('an excerpt is as protected as the whole', () => {
    const record = soundRecordOf(`
depositions: {Roe: {designation: Confidential}}
exhibits: {B: {deposition: Roe, includes: 1-4}, C: {deposition: Roe, includes: 7, sealing: unsealed}}
`);
    expect(withheld(record)).toEqual(['Roe Dep.', 'Ex. B']);
  });

  test('words of a request that stand in a sealed paper are as sealed in the manifest', () => {
    const record = soundRecordOf(`
docket: {20: {sealed: true}}
discovery: [{request: RFP, requests: {1: {text: Words., source: 20}, 2: {text: Words.}}}]
`);
    expect(withheld(record)).toEqual(['Dkt. No. 20', 'RFP 1']);
  });
});

describe('several entries of one paper: the more protected wins', () => {
  test.each([
    ['12: {}', 'B: {docket: 12, designation: Confidential}', true],
    ['12: {}', 'B: {docket: 12, sealed: true}', true],
    ['12: {sealed: true}', 'B: {docket: 12}', true],
    ['12: {sealed: true}', 'B: {docket: 12, sealing: unsealed}', true],
    ['12: {sealing: unsealed}', 'B: {docket: 12, sealed: true}', true],
    // A designation ends with the unsealing.
    ['12: {sealing: unsealed}', 'B: {docket: 12, designation: Confidential}', false],
    ['12: {}', 'B: {docket: 12}', false],
  ])('docket %s, exhibit %s: %s', (docket, exhibit, expected) => {
    const { series, docket: entries } = recordOf(`docket: {${docket}}\nexhibits: {${exhibit}}`);
    expect(series[0]?.exhibits.get('B')).toBe(entries.entries.get('12'));
    expect(entries.entries.get('12')?.isProtected).toBe(expected);
  });

  test('a reference from a protected container protects, unless the paper says that it is free', () => {
    const record = recordOf(`
docket: {12: {}, 14: {sealing: unsealed}}
declarations: {Roe: {sealed: true, exhibits: {A: {docket: 12}, B: {docket: 14}}}}
`);
    expect(withheld(record)).toEqual(['Dkt. No. 12', 'Roe Decl.']);
  });

  test('a copy with a file of its own is protected as the paper that it says it is', () => {
    const record = soundRecordOf(
      'docket: {12: {sealed: true, file: a.pdf}}\nexhibits: {B: {docket: 12, file: copy.pdf}}',
    );
    expect(withheld(record)).toEqual(['Dkt. No. 12', 'Ex. B']);
  });

  test.each([
    ['the same words', 'a.pdf', '', true],
    ['another spelling', './x/../A.pdf', '', true],
    ["the folder's own name", 'x\\y\\..\\../a.pdf', '', true],
    ['a file of that name in the folder above', '../a.pdf', '', false],
    ['another file', 'b.pdf', '', false],
    ['free by its own words', 'a.pdf', 'sealing: unsealed', false],
    ['not designated, which says nothing of the seal', 'a.pdf', 'designation: none', true],
  ])('an exhibit that has the file of a sealed paper: %s', (_, file, fields, expected) => {
    const { series } = soundRecordOf(
      `docket: {12: {sealed: true, file: a.pdf}}\nexhibits: {B: {file: ${file}, ${fields}}}`,
    );
    expect(series[0]?.exhibits.get('B')?.isProtected).toBe(expected);
  });

  test('papers of two docket numbers in one file are two papers; an exhibit that has the whole file may be any of them', () => {
    const record = soundRecordOf(`
docket: {18: {file: a.pdf}, 19: {file: a.pdf, sealed: true}, 20: {file: a.pdf}}
exhibits: {B: {file: a.pdf}}
`);
    expect(withheld(record)).toEqual(['Dkt. No. 19', 'Ex. B']);
  });

  test('terms under seal', () => {
    expect(soundRecordOf('sealedTerms: [Project Falcon, 1234]').sealedTerms).toEqual(['Project Falcon', '1234']);
  });
});
