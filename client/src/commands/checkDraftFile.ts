import {
  Disposable,
  EventEmitter,
  languages,
  TabInputCustom,
  TabInputText,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type {
  DraftFileScheme,
  DraftParams,
  ReadDraftMethod,
  ReadDraftResult,
} from '../../../server/src/lsp/messages.ts';

const METHOD: ReadDraftMethod = 'briefcite/readDraft';
const SCHEME: DraftFileScheme = 'briefcite-draft';
const LANGUAGE = 'legal-brief';
const EXTENSIONS = ['docx', 'docm', 'pdf'];

/** Drafts that are Word files or PDFs: the text that the server read of them is shown, and can't be edited. */
export interface DraftFiles {
  /** Checks the file chosen in the explorer, else the one in front, else one that is asked for. */
  check(offered: unknown): Promise<void>;
  readonly shown: Disposable;
}

/** Makes what shows them. */
export function draftFilesOf(client: LanguageClient): DraftFiles {
  const changed = new EventEmitter<Uri>();
  // What was read a moment ago need not be read again to be shown.
  const fresh = new Map<string, string>();
  const provided = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const known = fresh.get(uri.toString());
      fresh.delete(uri.toString());
      if (known !== undefined) return known;
      const read = await readDraft(client, uri.with({ scheme: 'file' }));
      return 'why' in read ? read.why : read.text;
    },
  });
  // Also one that VS Code opens again by itself when it starts.
  const opened = workspace.onDidOpenTextDocument((document) => void asBrief(document));
  for (const document of workspace.textDocuments) void asBrief(document);
  const check = async (offered: unknown): Promise<void> => {
    const file = offered instanceof Uri ? offered : (fileInFront() ?? (await chosenFile()));
    const read = file && (await readDraft(client, file));
    if (!read) return;
    if ('why' in read) {
      void window.showErrorMessage(read.why);
      return;
    }
    const uri = file.with({ scheme: SCHEME });
    fresh.set(uri.toString(), read.text);
    // It may be open from before, and the file have changed.
    if (workspace.textDocuments.some((open) => open.uri.toString() === uri.toString())) changed.fire(uri);
    const document = await asBrief(await workspace.openTextDocument(uri));
    await window.showTextDocument(document, { preview: false });
    if (read.note !== undefined) void window.showWarningMessage(read.note);
  };
  return { check, shown: Disposable.from(provided, opened, changed) };
}

/** Its name ends as that of no text: what it is has to be said. */
async function asBrief(document: TextDocument): Promise<TextDocument> {
  const isOther = document.uri.scheme === SCHEME && document.languageId !== LANGUAGE;
  return isOther ? languages.setTextDocumentLanguage(document, LANGUAGE) : document;
}

async function readDraft(client: LanguageClient, file: Uri): Promise<ReadDraftResult> {
  const params: DraftParams = { uri: client.code2ProtocolConverter.asUri(file) };
  const read = await client.sendRequest<ReadDraftResult | null>(METHOD, params);
  return read ?? { why: 'The file could not be read.' };
}

function fileInFront(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof TabInputCustom || input instanceof TabInputText ? input.uri : undefined;
  const isDraft = EXTENSIONS.some((end) => uri?.path.toLowerCase().endsWith(`.${end}`));
  return uri?.scheme === 'file' && isDraft ? uri : undefined;
}

async function chosenFile(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({ openLabel: 'Check', filters: { 'Word or PDF': EXTENSIONS } });
  return chosen?.[0];
}
