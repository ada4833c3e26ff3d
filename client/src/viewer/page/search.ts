import type { Paper } from './paper.ts';

/** pdf.js's numbers for how a search ended. */
const NOT_FOUND = 1;

/** The search of the toolbar: as a person types, Enter goes on, Shift+Enter back, Escape to the paper. */
export function searchIn({ events, container }: Paper, input: HTMLInputElement, count: HTMLElement): void {
  const find = (type: '' | 'again', back: boolean): void => {
    if (input.value === '') count.textContent = '';
    events.dispatch('find', {
      source: input,
      type,
      query: input.value,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious: back,
      matchDiacritics: false,
    });
  };
  input.addEventListener('input', () => find('', false));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') find('again', event.shiftKey);
    else if (event.key === 'Escape') {
      input.value = '';
      find('', false);
      container.focus();
    } else return;
    event.preventDefault();
  });
  const tell = ({ current = 0, total = 0 }: { readonly current?: number; readonly total?: number }): void => {
    count.textContent = total > 0 && input.value !== '' ? `${current} of ${total}` : '';
  };
  events.on('updatefindmatchescount', ({ matchesCount }: { readonly matchesCount: object }) => tell(matchesCount));
  events.on('updatefindcontrolstate', (found: { readonly state: number; readonly matchesCount: object }) => {
    if (found.state === NOT_FOUND && input.value !== '') count.textContent = 'not found';
    else tell(found.matchesCount);
  });
}
