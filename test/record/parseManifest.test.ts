import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../server/src/record/manifest.ts';
import { child, type ManifestNode } from '../../server/src/record/manifestTree.ts';
import { checkProblems } from './fixture.ts';

const UNTIL = 'Until it is mended, citations are answered from the last version that could be read.';

function keysOf(node: ManifestNode | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}

describe('keys are taken as written', () => {
  test('never as the numbers that YAML makes of them', () => {
    const { root } = parseManifest(
      'docket:\n  1.10: a\n  007: b\n  0x1F: c\n  1e3: d\n  true: e\n  ~: f\n  "308": g\n',
      'm',
    );
    expect(keysOf(child(root, 'docket'))).toEqual(['1.10', '007', '0x1F', '1e3', 'true', '~', '308']);
  });

  test('JSON is read too, and has the same keys', () => {
    const { root, problems } = parseManifest('{"docket": {"1.10": "a.pdf", "308": {"title": "Order"}}}', 'm');
    expect(problems).toEqual([]);
    expect(keysOf(child(root, 'docket'))).toEqual(['1.10', '308']);
  });

  test('a byte order mark and Windows line ends do not move anything', () => {
    const text = '\uFEFFdocket:\r\n  12:\r\n    titel: Order\r\n';
    const [problem] = parseManifest(text, 'm').problems;
    expect(text.slice(problem?.span.start, problem?.span.end)).toBe('titel');
  });

  test('an alias is what it stands for', () => {
    const { root, problems } = parseManifest('docket:\n  1: &one {title: Order}\n  2: *one\n', 'm');
    expect(problems).toEqual([]);
    expect(child(child(root, 'docket'), '2')).toBe(child(child(root, 'docket'), '1'));
  });
});

describe('whose file it is', () => {
  test.each([
    ['', 'nothing'],
    ['# later\n', 'a comment'],
    ['services: {web: {}}\nversion: "3"\n', "somebody else's"],
    ['version: 1\n', 'a version alone'],
    ['- one\n- two\n', 'a list'],
    ['just words\n', 'words'],
    ['title: "open\nx: y\n', 'unreadable and not ours'],
  ])('%j (%s) is not ours: nothing is said of it', (text) => {
    expect(parseManifest(text, 'm')).toMatchObject({ isOurs: false, problems: [] });
  });

  test.each(['docket:\n', 'exhibits: {A: a.pdf}\n', 'extends: ../exhibits.yaml\n', '{"filings": {}}'])(
    '%j is ours',
    (text) => {
      expect(parseManifest(text, 'm')).toMatchObject({ isOurs: true, readable: true, problems: [] });
    },
  );

  test('what it extends is given with its place', () => {
    const text = 'extends: ../exhibits.yaml\n';
    expect(parseManifest(text, 'm').extends).toEqual({ path: '../exhibits.yaml', span: { start: 9, end: 25 } });
  });
});

describe('a file that cannot be read is one finding, in plain words', () => {
  test('a quote that is not closed', () => {
    checkProblems(`docket:
  12:
    title: "Order re motion
    ^^^^^^^^^^^^^^^^^^^^^^^ This line can't be read: a quote is not closed. ${UNTIL}
  14: Opposition
`);
  });

  test('the opening quote is meant, however far below the file stumbles', () => {
    checkProblems(`docket:
  12:
    title: 'Order re motion
    ^^^^^^^^^^^^^^^^^^^^^^^ ... a quote is not closed ...

  14: "Opposition"

`);
  });

  test('a tab', () => {
    checkProblems(`docket:
\t12: a.pdf
 ^^^^^^^^^ This line can't be read: it is indented with a tab. Use spaces. ${UNTIL}
`);
  });

  test('lines that do not stand under one another', () => {
    checkProblems(`docket:
  12: a.pdf
 14: b.pdf
 ^^^^^^^^^ ... it is not indented like the lines it belongs to ...
`);
    checkProblems(`docket:
  12: a.pdf
  ^^^^^^^^^ ... the line below it is indented too far ...
    14: b.pdf
`);
  });

  test('a second colon', () => {
    checkProblems(`docket:
  12:
    title: Order: granted
    ^^^^^^^^^^^^^^^^^^^^^ ... it has a second colon. Words with a colon in them need quotes ...
`);
  });

  test('words that begin like something else', () => {
    checkProblems(`docket:
  12:
    title: [Proposed] Order
    ^^^^^^^^^^^^^^^^^^^^^^^ ... words that begin with [ need quotes ...
`);
    checkProblems(`docket:
  12:
    title: "Hit report" of June
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ... begin with a quotation mark, and need quotes around the whole ...
`);
    checkProblems(`docket:
  12: @order.pdf
  ^^^^^^^^^^^^^^ ... words that begin with @ need quotes ...
`);
  });

  test('brackets that are not closed', () => {
    checkProblems(`exhibits:
  A: {title: Chart, as: [Jones Decl. Ex. 2}
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ... a list that opens with [ is not closed ...
`);
    checkProblems(`exhibits:
  A: {title: Chart
  ^^^^^^^^^^^^^^^^ ... a group that opens with { is not closed ...
declarations:
  Jones: jones.pdf
`);
  });

  test('a missing comma, a missing colon, a backslash, a second document', () => {
    checkProblems(`{"docket": {"1": "a.pdf" "2": "b.pdf"}}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ... a comma is missing ...`);
    checkProblems(`docket:
  12: a.pdf
  14
  ^^ ... a colon with a space behind it is missing ...
  16: b.pdf
`);
    checkProblems(`docket:
  12: "orders\\x.pdf"
  ^^^^^^^^^^^^^^^^^^ ... a backslash has to be written twice ...
`);
    checkProblems(`docket: {12: a.pdf}
---
^^^ ... a second document ...
docket: {14: b.pdf}
`);
  });

  test('a list where the sections should stand', () => {
    checkProblems(`- docket: {12: a.pdf}
^^^^^^^^^^^^^^^^^^^^^ ... at the left margin ...
- exhibits: {A: a.pdf}
`);
  });
});

describe('no text hurts', () => {
  test('nesting without an end', () => {
    for (const open of ['[', '{', '- ', '? ', '{a: ', '[{']) {
      const parsed = parseManifest(`docket: 1\nexhibits: ${open.repeat(5000)}`, 'm');
      expect(parsed.problems.length).toBe(1);
    }
  }, 30_000);

  test('aliases of aliases of aliases', () => {
    const bomb = ['a', 'b', 'c', 'd', 'e', 'f'].reduce(
      (lines, name, index, names) =>
        `${lines}${name}: &${name} [${Array(12).fill(index ? `*${names[index - 1]}` : 'x')}]\n`,
      '',
    );
    expect(parseManifest(`${bomb}docket: *f\n`, 'm')).toMatchObject({ readable: false, isOurs: true });
  });

  test('an alias of itself, and one of nothing', () => {
    checkProblems(`docket:
  12: &a {title: *a}
                 ^^ ... need quotes ...
  14: *Confidential*
      ^^^^^^^^^^^^^^ ... need quotes ...
`);
  });

  test('names out of the language', () => {
    const text = 'docket: {__proto__: a.pdf, constructor: b.pdf, toString: {hasOwnProperty: 1}}\n';
    expect(parseManifest(text, 'm').problems.map(({ message }) => message)).toEqual([
      '`hasOwnProperty` is not a field of the manifest here. It is left out.',
    ]);
  });
});
