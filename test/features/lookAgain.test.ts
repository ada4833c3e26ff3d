import { describe, expect, test } from 'vitest';
import { lookAgainActions } from '../../server/src/features/commandActions.ts';
import { changed, type FixView } from '../../server/src/features/fixes/fix.ts';
import { recordVerified, secondLook, stalePaperAt } from '../../server/src/features/lookAgain.ts';
import { checksOf } from '../../server/src/lint/checks.ts';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import type { CheckMark } from '../../server/src/record/citeCheck.ts';
import type { PagesLookup } from '../../server/src/record/pages.ts';
import { marksOf } from '../lint/marking.ts';
import { fixViewOf, written } from './fixing.ts';

const OLD = 'ab'.repeat(32);
const NEW = 'cd'.repeat(32);
const MANIFEST = `exhibits:
  G: {title: Log, file: g.txt, verified: {on: 2025-01-30, sha256: ${OLD}}}
  H: {title: List, file: h.txt}
`;
const LETTER = 'The gate was open. Ex. G at 1. It was shut at noon. Ex. G at 2. Nobody saw it. Ex. H.';

function pagesOf(sha256: string, ...texts: readonly string[]): PagesLookup {
  const pages = texts.map((text, place) => ({
    index: place + 1,
    labels: { printed: String(place + 1) },
    checkable: true,
    text,
    line: place * 10 + 1,
  }));
  return () => ({ state: 'read', pages: { pages, sha256 } });
}

const BEFORE = pagesOf(OLD, 'The gate was open.', 'It was shut at noon.');
const AFTER = pagesOf(NEW, 'The gate was open.', 'It was shut at one.');

function view(manifest = MANIFEST, pages = AFTER, marks: readonly CheckMark[] = []): FixView {
  const made = fixViewOf(written(manifest, LETTER));
  const checks = checksOf(made.draft, pages, marks);
  const findings = findingsOfDraft(made.draft, { pages, rules: {}, checks });
  const places = { fileUri: () => 'file:///m/g.txt', entry: () => undefined };
  return { ...made, pages, checks, findings, places };
}

function staleIn(of: FixView) {
  const stale = stalePaperAt(of, LETTER.indexOf('Ex. G') + 2);
  if (!stale) throw new Error('No stale paper.');
  return stale;
}

describe('looking again', () => {
  test('says honestly what is known, and where the exhibit is', () => {
    const of = view();
    expect(secondLook(of, staleIn(of), [], undefined)).toEqual({
      told: [
        'The file of Ex. G has changed since it was verified on January 30, 2025.',
        'What its words were then is not kept here, only the SHA-256 of the file, so what differs can not be shown: read the exhibit before you record it.',
      ],
      file: { uri: 'file:///m/g.txt', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      sha256: NEW,
      by: undefined,
    });
    expect(stalePaperAt(of, LETTER.indexOf('Ex. H'))).toBeUndefined();
    expect(stalePaperAt(view(MANIFEST, BEFORE), LETTER.indexOf('Ex. G'))).toBeUndefined();
  });

  test('counts the checks that rest on the paper', () => {
    const marks = marksOf(view().draft, BEFORE);
    const of = view(MANIFEST, AFTER, marks);
    const other: CheckMark = { ...(marks[0] as CheckMark), draft: 'other.brief' };
    const told = (all: readonly CheckMark[]): string | undefined =>
      secondLook(of, staleIn(of), all, undefined)?.told[2];
    expect(told(marks)).toBe(
      '2 checks in cite-check.yaml rest on this paper as it was when they were made; the words at the pin have changed for 1 and are the same for 1.',
    );
    expect(told([other])).toBe('1 check in cite-check.yaml rests on this paper as it was when it was made.');
  });
});

describe('recording', () => {
  const record = (of: FixView, sha256 = NEW) => recordVerified(of, staleIn(of), { sha256, on: '2025-04-02' });

  test('notes the file as it is now and the day in the entry; then the finding is gone', () => {
    const of = view();
    const fix = record(of);
    const after = changed(MANIFEST, fix?.changes ?? []);
    expect(after).toBe(MANIFEST.replace(`on: 2025-01-30, sha256: ${OLD}`, `on: 2025-04-02, sha256: ${NEW}`));
    expect(view(after).findings.filter(({ code }) => code === 'stale-file')).toEqual([]);
  });

  test('not where the file has changed once more', () => {
    expect(record(view(), OLD)).toBeUndefined();
  });

  test('not where the manifest would say it of another paper, too', () => {
    const shared = `exhibits:\n  G: {file: g.txt, verified: &v {on: 2025-01-30, sha256: ${OLD}}}\n  H: {file: h.txt, verified: *v}\n`;
    expect(record(view(shared))).toBeUndefined();
  });

  test('of what another entry says of the paper, the own entry says otherwise', () => {
    const manifest = `docket:\n  7: {title: Log, file: g.txt}\nexhibits:\n  G: {docket: 7, verified: {on: 2025-01-30, sha256: ${OLD}}}\n  H: {title: List}\n`;
    const of = view(manifest);
    const after = changed(manifest, record(of)?.changes ?? []);
    expect(after).toContain(`7: {title: Log, file: g.txt, verified: {on: 2025-04-02, sha256: ${NEW}}}`);
    expect(view(after).findings.filter(({ code }) => code === 'stale-file')).toEqual([]);
  });
});

test('an editor with the command is offered it at the finding, another one is not', () => {
  const of = view();
  const at = LETTER.indexOf('Ex. G') + 2;
  const diagnostic = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, message: '' };
  const actions = (commands: readonly string[], from = at) =>
    lookAgainActions(
      of,
      { start: from, end: from },
      {
        uri: 'file:///m/letter.brief',
        lines: of.file.lines,
        commands: new Set(commands),
        diagnosticOf: () => diagnostic,
      },
    );
  expect(actions(['briefcite.lookAgain']).map(({ title, kind, command }) => [title, kind, command?.arguments])).toEqual(
    [
      [
        'Look at Ex. G again, to record it as verified',
        'quickfix',
        ['file:///m/letter.brief', { line: 0, character: at - 2 }],
      ],
    ],
  );
  expect(actions([])).toEqual([]);
  expect(actions(['briefcite.lookAgain'], 3)).toEqual([]);
});
