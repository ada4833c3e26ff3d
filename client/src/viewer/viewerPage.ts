import type { PanelPage } from './exhibitPanel.ts';

/** The viewer of PDFs. It starts a worker from memory and compiles the decoders of pictures that it brings. */
export const VIEWER_PAGE: PanelPage = {
  name: 'viewer',
  scripts: "'wasm-unsafe-eval'",
  others: ['worker-src blob:'],
  body: `<header>
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
<nav id="cited-in" aria-label="Cited in" hidden></nav>`,
};
