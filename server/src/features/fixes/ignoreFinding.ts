import type { Draft } from '../../draft.ts';
import type { Finding } from '../../lint/finding.ts';
import type { ResolvedCitation } from '../../resolve/resolution.ts';
import { frontMatterOf } from '../../syntax/layout/frontMatter.ts';
import { linesOf } from '../../syntax/layout/lines.ts';
import { type Change, changed, type FixMaker, type FixView, lineBreakOf } from './fix.ts';

/**
 * "Ignore … on this line" and "Ignore … in this file". Each is offered only where the draft with the comment in it reads as it
 * did before: a line between two halves of a citation may tear it apart, and then the comment has no place there.
 */
export const ignoreFinding: FixMaker = function* (view, { code, span }) {
  if (code === 'unused-ignore') return;
  const lineOf = (offset: number): number => view.file.lines.placeOf(offset).line;
  const line = lineOf(span.start);
  const here = aboveLine(view, line, code);
  const isHere = (other: Finding): boolean => other.code === code && lineOf(other.span.start) === line;
  if (silences(view, here, 'line', isHere)) {
    yield { title: `Ignore ${code} on this line`, file: view.file, changes: [here] };
  }
  const atTop = onTop(view, code);
  if (silences(view, atTop, 'file', (other) => other.code === code)) {
    yield { title: `Ignore ${code} in this file`, file: view.file, changes: [atTop] };
  }
};

function aboveLine({ draft, file, isMarkdown }: FixView, line: number, code: string): Change {
  const { text } = draft.syntax;
  const at = file.lines.starts[line - 1] ?? 0;
  // A comment that begins further to the left would end the list item that the line stands in.
  const indent = /^[ \t]{0,40}/.exec(text.slice(at, at + 40))?.[0] ?? '';
  return { span: { start: at, end: at }, words: indent + comment(code, isMarkdown) + lineBreakOf(text) };
}

/** Above the first words, behind front matter. */
function onTop({ draft, isMarkdown }: FixView, code: string): Change {
  const { text } = draft.syntax;
  const lines = linesOf(text);
  const { end } = frontMatterOf(text, lines);
  const first = lines.find((line) => line.from >= end);
  const at = end === 0 ? (text.startsWith('\uFEFF') ? 1 : 0) : (first?.from ?? text.length);
  const isFollowed = first !== undefined && !first.isEmpty && !text.slice(first.start).startsWith('briefcite-ignore');
  const lineBreak = lineBreakOf(text);
  return {
    span: { start: at, end: at },
    words: comment(code, isMarkdown) + lineBreak + (isFollowed && !isComment(text, first.start) ? lineBreak : ''),
  };
}

function isComment(text: string, at: number): boolean {
  return /^<!--\s{0,4}briefcite-ignore/.test(text.slice(at, at + 40));
}

function comment(code: string, isMarkdown: boolean): string {
  return isMarkdown ? `<!-- briefcite-ignore ${code} -->` : `briefcite-ignore ${code}`;
}

/** True where the change makes a comment of this scope, takes away these findings and no others, and moves nothing else. */
function silences(
  view: FixView,
  change: Change,
  scope: 'line' | 'file',
  isMeant: (finding: Finding) => boolean,
): boolean {
  const { draft, findings } = view.reread(changed(view.draft.syntax.text, [change]));
  const at = change.span.start;
  const move = mover(change);
  const own = draft.syntax.ignores.find(({ span }) => span.start >= at && span.end <= at + change.words.length);
  if (!own || (own.scope === 'file') !== (scope === 'file')) return false;
  const left = view.findings.filter((finding) => !isMeant(finding));
  return areSame(left.map(findingKey(move)), findings.map(findingKey(unmoved))) && readSame(view.draft, draft, move);
}

type Move = (offset: number) => number;

const unmoved: Move = (offset) => offset;

function mover({ span, words }: Change): Move {
  return (offset) => (offset >= span.start ? offset + words.length : offset);
}

function findingKey(move: Move): (finding: Finding) => string {
  return ({ code, severity, message, span, related = [] }) =>
    [code, severity, message, ...[span, ...related.map((one) => one.span)].map(({ start }) => move(start))].join('\n');
}

/** Every citation stands where it stood and has the answer that it had. */
function readSame(before: Draft, after: Draft, move: Move): boolean {
  return areSame(before.citations.map(citationKey(move)), after.citations.map(citationKey(unmoved)));
}

function citationKey(move: Move): (citation: ResolvedCitation) => string {
  return ({ citation, status, targets, antecedent }) =>
    [
      citation.form,
      move(citation.start),
      // The end lies behind the last character: a comment directly behind a citation does not move it.
      move(citation.end - 1),
      status,
      antecedent,
      ...targets.map(({ source, pins }) => `${source?.entry} ${pins.map(({ first, last }) => `${first}-${last}`)}`),
    ].join('\n');
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, place) => key === other[place]);
}
