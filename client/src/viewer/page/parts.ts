// What the pages have in common in which exhibits are shown: they get what they show by message and can ask nobody for anything.
import type { FromPage, ToPage } from '../viewerMessages.ts';

const api = acquireVsCodeApi();

/** Tells the extension. */
export function tell(message: FromPage): void {
  api.postMessage(message);
}

/** What the page keeps while its tab lives; an empty object before anything was kept. */
export function keptState(): object {
  const kept = api.getState();
  return typeof kept === 'object' && kept !== null ? kept : {};
}

/** Keeps it. */
export function keepState(state: object): void {
  api.setState(state);
}

/** The element of the page with this id. Throws where the page has none of that kind. */
export function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`);
  return found;
}

const notice = element('notice', HTMLElement);

/** Lays a sentence over the paper, with a button where there is something to do; no words take it away. */
export function say(words: string, button?: { readonly label: string; readonly deed: () => void }): void {
  notice.hidden = words === '';
  notice.textContent = words;
  if (!button) return;
  const shown = document.createElement('button');
  shown.textContent = button.label;
  shown.addEventListener('click', button.deed);
  notice.append(shown);
}

/** Names the paper at the head of the page. */
export function showTitle(title: string, isProtected: boolean): void {
  const heading = element('title', HTMLElement);
  heading.textContent = isProtected ? `${title} · protected` : title;
  heading.title = heading.textContent;
}

/** Passes on what the extension says, but for what every page does alike; then says that the page is there. */
export function hear(listen: (message: ToPage) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'cover')
      say(`${data.title} is protected.`, { label: 'Show it', deed: () => tell({ type: 'uncover' }) });
    else if (data.type === 'fault') say(data.words);
    else if (data.type === 'told') element('told', HTMLElement).textContent = data.words;
    else listen(data);
  });
  tell({ type: 'ready' });
}

/** Lets the button copy what is selected in the paper; `pageAt` tells the page (from 1) of the element in which the selection begins. */
export function copyFrom(paper: HTMLElement, pageAt: (start: Element) => number): void {
  const copy = element('copy', HTMLButtonElement);
  const selected = (): { readonly words: string; readonly page: number } | undefined => {
    const selection = getSelection();
    const node = selection?.rangeCount ? selection.getRangeAt(0).startContainer : undefined;
    const start = node instanceof Element ? node : node?.parentElement;
    const words = selection?.toString() ?? '';
    return start && paper.contains(start) && words.trim() !== '' ? { words, page: pageAt(start) } : undefined;
  };
  document.addEventListener('selectionchange', () => {
    copy.disabled = selected() === undefined;
  });
  copy.addEventListener('click', () => {
    const what = selected();
    if (what) tell({ type: 'copy', ...what });
  });
}
