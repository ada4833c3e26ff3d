import { expect, test } from 'vitest';
import { citedAt } from '../../server/src/features/citedAt.ts';
import { placeInFile } from '../../server/src/features/definition.ts';
import { placeAtPin, wordsAtPin } from '../../server/src/features/wordsAtPin.ts';
import type { Page, PagesState } from '../../server/src/record/pages.ts';
import { draftOf } from '../resolve/notation.ts';

const MANIFEST =
  'filings: {Compl.: {file: compl.pdf}}\ndocket: {9: {file: 9.pdf}}\ndepositions: {Roe: {file: roe.pdf}, Poe: {file: poe.pdf}}\n';

const page = (index: number, text: string, more: Partial<Page> = {}): Page => ({
  index,
  labels: {},
  checkable: true,
  text,
  line: index * 10,
  ...more,
});
const COMPLAINT = [
  page(1, '1. Roe keeps the gate.\n2. It has two locks.\n3. Both were rusted.'),
  page(2, '4. Harbor knew it.\n5. Harbor did nothing.'),
];
const LINES = ['Q. Who kept the log?', 'A. The watchman did.', 'Q. Every night?'];
const TRANSCRIPT = [
  page(1, LINES.join('\n'), {
    lines: LINES.map((words, at) => {
      const start = LINES.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
      return { page: '144', line: at + 3, start, end: start + words.length };
    }),
  }),
];

const ORDER = [1, 2, 3].map((number) =>
  page(number, `The gate was open.${number}\nIt had a lock.\n${number} Note ${number} is of the lock.`, {
    labels: { printed: String(number + 6) },
  }),
);
/** Two volumes that each count from 12. */
const VOLUMES = ['1', '2'].map((volume, at) =>
  page(at + 1, `A. It was volume ${volume}.`, {
    labels: { printed: '12', volume, ...(volume === '1' && { transcript: 'rough' }) },
    lines: [{ page: '12', line: 3, start: 0, end: 19 }],
  }),
);
const FILES: Readonly<Record<string, readonly Page[]>> = {
  'compl.pdf': COMPLAINT,
  'roe.pdf': TRANSCRIPT,
  '9.pdf': ORDER,
  'poe.pdf': VOLUMES,
};

/** What is shown for the citation, and where it leads. */
function at(text: string) {
  const draft = draftOf(MANIFEST, text);
  const pages = (source: { readonly file?: string }): PagesState => ({
    state: 'read',
    pages: { sha256: 'ab', pages: FILES[source.file ?? ''] ?? [] },
  });
  const places = { fileUri: () => 'file:///m/a.pdf', entry: () => undefined };
  const cited = citedAt(draft, text.length - 2);
  const source = cited?.answer?.source;
  if (!cited || !source) throw new Error('Nothing is cited.');
  const { passage, notes } = wordsAtPin({ draft, pages }, cited, source);
  const place = placeAtPin({ draft, pages }, cited, source);
  return {
    passage: passage?.text.trim(),
    marked: passage?.marked.map(({ start, end }) => passage.text.slice(start, end)),
    notes,
    page: place?.page.index,
    words: place?.span && place.page.text.slice(place.span.start, place.span.end).trim(),
    line: placeInFile({ draft, pages, places, findings: [] }, source, cited)?.place.range.start.line,
  };
}

test('a paragraph that is cited is shown, marked and gone to', () => {
  expect(at('Harbor knew. Compl. ¶ 4.')).toEqual({
    passage: '4. Harbor knew it.',
    marked: [],
    notes: ['Paragraph 4, on page 2 of 2 in the file.'],
    page: 2,
    words: '4. Harbor knew it.',
    line: 19,
  });
  // The words that are quoted are marked in the paragraph.
  expect(at('He says "Harbor did nothing." Compl. ¶ 5.').marked).toEqual(['Harbor did nothing']);
});

test('a paragraph that is not there is said so', () => {
  expect(at('Harbor knew. Compl. ¶ 9.')).toMatchObject({
    passage: undefined,
    notes: ['No paragraph of its file was found by that number.'],
    page: undefined,
  });
});

test('the lines of a transcript that are cited are marked', () => {
  expect(at('He kept it. Roe Dep. 144:3-4.')).toMatchObject({
    marked: ['Q. Who kept the log?\nA. The watchman did.'],
    words: 'Q. Who kept the log?\nA. The watchman did.',
    page: 1,
  });
});

test('a footnote is shown alone, on the page that is cited with it', () => {
  const shown = {
    passage: '2 Note 2 is of the lock.',
    notes: ['Footnote 2, on page 2 of 3 in the file.'],
    page: 2,
    words: '2 Note 2 is of the lock.',
    line: 19,
  };
  expect(at('So it was. Dkt. 9 at 8 n.2.')).toMatchObject(shown);
  expect(at('So it was. Dkt. 9 n.2.')).toMatchObject(shown);
  // It is not on that page: the page is shown, and nothing is guessed.
  expect(at('So it was. Dkt. 9 at 8 n.3.')).toMatchObject({ page: 2, words: undefined });
  expect(at('So it was. Dkt. 9 n.7.')).toMatchObject({ page: undefined });
});

test('the volume that is cited is the one that is shown', () => {
  expect(at('He said so. Poe Dep. Vol. II at 12:3.')).toMatchObject({
    words: 'A. It was volume 2.',
    notes: [
      'By the number printed on the page; page 2 of 2 in the file.',
      'In volume 2.',
      'This is a rough draft of the transcript; nobody has certified its words.',
    ],
  });
  expect(at('He said so. Poe Dep. Vol. I at 12:3.').words).toBe('A. It was volume 1.');
  expect(at('He said so. Poe Dep. 12:3.').words).toBe('A. It was volume 1.');
});
