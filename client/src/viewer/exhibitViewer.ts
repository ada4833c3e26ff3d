import {
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  type ExtensionContext,
  languages,
  type Range,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type {
  ExhibitMethod,
  ExhibitParams,
  ExhibitResult,
  PassageMethod,
  PassageParams,
  PassageResult,
  RenditionMethod,
  RenditionResult,
} from '../../../server/src/lsp/messages.ts';
import { type AskedPlace, EXHIBIT_SCHEME, PROTECTED_SCHEME, takePlace } from './askedPlaces.ts';
import { ask, copyQuote } from './asking.ts';
import { fileNameOf, openAt, post, showPage } from './exhibitPanel.ts';
import type { FromPage, PageState } from './viewerMessages.ts';
import { VIEWER_PAGE } from './viewerPage.ts';

const EXHIBIT: ExhibitMethod = 'briefcite/exhibit';
const PASSAGE: PassageMethod = 'briefcite/passage';
const RENDITION: RenditionMethod = 'briefcite/rendition';
/** The language of an exhibit's words: its long lines are broken, and nothing else is done with it. */
const TEXT_LANGUAGE = 'exhibit-text';
/** For addresses of ours, and for a PDF that a person opens with "Open With ...". */
const VIEW_TYPE = 'briefcite.exhibit';
const VIEW_TYPE_OF_FILES = 'briefcite.pdf';

/** One file in the viewer. */
interface Shown {
  readonly uri: Uri;
  readonly panel: WebviewPanel;
  isReady: boolean;
  /** Somebody asked for it in this window: a protected paper is not shown before. */
  isAsked: boolean;
  place?: AskedPlace | undefined;
  citedIn: ExhibitResult['citedIn'];
}

/** Registers the viewer of PDF exhibits, and the text of every exhibit for a peek. */
export function registerExhibitViewer(client: LanguageClient, context: ExtensionContext): Disposable[] {
  /** Where each file was when it was last seen in this window. */
  const states = new Map<string, PageState>();
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: (uri): CustomDocument => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: async (document, panel) => {
      const uri = exhibitUri(document.uri);
      const place = takePlace(uri);
      const shown: Shown = { uri, panel, isReady: false, isAsked: place !== undefined, place, citedIn: [] };
      panel.onDidChangeViewState(() => {
        if (panel.active) void comeToFront(client, shown);
      });
      await showPage(panel, context.extensionUri, VIEWER_PAGE, place, (message) =>
        receive(client, shown, states, message),
      );
    },
  };
  const options = { webviewOptions: { retainContextWhenHidden: true }, supportsMultipleEditorsPerDocument: false };
  return [
    window.registerCustomEditorProvider(VIEW_TYPE, provider, options),
    window.registerCustomEditorProvider(VIEW_TYPE_OF_FILES, provider, options),
    ...[EXHIBIT_SCHEME, PROTECTED_SCHEME].map((scheme) =>
      workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: async (uri) =>
          (await ask<ExhibitParams, RenditionResult>(client, RENDITION, { uri: uri.toString() }))?.text ?? '',
      }),
    ),
    // The words of a saved page are no HTML, and those of an article no JSON: nothing is to find fault with them.
    // The text of a PDF is left as it is: it is only peeked at, and the viewer has the same address.
    workspace.onDidOpenTextDocument((document) => {
      const { uri, languageId } = document;
      if (uri.scheme === EXHIBIT_SCHEME && !/\.pdf$/i.test(uri.path) && languageId !== TEXT_LANGUAGE)
        void languages.setTextDocumentLanguage(document, TEXT_LANGUAGE);
    }),
  ];
}

/** Opens an exhibit in the viewer at a place, beside the draft unless another column is said. */
export function openExhibit(uri: Uri, range: Range, viewColumn?: ViewColumn): Promise<void> {
  return openAt(VIEW_TYPE, uri, range, viewColumn);
}

function exhibitUri(uri: Uri): Uri {
  return uri.with({ scheme: EXHIBIT_SCHEME });
}

async function receive(
  client: LanguageClient,
  shown: Shown,
  states: Map<string, PageState>,
  message: FromPage,
): Promise<void> {
  switch (message.type) {
    case 'ready':
      shown.isReady = true;
      return fill(client, shown, states.get(shown.uri.path));
    case 'uncover':
      shown.isAsked = true;
      return fill(client, shown, states.get(shown.uri.path));
    case 'keep':
      states.set(shown.uri.path, message.state);
      return;
    case 'goTo':
      return goToCitation(client, shown, message.line);
    case 'copy':
      if (await copyQuote(client, shown.uri, message))
        post(shown, { type: 'told', words: 'Copied with its citation.' });
      return;
  }
}

/** Sends the paper to the page, then what the server knows of it. */
async function fill(client: LanguageClient, shown: Shown, state: PageState | undefined): Promise<void> {
  const exhibit = await ask<ExhibitParams, ExhibitResult>(client, EXHIBIT, { uri: shown.uri.toString() });
  const title = exhibit?.title ?? fileNameOf(shown.uri);
  const isProtected = exhibit?.isProtected === true;
  if (isProtected && !shown.isAsked) return post(shown, { type: 'cover', title });
  try {
    // What it reads is node's own kind of bytes, which VS Code would send as words.
    const bytes = new Uint8Array(await workspace.fs.readFile(shown.uri.with({ scheme: 'file' })));
    post(shown, { type: 'open', bytes, title, isProtected, ...(state && { state }) });
  } catch {
    return post(shown, { type: 'fault', words: 'The file of this paper can not be read.' });
  }
  showCitedIn(shown, exhibit);
  await showPlace(client, shown);
}

/** The viewer came to the front: at the place that was asked for, if one was, and with the citations of now. */
async function comeToFront(client: LanguageClient, shown: Shown): Promise<void> {
  const place = takePlace(shown.uri);
  if (place) {
    shown.place = place;
    if (!shown.isAsked && shown.isReady) {
      shown.isAsked = true;
      return fill(client, shown, undefined);
    }
  }
  if (!shown.isReady) return;
  await showPlace(client, shown);
  showCitedIn(shown, await ask<ExhibitParams, ExhibitResult>(client, EXHIBIT, { uri: shown.uri.toString() }));
}

async function showPlace(client: LanguageClient, shown: Shown): Promise<void> {
  const { place } = shown;
  shown.place = undefined;
  if (!place) return;
  const { code2ProtocolConverter: converter } = client;
  const params: PassageParams = { uri: shown.uri.toString(), range: converter.asRange(place.range) };
  const passage = await ask<PassageParams, PassageResult>(client, PASSAGE, params);
  if (passage) post(shown, { type: 'show', ...passage });
}

function showCitedIn(shown: Shown, exhibit: ExhibitResult | null): void {
  if (!exhibit) return;
  shown.citedIn = exhibit.citedIn;
  const lines = exhibit.citedIn.map(({ uri, words, page }) => ({
    draft: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)),
    words,
    ...(page !== undefined && { page }),
  }));
  post(shown, { type: 'citedIn', lines });
}

async function goToCitation(client: LanguageClient, { citedIn }: Shown, line: number): Promise<void> {
  const citation = citedIn[line];
  if (!citation) return;
  const { protocol2CodeConverter: converter } = client;
  const document = await workspace.openTextDocument(converter.asUri(citation.uri));
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  await window.showTextDocument(document, {
    viewColumn: editor?.viewColumn ?? ViewColumn.One,
    selection: converter.asRange(citation.range),
  });
}
