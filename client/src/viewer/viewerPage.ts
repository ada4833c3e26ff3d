import { Uri, type Webview } from 'vscode';

/**
 * The words of the viewer's page. Its policy lets it run our script and show our style, start a worker from memory and compile
 * the decoders of pictures that it brings; it can ask no network for anything, and nothing in a PDF can run.
 */
export function viewerPage(webview: Webview, dist: Uri): string {
  const nonce = crypto.randomUUID();
  const address = (name: string): string => String(webview.asWebviewUri(Uri.joinPath(dist, name)));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src 'nonce-${nonce}'`,
    'worker-src blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" nonce="${nonce}" href="${address('viewer.css')}">
</head>
<body>
<header>
<div class="row">
<span id="title"></span>
<button id="cited-in-button" aria-expanded="false" aria-controls="cited-in" disabled>Cited in</button>
<button id="copy" title="Copy the selection with its citation" disabled>Copy with citation</button>
</div>
<div class="row">
<button id="before" title="Page before" aria-label="Page before">‹</button>
<input id="page" aria-label="Page of the file" inputmode="numeric" value="1"><span id="pages"></span>
<button id="after" title="Next page" aria-label="Next page">›</button>
<button id="out" title="Smaller (-)" aria-label="Smaller">−</button>
<button id="in" title="Larger (+)" aria-label="Larger">+</button>
<button id="fit" title="Whole width or whole page (0)" aria-label="Whole width or whole page">↔</button>
<input id="search" type="search" placeholder="Search" aria-label="Search in this paper"><span id="found" role="status"></span>
</div>
<span id="told" class="unseen" role="status"></span>
</header>
<div id="container" tabindex="0"><div class="pdfViewer"></div></div>
<nav id="cited-in" aria-label="Cited in" hidden></nav>
<div id="notice" role="status" hidden></div>
<script nonce="${nonce}" src="${address('viewer.js')}"></script>
</body>
</html>`;
}
