import { type CancellationToken, type Connection, WorkDoneProgress } from 'vscode-languageserver';
import { citationList } from '../features/citationList.ts';
import { starterManifest } from '../features/starter/starterManifest.ts';
import { MANIFEST_NAMES } from '../files/findManifest.ts';
import { baseName, folderOf, resolveFrom } from '../files/paths.ts';
import { draftPathOf } from './draftDocuments.ts';
import { guardedAsync } from './guard.ts';
import { lookAgain } from './lookingAgain.ts';
import { markCitations } from './marking.ts';
import type {
  CheckAllMethod,
  CheckAllParams,
  CheckAllResult,
  CitationsMethod,
  CitationsResult,
  DraftParams,
  ForgetTextMethod,
  ForgetTextResult,
  LookAgainMethod,
  LookAgainParams,
  LookAgainResult,
  ManifestMethod,
  ManifestResult,
  MarkMethod,
  MarkParams,
  MarkResult,
  OpenMethod,
  OpenParams,
  OpenResult,
  ProtectedPreviewsMethod,
  ProtectedPreviewsParams,
  ReadDraftMethod,
  ReadDraftResult,
} from './messages.ts';
import type { Session } from './session.ts';

/** Answers the requests that are ours and not the protocol's. */
export function answerOwnRequests(connection: Connection, session: Session): void {
  const open: OpenMethod = 'briefcite/open';
  connection.onRequest(open, ({ id }: OpenParams): OpenResult | null => session.ids.placeOf(String(id)) ?? null);
  const citations: CitationsMethod = 'briefcite/citations';
  connection.onRequest(citations, ({ uri }: DraftParams) =>
    guardedAsync<CitationsResult | null>(citations, session.log, null, async () => {
      const seen = await session.view(uri);
      return seen ? citationList(seen.view, seen.lines) : null;
    }),
  );
  const manifest: ManifestMethod = 'briefcite/manifest';
  connection.onRequest(manifest, ({ uri }: DraftParams) =>
    guardedAsync(manifest, session.log, null, () => manifestOf(session, uri)),
  );
  const mark: MarkMethod = 'briefcite/mark';
  connection.onRequest(mark, (params: MarkParams) =>
    guardedAsync<MarkResult | null>(mark, session.log, null, () => markCitations(session, params, today())),
  );
  const again: LookAgainMethod = 'briefcite/lookAgain';
  connection.onRequest<unknown, unknown>(again, (params: LookAgainParams) =>
    guardedAsync<LookAgainResult | null>(again, session.log, null, () => lookAgain(session, params, today())),
  );
  const forget: ForgetTextMethod = 'briefcite/forgetText';
  connection.onRequest(forget, () =>
    guardedAsync<ForgetTextResult>(forget, session.log, { isDone: false }, async () => ({
      isDone: await session.matters.forgetText(),
    })),
  );
  const previews: ProtectedPreviewsMethod = 'briefcite/protectedPreviews';
  connection.onNotification(previews, ({ isOn }: ProtectedPreviewsParams) => {
    session.showsProtected = isOn === true;
  });
  const readDraft: ReadDraftMethod = 'briefcite/readDraft';
  connection.onRequest<unknown, unknown>(readDraft, ({ uri }: DraftParams) =>
    guardedAsync<ReadDraftResult | null>(readDraft, session.log, null, async () => {
      await session.settled;
      return session.draftFiles.read(uri, session.matters);
    }),
  );
  const checkAll: CheckAllMethod = 'briefcite/checkAll';
  connection.onRequest(checkAll, (params: CheckAllParams, token: CancellationToken) =>
    guardedAsync(checkAll, session.log, null, () => checkAllDrafts(connection, session, params, token)),
  );
}

/** The day on the wall, not that of Greenwich. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function manifestOf(session: Session, uri: string): Promise<ManifestResult | null> {
  const path = draftPathOf(uri);
  const seen = await session.view(uri);
  if (path === undefined || !seen) return null;
  if (seen.matter) return { uri: session.workspace.uriOf(seen.matter.path) };
  const place = resolveFrom(folderOf(path), MANIFEST_NAMES[0]);
  return { uri: session.workspace.uriOf(place), starter: starterManifest(seen.view.draft.syntax, baseName(path)) };
}

async function checkAllDrafts(
  connection: Connection,
  session: Session,
  { workDoneToken }: CheckAllParams,
  token: CancellationToken,
): Promise<CheckAllResult> {
  await session.settled;
  return session.closedDrafts.checkAll({
    isCancelled: () => token.isCancellationRequested,
    progress: (done, of, path) => {
      const percentage = Math.floor((100 * done) / of);
      const report = { kind: 'report' as const, percentage, message: baseName(path) };
      void connection.sendProgress(WorkDoneProgress.type, workDoneToken, report).catch(() => undefined);
    },
  });
}
