import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import { soundRecordOf } from './fixture.ts';

const WHOLE = `version: 1
matter:
  caption: Roe v. Acme
  caseNumber: 1:20-cv-00007-XY (Z)
  parties: [Plaintiffs, {Acme: {role: Defendant, as: [Acme Corp.]}}]
  pins: {Plaintiffs: ecf, Acme: printed}
  docketComplete: 90
docket:
  30: {title: Joint letter, exhibits: {A: {title: Responses, attachment: 1}}}
  31: {versions: {sealed: 32-4, refiled: 33}, status: modified, supersededBy: Dkt. No. 35}
  35: Order.pdf
  40: {attachments: {1-2: {file: a.pdf, sealing: unsealed, as: [Roe Decl. Ex. D]}}}
cases: {Farrow: {caseNumber: "2:19-cv-00077", as: [Farrow Dkt.], docket: {12: Order}}}
exhibits: {B: {deposition: Poe, includes: [1-4, 9]}, Acme: {A: {title: Email}}, PX: {12: {}}}
declarations: {Roe: {file: roe.pdf, exhibits: {D: {docket: 40-1}}}, 2d Roe: {}}
depositions:
  Poe: {date: 2020-01-02, volumes: {1: {pages: 1-90}}, exhibits: {8: {docket: 40-1}}}
  Chan: {sessions: [{date: 2020-01-03}, {date: 2020-01-04}]}
discovery:
  - request: RFP
    name: First Set
    motionDeadline: {on: 2020-02-03, order: 35}
    requests: {1: All., 6-12: {}, 81: {source: {docket: 30-1, page: 8}, responses: [{docket: 30-1}]}}
transcripts: {Trial Tr.: [{date: 2020-03-04}, {date: 2020-03-05}]}
appendices: {J.A.: {volumes: {1: {file: ja.pdf}}}}
filings: {Compl.: {docket: 1}}
bates: [{prefix: ACME-, first: 1, last: 20, file: b.pdf}]
papers:
  compel.brief: {exhibits: {A: a.pdf}, exhibitsOf: [Roe], requests: [First Set], case: Farrow}
sealedTerms: [Falcon]
forms: [{name: Trial exhibits, head: PX}]
`;

const FARTHER = parseManifest(WHOLE, 'n');

function readsQuietly(text: string, extended = [FARTHER]): void {
  const parsed = parseManifest(text, 'm');
  expect(parsed.readable || parsed.problems.length <= 1).toBe(true);
  const { problems } = buildRecord(parsed, { revision: 1, extended });
  for (const { span, manifest } of problems) {
    const length = manifest === 'm' ? text.length : WHOLE.length;
    expect(0 <= span.start && span.start <= span.end && span.end <= length).toBe(true);
  }
}

describe('any text', () => {
  test('the whole manifest has nothing wrong with it', () => {
    expect(soundRecordOf(WHOLE).sources.length).toBeGreaterThan(20);
  });

  test('of any characters is read without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => readsQuietly(text, [])));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab:- \n"\'[]{}#&*!|>%@,?1'), maxLength: 80 }), (text) =>
        readsQuietly(text, []),
      ),
    );
  });

  test('a manifest with a piece cut out, doubled or changed is read without an error', () => {
    const places = fc.nat(WHOLE.length);
    const words = fc.constantFrom(
      '',
      ' ',
      '\n',
      ': ',
      '{',
      ']',
      '"',
      '- ',
      '[a]',
      '{b: c}',
      '12',
      'null',
      '__proto__: ',
      '&a ',
      '*a',
      '2020-99-99',
    );
    fc.assert(
      fc.property(places, places, words, (from, to, word) =>
        readsQuietly(WHOLE.slice(0, from) + word + WHOLE.slice(to)),
      ),
    );
  });

  test('a manifest with any value in any place is read without an error', () => {
    const values = fc.constantFrom(
      '[]',
      '{}',
      '~',
      'true',
      '7',
      'words',
      '[[1]]',
      '{a: {b: c}}',
      '"Dkt. No. 35"',
      '*none',
    );
    const spots = [...WHOLE.matchAll(/(?<=: )[^{}[\],\n]+/g)].map(({ index, 0: { length } }) => ({ index, length }));
    fc.assert(
      fc.property(fc.constantFrom(...spots), values, ({ index, length }, value) =>
        readsQuietly(WHOLE.slice(0, index) + value + WHOLE.slice(index + length)),
      ),
    );
  });

  test('every prefix, as it is while somebody types', () => {
    for (let end = 0; end < WHOLE.length; end += 53) readsQuietly(WHOLE.slice(0, end));
  });
});

describe('growth', () => {
  test('thousands of entries are read in one pass', () => {
    const entries = Array.from(
      { length: 4000 },
      (_, n) => `  ${n + 1}: {file: ${n}.pdf, supersededBy: ${n + 2}, as: [Order ${n}]}\n`,
    );
    const { docket, names } = soundRecordOf(`docket:\n${entries.join('')}  4001: last.pdf\n`);
    expect(docket.entries.size).toBe(4001);
    expect(names.size).toBe(4000);
  });

  test('thousands of times the same key', () => {
    const parsed = parseManifest(`docket:\n${'  7: a.pdf\n'.repeat(4000)}`, 'm');
    // The first thousand are enough.
    expect(parsed.problems).toHaveLength(1000);
    expect(buildRecord(parsed, { revision: 1 }).docket.entries.size).toBe(1);
  });
});
