// The page in which a PDF is shown.
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import './viewer.css';
import type { CitedInLine, PageState, ToPage } from '../viewerMessages.ts';
import { marksOn } from './marks.ts';
import { makePaper, showPaper } from './paper.ts';
import { copyFrom, element, hear, keepState, keptState, say, showTitle, tell } from './parts.ts';
import { searchIn } from './search.ts';

const container = element('container', HTMLDivElement);
const pageInput = element('page', HTMLInputElement);
const search = element('search', HTMLInputElement);
const list = element('cited-in', HTMLElement);
const listButton = element('cited-in-button', HTMLButtonElement);

const paper = makePaper(container);
const { viewer, events } = paper;
searchIn(paper, search, element('found', HTMLElement));

let state: PageState = keptState();
let wasShown = false;

function keep(change: PageState): void {
  state = { ...state, ...change };
  keepState(state);
  tell({ type: 'keep', state });
}

events.on('pagesinit', () => {
  viewer.currentScaleValue = state.zoom ?? 'page-width';
  if (!wasShown && state.page !== undefined) viewer.currentPageNumber = state.page;
});
// Behind the line above: a place is gone to when the pages have their size.
const marks = marksOn(paper);
events.on('pagechanging', ({ pageNumber }: { readonly pageNumber: number }) => {
  pageInput.value = String(pageNumber);
  keep({ page: pageNumber });
});
events.on('scalechanging', ({ scale, presetValue }: { readonly scale: number; readonly presetValue?: string }) => {
  keep({ zoom: presetValue ?? String(scale) });
});

/** Buttons of the toolbar, and the keys that do the same while no word is typed. */
const DEEDS: Readonly<Record<string, () => unknown>> = {
  before: () => viewer.previousPage(),
  after: () => viewer.nextPage(),
  out: () => viewer.decreaseScale(),
  in: () => viewer.increaseScale(),
  fit: () => {
    viewer.currentScaleValue = viewer.currentScaleValue === 'page-width' ? 'page-fit' : 'page-width';
  },
  'cited-in-button': () => toggleList(list.hidden !== false),
};
const KEYS: Readonly<Record<string, string>> = { '+': 'in', '=': 'in', '-': 'out', '0': 'fit' };

for (const [id, deed] of Object.entries(DEEDS)) element(id, HTMLButtonElement).addEventListener('click', () => deed());
document.addEventListener('keydown', (event) => {
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl && event.key.toLowerCase() === 'f') {
    search.focus();
    search.select();
  } else {
    const deed = KEYS[event.key];
    if (deed === undefined || isControl || event.altKey || event.target instanceof HTMLInputElement) return;
    DEEDS[deed]?.();
  }
  event.preventDefault();
});
pageInput.addEventListener('change', () => {
  const number = Number(pageInput.value);
  if (Number.isInteger(number) && number >= 1 && number <= viewer.pagesCount) viewer.currentPageNumber = number;
  else pageInput.value = String(viewer.currentPageNumber);
});
copyFrom(container, (start) =>
  Number(start.closest<HTMLElement>('.page')?.dataset.pageNumber ?? viewer.currentPageNumber),
);

function toggleList(isShown: boolean): void {
  list.hidden = !isShown;
  listButton.setAttribute('aria-expanded', String(isShown));
}

function fillList(lines: readonly CitedInLine[]): void {
  listButton.textContent = `Cited in (${lines.length})`;
  listButton.disabled = lines.length === 0;
  if (lines.length === 0) toggleList(false);
  list.replaceChildren(
    ...lines.map(({ draft, words, page }, line) => {
      const button = document.createElement('button');
      const name = document.createElement('span');
      name.className = 'draft';
      name.textContent = page === undefined ? draft : `${draft} · page ${page} of the file`;
      button.append(words, name);
      button.addEventListener('click', () => tell({ type: 'goTo', line }));
      return button;
    }),
  );
}

async function open({ bytes, title, isProtected, state: known }: Extract<ToPage, { type: 'open' }>): Promise<void> {
  say('');
  state = { ...known, ...state };
  showTitle(title, isProtected);
  try {
    const { numPages } = await showPaper(paper, new Uint8Array(bytes));
    element('pages', HTMLElement).textContent = `of ${numPages}`;
    container.focus();
  } catch (error) {
    say(error instanceof Error ? error.message : '');
  }
}

hear((message) => {
  if (message.type === 'open') void open(message);
  else if (message.type === 'citedIn') fillList(message.lines);
  else if (message.type === 'show') {
    wasShown = true;
    marks.show(message);
  }
});
