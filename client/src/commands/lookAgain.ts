import { commands, type Disposable, Range, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type {
  LookAgainCommand,
  LookAgainMethod,
  LookAgainParams,
  LookAgainResult,
  ManifestEdit,
} from '../../../server/src/lsp/messages.ts';
import { show } from '../openPlace.ts';
import { showSideBySide } from '../sideBySide.ts';
import { initials } from './citeCheck.ts';

const COMMAND: LookAgainCommand = 'briefcite.lookAgain';
const METHOD: LookAgainMethod = 'briefcite/lookAgain';
const RECORD = 'Record It as Verified';
const SHOW = 'Show What Differs';
const LATER = 'Not Now';

type Seen = Extract<LookAgainResult, { readonly told: readonly string[] }>;

/** The command behind a quick fix: opens an exhibit whose file has changed, and notes it as verified if the person says so. */
export function registerLookAgain(client: LanguageClient): Disposable {
  return commands.registerCommand(COMMAND, async (uri: unknown, position: unknown) => {
    if (typeof uri !== 'string' || !isPosition(position)) return;
    const seen = await ask(client, { uri, position });
    if (!seen) return;
    if (seen.file) await show(Uri.parse(seen.file.uri, true), seen.file.range, ViewColumn.Beside);
    if (!(await isAgreed(seen))) return;
    const by = seen.verifiedBy === undefined ? undefined : await initials();
    if (seen.verifiedBy !== undefined && by === undefined) return;
    const now = await ask(client, { uri, position, ...(by !== undefined && { by }) });
    if (!now) return;
    if (now.sha256 !== seen.sha256) warn(`The file of ${now.paper} has changed again meanwhile. Look at it once more.`);
    else if (!now.edit || !(await write(now.edit))) {
      warn(`This can't be written into the manifest safely. Write it there by hand: sha256: ${now.sha256}`);
    }
  });
}

/** Shows what differs as often as it is asked for, and ends with what the person decides. */
async function isAgreed({ told, texts, paper }: Seen): Promise<boolean> {
  for (;;) {
    const buttons = texts ? [SHOW, RECORD, LATER] : [RECORD, LATER];
    const chosen = await window.showWarningMessage(told.join(' '), ...buttons);
    if (chosen !== SHOW || !texts) return chosen === RECORD;
    await showSideBySide(`${paper}: as verified, and as it is now`, texts.before, texts.now);
  }
}

/** Asks the server; where there is nothing to look at, says why. */
async function ask(client: LanguageClient, params: LookAgainParams): Promise<Seen | undefined> {
  const answer = await client.sendRequest<LookAgainResult | null>(METHOD, params);
  if (answer && 'told' in answer) return answer;
  warn(answer?.why ?? 'Open a draft first: there is no paper to look at here.');
  return undefined;
}

/** Writes what is to be changed into the manifest and shows it, not saved, so that it can be undone. False where other words stand there by now. */
async function write({ uri, changes }: ManifestEdit): Promise<boolean> {
  const manifest = Uri.parse(uri, true);
  const document = await workspace.openTextDocument(manifest);
  const edit = new WorkspaceEdit();
  for (const { range, before, words } of changes) {
    const place = rangeOf(range);
    if (document.getText(place) !== before) return false;
    edit.replace(manifest, place, words);
  }
  if (!(await workspace.applyEdit(edit))) return false;
  const [first] = changes;
  await window.showTextDocument(document, {
    preview: false,
    ...(first && { selection: rangeOf({ ...first.range, end: first.range.start }) }),
  });
  return true;
}

function rangeOf({ start, end }: ManifestEdit['changes'][number]['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function isPosition(value: unknown): value is LookAgainParams['position'] {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}

function warn(words: string): void {
  void window.showWarningMessage(words);
}
