import { describe, expect, test } from 'vitest';
import { afterFix, fixesOf, fixViewOf, foundLines, type Written, written } from './fixing.ts';

const HEAD = 'matter:\n  parties: [Plaintiffs, {Meta: {role: Defendant}}]\n';

/** The lines that each fix of the manifest adds to it, by title; after each its citation answers and no finding is new. */
function added(before: Written, code = 'unresolved-citation'): Readonly<Record<string, string>> {
  const view = fixViewOf(before);
  const fixes = fixesOf(view, code).filter((fix) => fix.file.uri !== view.file.uri);
  return Object.fromEntries(
    fixes.map((fix) => {
      const after = afterFix(before, view, fix);
      const [was, is] = [foundLines(view), foundLines(fixViewOf(after))];
      expect(is.length).toBe(was.length - 1);
      expect(is.every((line) => was.includes(line))).toBe(true);
      const old = new Set(before.manifests.flatMap(({ text }) => text.split('\n')));
      const lines = after.manifests.flatMap(({ text }) => text.split('\n')).filter((line) => !old.has(line));
      return [fix.title, lines.join('\n')];
    }),
  );
}

const ONE = (manifest: string, text: string, more: Partial<Written> = {}): readonly string[] =>
  Object.entries(added(written(manifest, text, more))).map(([title, lines]) => `${title}\n${lines}`);

describe('a docket number', () => {
  test.each([
    ['block', 'docket:\n  12: {title: Order}\n'],
    ['flow', 'docket: {12: {title: Order}}\n'],
    ['one line of JSON', '{"docket": {"12": {"title": "Order"}}}'],
    ['JSON', '{\n    "docket": {\n        "12": {"title": "Order"}\n    }\n}\n'],
    ['empty', ''],
    ['comments', '# Our matter\n\ndocket: # all of it\n  12: Order.txt # sealed?\n  # 13 is not ours\n\n# end\n'],
    ['CRLF', 'version: 1\r\ndocket:\r\n  12: {title: Order}\r\n'],
    ['no final newline', 'docket:\n    12:\n        title: Order'],
    ['another section', 'exhibits:\n    A: {title: Email}\n'],
  ])('in a manifest: %s', (_name, manifest) => {
    const fixes = added(written(manifest, 'See ECF No. 41-2 ("Tsung Aff.") and ECF No. 41-2 at 3.'));
    expect(Object.keys(fixes)).toEqual(['Add ECF No. 41-2 to the manifest']);
    expect(Object.values(fixes)[0]).toMatch(/"?41-2"?: \{"?title"?: "?Tsung Aff\."?\}/);
  });

  test('with the day it was filed, and among the attachments that are listed', () => {
    expect(ONE(`${HEAD}docket:\n  12: Order\n`, 'See Dkt. No. 41 (filed Dec. 6, 2024).')).toEqual([
      'Add Dkt. No. 41 to the manifest\n  41: {filed: 2024-12-06}',
    ]);
    expect(ONE('docket:\n  15:\n    attachments:\n      1: a.txt\n', 'See Dkt. 15-3.')).toEqual([
      'Add Dkt. 15-3 to the manifest\n      3: {}',
    ]);
    expect(ONE('docket:\n  15: {title: x}\n', 'See Dkt. 15-3.')).toEqual(['Add Dkt. 15-3 to the manifest\n  15-3: {}']);
    expect(ONE('docket:\n  15: {exhibits: {A: {}}}\n', 'See Dkt. 15, Ex. B.')).toEqual([
      'Add Dkt. 15, Ex. B to the manifest\n  15: {exhibits: {A: {}, B: {}}}',
    ]);
  });

  test('of another case of ours, and behind an exhibit', () => {
    const cases = 'cases:\n  Farnsworth:\n    caseNumber: 3:24-cv-01234\n    docket:\n      12: Order\n';
    expect(ONE(cases, 'See Farnsworth Dkt. 13.')).toEqual(['Add Farnsworth Dkt. 13 to the manifest\n      13: {}']);
    expect(ONE('docket:\n  12: Order\n', 'See Roe Decl., Dkt. 23.')).toEqual([
      'Add Dkt. No. 23 to the manifest\n  23: {title: Roe Decl.}',
    ]);
  });

  test('a title that holds a sealed term is not written', () => {
    const manifest = 'sealedTerms: [Llama 9]\ndocket:\n  12: Order\n';
    expect(ONE(manifest, 'See ECF No. 41 ("Llama 9 Plan").')).toEqual(['Add ECF No. 41 to the manifest\n  41: {}']);
  });
});

