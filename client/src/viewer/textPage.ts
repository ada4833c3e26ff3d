import { Uri, type Webview } from 'vscode';

/** The page that shows the words of a protected paper. They come by message; it can ask no network for anything. */
export function textPage(webview: Webview, dist: Uri): string {
  const nonce = crypto.randomUUID();
  const address = (name: string): string => String(webview.asWebviewUri(Uri.joinPath(dist, name)));
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" nonce="${nonce}" href="${address('words.css')}">
</head>
<body>
<header>
<span id="title"></span>
<button id="copy" title="Copy the selection with its citation" disabled>Copy with citation</button>
<span id="told" class="unseen" role="status"></span>
</header>
<main id="words" tabindex="0"></main>
<div id="notice" role="status" hidden></div>
<script nonce="${nonce}" src="${address('words.js')}"></script>
</body>
</html>`;
}
