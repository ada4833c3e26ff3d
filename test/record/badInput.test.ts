import { describe, expect, test } from 'vitest';
import { answer, checkProblems, recordOf } from './fixture.ts';

describe('fields and values that are not as the format says', () => {
  test('unknown fields, at their names', () => {
    checkProblems(`dockets: {}
^^^^^^^ \`dockets\` is not a field of the manifest here. Did you mean \`docket\`?
matter: {capton: Roe v. Acme, docketComplete: all}
         ^^^^^^ ... Did you mean \`caption\`? ...
                                              ^^^ \`docketComplete\` should be a number, not words.
docket:
  12: {supercededBy: 14, colour: red}
       ^^^^^^^^^^^^ ... Did you mean \`supersededBy\`? ...
                         ^^^^^^ \`colour\` is not a field of the manifest here. It is left out.
declarations:
  Roe: {witness: []}
        ^^^^^^^ ... It is left out. ...
`);
  });

  test('wrong kinds of value, at the value', () => {
    checkProblems(`docket:
  12: {title: [Order], sealed: maybe, status: modifed, versions: 14}
              ^^^^^^^ \`title\` should be words, not a list.
                               ^^^^^ \`sealed\` should be true or false, not words.
                                              ^^^^^^^ ... Did you mean \`modified\`? ...
                                                                 ^^ \`versions\` should be a group of named fields, not a number.
exhibits: a.pdf
          ^^^^^ \`exhibits\` should be a group of named fields, not words.
discovery: {request: RFP}
           ^^^^^^^^^^^^^^ \`discovery\` should be a list, not a group of named fields.
`);
  });

  test('dates', () => {
    checkProblems(`docket:
  12: {filed: 12/18/2024}
              ^^^^^^^^^^ \`filed\` should look like 2024-12-18, 2024-12 or 2024.
  13: {filed: 2023-02-29, date: 2024-02-29}
              ^^^^^^^^^^ 2023-02-29 is not a day of the calendar.
  14: {served: 2023-13}
               ^^^^^^^ 2023-13 is not a day of the calendar.
  15: {date: 2023}
  16: {date: soon}
             ^^^^ ... should look like 2024-12-18 ...
`);
    expect(recordOf('docket: {13: {filed: 2023-02-29}}').docket.entries.get('13')?.date).toBeUndefined();
  });

  test('pages', () => {
    checkProblems(`exhibits:
  A: {pages: {first: 9, last: 3}}
             ^^^^^^^^^^^^^^^^^^^ Pages 9-3 end before they begin.
  B: {includes: [1-4, 9-6, x]}
                      ^^^ Pages 9-6 end before they begin.
                           ^ ... should look like 140-150 or 7 ...
  C: {pages: {label: stamp}}
                     ^^^^^ \`label\` can be ecf, printed or pdf.
`);
  });

  test('pages that are impossible count for nothing', () => {
    const { series } = recordOf('exhibits: {B: {includes: [1-4, 9-6]}}');
    expect(series[0]?.exhibits.get('B')?.includes).toEqual([{ first: 1, last: 4 }]);
  });

  test('fields that are written twice', () => {
    checkProblems(`docket:
  12:
    title: Order
    ===== \`title\` is written here and again on line 4.
    title: Opinion
    ===== \`title\` is written here and again on line 3.
`);
  });

  test('a mistake in one entry stops no other, and what can be read of it is read', () => {
    const { docket, series, sets } = recordOf(`
docket:
  12: {title: Order, colour: red, filed: soon, sealed: maybe}
  13: [a, b]
  14: c.pdf
exhibits: {A: 7, B: b.pdf, C: {file: {}}}
discovery: [RFP, {request: RFP, requests: [1, 2]}, {request: RFP, requests: {1: [], 2: B.}}]
`);
    expect([...docket.entries.values()].map(answer)).toEqual([
      'Dkt. No. 12 @ /docket/12',
      'Dkt. No. 13 @ /docket/13',
      'Dkt. No. 14 @ /docket/14',
    ]);
    expect(docket.entries.get('12')).toMatchObject({ title: 'Order', isProtected: false });
    expect([...(series[0]?.exhibits.keys() ?? [])]).toEqual(['A', 'B', 'C']);
    expect(series[0]?.exhibits.get('A')?.file).toBeUndefined();
    expect(sets.map(({ requests }) => requests.length)).toEqual([0, 2]);
  });

  test('problems are in the order of the file', () => {
    const { problems } = recordOf(
      'exhibits: {A: {titel: a}}\ndocket: {1: {supersededBy: 9}, 2: {titel: b}, 02: b.pdf}\n',
    );
    const starts = problems.map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['manifest-invalid', 'duplicate-record']));
  });
});
