import type { Ignore } from '../draftSyntax.ts';
import type { Line } from './lines.ts';

const IGNORE =
  /^(?:<!--\s{0,4})?briefcite-ignore\s{1,4}([a-z][a-z-]{1,40}|all)\s{0,4}(?::\s{0,4}(.{0,300}?))?\s{0,4}(?:-->)?$/;

/**
 * Finds `<!-- briefcite-ignore CODE: reason -->`, or the same words on a line of their own in plain text. It silences the
 * next line that is not empty; above the first words of the draft, the whole file.
 */
export function ignoresOf(text: string, lines: readonly Line[], draftStart: number): readonly Ignore[] {
  if (!text.includes('briefcite-ignore')) return [];
  const ignores: Ignore[] = [];
  let sawWords = false;
  for (const [place, line] of lines.entries()) {
    if (line.isEmpty || line.end <= draftStart) continue;
    const typed = line.end - line.start < 400 ? text.slice(line.start, line.end).replace(/^\uFEFF/, '') : '';
    const match = typed.includes('briefcite-ignore') ? IGNORE.exec(typed) : null;
    if (!match?.[1]) {
      sawWords = true;
      continue;
    }
    const scope = sawWords ? nextLine(lines, place) : ('file' as const);
    if (scope) {
      ignores.push({
        span: { start: line.start, end: line.end },
        code: match[1],
        reason: (match[2] ?? '').trim(),
        scope,
      });
    }
  }
  return ignores;
}

function nextLine(lines: readonly Line[], place: number): { start: number; end: number } | undefined {
  const next = lines.slice(place + 1, place + 12).find((line) => !line.isEmpty);
  return next ? { start: next.start, end: next.end } : undefined;
}
