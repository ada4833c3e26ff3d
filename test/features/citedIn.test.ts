import { expect, test } from 'vitest';
import { citedIn } from '../../server/src/features/citedIn.ts';
import type { DraftView } from '../../server/src/features/view.ts';
import type { Page, PagesState } from '../../server/src/record/pages.ts';
import { lineIndexOf } from '../../server/src/text/lineIndex.ts';
import { draftOf } from '../resolve/notation.ts';

/** The page of the file for each citation in a text, all of them of one file. */
function pagesCited(pages: readonly Page[], text: string) {
  const draft = draftOf('docket: {9: {file: 9.pdf}}\ndepositions: {Poe: {file: 9.pdf}}\n', text);
  const state: PagesState = { state: 'read', pages: { sha256: 'ab', pages } };
  const places = { fileUri: () => 'file:///m/9.pdf', entry: () => undefined };
  const view: DraftView = { draft, pages: () => state, places, findings: [] };
  const papers = new Set(draft.citations.flatMap(({ targets }) => targets.flatMap(({ source }) => source ?? [])));
  return citedIn(view, lineIndexOf(text), papers).map(({ words, page }) => `${words}: ${page}`);
}

test('a citation leads to the volume that it names', () => {
  const pages = ['1', '2'].map((volume, at) => ({
    index: at + 1,
    labels: { printed: '12', volume },
    checkable: true,
    text: `A. It was volume ${volume}.`,
    lines: [{ page: '12', line: 3, start: 0, end: 19 }],
  }));
  expect(pagesCited(pages, 'So it was. Poe Dep. Vol. II at 12:3. Poe Dep. Vol. I at 12:3.')).toEqual([
    'Poe Dep. Vol. II at 12:3: 2',
    'Poe Dep. Vol. I at 12:3: 1',
  ]);
});

test('a footnote and the page that is cited with it are one place', () => {
  const pages = [7, 8].map((printed, at) => ({
    index: at + 1,
    labels: { printed: String(printed) },
    checkable: true,
    text: `The gate was open.${at + 1}\nIt had a lock.\n${at + 1} Note of the lock.`,
  }));
  expect(pagesCited(pages, 'So it was. Dkt. 9 at 8 n.2. Dkt. 9 at 7, 8.')).toEqual([
    'Dkt. 9 at 8 n.2: 2',
    'Dkt. 9 at 7, 8: 1',
    'Dkt. 9 at 7, 8: 2',
  ]);
});
