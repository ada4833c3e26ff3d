import { offsetOf } from '../features/positions.ts';
import { citeCheckPath, readCiteCheckText, writeCiteCheckText } from '../files/citeCheckFile.ts';
import { folderOf, wayTo } from '../files/paths.ts';
import { type CitationCheck, markFor } from '../lint/checks.ts';
import { type CheckMark, VERDICTS, withMarks } from '../record/citeCheck.ts';
import { citationsTouching } from '../resolve/citationsTouching.ts';
import { sourcesToRead } from '../resolve/citedSources.ts';
import { draftPathOf } from './draftDocuments.ts';
import type { MarkParams, MarkResult } from './messages.ts';
import type { Session } from './session.ts';

const LONGEST_NAME = 60;
const LONGEST_NOTE = 2000;

/** One after the other: each reads the file that the one before has written. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Marks the citations of a range as checked, because a person said so; `day` is the day in that person's calendar. Null for a document that
 * is none of ours. Where nothing was marked, or not all, `why` says it in a sentence.
 */
export function markCitations(session: Session, params: MarkParams, day: string): Promise<MarkResult | null> {
  const work = turn.then(() => mark(session, params, day));
  turn = work.catch(() => undefined);
  return work;
}

async function mark(session: Session, params: MarkParams, day: string): Promise<MarkResult | null> {
  const { uri, range } = params;
  const path = draftPathOf(uri);
  const seen = await session.view(uri);
  if (!seen) return null;
  const { matter } = seen;
  if (!matter || path === undefined)
    return nothing('There is no exhibits.yaml beside this draft or above it: there is nothing to check it against.');
  const said = saidBy(params, wayTo(folderOf(matter.path), path), day);
  if (typeof said === 'string') return nothing(said);

  const { text } = seen.view.draft.syntax;
  const asked = { start: offsetOf(seen.lines, text, range.start), end: offsetOf(seen.lines, text, range.end) };
  const wanted = citationsTouching(seen.view.draft.citations, asked);
  await matter.shelf.want(wanted.flatMap(({ targets }) => targets.flatMap(sourcesToRead)));
  const now = await session.view(uri);
  if (!now || now.view.draft.syntax.text !== text || now.matter !== matter)
    return nothing('The draft changed meanwhile; nothing was marked.');
  const { draft, pages, checks } = now.view;
  const meant = citationsTouching(draft.citations, asked);
  if (meant.length === 0) return nothing('There is no citation here.');
  const marks = meant.flatMap((resolved) => markFor(draft, resolved, pages, said) ?? []);
  const left = meant.length - marks.length;
  const unanswered = `${left === 1 ? 'A citation' : `${left} citations`} here can't be marked: the manifest does not say for certain which paper is meant.`;
  if (marks.length === 0) return { marked: 0, left, why: unanswered };
  const stale = meant.flatMap(({ index }) => staleMark(checks?.get(index)));
  const failure = await write(session, citeCheckPath(matter.path), marks, stale);
  if (failure !== undefined) return nothing(failure);
  await matter.reload();
  session.refreshSoon();
  return { marked: marks.length, left, ...(left > 0 && { why: unanswered }) };
}

function nothing(why: string): MarkResult {
  return { marked: 0, left: 0, why };
}

function saidBy(
  { verdict, by, note }: MarkParams,
  draft: string,
  on: string,
): Pick<CheckMark, 'draft' | 'verdict' | 'by' | 'on' | 'note'> | string {
  const known = VERDICTS.find((one) => one === verdict);
  if (!known) return `A verdict is one of ${VERDICTS.join(', ')}.`;
  const name = String(by).trim().slice(0, LONGEST_NAME);
  if (name === '') return 'Say who checked it: the setting `briefcite.initials` is empty.';
  const words = String(note ?? '')
    .trim()
    .slice(0, LONGEST_NOTE);
  return { draft, verdict: known, by: name, on, ...(words !== '' && { note: words }) };
}

/** Its new mark takes the place of a mark that no longer held. */
function staleMark(check: CitationCheck | undefined): readonly CheckMark[] {
  return check?.changed === undefined ? [] : [check.mark];
}

/** Undefined where it is written, else why not. */
async function write(
  session: Session,
  path: string,
  marks: readonly CheckMark[],
  stale: readonly CheckMark[],
): Promise<string | undefined> {
  const before = await readCiteCheckText(path);
  if (before.state !== 'read' && before.state !== 'missing') return before.why;
  const text = before.state === 'read' ? before.text : '';
  const open = session.workspace.openDocument(path)?.getText();
  if (open !== undefined && open !== text) return 'cite-check.yaml has changes that are not saved. Save it first.';
  const after = withMarks(text, marks, stale);
  if (after === undefined) return "cite-check.yaml can't be read. Mend it first; nothing was marked.";
  return writeCiteCheckText(path, after);
}
