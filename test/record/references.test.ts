import { describe, expect, test } from 'vitest';
import { readDocketReference } from '../../server/src/record/reference.ts';
import { answer, checkProblems, recordOf, soundRecordOf } from './fixture.ts';

describe('an entry without an identity of its own', () => {
  test('is the paper that it leads to, under every name', () => {
    const { docket, series, declarations, sources } = soundRecordOf(`
docket: {39: {attachments: {10: {file: a.pdf}}}}
exhibits: {B: {docket: 39-10, title: Email}}
declarations: {Roe: {exhibits: {D: {docket: 39, attachment: 10}}}}
`);
    const paper = docket.entries.get('39-10');
    expect(series[0]?.exhibits.get('B')).toBe(paper);
    expect(declarations[0]?.exhibits.get('D')).toBe(paper);
    expect(paper).toMatchObject({ title: 'Email', file: 'a.pdf', name: 'Dkt. No. 39-10' });
    expect(sources.map(({ name }) => name)).toEqual(['Dkt. No. 39', 'Dkt. No. 39-10', 'Roe Decl.']);
  });

  test('adds what the paper does not say, and changes nothing that it says', () => {
    const { docket } = soundRecordOf(`
docket: {12: {title: Order, status: vacated}}
exhibits: {B: {docket: 12, title: Chart, by: Acme, date: 2020-01-02, status: moot, url: "https://example.org"}}
`);
    expect(docket.entries.get('12')).toMatchObject({
      title: 'Order',
      by: 'Acme',
      date: '2020-01-02',
      status: 'vacated',
      url: 'https://example.org',
    });
  });

  test('an excerpt, and a copy with its own file, are papers of their own', () => {
    const { series, docket } = soundRecordOf(
      'docket: {12: a.pdf}\nexhibits: {B: {docket: 12, includes: [3-4]}, C: {docket: 12, file: c.pdf}}',
    );
    expect(answer(series[0]?.exhibits.get('B'))).toBe('Ex. B @ /exhibits/B');
    expect(series[0]?.exhibits.get('B')?.excerptOf).toBe(docket.entries.get('12'));
    expect(answer(series[0]?.exhibits.get('C'))).toBe('Ex. C @ /exhibits/C');
  });

  test('two entries for a number that is not listed are one paper', () => {
    const { series, filings, docket, sources } = soundRecordOf(
      'filings: {Mot.: {docket: 7}}\nexhibits: {B: {docket: 7}}',
    );
    expect(filings.get('mot')).toBe(docket.entries.get('7'));
    expect(series[0]?.exhibits.get('B')).toBe(filings.get('mot'));
    expect(sources).toHaveLength(1);
  });

  test('leads to a version, and into another docket', () => {
    const { series, docket, cases } = soundRecordOf(`
docket: {12: {versions: {refiled: 20}}}
cases: {Farrow: {docket: {12: Order.pdf, 13: {docket: 12}}}}
exhibits: {B: {docket: 20}, C: {docket: Farrow Dkt. 12}}
`);
    expect(series[0]?.exhibits.get('B')).toBe(docket.entries.get('12'));
    expect(series[0]?.exhibits.get('C')).toBe(cases[0]?.docket.entries.get('12'));
    expect(cases[0]?.docket.entries.get('13')).toBe(cases[0]?.docket.entries.get('12'));
  });

  test('leads to an exhibit inside an entry, and never to the entry instead', () => {
    const { series, docket } = soundRecordOf(`
docket: {40: {exhibits: {A: a.pdf}}}
exhibits: {B: {docket: "Dkt. No. 40, Ex. A"}}
`);
    expect(series[0]?.exhibits.get('B')).toBe(docket.exhibits.get('40')?.get('A'));
    checkProblems(`docket: {40: {exhibits: {A: a.pdf}}}
exhibits:
  B: {docket: "Dkt. No. 40, Ex. C"}
              ^^^^^^^^^^^^^^^^^^^^ Dkt. No. 40, Ex. C is not among what is listed in the manifest.
`);
  });

  test('a chain leads to its end, however long', () => {
    const chain = Array.from({ length: 2000 }, (_, index) => `  ${index + 1}: {docket: ${index + 2}}\n`).join('');
    const { docket, sources } = soundRecordOf(`docket:\n${chain}  2001: a.pdf\n`);
    expect(docket.entries.get('1')).toBe(docket.entries.get('2001'));
    expect(sources).toHaveLength(1);
  });
});

