import type { FixMaker } from './fix.ts';

/** "Change to Dkt. No. 279": the words that the rule knows, in the place of the smallest stretch that is wrong. */
export const otherWords: FixMaker = function* ({ file }, { code, replacements = [] }) {
  for (const { span, words, name, isObvious, elsewhere = [] } of replacements) {
    // What superseded a paper may say something else of the same page, so that a person has to look.
    const title = code === 'stale-citation' ? `Cite ${name} instead` : `Change to ${name}`;
    yield { title, file, changes: [{ span, words }], ...(isObvious ? { isPreferred: true } : {}) };
    if (elsewhere.length === 0) continue;
    const all = [{ span, words }, ...elsewhere].sort((one, other) => one.span.start - other.span.start);
    yield { title: `${title} in all ${all.length} places`, file, changes: all };
  }
};
