import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';
import { type Expression, expressionsIn } from './expressions.ts';

// A regular expression that backtracks turns a strange line of a draft into a server that hangs. Every one in the program is
// analysed, those that are put together while a file is loaded as well.

const root = fileURLToPath(new URL('../..', import.meta.url));
const { literals, made } = expressionsIn(root, ['server/src', 'client/src']);

test('no regular expression takes more than linear time', async () => {
  const all = [...literals, ...(await builtIn([...new Set(made.map(({ file }) => file))]))];
  const distinct = new Map(all.map((one) => [`/${one.source}/${one.flags}`, one]));
  expect(distinct.size).toBeGreaterThan(150);
  const risky = [...distinct.values()].flatMap(({ file, source, flags }) => {
    const verdict = checkSync(source, flags, { timeout: 90_000 });
    const words = 'complexity' in verdict ? verdict.complexity.summary : '';
    return verdict.status === 'safe' ? [] : [`${file}: /${source}/${flags}: ${verdict.status} ${words}`];
  });
  expect(risky).toEqual([]);
}, 300_000);

/** The expressions that a file builds while it is loaded. */
async function builtIn(files: readonly string[]): Promise<readonly Expression[]> {
  const built: Expression[] = [];
  const original = globalThis.RegExp;
  let current = '';
  globalThis.RegExp = new Proxy(original, {
    construct(target, words: [string, string?]) {
      const expression = new target(...words);
      built.push({ file: current, source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  try {
    for (const file of files) {
      current = file;
      await import(/* @vite-ignore */ `${root}${file}`);
    }
  } finally {
    globalThis.RegExp = original;
  }
  // One that is built later than on loading would not be seen here.
  expect(built.length).toBeGreaterThanOrEqual(made.length);
  return built;
}
