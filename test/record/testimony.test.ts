import { describe, expect, test } from 'vitest';
import { answer, checkProblems, soundRecordOf } from './fixture.ts';

describe('declarations', () => {
  test('are told apart by their qualifiers, and have exhibits of their own', () => {
    const { declarations } = soundRecordOf(`
declarations:
  Roe: {file: roe.pdf, exhibits: {D: {title: Chart}}}
  Second Supp. Roe: roe-2.pdf
  Poe Decl.: poe.pdf
`);
    expect(declarations.map(({ declarant, qualifiers, source }) => [declarant, qualifiers, source.name])).toEqual([
      ['Roe', [], 'Roe Decl.'],
      ['Roe', ['2d', 'Supp.'], 'Second Supp. Roe Decl.'],
      ['Poe', [], 'Poe Decl.'],
    ]);
    expect(answer(declarations[0]?.exhibits.get('D'))).toBe('Roe Decl. Ex. D @ /declarations/Roe/exhibits/D');
  });

  test('two of one name and the same qualifiers', () => {
    checkProblems(`declarations:
  2d Roe: a.pdf
  ====== ... listed here and on line 3 ...
  Roe Second: b.pdf
  ========== ... listed here and on line 2 ...
`);
  });
});

describe('depositions', () => {
  test('one sitting, with volumes, errata and exhibits', () => {
    const { depositions } = soundRecordOf(`
depositions:
  Roe: {date: 2020-05-06, file: roe.pdf, transcript: certified, errata: roe-errata.pdf,
        volumes: {1: {pages: 1-160}, Vol. II: 161-310}, exhibits: {8: {title: Email}}}
`);
    const [roe] = depositions;
    expect(roe).toMatchObject({ deponent: 'Roe', is30b6: false });
    expect(roe?.sessions).toHaveLength(1);
    expect(roe?.sessions[0]).toMatchObject({
      date: '2020-05-06',
      volumes: new Map([
        ['1', { first: 1, last: 160 }],
        ['2', { first: 161, last: 310 }],
      ]),
      source: { name: 'Roe Dep.', entry: '/depositions/Roe', transcript: 'certified', errata: 'roe-errata.pdf' },
    });
    expect(answer(roe?.exhibits.get('8'))).toBe('Roe Dep. Ex. 8 @ /depositions/Roe/exhibits/8');
  });

  test('several sittings, told apart by date', () => {
    const { depositions, sources } = soundRecordOf(`
depositions:
  Chan: {transcript: rough, sessions: [{date: 2020-10-01, file: a.txt}, {date: 2020-11-12, file: b.txt}]}
`);
    expect(depositions[0]?.sessions.map(({ source }) => answer(source))).toEqual([
      'Chan Dep. (October 1, 2020) @ /depositions/Chan/sessions/0',
      'Chan Dep. (November 12, 2020) @ /depositions/Chan/sessions/1',
    ]);
    expect(depositions[0]?.sessions.map(({ source }) => source.transcript)).toEqual(['rough', 'rough']);
    expect(sources).toHaveLength(2);
  });

  test('volumes with files of their own are sittings', () => {
    const { depositions } = soundRecordOf(
      'depositions: {Chan: {volumes: {I: {file: a.txt, pages: 1-90}, II: {file: b.txt}}}}',
    );
    expect(depositions[0]?.sessions.map(({ source, volumes }) => [answer(source), [...volumes.keys()]])).toEqual([
      ['Chan Dep. vol. 1 @ /depositions/Chan/volumes/I', ['1']],
      ['Chan Dep. vol. 2 @ /depositions/Chan/volumes/II', ['2']],
    ]);
  });

  test.each([
    ['Acme 30(b)(6) (Roe)', 'Acme', 'Roe'],
    ['Acme Rule 30(b)(6)', 'Acme', undefined],
    ['Acme 30(b)(6) Dep.', 'Acme', undefined],
  ])('%s answers to the company and its designee', (key, deponent, designee) => {
    const [entry] = soundRecordOf(`depositions: {${key}: a.pdf}`).depositions;
    expect(entry).toMatchObject({ deponent, is30b6: true });
    expect(entry?.designee).toBe(designee);
  });

  test('an excerpt of one is an entry of its own', () => {
    const { series, depositions, sources } = soundRecordOf(`
depositions: {Roe: {file: roe.pdf}}
exhibits: {B: {deposition: Roe Dep., includes: [1-4, 140-150, 160]}, C: {deposition: Roe}}
`);
    const b = series[0]?.exhibits.get('B');
    expect(answer(b)).toBe('Ex. B @ /exhibits/B');
    expect(b?.excerptOf).toBe(depositions[0]?.sessions[0]?.source);
    expect(b?.includes).toEqual([
      { first: 1, last: 4 },
      { first: 140, last: 150 },
      { first: 160, last: 160 },
    ]);
    // The whole deposition attached is the deposition.
    expect(series[0]?.exhibits.get('C')).toBe(b?.excerptOf);
    expect(sources).toHaveLength(2);
  });

  test('of several sittings none is guessed; a date says which', () => {
    const { series, depositions } = soundRecordOf(`
depositions: {Roe: {sessions: [{date: 2020-10-01}, {date: 2020-11-12}]}}
exhibits: {B: {deposition: Roe, includes: 7}, C: {deposition: Roe, includes: 7, date: 2020-11-12}}
`);
    expect(series[0]?.exhibits.get('B')?.excerptOf).toBeUndefined();
    expect(series[0]?.exhibits.get('C')?.excerptOf).toBe(depositions[0]?.sessions[1]?.source);
  });

  test('a deposition that is not there', () => {
    checkProblems(`exhibits:
  B: {deposition: Roe, includes: 1-4}
                  ^^^ No deposition of Roe is in the manifest.
`);
  });
});

