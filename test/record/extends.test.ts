import { describe, expect, test } from 'vitest';
import { papersAt } from '../../server/src/record/caseRecord.ts';
import { answer, recordOf, soundRecordOf, withheld } from './fixture.ts';

const MATTER = `
matter: {caption: Roe v. Acme, parties: [Plaintiffs, {Acme: {role: Defendant}}], docketComplete: 50}
docket:
  12: {title: Order, file: orders/12.pdf}
  39: {attachments: {1: filed-a.pdf}}
exhibits: {A: a.pdf, B: b.pdf, Acme: {A: acme-a.pdf}}
declarations: {Roe: roe.pdf, Poe: poe.pdf}
depositions: {Roe: {designation: Confidential}}
filings: {Mot.: {docket: 12}}
discovery: [{request: RFP, name: First Set, requests: {1: A.}}]
sealedTerms: [Falcon]
`;

describe('a manifest that stands on another', () => {
  test('names itself what it names; the rest is the other one’s', () => {
    const record = soundRecordOf(
      `
extends: ../exhibits.yaml
docket: {12: {title: Order as filed}, 39: {attachments: {2: b.pdf}}}
exhibits: {A: own-a.pdf, Acme: {C: acme-c.pdf}}
declarations: {Roe: own-roe.pdf}
sealedTerms: [Eagle]
`,
      MATTER,
    );
    const { docket, series, declarations } = record;
    expect(record).toMatchObject({
      manifest: 'exhibits.yaml',
      caption: 'Roe v. Acme',
      sealedTerms: ['Eagle', 'Falcon'],
    });
    expect(docket.completeTo).toBe(50);
    expect(docket.entries.get('12')?.title).toBe('Order as filed');
    expect([...docket.entries.keys()].sort()).toEqual(['12', '39', '39-1', '39-2']);
    expect(
      series.map(({ owner, exhibits }) => [owner, [...exhibits].map(([key, { file }]) => `${key} ${file}`).sort()]),
    ).toEqual([
      [undefined, ['A own-a.pdf', 'B b.pdf']],
      ['Acme', ['A acme-a.pdf', 'C acme-c.pdf']],
    ]);
    expect(declarations.map(({ source }) => source.file)).toEqual(['own-roe.pdf', 'poe.pdf']);
    expect(docket.entries.get('39-1')?.place.manifest).toBe('../exhibits.yaml');
    expect(docket.entries.get('39-2')?.place.manifest).toBe('exhibits.yaml');
    expect(record.sets).toHaveLength(1);
  });

  test('its references lead to papers of the other one, and may protect them', () => {
    const record = soundRecordOf(
      `
extends: ../exhibits.yaml
exhibits: {X: {docket: 39-1, sealed: true}, Y: {deposition: Roe, includes: 1-4}}
docket: {60: {ruledOn: 12}}
papers: {compel.brief: {requests: [First Set], exhibitsOf: [Poe]}}
`,
      MATTER,
    );
    const [unowned] = record.series;
    expect(unowned?.exhibits.get('X')).toBe(record.docket.entries.get('39-1'));
    expect(answer(unowned?.exhibits.get('Y')?.excerptOf)).toBe('Roe Dep. @ /depositions/Roe');
    expect(answer(record.docket.entries.get('60')?.ruledOn?.source)).toBe('Dkt. No. 12 @ /docket/12');
    expect(withheld(record)).toEqual(['Ex. Y', 'Dkt. No. 39-1', 'Roe Dep.']);
  });

  test('the other one’s references stay its own', () => {
    const record = soundRecordOf('extends: ../exhibits.yaml\ndocket: {12: mine.pdf}\n', MATTER);
    expect(record.filings.get('mot')?.file).toBe('orders/12.pdf');
    expect(record.docket.entries.get('12')?.file).toBe('mine.pdf');
  });

  test('three floors, and problems under their own paths', () => {
    const record = recordOf(
      'extends: ../exhibits.yaml\ndocket: {3: {titel: c}}\n',
      'extends: ../exhibits.yaml\ndocket: {2: {titel: b}}\n',
      'docket: {1: {titel: a}, 5: a.pdf, "05": b.pdf}\n',
    );
    expect([...record.docket.entries.keys()]).toEqual(['1', '5', '2', '3']);
    expect(record.problems.map(({ manifest, code }) => `${manifest} ${code}`)).toEqual([
      'exhibits.yaml manifest-invalid',
      '../exhibits.yaml manifest-invalid',
      '../../exhibits.yaml manifest-invalid',
      '../../exhibits.yaml duplicate-record',
      '../../exhibits.yaml duplicate-record',
    ]);
    // What is contested below stays so, unless the nearer manifest says which it is.
    expect(papersAt(record, record.docket.entries, '5')).toHaveLength(2);
    const kept = recordOf('docket: {5: c.pdf}', 'declarations: {Roe: {exhibits: {5A: a.pdf, 5a: b.pdf}}}');
    expect(papersAt(kept, kept.declarations[0]?.exhibits ?? new Map(), '5A')).toHaveLength(2);
    const decided = recordOf('docket: {5: c.pdf}', 'docket: {5: a.pdf, "05": b.pdf}');
    expect(papersAt(decided, decided.docket.entries, '5')).toHaveLength(1);
  });
});
