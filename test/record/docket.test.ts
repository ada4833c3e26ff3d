import { describe, expect, test } from 'vitest';
import { papersAt } from '../../server/src/record/caseRecord.ts';
import { answer, checkProblems, recordOf, soundRecordOf } from './fixture.ts';

describe('the docket', () => {
  test('a bare word is a file, a group has fields, an empty entry is listed all the same', () => {
    const { docket } = soundRecordOf(`
docket:
  12: motions/12.pdf
  014: {title: Opposition, filed: 2021-03-02, by: Acme, pages: {first: 3, last: 20, label: ecf}}
  ECF No. 16:
`);
    expect([...docket.entries.keys()]).toEqual(['12', '14', '16']);
    expect(docket.entries.get('12')).toMatchObject({
      name: 'Dkt. No. 12',
      file: 'motions/12.pdf',
      entry: '/docket/12',
    });
    expect(docket.entries.get('14')).toMatchObject({
      name: 'Dkt. No. 14',
      entry: '/docket/014',
      title: 'Opposition',
      filed: '2021-03-02',
      date: '2021-03-02',
      by: 'Acme',
      pages: { first: 3, last: 20, label: 'ecf' },
    });
  });

  test('attachments have the number of their entry before their own; a stretch is one paper', () => {
    const { docket, sources } = soundRecordOf(`
docket:
  40:
    attachments:
      1: a.pdf
      2-4: {title: Invoices}
  50-2: {title: Exhibit B}
`);
    expect([...docket.entries].map(([number, source]) => `${number} ${answer(source)}`)).toEqual([
      '40 Dkt. No. 40 @ /docket/40',
      '40-1 Dkt. No. 40-1 @ /docket/40/attachments/1',
      '40-2 Dkt. No. 40-2 to 40-4 @ /docket/40/attachments/2-4',
      '40-3 Dkt. No. 40-2 to 40-4 @ /docket/40/attachments/2-4',
      '40-4 Dkt. No. 40-2 to 40-4 @ /docket/40/attachments/2-4',
      '50-2 Dkt. No. 50-2 @ /docket/50-2',
    ]);
    expect(sources.length).toBe(4);
    expect([...docket.closedAttachments]).toEqual(['40']);
  });

  test('an exhibit inside an entry that is attachment 1 is one paper under both', () => {
    const { docket } = soundRecordOf('docket: {40: {exhibits: {a: {title: Invoice, attachment: 1}, B: b.pdf}}}');
    const inside = docket.exhibits.get('40');
    expect(inside?.get('A')).toBe(docket.entries.get('40-1'));
    expect(answer(inside?.get('A'))).toBe('Dkt. No. 40, Ex. a @ /docket/40/exhibits/a');
    expect(answer(inside?.get('B'))).toBe('Dkt. No. 40, Ex. B @ /docket/40/exhibits/B');
    expect(docket.entries.has('40-2')).toBe(false);
    expect(docket.closedAttachments.has('40')).toBe(true);
  });

  test('where the attachment is listed too, it leads there', () => {
    const { docket, sources } = soundRecordOf(
      'docket: {40: {exhibits: {A: {title: Invoice, attachment: 1}}, attachments: {1: a.pdf}}}',
    );
    expect(docket.exhibits.get('40')?.get('A')).toBe(docket.entries.get('40-1'));
    expect(docket.entries.get('40-1')).toMatchObject({
      title: 'Invoice',
      file: 'a.pdf',
      entry: '/docket/40/attachments/1',
    });
    expect(sources.length).toBe(2);
  });

  test('one paper with several docket entries', () => {
    const { docket, sources } = soundRecordOf('docket: {60: {versions: {sealed: 61-4, refiled: 070}}}');
    expect(docket.entries.get('61-4')).toBe(docket.entries.get('60'));
    expect(docket.entries.get('70')).toBe(docket.entries.get('60'));
    expect(docket.entries.get('60')?.versions).toEqual(
      new Map([
        ['sealed', '61-4'],
        ['refiled', '70'],
      ]),
    );
    expect(sources.length).toBe(1);
  });

  test('a version that is listed with a paper of its own stays that paper', () => {
    const { docket } = soundRecordOf('docket: {60: {versions: {refiled: 70}}, 70: {file: refiled.pdf}}');
    expect(answer(docket.entries.get('70'))).toBe('Dkt. No. 70 @ /docket/70');
  });

  test('how far it is complete', () => {
    expect(soundRecordOf('matter: {docketComplete: 391}\ndocket: {}').docket.completeTo).toBe(391);
  });

  test('other dockets are ours too', () => {
    const { cases } = soundRecordOf(`
cases:
  Farrow: {caseNumber: "2:19-cv-00077-ABC", as: [Farrow Dkt.], docketComplete: 20, docket: {12: {ruledOn: 14}, 14: Order.pdf}}
`);
    expect(cases[0]).toMatchObject({ key: 'Farrow', number: '19-cv-77', names: new Set(['farrow', 'farrow dkt']) });
    expect(cases[0]?.docket).toMatchObject({ caseName: 'Farrow', completeTo: 20 });
    expect(answer(cases[0]?.docket.entries.get('12'))).toBe('Farrow Dkt. No. 12 @ /cases/Farrow/docket/12');
    expect(answer(cases[0]?.docket.entries.get('12')?.ruledOn?.source)).toBe(
      'Farrow Dkt. No. 14 @ /cases/Farrow/docket/14',
    );
  });
});

describe('what is wrong in a docket', () => {
  test('one number twice: both places, and no paper is preferred to the other', () => {
    const drawn = `docket:
  12: a.pdf
  == Dkt. No. 12 is listed here and on line 3, as two different papers.
  012: b.pdf
  === Dkt. No. 12 is listed here and on line 2, as two different papers.
`;
    checkProblems(drawn);
    const record = recordOf(drawn.replace(/^ +=.*\n/gm, ''));
    expect(papersAt(record, record.docket.entries, '12').map(answer)).toEqual([
      'Dkt. No. 12 @ /docket/12',
      'Dkt. No. 12 @ /docket/012',
    ]);
    expect(papersAt(record, record.docket.entries, '13')).toEqual([]);
  });

  test('a key that is written twice, with and without quotes', () => {
    checkProblems(`docket:
  12: a.pdf
  == \`12\` is written here and again on line 3.
  "12": b.pdf
  ==== \`12\` is written here and again on line 2.
`);
  });

  test('three papers under one number: a finding for each, not for each pair', () => {
    checkProblems(`docket:
  7: a.pdf
  = Dkt. No. 7 is listed here and on line 3, as two different papers.
  07: b.pdf
  == Dkt. No. 7 is listed here and on line 2, as two different papers.
  007: c.pdf
  === Dkt. No. 7 is listed here and on line 2, as two different papers.
`);
  });

  test('an attachment that is listed in two places', () => {
    checkProblems(`docket:
  40:
    attachments: {1: a.pdf}
                  = Dkt. No. 40-1 is listed here and on line 4, as two different papers.
  40-1: b.pdf
  ==== Dkt. No. 40-1 is listed here and on line 3, as two different papers.
`);
  });

  test('two papers with the same other version', () => {
    checkProblems(`docket:
  60: {versions: {refiled: 70}}
  == Dkt. No. 70 is listed here and on line 3, as two different papers.
  61: {versions: {refiled: 70}}
  == Dkt. No. 70 is listed here and on line 2, as two different papers.
`);
  });

  test('a stretch of attachments that runs backwards', () => {
    checkProblems(`docket:
  40: {attachments: {5-2: a.pdf}}
                     ^^^ ... not a stretch of numbers ...
`);
  });
});
