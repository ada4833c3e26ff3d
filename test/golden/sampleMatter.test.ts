import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type ReadMatter, readDraft, readMatter } from '../../server/src/cli/readMatter.ts';
import { run } from '../../server/src/cli/run.ts';
import type { Draft } from '../../server/src/draft.ts';
import { checksOf } from '../../server/src/lint/checks.ts';
import type { Finding } from '../../server/src/lint/finding.ts';
import { findingsOfDraft, findingsOfManifest } from '../../server/src/lint/lint.ts';
import { MANIFEST_RULES, RULES } from '../../server/src/lint/rules.ts';
import { parseCiteCheck } from '../../server/src/record/citeCheck.ts';
import type { ResolvedCitation } from '../../server/src/resolve/resolution.ts';
import { type LineIndex, lineIndexOf } from '../../server/src/text/lineIndex.ts';
import { lineOf } from '../syntax/notation.ts';

const folder = fileURLToPath(new URL('../matters/harborline', import.meta.url));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const text = read('letter-brief.brief');
const manifestText = read('exhibits.yaml');
const draftPath = join(folder, 'letter-brief.brief');
const manifestPath = join(folder, 'exhibits.yaml');

const matter = await readMatter(manifestPath, [folder]);
const draft = await readDraft(text, draftPath, matter);
const { marks, problems } = parseCiteCheck(read('cite-check.yaml'));
const checks = checksOf(draft, matter.shelf.lookup, marks);
const found = findingsOfDraft(draft, { pages: matter.shelf.lookup, rules: {}, checks });
const foundInManifest = findingsOfManifest(manifestPath, [draft], { pages: matter.shelf.lookup, rules: {} });

test('the findings are those that a person marked, with their words', () => {
  const lines = [
    'letter-brief.brief',
    ...found.flatMap((finding) => findingLines(text, finding)),
    'exhibits.yaml',
    ...foundInManifest.flatMap((finding) => findingLines(manifestText, finding)),
  ];
  expect(lines).toEqual(withoutComments(read('expected-findings.txt')));
});

test('every rule has its planted mistake', () => {
  const codes = new Set([...found, ...foundInManifest].map(({ code }) => code));
  const unheard = [...RULES, ...MANIFEST_RULES].map(({ code }) => code).filter((code) => !codes.has(code));
  // The letter says in its first note which numbering its pins follow, so that none is in doubt.
  expect(unheard).toEqual(['pin-ambiguous']);
});

test('what a person checked is found again, and most of it holds', () => {
  expect(problems).toEqual([]);
  expect(checks.size).toBe(marks.length);
  expect([...checks.values()].map(({ changed }) => changed).sort()).toEqual([
    'paper',
    'sentence',
    ...marks.slice(2).map(() => undefined),
  ]);
});

test('every citation is read and leads to its paper', () => {
  const places = lineIndexOf(text);
  const lines = draft.citations.map((resolved) => citationLine(places, resolved));
  expect(lines).toEqual(withoutComments(read('expected-citations.txt')));
});

test('most citations of the letter are right', () => {
  const spoken = new Set(found.flatMap(({ citation }) => citation ?? []));
  expect(draft.citations.length).toBeGreaterThan(90);
  expect(spoken.size).toBeLessThan(draft.citations.length / 3);
});

test('the ignore that works hides one finding', async () => {
  // The words go and their line stays, so that every other line keeps its number.
  const ignored = /^<!-- briefcite-ignore stale-citation.*$/m;
  const bare = await findingsWithout(matter, text.replace(ignored, ''));
  const before = new Set(found.flatMap((finding) => findingLines(text, finding)));
  const hidden = bare.lines.filter((line) => !before.has(line));
  expect(hidden).toEqual([
    '126:Dkt. No. 66 => stale-citation information',
    '    Dkt. No. 66 was vacated by Dkt. No. 71.',
  ]);
});

test('no word of the protected report is in anything that is printed', async () => {
  const report = 'exhibits/plaintiffs-f-brightwell-report.txt';
  const others = [...new Set(citedFiles(draft))].filter((file) => file !== report);
  const elsewhere = new Set([text, manifestText, ...others.map(read)].flatMap(longWords));
  const secret = [...new Set(longWords(read(report)))].filter((word) => !elsewhere.has(word));
  expect(secret.length).toBeGreaterThan(20);
  const source = draft.citations
    .flatMap(({ targets }) => targets)
    .find((target) => target.source?.file === report)?.source;
  expect(source && matter.shelf.lookup(source)?.state).toBe('read');
  for (const format of ['text', 'json', 'sarif']) {
    const around = { folder, input: process.stdin, colours: false, version: '0.0.0' };
    const { out } = await run(['check', 'letter-brief.brief', '--format', format], around);
    const printed = new Set(longWords(out));
    expect(secret.filter((word) => printed.has(word))).toEqual([]);
  }
});

/** `30:58-51 => pin-reversed warning`, and under it the message. */
function findingLines(of: string, { span, code, severity, message }: Finding): readonly string[] {
  const { line } = lineIndexOf(of).placeOf(span.start);
  const words = of.slice(span.start, span.end).replace(/\s+/g, ' ');
  return [`${line}:${words} => ${code} ${severity}`, `    ${message}`];
}

/** `18 docketEntry "Dkt. No. 77 at 2" docket=77 p2 => Dkt. No. 77`. */
function citationLine(places: LineIndex, resolved: ResolvedCitation): string {
  const { citation, targets, status, open } = resolved;
  const { line } = places.placeOf(citation.start);
  const papers = targets.flatMap(
    ({ source, sources, candidates }) => sources ?? candidates ?? (source ? [source] : []),
  );
  const names = [...new Set(papers.map(({ name }) => name))].join(' | ');
  const answer = open ? 'open' : status === 'resolved' ? names : `${status}${names ? `: ${names}` : ''}`;
  return `${line} ${lineOf(text, citation)} => ${answer}`;
}

async function findingsWithout(of: ReadMatter, words: string): Promise<{ readonly lines: readonly string[] }> {
  const other = await readDraft(words, draftPath, of);
  const again = checksOf(other, of.shelf.lookup, marks);
  const findings = findingsOfDraft(other, { pages: of.shelf.lookup, rules: {}, checks: again });
  return { lines: findings.flatMap((finding) => findingLines(words, finding)) };
}

/** The exhibits that the letter cites and that can be opened. */
function citedFiles(of: Draft): readonly string[] {
  const sources = of.citations.flatMap(({ targets }) => targets.flatMap(({ source }) => source ?? []));
  return sources.flatMap((source) => (matter.shelf.pathOf(source) && source.file !== undefined ? [source.file] : []));
}

function longWords(of: string): readonly string[] {
  return of.toLowerCase().match(/[a-z]{8,}/g) ?? [];
}

function withoutComments(of: string): readonly string[] {
  return of.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}
