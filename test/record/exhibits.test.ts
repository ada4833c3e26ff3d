import { describe, expect, test } from 'vitest';
import { answer, checkProblems, recordOf, soundRecordOf } from './fixture.ts';

const MATTER = 'matter: {parties: [Plaintiffs, {Acme: {role: Defendant, as: [Acme Corp.]}}]}\n';

describe('exhibits and their owners', () => {
  test('a party, a form of its role and the head of a house form open series of their own', () => {
    const { series } = soundRecordOf(`${MATTER}
forms: [{name: Trial exhibits, head: PX}]
exhibits:
  B: b.pdf
  Exhibit c: c.pdf
  Acme: {A: a.pdf}
  Defs.: {D: d.pdf}
  Pls.': {A: pa.pdf}
  PX: {12: px.pdf, 12-A: px12a.pdf}
`);
    expect(
      series.map(({ owner, party, exhibits }) => [
        owner,
        party?.role,
        [...exhibits].map(([key, source]) => `${key}: ${source.name}`),
      ]),
    ).toEqual([
      [undefined, undefined, ['B: Ex. B', 'C: Ex. c']],
      ['Acme', 'Defendant', ["A: Acme's Ex. A", "D: Acme's Ex. D"]],
      ['Plaintiffs', undefined, ["A: Plaintiffs' Ex. A"]],
      ['PX', undefined, ['12: PX 12', '12A: PX 12-A']],
    ]);
  });

  test('the entry of an owned exhibit is where it is written', () => {
    const { series } = soundRecordOf(`${MATTER}exhibits: {Acme Corp.: {A/1: a.pdf, "~": b.pdf}}`);
    expect([...(series[1]?.exhibits.values() ?? [])].map(({ entry }) => entry)).toEqual([
      '/exhibits/Acme Corp./A~11',
      '/exhibits/Acme Corp./~0',
    ]);
  });

  test('a side of two named parties owns its series as a side', () => {
    const { series } = soundRecordOf(
      'matter: {parties: [{Roe: {role: Plaintiff}}, {Poe: Plaintiff}]}\nexhibits: {Plaintiffs: {1: a.pdf}, Roe: {1: b.pdf}}',
    );
    expect(series.map(({ owner, party }) => [owner, party?.name])).toEqual([
      [undefined, undefined],
      ['Plaintiffs', undefined],
      ['Roe', 'Roe'],
    ]);
  });

  test('two labels that fold to one are two papers for one citation', () => {
    checkProblems(`exhibits:
  5A: a.pdf
  == Ex. 5a is listed here and on line 3, as two different papers.
  5a: b.pdf
  == Ex. 5a is listed here and on line 2, as two different papers.
`);
  });

  test('the same paper twice under one citation is no duplicate', () => {
    const { series, docket } = soundRecordOf('docket: {12: a.pdf}\nexhibits: {5A: {docket: 12}, 5a: {docket: 12}}');
    expect(series[0]?.exhibits).toEqual(new Map([['5A', docket.entries.get('12')]]));
  });

  test('the shape of exhibits is checked as what they are', () => {
    checkProblems(`${MATTER}exhibits:
  B: {titel: Chart}
      ^^^^^ \`titel\` is not a field of the manifest here. Did you mean \`title\`?
  Acme: {titel: a.pdf, C: {file: [c.pdf]}}
                                 ^^^^^^^ \`file\` should be words, not a list.
  Plaintiffs: p.pdf
              ^^^^^ \`Plaintiffs\` should be a group of named fields, not words.
`);
    // An exhibit may be called "titel" in a series: its labels are free.
    expect(recordOf(`${MATTER}exhibits: {Acme: {titel: a.pdf}}`).problems).toEqual([]);
  });
});

describe('the parties', () => {
  test('a party that is called by its role has the forms of the role', () => {
    const { parties } = soundRecordOf(`${MATTER}docket: {}`);
    expect([...(parties[0]?.keys ?? [])]).toEqual(expect.arrayContaining(['plaintiffs', 'pls', 'pl', 'plaintiff']));
    expect([...(parties[1]?.keys ?? [])]).toEqual(
      expect.arrayContaining(['acme', 'acme corp', 'defs', 'def', 'defendant']),
    );
    expect(parties[1]).toMatchObject({ name: 'Acme', role: 'Defendant' });
  });

  test('may be written with a name among their fields, or as one map', () => {
    const names = (text: string) => soundRecordOf(text).parties.map(({ name, role }) => [name, role]);
    expect(names('matter: {parties: [{name: Acme, role: Defendant}]}')).toEqual([['Acme', 'Defendant']]);
    expect(names('matter: {parties: {Roe: Plaintiff, Acme: {role: Defendant}}}')).toEqual([
      ['Roe', 'Plaintiff'],
      ['Acme', 'Defendant'],
    ]);
  });

  test('pins are one word for all, or one for each party under every name of it', () => {
    expect(soundRecordOf('matter: {pins: ecf}').pins).toEqual(new Map([['*', 'ecf']]));
    const { pins } = soundRecordOf('matter: {parties: [Plaintiffs, {Acme: {role: Defendant}}], pins: {Acme: printed}}');
    expect(pins.get('acme')).toBe('printed');
    expect(pins.get('defs')).toBe('printed');
    expect(pins.get('plaintiffs')).toBeUndefined();
  });

  test('caption and number of the matter', () => {
    const record = soundRecordOf(
      'matter: {caption: Roe v. Acme, caseNumber: "1:20-cv-00007-XY (Z)", courtlistener: 42}',
    );
    expect(record).toMatchObject({ caption: 'Roe v. Acme', caseNumber: '20-cv-7', courtlistener: '42' });
  });
});

describe('other names', () => {
  test('lead to the paper, whatever else it is called', () => {
    const { names, docket } = soundRecordOf("docket: {12: {title: Order, as: [The March Order, Roe's Br.]}}");
    expect(names.get('the march order')).toEqual([docket.entries.get('12')]);
    expect(names.get('roes br')).toEqual([docket.entries.get('12')]);
  });

  test('one name for two papers: both are kept, with a finding at both', () => {
    checkProblems(`docket:
  12: {as: Order}
  == order is listed here and on line 3, as two different papers.
  14: {as: [order]}
  == order is listed here and on line 2, as two different papers.
`);
    const { names } = recordOf('docket: {12: {as: Order}, 14: {as: [order]}}');
    expect(names.get('order')?.map(answer)).toEqual(['Dkt. No. 12 @ /docket/12', 'Dkt. No. 14 @ /docket/14']);
  });

  test('a name that already is another paper', () => {
    checkProblems(`declarations:
  Roe: {exhibits: {D: d.pdf}}
                   = Roe Decl. Ex. D is listed here and on line 4, as two different papers.
docket:
  12: {as: [Roe Decl. Ex. D]}
  == Roe Decl. Ex. D is listed here and on line 2, as two different papers.
`);
  });

  test('a bare exhibit label could be anybody’s, and names nothing', () => {
    checkProblems(`docket:
  12: {as: [Ex. 8, Exhibit D, Roe Dep. Ex. 8, PX 8]}
            ^^^^^ Ex. 8 alone could be an exhibit to anything. Say whose it is, such as Vo Decl. Ex. 8.
                   ^^^^^^^^^ ... Exhibit D alone ...
`);
    expect([...recordOf('docket: {12: {as: [Ex. 8, PX 8]}}').names.keys()]).toEqual(['px 8']);
  });
});