describe('fields that name a paper', () => {
  test.each([
    ['351', 'Dkt. No. 351'],
    ['Dkt. No. 351', 'Dkt. No. 351'],
    ['ECF 40-1', 'Dkt. No. 40-1'],
    ['"Dkt. No. 40, Ex. A"', 'Dkt. No. 40-1'],
    ['{docket: 40, attachment: 1}', 'Dkt. No. 40-1'],
    ['{docket: 40, exhibit: A}', 'Dkt. No. 40-1'],
    ['Ex. B', 'Ex. B'],
    ["Acme's Ex. A", "Acme's Ex. A"],
    ["Defendant's Exhibit A", "Acme's Ex. A"],
    ['PX 12', 'PX 12'],
    ['PX12', 'PX 12'],
    ['Roe Decl.', 'Roe Decl.'],
    ['Second Roe Declaration', '2d Roe Decl.'],
    ['Roe Decl. Ex. D', 'Roe Decl. Ex. D'],
    ['{declaration: Roe, exhibit: D}', 'Roe Decl. Ex. D'],
    ['Poe Dep.', 'Poe Dep.'],
    ['Poe Dep. Ex. 8', 'Poe Dep. Ex. 8'],
    ['Compl.', 'Compl.'],
    ['{filing: Compl.}', 'Compl.'],
    ['Trial Tr.', 'Trial Tr.'],
    ['Farrow Dkt. No. 12', 'Farrow Dkt. No. 12'],
    ['2:19-cv-00077 Dkt. 12', 'Farrow Dkt. No. 12'],
    ['The March Order', 'Dkt. No. 351'],
  ])('%s leads to %s', (words, name) => {
    const record = soundRecordOf(`
matter: {parties: [{Acme: {role: Defendant}}]}
forms: [{head: PX}]
docket:
  1: {supersededBy: ${words}, ruledOn: ${words}}
  40: {exhibits: {A: {docket: 40-1}}, attachments: {1: {}}}
  351: {as: The March Order}
cases: {Farrow: {caseNumber: "19-cv-77", docket: {12: {}}}}
exhibits: {B: b.pdf, Acme: {A: a.pdf}, PX: {12: px.pdf}}
declarations: {Roe: {exhibits: {D: d.pdf}}, 2d Roe: {}}
depositions: {Poe: {exhibits: {8: e.pdf}}}
filings: {Compl.: {file: c.pdf}}
transcripts: {Trial Tr.: t.txt}
`);
    const first = record.docket.entries.get('1');
    expect(first?.supersededBy?.source?.name).toBe(name);
    expect(first?.ruledOn?.source?.name).toBe(name);
    expect(record.sources).toContain(first?.supersededBy?.source);
  });

  test('a superseded paper is not current, even where no status is written', () => {
    const { docket } = soundRecordOf('docket: {1: {supersededBy: 2}, 2: {}, 3: {status: modified, supersededBy: 2}}');
    expect([...docket.entries.values()].map(({ status }) => status)).toEqual(['superseded', 'current', 'modified']);
  });

  test('a paper outside the record may be named by its title', () => {
    const { docket } = soundRecordOf(
      'docket: {1: {supersededBy: {title: Order of the appeals court, on: 2020-01-02}}}',
    );
    expect(docket.entries.get('1')?.supersededBy).toEqual({ text: 'Order of the appeals court' });
  });

  test.each(['Order of 2024', '', '12a', 'Dkt. No.', `${'x'.repeat(5000)} Dkt. 12`])(
    '%j is no docket number',
    (words) => {
      expect(readDocketReference(words)).toBeUndefined();
    },
  );
});

describe('references that lead nowhere', () => {
  test('each has a finding where it is written', () => {
    checkProblems(`docket:
  12: {supersededBy: Dkt. No. 99, status: modified}
                     ^^^^^^^^^^^ Dkt. No. 99 is not in the manifest.
  13: {ruledOn: 98}
                ^^ Dkt. No. 98 is not in the manifest.
  14: {sealing: {state: granted, order: Roe Decl.}}
                                        ^^^^^^^^^ Roe Decl. is not in the manifest.
  15: {attachments: {1: a.pdf}}
discovery:
  - request: RFP
    motionDeadline: {on: 2020-01-02, order: 97}
                                            ^^ Dkt. No. 97 is not in the manifest.
    requests: {1: {source: {docket: 96, page: 4}}}
                           ^^^^^^^^^^^^^^^^^^^^^ Dkt. No. 96 is not in the manifest.
filings:
  Mot.: {docket: 15-2}
                 ^^^^ Dkt. No. 15-2 is not among the attachments of Dkt. No. 15.
  Opp.: {docket: Farrow Dkt. 12}
                 ^^^^^^^^^^^^^^ Farrow Dkt. 12 is not a docket number of this manifest.
`);
  });

  test('a circle is broken where it closes, and each circle is one finding', () => {
    checkProblems(`docket:
  1: {docket: 2}
  2: {docket: 3}
  3: {docket: 1}
              ^ ... leads in a circle ...
  4: {supersededBy: 5}
  5: {supersededBy: 6}
  6: {supersededBy: 5}
                    ^ ... leads in a circle ...
  7: {supersededBy: 7}
                    ^ ... leads in a circle ...
`);
    const { docket } = recordOf('docket: {5: {supersededBy: 6}, 6: {supersededBy: 5}}');
    expect(docket.entries.get('5')?.supersededBy?.source).toBe(docket.entries.get('6'));
    expect(docket.entries.get('6')?.supersededBy).toEqual({ text: 'Dkt. No. 5' });
  });

  test('where several answer, none is guessed', () => {
    const { docket } = recordOf('docket: {1: {supersededBy: 7}, 7: a.pdf, "07": b.pdf}');
    expect(docket.entries.get('1')?.supersededBy).toEqual({ text: 'Dkt. No. 7' });
  });
});
