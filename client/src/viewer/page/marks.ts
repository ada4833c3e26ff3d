import type { Passage } from '../viewerMessages.ts';
import type { Paper } from './paper.ts';

/** The cited passage on the page where it stands. */
export interface Marks {
  /** Goes to a passage and marks it, instead of the one that was marked before. */
  readonly show: (passage: Passage) => void;
}

/** Marks that stay where they are while the page is drawn anew: their places are shares of it. */
export function marksOn({ viewer, events, container }: Paper): Marks {
  let current: Passage | undefined;
  let isLaidOut = false;
  const divOf = (page: number): HTMLElement | undefined => viewer.getPageView(page - 1)?.div;
  const draw = (): void => {
    for (const old of container.querySelectorAll('.cited')) old.remove();
    const div = current && divOf(current.page);
    for (const box of (div && current?.boxes) ?? []) {
      const mark = document.createElement('div');
      mark.className = 'cited';
      mark.style.left = `${100 * box.left}%`;
      mark.style.top = `${100 * box.top}%`;
      mark.style.width = `${100 * (box.right - box.left)}%`;
      mark.style.height = `${100 * (box.bottom - box.top)}%`;
      div?.append(mark);
    }
  };
  const go = (): void => {
    const div = current && divOf(current.page);
    if (!current || !div || !isLaidOut) return;
    viewer.currentPageNumber = current.page;
    const top = Math.min(...current.boxes.map((box) => box.top), 1);
    const above = current.boxes.length > 0 ? top * div.offsetHeight - container.clientHeight / 3 : 0;
    container.scrollTop = div.offsetTop + Math.max(0, above);
    draw();
  };
  events.on('pagesinit', () => {
    isLaidOut = true;
    go();
  });
  // Drawing a page takes everything off it but what pdf.js put there.
  events.on('pagerendered', ({ pageNumber }: { readonly pageNumber: number }) => {
    if (pageNumber === current?.page) draw();
  });
  return {
    show: (passage) => {
      current = passage;
      go();
    },
  };
}
