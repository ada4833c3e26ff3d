// The page in which an exhibit is shown. It gets the paper's bytes by message and can ask nobody for anything.
import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import './viewer.css';
import type { CitedInLine, FromPage, PageState, ToPage } from '../viewerMessages.ts';
import { marksOn } from './marks.ts';
import { makePaper, showPaper } from './paper.ts';
import { searchIn } from './search.ts';

const api = acquireVsCodeApi();
const tell = (message: FromPage): void => api.postMessage(message);
const element = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`);
  return found;
};

const container = element('container', HTMLDivElement);
const pageInput = element('page', HTMLInputElement);
const search = element('search', HTMLInputElement);
const copy = element('copy', HTMLButtonElement);
const list = element('cited-in', HTMLElement);
const listButton = element('cited-in-button', HTMLButtonElement);
const notice = element('notice', HTMLElement);

const paper = makePaper(container);
const { viewer, events } = paper;
searchIn(paper, search, element('found', HTMLElement));

let state: PageState = readState();
let wasShown = false;

function readState(): PageState {
  const kept = api.getState();
  return typeof kept === 'object' && kept !== null ? kept : {};
}

function keep(change: PageState): void {
  state = { ...state, ...change };
  api.setState(state);
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
  copy: () => tell({ type: 'copy', page: selectedPage(), words: getSelection()?.toString() ?? '' }),
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
document.addEventListener('selectionchange', () => {
  copy.disabled = getSelection()?.toString().trim() === '' || !isInPaper();
});

function isInPaper(): boolean {
  return container.contains(getSelection()?.anchorNode ?? null);
}

/** The page on which the selection begins. */
function selectedPage(): number {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  const node = range?.startContainer;
  const around = node instanceof Element ? node : node?.parentElement;
  return Number(around?.closest<HTMLElement>('.page')?.dataset.pageNumber ?? viewer.currentPageNumber);
}

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

function say(words: string, button?: { readonly label: string; readonly deed: () => void }): void {
  notice.hidden = words === '';
  notice.textContent = words;
  if (!button) return;
  const shown = document.createElement('button');
  shown.textContent = button.label;
  shown.addEventListener('click', button.deed);
  notice.append(shown);
}

async function open({ bytes, title, isProtected, state: known }: Extract<ToPage, { type: 'open' }>): Promise<void> {
  say('');
  state = { ...known, ...state };
  const heading = element('title', HTMLElement);
  heading.textContent = isProtected ? `${title} · protected` : title;
  heading.title = heading.textContent;
  try {
    const { numPages } = await showPaper(paper, new Uint8Array(bytes));
    element('pages', HTMLElement).textContent = `of ${numPages}`;
    container.focus();
  } catch (error) {
    say(error instanceof Error ? error.message : '');
  }
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'open':
      void open(data);
      break;
    case 'cover':
      say(`${data.title} is protected.`, { label: 'Show it', deed: () => tell({ type: 'uncover' }) });
      break;
    case 'show':
      wasShown = true;
      marks.show(data.page, data.boxes);
      break;
    case 'citedIn':
      fillList(data.lines);
      break;
    case 'fault':
      say(data.words);
      break;
    case 'told':
      element('told', HTMLElement).textContent = data.words;
      break;
  }
});
tell({ type: 'ready' });
