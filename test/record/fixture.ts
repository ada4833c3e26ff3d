import { expect } from 'vitest';
import { buildRecord } from '../../server/src/record/buildRecord.ts';
import type { CaseRecord, Source } from '../../server/src/record/caseRecord.ts';
import { parseManifest } from '../../server/src/record/manifest.ts';

/** The record of one manifest text, or of a chain of them, the nearest first. */
export function recordOf(text: string, ...extended: readonly string[]): CaseRecord {
  return buildRecord(parseManifest(text, 'exhibits.yaml'), {
    revision: 1,
    extended: extended.map((other, index) => parseManifest(other, `${'../'.repeat(index + 1)}exhibits.yaml`)),
  });
}

/** The record of a manifest that has nothing wrong with it. */
export function soundRecordOf(text: string, ...extended: readonly string[]): CaseRecord {
  const record = recordOf(text, ...extended);
  expect(record.problems).toEqual([]);
  return record;
}

/** `name @ entry` of a source, so that a test reads like an answer. */
export function answer(source: Source | undefined): string | undefined {
  return source && `${source.name} @ ${source.entry}`;
}

/** All names that are withheld, in the order of the manifest. */
export function withheld(record: CaseRecord): readonly string[] {
  return record.sources.filter(({ isProtected }) => isProtected).map(({ name }) => name);
}

/**
 * Checks what is wrong with a manifest. Each expected problem is drawn under its line: `^^^^ the message`, or only a part of it
 * between dots (`^^^^ ... circle ...`). `=` instead of `^` stands for `duplicate-record`.
 */
export function checkProblems(drawn: string): void {
  const lines: string[] = [];
  const expected: { code: string; line: number; words: string; message: string }[] = [];
  for (const line of drawn.split('\n')) {
    const [, indent, mark, message] = /^( *)(\^+|=+) (.*)$/.exec(line) ?? [];
    if (indent === undefined || mark === undefined || message === undefined) {
      lines.push(line);
      continue;
    }
    const above = lines.at(-1) ?? '';
    const words = above.slice(indent.length, indent.length + mark.length);
    expected.push({
      code: mark.startsWith('^') ? 'manifest-invalid' : 'duplicate-record',
      line: lines.length,
      words,
      message,
    });
  }
  const text = lines.join('\n');
  const parsed = parseManifest(text, 'exhibits.yaml');
  const found = (parsed.readable ? buildRecord(parsed, { revision: 1 }).problems : parsed.problems).map((problem) => ({
    code: problem.code,
    line: text.slice(0, problem.span.start).split('\n').length,
    words: text.slice(problem.span.start, problem.span.end),
    message: problem.message,
  }));
  const shortened = found.map((problem, index) => {
    const part = /^\.\.\. (.*) \.\.\.$/.exec(expected[index]?.message ?? '')?.[1];
    return part !== undefined && problem.message.includes(part) ? { ...problem, message: `... ${part} ...` } : problem;
  });
  expect(shortened).toEqual(expected);
}
