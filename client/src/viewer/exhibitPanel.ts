import { commands, type Range, Uri, ViewColumn, type Webview, type WebviewPanel } from 'vscode';
import { type AskedPlace, notePlace } from './askedPlaces.ts';
import type { FromPage, ToPage } from './viewerMessages.ts';

/** A page of ours: what it is built of, and what stands in it. */
export interface PanelPage {
  /** Its script and style in dist: `viewer` has `viewer.js` and `viewer.css`. */
  readonly name: string;
  /** What its policy allows besides that script and style. */
  readonly scripts?: string;
  readonly others?: readonly string[];
  readonly body: string;
}

/** Shows a page in a panel, beside the draft from which it was asked for, and listens to it. */
export async function showPage(
  panel: WebviewPanel,
  extension: Uri,
  page: PanelPage,
  place: AskedPlace | undefined,
  receive: (message: FromPage) => unknown,
): Promise<void> {
  const dist = Uri.joinPath(extension, 'dist');
  panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
  panel.webview.onDidReceiveMessage((message: FromPage) => receive(message));
  panel.webview.html = htmlOf(panel.webview, dist, page);
  // F12 opens in the draft's own column; the draft is to stay in sight.
  if (place?.from !== undefined && place.from === panel.viewColumn)
    await commands.executeCommand('workbench.action.moveEditorToNextGroup');
}

/** Its policy lets the page run our script and show our style; it can ask no network for anything, and nothing in an exhibit can run. */
function htmlOf(webview: Webview, dist: Uri, { name, scripts = '', others = [], body }: PanelPage): string {
  const nonce = crypto.randomUUID();
  const address = (file: string): string => String(webview.asWebviewUri(Uri.joinPath(dist, file)));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${scripts}`.trim(),
    `style-src 'nonce-${nonce}'`,
    ...others,
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<link rel="stylesheet" nonce="${nonce}" href="${address(`${name}.css`)}">
</head>
<body>
${body}
<div id="notice" role="status" hidden></div>
<script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>`;
}

/** Says something to the page in a panel. */
export function post({ panel }: { readonly panel: WebviewPanel }, message: ToPage): void {
  void panel.webview.postMessage(message);
}

/** Opens an exhibit in an editor of ours at a place, beside the draft unless another column is said. */
export async function openAt(
  viewType: string,
  uri: Uri,
  range: Range,
  viewColumn: ViewColumn = ViewColumn.Beside,
): Promise<void> {
  // The hover whose link was clicked would lie over the page; an older VS Code has no such command.
  await commands.executeCommand('editor.action.hideHover').then(undefined, () => undefined);
  notePlace({ uri, range });
  await commands.executeCommand('vscode.openWith', uri, viewType, viewColumn);
}

/** The last part of an address: the file's own name. */
export function fileNameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
