import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDraft, readMatter } from '../../server/src/cli/readMatter.ts';
import { run } from '../../server/src/cli/run.ts';
import { markFor } from '../../server/src/lint/checks.ts';
import { withMarks } from '../../server/src/record/citeCheck.ts';

const FILES = {
  'exhibits.yaml': `docket:
  1: {title: "Order <b>& more</b>", filed: 2024-12-06, file: 1.txt}
  2: {title: Sealed paper, sealing: granted, file: 2.txt}
  3: {title: No file}
exhibits: {A: {title: =cmd}}
`,
  '1.txt': 'The first page.\f  3  The pump <i>stopped</i> at noon.\f',
  '2.txt': 'Quastenflosser.\fQuastenflosser again.',
  'letter.brief': `The pump stopped at noon that day. Dkt. No. 1 at 2. It was kept under seal for a year. Dkt. No. 2 at 1.
Nobody looked at it. Dkt. No. 3 at 4; Ex. A. See also Dkt. No. 9. The rule is the same elsewhere. 573 U.S. 208.
`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefcite-report-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function report(words = ''): Promise<string> {
  const around = { folder, input: Readable.from([]), colours: false, version: '9.9.9' };
  const printed = await run(`report letter.brief ${words}`.trim().split(' '), around);
  expect(printed.error).toBe('');
  // What was found is for a person to weigh.
  expect(printed.status).toBe(0);
  return printed.out;
}

describe('briefcite report', () => {
  test('lists what has to be attached, paper by paper', async () => {
    const { reports } = JSON.parse(await report('--format json'));
    expect(reports[0].toAttach.map(({ name, pages }: { name: string; pages: string[] }) => [name, ...pages])).toEqual([
      ['Dkt. No. 1', '2'],
      ['Dkt. No. 2', '1'],
      ['Dkt. No. 3', '4'],
      ['Ex. A'],
    ]);
    const page = await report('--format html');
    expect(page).toContain('<h2>Pages to attach</h2>');
    expect(page).toContain('<tr><td>Dkt. No. 2</td><td>Sealed paper</td><td>1</td></tr>');
  });

  test('has each citation with its sentence, its paper, the page and what could not be looked at', async () => {
    const { version, reports } = JSON.parse(await report('--format json'));
    expect(version).toBe(1);
    const [{ name, summary, citations, notChecked }] = reports;
    expect(name).toBe('letter.brief');
    expect(summary).toBe(
      '6 citations, 1 not in the manifest, 0 that could be several papers, 1 findings to look at, 4 not looked at by the program.',
    );
    expect(notChecked).toBe(4);
    expect(citations[0]).toEqual({
      number: 1,
      line: 1,
      words: 'Dkt. No. 1 at 2',
      sentence: 'The pump stopped at noon that day. Dkt. No. 1 at 2.',
      papers: [
        {
          name: 'Dkt. No. 1 at 2',
          details: ['Order <b>& more</b>', 'December 6, 2024'],
          statuses: [],
          passage: '  3  The pump <i>stopped</i> at noon.',
          notes: ['By its place in the file.'],
        },
      ],
      findings: [],
    });
    expect(citations.map((row: { notChecked?: string }) => row.notChecked)).toEqual([
      undefined,
      'Its words are withheld: it is under seal.',
      'No file is named for it in the manifest.',
      'No file is named for it in the manifest.',
      undefined,
      'It is not of this record; it was not looked up.',
    ]);
    expect(citations[4].findings).toEqual([
      { severity: 'warning', message: 'Dkt. No. 9 is not in the manifest.', code: 'unresolved-citation' },
    ]);
  });

  test.each(['html', 'csv', 'json'])(
    'as %s has no word of a paper under seal, and no verdict of its own',
    async (format) => {
      const out = await report(`--format ${format}`);
      expect(out).toContain('Its words are withheld');
      expect(out).not.toContain('Quastenflosser');
      expect(out).not.toMatch(/verified|all clear/i);
    },
  );

  test('as a page: nothing from a draft or exhibit is alive in it, and it fetches nothing', async () => {
    const page = await report();
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('Order &#60;b&#62;&#38; more&#60;/b&#62;');
    expect(page).toContain('The pump &#60;i&#62;stopped&#60;/i&#62; at noon.');
    expect(page).not.toMatch(/<script|<img|<link|https?:/);
    expect(page.match(/&#x2610; supports</g)?.length).toBe(6);
  });

  test('as a table: a row for each citation, empty columns for a person, and no formula', async () => {
    const table = await report('--format csv');
    expect(
      table.startsWith(
        'draft,number,line,citation,sentence,paper,passage,findings,not looked at,verdict,initials,note,checked on\r\n',
      ),
    ).toBe(true);
    expect(table).toContain('Ex. A · =cmd');
    expect(table).not.toMatch(/(?:^|,)"?=cmd/m);
    expect(table.split('\r\n').filter((line) => /^letter\.brief,\d/.test(line)).length).toBe(6);
    expect(table).toMatch(/,,,\r\n/);
  });
});

test('the report shows what a person found, while it holds', async () => {
  const [first] = JSON.parse(await report('--format json')).reports[0].citations;
  expect(first).not.toHaveProperty('check');
  // The program's own words for a citation are not in its output: a mark is made as the editor makes it.
  const read = await readMatter(join(folder, 'exhibits.yaml'), []);
  const draft = await readDraft(FILES['letter.brief'], join(folder, 'letter.brief'), read);
  const said = { draft: 'letter.brief', verdict: 'wrong pin', by: 'J.S.', on: '2026-11-21', note: 'On <3>.' } as const;
  const marks = draft.citations.slice(0, 2).flatMap((one) => markFor(draft, one, read.shelf.lookup, said) ?? []);
  const held = marks.map((mark, place) => (place === 0 ? mark : { ...mark, pin: 'at 9' }));
  writeFileSync(join(folder, 'cite-check.yaml'), withMarks('', held) ?? '');

  const [{ citations, summary }] = JSON.parse(await report('--format json')).reports;
  expect(citations.map(({ check }: { check?: unknown }) => check).slice(0, 2)).toEqual([
    { verdict: 'wrong pin', by: 'J.S.', on: '2026-11-21', note: 'On <3>.' },
    undefined,
  ]);
  expect(summary).toMatch(/1 of \d checked by a person\.$/);
  const html = await report();
  expect(html).toContain('<p class="box">&#x2612; wrong pin</p>');
  expect(html).toContain('<p class="box">J.S., November 21, 2026</p><p class="box wide">On &#60;3&#62;.</p>');
  expect(html).toContain('it is now Dkt. No. 2 at 1, not at 9.');
  expect((await report('--format csv')).split('\r\n')[1]).toMatch(/,wrong pin,J\.S\.,On <3>\.,2026-11-21$/);
  rmSync(join(folder, 'cite-check.yaml'));
});

test('has every finding once: at the citation that it speaks of, or apart', async () => {
  const quoted = join(folder, 'quoted.brief');
  writeFileSync(
    quoted,
    'The order says "the pump stopped at *midnight* and never again." _Order_, Dkt. No. 1 at 2.\n\n' +
      'Somebody called it "the most careful pump in all of the county".\n',
  );
  const around = { folder, input: Readable.from([]), colours: false, version: '9.9.9' };
  const printed = await run(['report', 'quoted.brief', '--format', 'json'], around);
  const [{ citations, otherFindings }] = JSON.parse(printed.out).reports;
  const codes = citations.flatMap((row: { findings: { code: string }[] }) => row.findings.map(({ code }) => code));
  expect(codes).toEqual(['quotation-not-found', 'emphasis-unexplained']);
  expect(otherFindings).toMatchObject([{ code: 'quotation-uncited', line: 3 }]);
  const csv = (await run(['report', 'quoted.brief', '--format', 'csv'], around)).out;
  expect(csv).toContain('quoted.brief,,3,,,,,');
  const page = (await run(['report', 'quoted.brief'], around)).out;
  expect(page).toMatch(/<h2>Found where nothing is cited<\/h2>\n<ul>\n<li class="hint">Line 3: /);
  rmSync(quoted);
});
