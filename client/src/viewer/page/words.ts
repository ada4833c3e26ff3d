// The page in which the words of a protected paper are shown.
import './words.css';
import type { ToPage } from '../viewerMessages.ts';
import { copyFrom, element, hear, say, showTitle } from './parts.ts';

const words = element('words', HTMLElement);

function show({ title, pages, passage }: Extract<ToPage, { type: 'words' }>): void {
  say('');
  showTitle(title, true);
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

copyFrom(words, (start) => Number(start.closest<HTMLElement>('section')?.dataset.page ?? 1));
hear((message) => {
  if (message.type === 'words') show(message);
});
