import { expect, test } from 'vitest';
import { addEntry, inserted } from '../../server/src/record/addEntry.ts';
import type { NewValue } from '../../server/src/record/entryText.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import { child, nodeAt, pointerStep } from '../../server/src/record/manifestTree.ts';

const TITLED: NewValue = new Map([['title', 'Tsung Aff.']]);

function after(text: string, keys: readonly string[], value: NewValue = TITLED): string | undefined {
  const insertions = addEntry(parseManifest(text, 'exhibits.yaml'), keys, value);
  if (!insertions) return undefined;
  const made = inserted(text, insertions);
  const { root } = parseManifest(made, 'exhibits.yaml');
  expect(root && nodeAt(root, keys.map(pointerStep).join(''))).toBeDefined();
  return made;
}

const ENTRY = '41: {title: Tsung Aff.}';

test.each([
  ['block style', 'docket:\n  12: {title: Order}\n', `docket:\n  12: {title: Order}\n  ${ENTRY}\n`],
  ['an indent of four', 'docket:\n    12: Order.txt\n', `docket:\n    12: Order.txt\n    ${ENTRY}\n`],
  ['no final newline', 'docket:\n  12: Order', `docket:\n  12: Order\n  ${ENTRY}`],
  ['CRLF', 'docket:\r\n  12: Order\r\nversion: 1\r\n', `docket:\r\n  12: Order\r\n  ${ENTRY}\r\nversion: 1\r\n`],
  [
    'comments',
    '# top\ndocket: # the docket\n  12: Order # first\n  # more to come\n\nversion: 1 # last\n# end\n',
    `# top\ndocket: # the docket\n  12: Order # first\n  ${ENTRY}\n  # more to come\n\nversion: 1 # last\n# end\n`,
  ],
  [
    'a last entry of several lines',
    'docket:\n  12:\n    title: >\n      An order\n      of the court\n\n    note: x\nversion: 1\n',
    `docket:\n  12:\n    title: >\n      An order\n      of the court\n\n    note: x\n  ${ENTRY}\nversion: 1\n`,
  ],
  ['a flow map', 'docket: {12: Order}\n', `docket: {12: Order, ${ENTRY}}\n`],
  ['an empty flow map', 'docket: {}\n', `docket: {${ENTRY}}\n`],
  ['a flow map with a comma at its end', 'docket: {12: Order,}\n', `docket: {12: Order, ${ENTRY}}\n`],
  [
    'a flow map of several lines',
    'docket: {\n  12: Order, # one\n  13: Other # two\n}\n',
    `docket: {\n  12: Order, # one\n  13: Other, # two\n  ${ENTRY}\n}\n`,
  ],
  ['nothing behind the key', 'docket: # none yet\nversion: 1\n', `docket: # none yet\n  ${ENTRY}\nversion: 1\n`],
  ['nothing behind the last key', 'version: 1\ndocket:', `version: 1\ndocket:\n  ${ENTRY}`],
  ['no such key', 'version: 1\nexhibits:\n    A: x\n', `version: 1\nexhibits:\n    A: x\ndocket:\n    ${ENTRY}\n`],
  ['an empty file', '', `docket:\n  ${ENTRY}\n`],
  ['a file of comments', '# mine', `# mine\ndocket:\n  ${ENTRY}\n`],
  ['a mark before the first letter', '\uFEFFdocket:\n  12: x\n', `\uFEFFdocket:\n  12: x\n  ${ENTRY}\n`],
  ['JSON on a line', '{"docket":{"12":"x"}}', '{"docket":{"12":"x", "41": {"title": "Tsung Aff."}}}'],
  [
    'JSON of several lines',
    '{\n  "docket": {\n    "12": "x"\n  }\n}\n',
    '{\n  "docket": {\n    "12": "x",\n    "41": {"title": "Tsung Aff."}\n  }\n}\n',
  ],
  [
    'JSON without the key',
    '{\n  "version": 1\n}\n',
    '{\n  "version": 1,\n  "docket": {"41": {"title": "Tsung Aff."}}\n}\n',
  ],
  ['a JSON map of nothing', '{}', '{"docket": {"41": {"title": "Tsung Aff."}}}'],
  [
    'an alias as the last value',
    'docket:\n  12: &o {title: x}\n  13: *o\n',
    `docket:\n  12: &o {title: x}\n  13: *o\n  ${ENTRY}\n`,
  ],
])('%s', (_name, before, expected) => {
  expect(after(before, ['docket', '41'])).toBe(expected);
});

test.each([
  ['a manifest that is broken', 'docket: {12: [\n'],
  ['a list', '- docket\n'],
  ['the entry is there', 'docket:\n  "41": x\n'],
  ['a file name where a map would be', 'docket: 41.txt\n'],
  ['an alias', 'cases: {a: {docket: &d {12: x}}}\ndocket: *d\n'],
  ['what an alias repeats', 'docket: &d\n  12: x\n'],
  ['a key that is there twice', 'docket: {1: x}\ndocket: {2: x}\n'],
  ['null in a flow map', '{"docket": null}'],
])('none for %s', (_name, before) => {
  expect(after(before, ['docket', '41'])).toBeUndefined();
});

test('keys inside one another, made as far as they lack', () => {
  expect(after('exhibits:\n  A: x\n', ['exhibits', 'Meta', 'B'])).toBe(
    'exhibits:\n  A: x\n  Meta:\n    B: {title: Tsung Aff.}\n',
  );
  expect(after('docket:\n  41: {title: x}\n', ['docket', '41', 'exhibits', 'A'], new Map())).toBe(
    'docket:\n  41: {title: x, exhibits: {A: {}}}\n',
  );
});

test('lists: a new one, one more', () => {
  const keys = ['papers', 'letters/1.brief', 'requests'];
  expect(after('docket: {}\n', keys, ["Plaintiffs' First Set"])).toBe(
    "docket: {}\npapers:\n  letters/1.brief:\n    requests: [Plaintiffs' First Set]\n",
  );
  expect(after('papers: {letters/1.brief: {requests: [One]}}\n', keys, ['Two'])).toBe(
    'papers: {letters/1.brief: {requests: [One, Two]}}\n',
  );
  expect(after('papers:\n  letters/1.brief:\n    requests:\n    - One\n', keys, ['Two'])).toBe(
    'papers:\n  letters/1.brief:\n    requests:\n    - One\n    - Two\n',
  );
  const set: NewValue = new Map<string, NewValue>([
    ['request', 'RFP'],
    ['requests', new Map([['6', new Map()]])],
  ]);
  expect(after('discovery:\n  - request: RFA\n    requests: {1: {}}\n', ['discovery'], [set])).toBe(
    'discovery:\n  - request: RFA\n    requests: {1: {}}\n  - {request: RFP, requests: {6: {}}}\n',
  );
  expect(after('discovery:\n  - request: RFA\n    requests: {1: {}}\n', ['discovery', '0', 'requests', '2'])).toBe(
    'discovery:\n  - request: RFA\n    requests: {1: {}, 2: {title: Tsung Aff.}}\n',
  );
});

test.each(['yes', 'Letter: a reply', 'Order # 3', '"Hit List"', '- x', 'null', 'a, b', '{x}', 'Ü & Söhne'])(
  'words that mean something to YAML are quoted: %s',
  (words) => {
    const text = after('docket: {}\n', ['docket', '41'], new Map([['title', words]])) ?? '';
    expect(child(child(child(parseManifest(text, '').root, 'docket'), '41'), 'title')).toMatchObject({ value: words });
    expect(text).toContain(words === 'Ü & Söhne' ? `title: ${words}}` : JSON.stringify(words));
  },
);
