import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { canBeMarked } from '../lint/checks.ts';
import type { Finding } from '../lint/finding.ts';
import { shortened } from '../lint/quotationWording.ts';
import { nameOfTarget } from '../lint/wording.ts';
import { citationsTouching } from '../resolve/citationsTouching.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { wordsWithoutMarks } from '../text/names.ts';
import type { Span } from '../text/span.ts';
import { stalePaperAt } from './lookAgain.ts';
import { positionOf, rangeOf } from './positions.ts';
import type { DraftView } from './view.ts';

/** What is known of the asking editor, and which draft it asks about. */
export interface CommandActionOptions {
  readonly uri: string;
  readonly lines: LineIndex;
  /** The commands that it runs when a person chooses them. */
  readonly commands: ReadonlySet<string>;
  /** A finding as it was published. */
  readonly diagnosticOf: (finding: Finding) => Diagnostic;
}

const LOOK_AGAIN = 'briefcite.lookAgain';
const MARK = 'briefcite.markChecked';

/** "Look at Ex. G again": beside the finding that its file has changed, for an editor that has the command. */
export function lookAgainActions(
  view: DraftView,
  asked: Span,
  { uri, lines, commands, diagnosticOf }: CommandActionOptions,
): CodeAction[] {
  if (!commands.has(LOOK_AGAIN)) return [];
  const touched = view.findings.filter(
    ({ code, span }) => code === 'stale-file' && span.start <= asked.end && asked.start <= span.end,
  );
  return touched.flatMap((finding): readonly CodeAction[] => {
    const stale = stalePaperAt(view, finding.span.start);
    const resolved = view.draft.citations[finding.citation ?? -1];
    if (stale?.finding !== finding || !resolved) return [];
    const answer = resolved.targets.find(({ target }) => target.start === finding.span.start);
    const name = answer ? nameOfTarget(view.draft, resolved, answer) : stale.source.name;
    const title = `Look at ${name} again, to record it as verified`;
    const command = { title, command: LOOK_AGAIN, arguments: [uri, positionOf(lines, finding.span.start)] };
    return [{ title, kind: 'quickfix', diagnostics: [diagnosticOf(finding)], command }];
  });
}

/**
 * "Mark Dkt. No. 315 at 2 as checked": on a citation that the record answers, or on those that a selection touches, for an editor
 * that has the command, which asks the person what they found.
 */
export function markActions(
  { draft, checks }: DraftView,
  asked: Span,
  { uri, lines, commands }: Pick<CommandActionOptions, 'uri' | 'lines' | 'commands'>,
): CodeAction[] {
  if (!commands.has(MARK)) return [];
  const open = citationsTouching(draft.citations, asked).filter(canBeMarked);
  const [first, ...others] = open;
  if (!first) return [];
  const isAgain = open.every(({ index }) => checks?.get(index));
  const what =
    others.length > 0 ? `${open.length} citations` : shortened(wordsWithoutMarks(draft.syntax.text, first.citation));
  const title = `Mark ${what} as checked${isAgain ? ' again' : ''} ...`;
  return [{ title, kind: 'refactor', command: { title, command: MARK, arguments: [uri, rangeOf(lines, asked)] } }];
}
