import type { Fix, FixView } from '../features/fixes/fix.ts';
import { recordVerified, type SecondLook, type StalePaper, secondLook, stalePaperAt } from '../features/lookAgain.ts';
import { offsetOf, rangeOf } from '../features/positions.ts';
import { pathKey } from '../files/paths.ts';
import type { Matter } from './matter.ts';
import type { LookAgainParams, LookAgainResult } from './messages.ts';
import type { Session } from './session.ts';

const LONGEST_NAME = 60;

/**
 * Looks once more at a file that is not the one that was verified, because a person asked for it, and says what noting it would
 * change in the manifest; nothing is written. `day` is the day in that person's calendar. Null for a document that is none of ours.
 */
export async function lookAgain(
  session: Session,
  { uri, position, by }: LookAgainParams,
  day: string,
): Promise<LookAgainResult | null> {
  const before = await staleAt(session, uri, position);
  if (!before) return null;
  const { matter, stale } = before;
  if (stale) {
    const path = matter.shelf.pathOf(stale.source);
    await matter.shelf.lookAgain((one) => path !== undefined && pathKey(one) === pathKey(path));
  }
  const now = await staleAt(session, uri, position);
  const verified = now?.stale?.source.verified?.sha256;
  const earlier =
    now?.stale && verified !== undefined ? await now.matter.shelf.kept(now.stale.source, verified) : undefined;
  const look = now?.stale && secondLook(now.view, now.stale, now.matter.citeCheck.marks, earlier);
  if (!now?.stale || !look)
    return { why: 'No paper is cited here whose file has changed since it was verified, or the draft has changed.' };
  const name = String(by ?? '')
    .trim()
    .slice(0, LONGEST_NAME);
  const noted = { sha256: look.sha256, on: day, ...(name !== '' && { by: name }) };
  return resultOf(now.view, now.stale, look, recordVerified(now.view, now.stale, noted));
}

interface StaleAt {
  readonly view: FixView;
  readonly matter: Matter;
  readonly stale: StalePaper | undefined;
}

async function staleAt(
  session: Session,
  uri: string,
  position: LookAgainParams['position'],
): Promise<StaleAt | undefined> {
  const seen = await session.view(uri);
  const view = await session.fixViewOf(uri);
  if (!view || !seen?.matter) return undefined;
  const offset = offsetOf(view.file.lines, view.draft.syntax.text, position);
  return { view, matter: seen.matter, stale: stalePaperAt(view, offset) };
}

function resultOf(view: FixView, { source }: StalePaper, look: SecondLook, fix: Fix | undefined): LookAgainResult {
  const { told, file, sha256, by, texts } = look;
  const manifest = fix && view.manifests.find((one) => one.uri === fix.file.uri);
  return {
    paper: source.name,
    told,
    sha256,
    ...(file && { file }),
    ...(texts && { texts }),
    ...(by !== undefined && { verifiedBy: by }),
    ...(fix &&
      manifest && {
        edit: {
          uri: fix.file.uri,
          changes: fix.changes.map(({ span, words }) => ({
            range: rangeOf(fix.file.lines, span),
            before: manifest.parsed.text.slice(span.start, span.end),
            words,
          })),
        },
      }),
  };
}