describe('transcripts, appendices, filings, Bates numbers', () => {
  test('transcripts of one name are a list', () => {
    const { transcripts } = soundRecordOf(`
transcripts:
  Trial Tr.: [{date: 2021-01-17, file: a.txt}, {date: 2021-01-21, file: b.txt}]
  Hr'g Tr.: hearing.txt
`);
    expect(transcripts.map(({ name, sessions }) => [name, sessions.map(({ source }) => answer(source))])).toEqual([
      [
        'Trial Tr.',
        [
          'Trial Tr. (January 17, 2021) @ /transcripts/Trial Tr./0',
          'Trial Tr. (January 21, 2021) @ /transcripts/Trial Tr./1',
        ],
      ],
      ["Hr'g Tr.", ["Hr'g Tr. @ /transcripts/Hr'g Tr."]],
    ]);
  });

  test('an appendix with volumes, and one without', () => {
    const { appendices } = soundRecordOf('appendices: {J.A.: {volumes: {1: {file: a.pdf}, IV: b.pdf}}, S.A.: c.pdf}');
    expect([...(appendices[0]?.volumes ?? [])].map(([number, source]) => `${number} ${answer(source)}`)).toEqual([
      '1 J.A. vol. 1 @ /appendices/J.A./volumes/1',
      '4 J.A. vol. 4 @ /appendices/J.A./volumes/IV',
    ]);
    expect(answer(appendices[1]?.source)).toBe('S.A. @ /appendices/S.A.');
  });

  test('a filing is the docket entry that it leads to; one that is not listed gives its number', () => {
    const { filings, docket } = soundRecordOf(
      'docket: {12: Motion.pdf}\nfilings: {Mot.: {docket: 12}, Compl.: {docket: 1}}',
    );
    expect(filings.get('mot')).toBe(docket.entries.get('12'));
    expect(filings.get('compl')).toBe(docket.entries.get('1'));
    expect(answer(filings.get('compl'))).toBe('Compl. @ /filings/Compl.');
  });

  test('Bates numbers', () => {
    const { bates } = soundRecordOf(
      'bates: [{prefix: ACME-, first: 0000001, last: "0000420", file: a.pdf}, {prefix: R, first: 7}]',
    );
    expect(bates.map(({ prefix, first, last, source }) => [prefix, first, last, answer(source)])).toEqual([
      ['ACME-', 1, 420, 'ACME-0000001 to ACME-0000420 @ /bates/0'],
      ['R', 7, 7, 'R7 @ /bates/1'],
    ]);
  });

  test('Bates numbers of one prefix may not overlap', () => {
    checkProblems(`bates:
  - {prefix: ACME-, first: 1, last: 20}
  - {prefix: R, first: 5, last: 6}
  - {prefix: ACME-, first: 20, last: 30}
    ==================================== ACME-20-30 overlaps ACME-1-20 on line 2.
  - {prefix: ACME-, first: 50, last: 40}
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ACME-50-40 ends before it begins.
`);
  });
});
