import { hurt } from './drafts.ts';
import type { Random } from './random.ts';

/** What breaks YAML, or means something else in it than it looks like. */
const PIECES = [
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\t',
    ' ',
    ': ',
    ':',
    '- ',
    '? ',
    ', ',
    '{',
    '}',
    '[',
    ']',
    '{}',
    '[]',
    '"',
    "'",
    '|',
    '>',
    '>-',
  ],
  ...[
    '#',
    ' # ',
    '&a ',
    '*a',
    '<<: *a',
    '!!set ',
    '!!binary ',
    '!x ',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '\uFEFF',
    '\u0000',
    '\uD800',
  ],
  ...['null', '~', 'true', '.inf', '.nan', '0x1F', '1e999', '007', '1-999999999', '2025-02-30', '12:30', '=', '@', '`'],
  ...[
    '__proto__: ',
    'constructor: ',
    'toString: {}',
    'extends: exhibits.yaml\n',
    'extends: ../../x.yaml\n',
    'file: /etc/passwd',
    'file: //host/share/x',
  ],
  ...[
    'file: http://example.com/a.pdf',
    'docket: {1: {docket: 1}}',
    'docket:\n',
    'exhibits:\n',
    'supersededBy: Dkt. No. 1',
    'as: [Ex. 8, ""]',
  ],
  ...[
    'declarations: {Vo: {docket: 1-1}}',
    'bates: [{prefix: A, first: 9, last: 1}]',
    'requests: {1-99999999: {}}',
    'forms: [{head: ""}]',
  ],
] as const;

/** A manifest hurt in a few places, by the character and by the line. */
export function hurtManifest(random: Random, samples: readonly string[]): string {
  let text = random.one(samples);
  for (let hurts = random.below(8); hurts > 0; hurts--) {
    text = random.chance(0.5)
      ? withPiece(random, text)
      : random.chance(0.5)
        ? withOtherLines(random, text)
        : hurt(random, text);
  }
  return text;
}

function withPiece(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.one(PIECES) + text.slice(at + (random.chance(0.5) ? random.below(20) : 0));
}

/** A line is left out, written twice, indented otherwise, or put somewhere else. */
function withOtherLines(random: Random, text: string): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  const put =
    [[], [line, line], [` ${line}`], [line.trimStart()], [line.replace(/: .*$/, ': []')]][random.below(5)] ?? [];
  lines.splice(at, 1, ...put);
  if (random.chance(0.3)) lines.splice(random.below(lines.length + 1), 0, line);
  return lines.join('\n');
}
