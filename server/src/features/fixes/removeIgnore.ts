import type { FixMaker } from './fix.ts';

/** "Remove this ignore comment": the whole line, as nothing else stands on it. */
export const removeIgnore: FixMaker = function* ({ file, draft }, { code, span }) {
  if (code !== 'unused-ignore') return;
  const line = file.lines.placeOf(span.start).line;
  const start = file.lines.starts[line - 1] ?? span.start;
  const end = file.lines.starts[line] ?? draft.syntax.text.length;
  yield {
    title: 'Remove this ignore comment',
    file,
    changes: [{ span: { start, end }, words: '' }],
    isPreferred: true,
  };
};
