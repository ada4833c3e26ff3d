import { randomOf } from '../fuzz/random.ts';

const PAGE = 2500;
const NOUNS =
  'court party motion order notice turbine rotor engineer station letter record page reading witness exhibit contract insurer claim office message'.split(
    ' ',
  );
const VERBS =
  'grants denies produces reviews withholds describes answers receives explains delays approves rejects measures writes'.split(
    ' ',
  );
const REST =
  'the a each any this that its their under before after without unless because although during between early late written sealed former second'.split(
    ' ',
  );

/** Pages of sentences that are alike and never the same: the words of a record come back again and again. */
export function recordOf(length: number, seed: number): readonly string[] {
  const random = randomOf(seed);
  const pages: string[] = [];
  for (let written = 0; written < length; written += PAGE) {
    const lines: string[] = [];
    for (let size = 0; size < PAGE; ) {
      const words = Array.from({ length: 14 }, (_, at) =>
        random.one(at % 4 === 1 ? NOUNS : at % 4 === 2 ? VERBS : REST),
      );
      const line = `The ${words.join(' ')} ${1 + random.below(900)}.`;
      lines.push(line);
      size += line.length + 1;
    }
    pages.push(lines.join('\n'));
  }
  return pages;
}
