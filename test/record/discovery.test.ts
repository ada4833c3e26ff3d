import { describe, expect, test } from 'vitest';
import { stretchOfLabels } from '../../server/src/record/discovery.ts';
import { answer, checkProblems, recordOf, soundRecordOf } from './fixture.ts';

describe('sets of requests', () => {
  test('numbers, stretches, sub-parts; a bare word is the text', () => {
    const { sets } = soundRecordOf(`
discovery:
  - request: Rog
    name: First Set
    by: Roe
    to: Acme
    served: 2020-02-03
    default: true
    requests:
      1: State your name.
      6–12: {}
      "5(a)": {text: State your address., note: Withdrawn in part}
`);
    const [set] = sets;
    expect(set).toMatchObject({ request: 'Interrogatory', name: 'First Set', by: 'Roe', to: 'Acme', isDefault: true });
    expect(set?.requests.map(({ first, last, source }) => [first, last, answer(source)])).toEqual([
      ['1', '1', 'Interrogatory 1 @ /discovery/0/requests/1'],
      ['6', '12', 'Interrogatories 6-12 @ /discovery/0/requests/6–12'],
      ['5(a)', '5(a)', 'Interrogatory 5(a) @ /discovery/0/requests/5(a)'],
    ]);
    expect(set?.requests[0]?.source).toMatchObject({ text: 'State your name.', by: 'Roe', date: '2020-02-03' });
    expect(set?.requests[0]?.source.file).toBeUndefined();
  });

  test('where there are several sets of a kind, a request says of which it is', () => {
    const { sets } = soundRecordOf(`
discovery:
  - {request: RFP, name: First Set, requests: {1: A.}}
  - {request: RFP, by: Roe, requests: {2: B., 3-4: {}}}
  - {request: RFA, name: First Set, requests: {1: C.}}
`);
    expect(sets.flatMap(({ requests }) => requests.map(({ source }) => source.name))).toEqual([
      'RFP 1 (First Set)',
      'RFP 2 (Roe)',
      'RFPs 3-4 (Roe)',
      'RFA 1',
    ]);
  });

  test.each([
    ['6-12', '6', '12'],
    ['118-19', '118', '119'],
    ['5(a)-(c)', '5(a)', '5(c)'],
    ['5(a)-5(c)', '5(a)', '5(c)'],
    ['3 to 6', '3', '6'],
    ['No. 81', '81', '81'],
    ['Shadow Datasets', 'Shadow Datasets', 'Shadow Datasets'],
    ['Meta-Data', 'Meta-Data', 'Meta-Data'],
  ])('%s means %s to %s', (key, first, last) => {
    expect(stretchOfLabels(key)).toEqual({ first, last });
  });

  test('where the served paper says it, the responses, and the deadline', () => {
    const { sets, docket } = soundRecordOf(`
docket:
  20: {attachments: {1: rfps.pdf, 2: responses.pdf}}
  30: Scheduling order.pdf
discovery:
  - request: RFP
    motionDeadline: {on: 2020-08-09, order: 30}
    requests:
      8:
        text: All documents.
        source: {docket: 20-1, page: 8}
        responses: [{served: 2020-05-06, docket: 20-2, title: First response}, {title: Second response, file: r2.pdf}]
      9: {source: Dkt. No. 20-1}
`);
    const [eight, nine] = sets[0]?.requests.map(({ source }) => source) ?? [];
    expect(eight?.servedIn).toEqual({ text: 'Dkt. No. 20-1', page: '8', source: docket.entries.get('20-1') });
    expect(nine?.servedIn).toEqual({ text: 'Dkt. No. 20-1', source: docket.entries.get('20-1') });
    expect(eight?.responses?.map(({ title, served, source }) => [title, served, answer(source)])).toEqual([
      ['First response', '2020-05-06', 'Dkt. No. 20-2 @ /docket/20/attachments/2'],
      ['Second response', undefined, 'Response to RFP 8 @ /discovery/0/requests/8/responses/1'],
    ]);
    expect(sets[0]?.motionDeadline).toMatchObject({ on: '2020-08-09', order: { source: { name: 'Dkt. No. 30' } } });
  });

  test('a docket number says where a request stands, not that it is that paper', () => {
    const { sets, docket } = soundRecordOf(`
docket: {20: rfps.pdf, 21: more.pdf}
discovery: [{request: RFP, docket: 20, requests: {8: {text: All., docket: 21}, 9: All.}}]
`);
    const [eight, nine] = sets[0]?.requests.map(({ source }) => source) ?? [];
    expect(answer(eight)).toBe('RFP 8 @ /discovery/0/requests/8');
    expect(eight?.servedIn?.source).toBe(docket.entries.get('21'));
    expect(nine?.servedIn?.source).toBe(docket.entries.get('20'));
  });
});

describe('what is wrong in a set', () => {
  test('stretches that overlap', () => {
    checkProblems(`discovery:
  - request: RFP
    requests:
      6-12: {}
      8: One of them.
      = 8 overlaps 6-12 on line 4.
      12-14: {}
      ===== 12-14 overlaps 6-12 on line 4.
      5(a): A part of 5.
      5: The whole.
`);
  });

  test('a stretch that runs backwards', () => {
    checkProblems(`discovery:
  - {request: RFP, requests: {12-6: {}}}
                              ^^^^ 12-6 ends before it begins.
`);
  });

  test('a kind that nobody knows, or none', () => {
    checkProblems(`discovery:
  - {request: Interogatory, requests: {1: A.}}
              ^^^^^^^^^^^^ ... Did you mean \`Interrogatory\`? ...
  - {name: First Set}
    ^^^^^^^^^^^^^^^^^ This item needs \`request\`.
  - {request: RFA, requests: {1: B.}}
`);
    expect(
      recordOf('discovery: [{request: RPF}, {request: RFA, requests: {1: B.}}]').sets.map(({ entry }) => entry),
    ).toEqual(['/discovery/1']);
  });
});
