import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Printed, run } from '../../server/src/cli/run.ts';
import { MANIFEST_RULES, RULES } from '../../server/src/lint/rules.ts';

const MANIFEST = `version: 1
matter: {docketComplete: 7}

docket:
  1: {title: Complaint, file: 1.txt}
  2: {title: Order, sealing: granted, file: 2.txt}
exhibits: {A: a.txt, B: {title: Never cited}}
`;
const DRAFT = 'See Dkt. No. 1 at 2; Ex. A.\n\nId. at 9. See Dkt. No. 7 at 3.\n';

let folder: string;

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

async function briefcite(words: string, input = ''): Promise<Printed> {
  return run(words.split(' '), { folder, input: Readable.from([input]), colours: false, version: '9.9.9' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefcite-cli-'));
  write({
    'm/exhibits.yaml': MANIFEST,
    'm/1.txt': 'one\ftwo\fthree',
    'm/2.txt': 'Confidential arrangements\fmore',
    'm/a.txt': 'words',
    'm/deep/er/letter.brief': DRAFT,
    'broken/exhibits.yaml': 'docket:\n  1: "never closed\n',
    'broken/letter.brief': DRAFT,
    'alone/letter.brief': DRAFT,
    'foreign/exhibits.yaml': 'paintings: [one, two]\n',
    'foreign/letter.brief': DRAFT,
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('briefcite rules says what each finding means', async () => {
  const { out, status } = await briefcite('rules');
  expect(status).toBe(0);
  for (const { code } of [...RULES, ...MANIFEST_RULES]) expect(out).toContain(`## ${code} (`);
  expect((await briefcite('rules m')).error).toBe('briefcite rules reads no file. Try briefcite --help.\n');
});

describe('briefcite check', () => {
  test('prints a finding under its words, and the counts', async () => {
    const { out, error, status } = await briefcite('check m/deep/er/letter.brief');
    expect(out).toBe(
      `m/deep/er/letter.brief:3:1  Id.
    hint: Id. follows two sources here. Name the one that is meant. [ambiguous-citation]

m/deep/er/letter.brief:3:15  Dkt. No. 7
    error: Dkt. No. 7 is not in the manifest. [unresolved-citation]

m/exhibits.yaml:7:22  B
    hint: Ex. B is not cited. [unused-exhibit]

4 citations: 2 answered, 1 ambiguous, 1 not in the manifest. 1 to look at.
`,
    );
    expect(error).toBe('');
    expect(status).toBe(1);
  });

  test('fails at what it is told to fail at', async () => {
    expect((await briefcite('check m/deep/er/letter.brief --fail-on never')).status).toBe(0);
    expect((await briefcite('check - --manifest m/exhibits.yaml', 'See Dkt. No. 1 at 2.')).status).toBe(0);
    expect((await briefcite('check - --manifest m/exhibits.yaml --fail-on warning', 'See Dkt. No. __.')).status).toBe(
      1,
    );
    expect((await briefcite('check - --manifest m/exhibits.yaml', 'See Dkt. No. __.')).status).toBe(0);
  });

  test('without a manifest it says where it looked: silence must not look like success', async () => {
    const { out, error, status } = await briefcite('check alone/letter.brief');
    expect(status).toBe(2);
    expect(out).not.toContain('answered');
    expect(error).toMatch(/^alone\/letter\.brief: no manifest \(exhibits\.yaml, \.yml or \.json\) in .*alone, /);
    expect((await briefcite('check foreign/letter.brief')).status).toBe(2);
  });

  test('a manifest that cannot be read is one finding, and no citation is called missing', async () => {
    const { out, error, status } = await briefcite('check broken/letter.brief --format json');
    const { files } = JSON.parse(out);
    expect(status).toBe(2);
    expect(error).toBe("broken/exhibits.yaml can't be read; no citation was looked up in it.\n");
    expect(files[0].findings).toEqual([]);
    expect(files[0].citations.map((citation: { status: string }) => citation.status)).toEqual([
      'unknown',
      'unknown',
      'ambiguous',
      'unknown',
    ]);
    expect(files[1].findings.map((finding: { code: string; line: number }) => [finding.code, finding.line])).toEqual([
      ['manifest-invalid', 2],
    ]);
  });

  test('drafts that cannot be read do not stop the others', async () => {
    const { out, error, status } = await briefcite('check m/nowhere.brief m m/deep/er/letter.brief');
    expect(status).toBe(2);
    expect(error).toBe('m/nowhere.brief is not there.\nm is a folder; name the draft in it.\n');
    expect(out).toContain('4 citations');
  });
});

describe('JSON', () => {
  test('is the one that is promised', async () => {
    const { out } = await briefcite('check m/deep/er/letter.brief --format json');
    const { version, files } = JSON.parse(out);
    expect(version).toBe(1);
    expect(files[0].path).toBe('m/deep/er/letter.brief');
    expect(files[0].citations[0]).toEqual({
      text: 'Dkt. No. 1 at 2',
      start: 4,
      end: 19,
      line: 1,
      column: 5,
      form: 'docketEntry',
      targets: [
        {
          docket: '1',
          start: 4,
          end: 14,
          status: 'resolved',
          source: { name: 'Dkt. No. 1', entry: '/docket/1' },
          pins: [{ unit: 'page', first: '2', last: '2', start: 18, end: 19 }],
        },
      ],
      antecedent: null,
      status: 'resolved',
    });
    const id = files[0].citations[2];
    expect([id.antecedent, id.antecedents, id.status, id.targets[0].pins[0].first]).toEqual([
      1,
      [0, 1],
      'ambiguous',
      '9',
    ]);
    expect(id.targets[0].source).toBeNull();
    expect(id.targets[0].candidates.map((one: { entry: string }) => one.entry)).toEqual(['/docket/1', '/exhibits/A']);
    expect(
      files[0].findings.map((finding: { code: string; citation: number }) => [finding.code, finding.citation]),
    ).toEqual([
      ['ambiguous-citation', 2],
      ['unresolved-citation', 3],
    ]);
    expect(files[1].path).toBe('m/exhibits.yaml');
  });

  test('citations need no manifest, and many drafts go in one call', async () => {
    const { out, status } = await briefcite('citations alone/letter.brief m/deep/er/letter.brief --format json');
    const { files } = JSON.parse(out);
    expect(status).toBe(0);
    expect(files[0].citations[0].status).toBe('unknown');
    expect(files[0].findings).toBeUndefined();
    expect(files[1].citations[0].status).toBe('resolved');
    expect((await briefcite('citations alone/letter.brief')).out).toContain(
      'alone/letter.brief:1:5  Dkt. No. 1 at 2  [docketEntry] unknown',
    );
  });

  test('an open citation, an authority and a blank', async () => {
    const { out } = await briefcite('citations - --format json', 'See Ex. __ at __. See 2017 WL 5165487, at *1-2.');
    const [open, law] = JSON.parse(out).files[0].citations;
    expect([open.status, open.open]).toEqual(['unresolved', true]);
    expect([law.form, law.status, law.targets[0].authority]).toEqual(['caseLaw', 'outside-record', '2017 WL 5165487']);
  });
});

test('SARIF has rules, places and no words of an exhibit', async () => {
  const { out } = await briefcite('check m/deep/er/letter.brief --format sarif');
  const { version, runs } = JSON.parse(out);
  expect(version).toBe('2.1.0');
  expect(runs[0].tool.driver.rules.length).toBeGreaterThan(14);
  expect(
    runs[0].results.map((result: { ruleId: string; level: string }) => [result.ruleId, result.level]),
  ).toContainEqual(['unresolved-citation', 'error']);
  expect(out).not.toContain('Confidential');
});

describe('briefcite pages', () => {
  test('shows the pages of a text', async () => {
    const { out } = await briefcite('pages m/1.txt --format json');
    expect(
      JSON.parse(out).pages.map(({ index, text }: { index: number; text: string }) => [index, text.trim()]),
    ).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ]);
    const missing = await briefcite('pages m/none.txt --format json');
    expect(missing.status).toBe(2);
    expect(JSON.parse(missing.out).error).toMatch(/not there/);
  });
});

describe('usage', () => {
  test.each([
    'chekc a',
    'check',
    'check a --format xml',
    'check a --fail-on maybe',
    'pages a b',
    'citations a --fail-on never',
    'check a --nonsense',
  ])('wrong: %s', async (words) => {
    const { out, error, status } = await briefcite(words);
    expect([out, status]).toEqual(['', 2]);
    expect(error.split('\n')).toHaveLength(2);
    expect(error).toContain('Try briefcite --help.');
  });

  test('help and version', async () => {
    expect((await briefcite('--help')).out).toContain('briefcite check');
    expect((await briefcite('check --help')).out).toContain('--fail-on');
    expect((await briefcite('--version')).out).toBe('9.9.9\n');
  });
});
