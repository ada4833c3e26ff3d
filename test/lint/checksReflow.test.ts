import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checksOf } from '../../server/src/lint/checks.ts';
import { randomOf } from '../fuzz/random.ts';
import { draftOf } from '../resolve/notation.ts';
import { samplesOf } from '../samples.ts';
import { marksOf } from './marking.ts';

const SAMPLES = samplesOf(fileURLToPath(new URL('../..', import.meta.url)));
const SEED = 909_190;

/** Every paragraph of prose set anew in lines of this length; comments and what has short lines by intent stay. */
function setAnew(text: string, width: number): string {
  return text.replace(/^(?!<!--)[^\n]{60,}\n(?:[^\n]+\n)*/gm, (paragraph) => {
    let line = '';
    const lines: string[] = [];
    for (const word of paragraph.trimEnd().split(/\s+/)) {
      if (line !== '' && line.length + word.length >= width) {
        lines.push(line);
        line = '';
      }
      line += line === '' ? word : ` ${word}`;
    }
    return `${[...lines, line].join('\n')}\n`;
  });
}

const curled = (text: string): string =>
  text
    .replace(/"(?=\w|\[)/g, '\u201c')
    .replace(/"/g, '\u201d')
    .replace(/(?<=\w)'(?=\w)/g, '\u2019');

describe.each(SAMPLES.map(({ name, manifest, drafts }) => [name, manifest, drafts] as const))(
  `%s, all of it checked (seed ${SEED})`,
  (_, manifest, drafts) => {
    const widths = [68, 72, 200, 100_000, 60 + randomOf(SEED).below(60)];
    const changedAfter = (text: string, edited: string): readonly string[] => {
      const marks = marksOf(draftOf(manifest, text), () => undefined);
      expect(marks.length).toBeGreaterThan(5);
      const draft = draftOf(manifest, edited);
      const checks = checksOf(draft, () => undefined, marks);
      return [...checks].flatMap(([index, { mark, changed }]) =>
        changed ? [`${index} ${mark.citation}: ${changed}`] : [],
      );
    };

    test.each(widths)('in lines of %i nothing turns stale', (width) => {
      for (const text of drafts) expect(changedAfter(text, setAnew(text, width))).toEqual([]);
    });

    test('with curly quotes nothing turns stale', () => {
      for (const text of drafts) expect(changedAfter(text, curled(text))).toEqual([]);
    });
  },
);
