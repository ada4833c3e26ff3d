// The page in which the words of a protected paper are shown. It gets them by message and can ask nobody for anything.
import './words.css';
import type { FromPage, ToPage } from '../viewerMessages.ts';

const api = acquireVsCodeApi();
const tell = (message: FromPage): void => api.postMessage(message);
const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
};

const words = element('words');
const notice = element('notice');
const copy = element('copy');

function show({ title, pages, passage }: Extract<ToPage, { type: 'words' }>): void {
  notice.hidden = true;
  element('title').textContent = `${title} · protected`;
  words.replaceChildren(
    ...pages.map(({ head, text }, page) => {
      const section = document.createElement('section');
      section.dataset.page = String(page + 1);
      const heading = document.createElement('h2');
      heading.textContent = head;
      const body = document.createElement('pre');
      body.append(...(passage?.page === page ? withMark(text, passage) : [text]));
      section.append(heading, body);
      return section;
    }),
  );
  words.focus();
  (document.querySelector('mark') ?? sectionOf(passage?.page))?.scrollIntoView({ block: 'center' });
}

function sectionOf(page: number | undefined): Element | undefined {
  return page === undefined || page === 0 ? undefined : (words.children[page] ?? undefined);
}

function withMark(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly (string | Node)[] {
  if (end <= start) return [text];
  const mark = document.createElement('mark');
  mark.textContent = text.slice(start, end);
  return [text.slice(0, start), mark, text.slice(end)];
}

function say(sentence: string, deed?: () => void): void {
  notice.hidden = false;
  notice.textContent = sentence;
  if (!deed) return;
  const button = document.createElement('button');
  button.textContent = 'Show it';
  button.addEventListener('click', deed);
  notice.append(button);
}

/** The page on which the selection begins; 0 where it is not in the paper. */
function selectedPage(): number {
  const node = getSelection()?.anchorNode;
  const around = node instanceof Element ? node : node?.parentElement;
  return Number(around?.closest<HTMLElement>('section')?.dataset.page ?? 0);
}

document.addEventListener('selectionchange', () => {
  copy.toggleAttribute('disabled', getSelection()?.toString().trim() === '' || selectedPage() === 0);
});
copy.addEventListener('click', () =>
  tell({ type: 'copy', page: selectedPage(), words: getSelection()?.toString() ?? '' }),
);

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'words') show(data);
  else if (data.type === 'cover') say(`${data.title} is protected.`, () => tell({ type: 'uncover' }));
  else if (data.type === 'fault') say(data.words);
  else if (data.type === 'told') element('told').textContent = data.words;
});
tell({ type: 'ready' });
