import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze, type Draft, stylesOf } from '../../server/src/draft.ts';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';
import type { ResolvedCitation, TargetResolution } from '../../server/src/resolve/resolution.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';

// Whole letters and motions of made-up matters, each with the papers that a careful attorney would pull, written by hand
// before the program saw them: `words as typed => /json/pointer`. What fails here is a citation that leads to the wrong paper,
// a citation that is missed or invented, or a false alarm on a right one.

const MATTERS = new URL('../matters/', import.meta.url);

/** One line of a `.gold` file. */
interface Expected {
  readonly words: string;
  readonly answer: string;
  readonly ambiguousAllowed: boolean;
}

interface Gold {
  readonly citations: readonly Expected[];
  /** Findings on right citations that are deserved, as `code: words`. */
  readonly findings: readonly string[];
}

/** A citation of the text, an expected one, or both. */
interface Pair {
  readonly found?: ResolvedCitation | undefined;
  readonly expected?: Expected | undefined;
}

const NOT_OURS: ReadonlySet<string> = new Set(['caseLaw', 'statute', 'rule']);
const ALLOWED = ' (ambiguous allowed)';

function read(path: string): string {
  return readFileSync(new URL(path, MATTERS), 'utf8');
}

function parseGold(text: string): Gold {
  const lines = text.split('\n').filter((line) => line !== '');
  const heading = lines.indexOf('findings:');
  const citations = heading < 0 ? lines : lines.slice(0, heading);
  return {
    citations: citations.map((line) => {
      const arrow = line.lastIndexOf(' => ');
      const answer = line.slice(arrow + 4);
      const ambiguousAllowed = answer.endsWith(ALLOWED);
      const plain = ambiguousAllowed ? answer.slice(0, -ALLOWED.length) : answer;
      return { words: line.slice(0, arrow), answer: plain, ambiguousAllowed };
    }),
    findings: heading < 0 ? [] : lines.slice(heading + 1),
  };
}

function wordsOf({ syntax }: Draft, { citation }: ResolvedCitation): string {
  return syntax.text.slice(citation.start, citation.end).replace(/\s+/g, ' ');
}

/** `/docket/12, /exhibits/A`, `/docket/12+/docket/13`, `ambiguous`, `open` ... */
function answerOf({ targets, status, open, doubtful }: ResolvedCitation): string {
  if (open) return 'open';
  if (status === 'no-antecedent') return status;
  if (doubtful) return 'ambiguous';
  return targets.map(targetAnswer).join(', ');
}

function targetAnswer({ status, source, sources }: TargetResolution): string {
  if (status !== 'resolved') return status;
  return (sources ?? (source ? [source] : [])).map(({ entry }) => entry).join('+');
}

/** Citations and expectations side by side, by the longest common run of words. */
function pair(found: readonly ResolvedCitation[], expected: readonly Expected[], draft: Draft): readonly Pair[] {
  const lengths = Array.from({ length: found.length + 1 }, () => new Array<number>(expected.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const isSame = (i: number, j: number): boolean => {
    const [one, other] = [found[i], expected[j]];
    return one !== undefined && other !== undefined && wordsOf(draft, one) === other.words;
  };
  for (let i = found.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = expected.length - 1; j >= 0; j--)
      row[j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < found.length || j < expected.length) {
    if (isSame(i, j)) pairs.push({ found: found[i++], expected: expected[j++] });
    else if (j >= expected.length || (i < found.length && at(i + 1, j) >= at(i, j + 1)))
      pairs.push({ found: found[i++] });
    else pairs.push({ expected: expected[j++] });
  }
  return pairs;
}

function wrongAnswer(draft: Draft, { found, expected }: Pair): readonly string[] {
  if (!found || !expected) return [];
  const answer = answerOf(found);
  if (answer === expected.answer || (expected.ambiguousAllowed && answer === 'ambiguous')) return [];
  return [`${wordsOf(draft, found)} -> ${answer}, not ${expected.answer}`];
}

/** True where every target has a paper: nothing is wrong with the citation. */
function isPlain({ answer }: Expected): boolean {
  return answer.split(', ').every((one) => one.startsWith('/'));
}

function falseAlarms(draft: Draft, pairs: readonly Pair[], deserved: readonly string[]): readonly string[] {
  const findings = findingsOfDraft(draft, { pages: () => undefined, rules: {} });
  return pairs.flatMap(({ found, expected }) => {
    if (!found || !expected || !isPlain(expected)) return [];
    const { start, end } = found.citation;
    return findings
      .filter(({ severity }) => severity === 'warning' || severity === 'error')
      .filter(({ span, citation }) => (citation ?? found.index) === found.index && span.start < end && start < span.end)
      .filter(({ code }) => !deserved.includes(`${code}: ${expected.words}`))
      .map(({ code, message }) => `${expected.words}: ${message} [${code}]`);
  });
}

const matters = readdirSync(MATTERS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    drafts: readdirSync(new URL(`${name}/`, MATTERS), { recursive: true })
      .map((path) => String(path).replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.gold'))
      .map((path) => path.slice(0, -'.gold'.length))
      .sort(),
  }))
  .filter(({ drafts }) => drafts.length > 0);

describe.each(matters)('$name', ({ name, drafts }) => {
  const manifest = parseManifest(read(`${name}/exhibits.yaml`), 'exhibits.yaml');
  const record = buildRecord(manifest, { revision: 1 });

  test('the manifest has no mistakes', () => {
    expect(record.problems.map(({ message }) => message)).toEqual([]);
  });

  describe.each(drafts)('%s', (path) => {
    const gold = parseGold(read(`${name}/${path}.gold`));
    const syntax = parseDraft(read(`${name}/${path}`), stylesOf(record));
    const draft = analyze(syntax, { state: 'available', record }, path);
    const found = draft.citations.filter(({ citation }) => !NOT_OURS.has(citation.form));
    const pairs = pair(found, gold.citations, draft);

    test('every citation is found, as typed, and nothing else', () => {
      const missed = pairs.flatMap(({ found: one, expected }) =>
        one || !expected ? [] : [`missed: ${expected.words}`],
      );
      const invented = pairs.flatMap(({ found: one, expected }) =>
        expected || !one ? [] : [`not one: ${wordsOf(draft, one)} -> ${answerOf(one)}`],
      );
      expect([...missed, ...invented]).toEqual([]);
    });

    test('every citation leads to the right paper', () => {
      expect(pairs.flatMap((one) => wrongAnswer(draft, one))).toEqual([]);
    });

    test('no false alarm', () => {
      expect(falseAlarms(draft, pairs, gold.findings)).toEqual([]);
    });
  });
});
