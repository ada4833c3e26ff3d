import {
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  type ExtensionContext,
  type Range,
  type Uri,
  type ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { WordsMethod, WordsParams, WordsResult } from '../../../server/src/lsp/messages.ts';
import { type AskedPlace, takePlace } from './askedPlaces.ts';
import { ask, copyQuote } from './asking.ts';
import { fileNameOf, openAt, post, showPage } from './exhibitPanel.ts';
import { TEXT_PAGE } from './textPage.ts';
import type { FromPage } from './viewerMessages.ts';

const WORDS: WordsMethod = 'briefcite/words';
const VIEW_TYPE = 'briefcite.protected';

interface Shown {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  place?: AskedPlace | undefined;
  /** Somebody asked for it in this window; a tab that comes back with the window shows nothing by itself. */
  isAsked: boolean;
}

/** Registers the page for protected papers that are no PDFs: their words never become an open text, which other extensions could read. */
export function registerProtectedText(client: LanguageClient, context: ExtensionContext): Disposable {
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: (uri): CustomDocument => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: async ({ uri }, panel) => {
      const place = takePlace(uri);
      const shown: Shown = { uri, panel, place, isAsked: place !== undefined };
      panel.onDidChangeViewState(() => {
        const asked = panel.active ? takePlace(uri) : undefined;
        if (asked) void fill(client, Object.assign(shown, { place: asked, isAsked: true }));
      });
      await showPage(panel, context.extensionUri, TEXT_PAGE, place, (message) => receive(client, shown, message));
    },
  };
  const webviewOptions = { retainContextWhenHidden: true, enableFindWidget: true };
  return window.registerCustomEditorProvider(VIEW_TYPE, provider, { webviewOptions });
}

/** Opens a protected paper at a place, beside the draft unless another column is said. */
export function openProtected(uri: Uri, range: Range, viewColumn?: ViewColumn): Promise<void> {
  return openAt(VIEW_TYPE, uri, range, viewColumn);
}

async function receive(client: LanguageClient, shown: Shown, message: FromPage): Promise<void> {
  if (message.type === 'copy') {
    if (await copyQuote(client, shown.uri, message)) post(shown, { type: 'told', words: 'Copied with its citation.' });
    return;
  }
  if (message.type === 'uncover') shown.isAsked = true;
  if (message.type === 'ready' || message.type === 'uncover') await fill(client, shown);
}

async function fill(client: LanguageClient, shown: Shown): Promise<void> {
  if (!shown.isAsked) return post(shown, { type: 'cover', title: fileNameOf(shown.uri) });
  const { code2ProtocolConverter: converter } = client;
  const range = shown.place && converter.asRange(shown.place.range);
  const params: WordsParams = { uri: shown.uri.toString(), ...(range && { range }) };
  const words = await ask<WordsParams, WordsResult>(client, WORDS, params);
  if (words) post(shown, { type: 'words', ...words });
  else post(shown, { type: 'fault', words: 'No open draft has this file as an exhibit, or it can not be read.' });
}
