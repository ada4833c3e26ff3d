import type { FixMaker } from './fix.ts';

/** "Change to Dkt. No. 279": the words that the rule knows, in the place of the smallest stretch that is wrong. */
export const otherWords: FixMaker = function* ({ file }, { code, replacements = [] }) {
  for (const { span, words, name, isObvious } of replacements) {
    // What superseded a paper may say something else of the same page, so that a person has to look.
    const title = code === 'stale-citation' ? `Cite ${name} instead` : `Change to ${name}`;
    yield { title, file, changes: [{ span, words }], ...(isObvious ? { isPreferred: true } : {}) };
  }
};
