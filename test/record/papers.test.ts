import { describe, expect, test } from 'vitest';
import { answer, checkProblems, soundRecordOf } from './fixture.ts';

describe('what single drafts have of their own', () => {
  test('series, declarations, filings, sets and a docket', () => {
    const { papers, docket } = soundRecordOf(`
matter: {parties: [Plaintiffs, {Acme: {role: Defendant}}]}
docket: {15: Opposition.pdf}
cases: {Farrow: {docket: {}}}
declarations: {Roe: roe.pdf}
discovery: [{request: RFP, name: Plaintiffs' First Set}]
papers:
  motions/compel.brief:
    exhibits: {A: {title: Chart}, Acme: {B: b.pdf}}
    declarations: {Poe: {exhibits: {1: c.pdf}}}
    exhibitsOf: [Poe, 2d Roe]
    filings: {Opp.: {docket: 15}}
    requests: Plaintiffs’ First Set
    case: Farrow
  ./motions\\seal.brief: {filings: {Opp.: opp.pdf}}
`);
    const [compel, seal] = papers;
    expect(compel).toMatchObject({
      path: 'motions/compel.brief',
      hasExhibits: true,
      exhibitsOf: ['Poe', '2d Roe'],
      requests: ['Plaintiffs’ First Set'],
      case: 'Farrow',
    });
    expect(compel?.series.map(({ owner, exhibits }) => [owner, [...exhibits.values()].map(answer)])).toEqual([
      [undefined, ['Ex. A @ /papers/motions~1compel.brief/exhibits/A']],
      ['Acme', ["Acme's Ex. B @ /papers/motions~1compel.brief/exhibits/Acme/B"]],
    ]);
    expect(answer(compel?.declarations[0]?.exhibits.get('1'))).toBe(
      'Poe Decl. Ex. 1 @ /papers/motions~1compel.brief/declarations/Poe/exhibits/1',
    );
    expect(compel?.filings.get('opp')).toBe(docket.entries.get('15'));
    expect(seal).toMatchObject({ path: 'motions/seal.brief', hasExhibits: false });
  });

  test('the place of its key is given: whether there is such a draft is for others to see', () => {
    const text = 'papers:\n  motions/compel.brief: {exhibits: {A: a.pdf}}\n';
    const place = soundRecordOf(text).papers[0]?.place;
    expect(text.slice(place?.span.start, place?.span.end)).toBe('motions/compel.brief');
  });

  test('its names have to be in the manifest', () => {
    checkProblems(`declarations: {Roe: roe.pdf}
discovery: [{request: RFP, name: First Set}]
cases: {Farrow: {}}
papers:
  a.brief: {exhibitsOf: [Row], requests: [Frist Set], case: Farow}
                         ^^^ No declaration or deposition of Row is in the manifest. Did you mean Roe?
                                          ^^^^^^^^^ No set of requests called Frist Set is in the manifest. Did you mean First Set?
                                                            ^^^^^ No case called Farow is in the manifest. Did you mean Farrow?
`);
  });

  test('one draft under two spellings of its path', () => {
    checkProblems(`papers:
  a/b.brief: {case: Farrow}
  ./a/b.brief: {}
  =========== a/b.brief is written here and again on line 2.
cases: {Farrow: {}}
`);
  });

  test('its exhibits are checked as exhibits', () => {
    checkProblems(`papers:
  a.brief: {exhibits: {A: {titel: Chart}}, exhibit: {}}
                           ^^^^^ \`titel\` is not a field of the manifest here. Did you mean \`title\`?
                                           ^^^^^^^ \`exhibit\` is not a field of the manifest here. Did you mean \`exhibits\`?
`);
  });
});

describe('places', () => {
  test('each field of an entry has its own', () => {
    const text = 'docket:\n  12:\n    file: a b.pdf # later\n    title:\n  14: c.pdf\n';
    const { docket } = soundRecordOf(text);
    const words = (number: string, field: string) => {
      const span = docket.entries.get(number)?.place.fields.get(field);
      return span && text.slice(span.start, span.end);
    };
    expect(words('12', 'file')).toBe('a b.pdf');
    expect(words('12', 'title')).toBe('title');
    expect(words('14', 'file')).toBe('c.pdf');
    expect(words('14', 'title')).toBeUndefined();
    const { span } = docket.entries.get('12')?.place ?? { span: { start: 0, end: 0 } };
    expect(text.slice(span.start, span.end)).toBe('12');
  });
});