describe('other papers', () => {
  const sections = `Dear Judge Roe:\n\nPLAINTIFFS' STATEMENT\n\nWords.\n\nMETA'S STATEMENT\n\nSee Ex. Q.\n`;
  test('an exhibit, in its owner’s series, or the draft’s own', () => {
    expect(ONE(`${HEAD}exhibits:\n  A: x\n`, sections)).toEqual(['Add Ex. Q to the manifest\n  Q: {}']);
    expect(ONE(`${HEAD}exhibits:\n  A: x\n  Meta:\n    B: y\n`, sections)).toEqual([
      'Add Ex. Q to the manifest\n    Q: {}',
    ]);
    expect(ONE(`${HEAD}exhibits:\n  A: x\n`, "See Meta's Ex. Q.")).toEqual([
      "Add Meta's Ex. Q to the manifest\n  Meta:\n    Q: {}",
    ]);
    expect(ONE(`${HEAD}exhibits: {A: x}\npapers:\n  letter.brief:\n    exhibits:\n      A: y\n`, 'See Ex. Q.')).toEqual(
      ['Add Ex. Q to the manifest\n      Q: {}'],
    );
    expect(ONE(`${HEAD}forms: [{head: PX}]\nexhibits:\n  PX:\n    1: y\n`, 'See PX 12.')).toEqual([
      'Add PX 12 to the manifest\n    12: {}',
    ]);
  });

  test.each([
    ['See Vo Decl. ¶ 4.', 'Add Vo Decl. to the manifest\ndeclarations:\n  Vo: {}'],
    [
      'See 2d Vo Decl. Ex. D.',
      'Add 2d Vo Decl. Ex. D to the manifest\ndeclarations:\n  2d Vo:\n    exhibits:\n      D: {}',
    ],
    ['See Bashlykov Dep. 14:3.', 'Add Bashlykov Dep. to the manifest\ndepositions:\n  Bashlykov: {}'],
    ['See Compl. ¶ 4.', 'Add Compl. to the manifest\nfilings:\n  Compl.: {}'],
    ['See RFP 6.', 'Add RFP 6 to the manifest\ndiscovery:\n  - {request: RFP, requests: {6: {}}}'],
    [
      "See Plaintiffs' RFP 6.",
      "Add Plaintiffs' RFP 6 to the manifest\ndiscovery:\n  - {request: RFP, by: Plaintiffs, requests: {6: {}}}",
    ],
    ['See Trial Tr. 14:3.', 'Add Trial Tr. to the manifest\ntranscripts:\n  Trial Tr.: {}'],
  ])('%s', (text, expected) => {
    expect(ONE(HEAD, text)).toEqual([expected]);
  });

  test('an exhibit of a declaration, and a request of a set, that are listed', () => {
    expect(ONE('declarations:\n  Vo:\n    exhibits:\n      D: x\n', 'See Vo Decl. Ex. F.')).toEqual([
      'Add Vo Decl. Ex. F to the manifest\n      F: {}',
    ]);
    const sets = `${HEAD}discovery:
  - {request: RFP, name: First Set, by: Plaintiffs, requests: {1-5: {}}}
  - request: RFP
    name: Meta's Set
    by: Meta
    requests:
      1: {}
`;
    expect(ONE(sets, 'See RFP 9.').map((one) => one.split('\n')[0])).toEqual([
      'Add RFP 9 to First Set',
      "Add RFP 9 to Meta's Set",
    ]);
    expect(ONE(sets, "See Meta's RFP 9.")).toEqual(["Add Meta's RFP 9 to Meta's Set\n      9: {}"]);
  });
});

describe('what a bare RFP means', () => {
  const SETS = `${HEAD}discovery:
  - {request: RFP, name: Plaintiffs' First Set, by: Plaintiffs, requests: {6: {}}}
  - {request: RFP, name: Meta's First Set, by: Meta, requests: {6: {}}}
`;
  test('a fix for each set, under the draft', () => {
    expect(added(written(SETS, 'See RFP 6.', { path: 'letters/1.brief' }), 'ambiguous-citation')).toEqual({
      "RFP means Plaintiffs' First Set in this draft":
        "papers:\n  letters/1.brief:\n    requests: [Plaintiffs' First Set]",
      "RFP means Meta's First Set in this draft": "papers:\n  letters/1.brief:\n    requests: [Meta's First Set]",
    });
  });

  test('where the draft has an entry, in it', () => {
    const before = written(`${SETS}papers:\n  ./letter.brief: {case: x, requests: [Other]}\n`, 'See RFP 6.');
    expect(Object.values(added(before, 'ambiguous-citation'))).toContain(
      "  ./letter.brief: {case: x, requests: [Other, Plaintiffs' First Set]}",
    );
  });

  test('not for a set without a name', () => {
    const nameless = `${HEAD}discovery:\n  - {request: RFP, by: Meta, requests: {6: {}}}\n  - {request: RFP, by: Plaintiffs, requests: {6: {}}}\n`;
    expect(added(written(nameless, 'See RFP 6.'), 'ambiguous-citation')).toEqual({});
  });
});

describe('several manifests, and none', () => {
  const FARTHER = { path: '/m/exhibits.yaml', text: `${HEAD}declarations:\n  Vo:\n    exhibits:\n      D: x\n` };
  const NEARER = { path: '/m/motion/exhibits.yaml', text: 'extends: ../exhibits.yaml\ndocket:\n  12: Order\n' };
  const both = (text: string): Written => ({ text, manifests: [NEARER, FARTHER], path: 'x.brief' });

  test('a new entry goes into the nearest, what is inside another goes where that one is', () => {
    expect(added(both('See Dkt. 13.'))).toEqual({ 'Add Dkt. 13 to the manifest': '  13: {}' });
    const before = both('See Vo Decl. Ex. F.');
    const view = fixViewOf(before);
    const [fix] = fixesOf(view).filter(({ title }) => title.startsWith('Add'));
    expect(fix?.file.uri).toBe('file:///m/exhibits.yaml');
    expect(added(before)).toEqual({ 'Add Vo Decl. Ex. F to the manifest': '      F: {}' });
  });

  test('none where the manifest is broken, where nothing safe can be written, or for a range', () => {
    expect(ONE('docket: order.txt\nexhibits: {A: x}\n', 'See Dkt. 13.')).toEqual([]);
    expect(ONE('docket: {12: x}\n', 'See Dkts. 30-33.')).toEqual([]);
    const view = fixViewOf(written('docket: {12: x}\n', 'See Dkt. 13.'));
    expect(fixesOf({ ...view, manifests: [] }).filter(({ title }) => title.startsWith('Add'))).toEqual([]);
  });
});
