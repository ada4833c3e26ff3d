import type { PanelPage } from './exhibitPanel.ts';

/** The page that shows the words of a protected paper. */
export const TEXT_PAGE: PanelPage = {
  name: 'words',
  body: `<header>
<span id="title"></span>
<button id="copy" title="Copy the selection with its citation" disabled>Copy with citation</button>
<span id="told" class="unseen" role="status"></span>
</header>
<main id="words" tabindex="0"></main>`,
};
