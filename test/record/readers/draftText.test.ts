import { expect, test } from 'vitest';
import type { Page } from '../../../server/src/record/pages.ts';
import { draftTextOf, isDraftFile, placeIn, placeWords } from '../../../server/src/record/readers/draftText.ts';

const pagesFrom = (...texts: readonly string[]): readonly Page[] =>
  texts.map((text, at) => ({ index: at + 1, labels: {}, checkable: text !== '', text }));

const LONG = 'Nobody on the quay had asked the harbor master to open the gate';

test('a paragraph goes on over the page, the footnotes between come behind it', () => {
  const { text, places } = draftTextOf(
    pagesFrom(
      [
        'THE GATE WAS SHUT ALL NIGHT',
        `${LONG}, and the lamp`,
        'was out at five.',
        `${LONG},1 which is why`,
        '1 See Dkt. No. 12 at 3.',
        'It was not appealed.',
        '2 Id. at 4.',
      ].join('\n'),
      [`${LONG}.2 It rained`, 'the whole week.', 'B. The Lamp Was Lit', `${LONG}.`].join('\n'),
    ),
  );
  expect(text.split('\n\n')).toEqual([
    'THE GATE WAS SHUT ALL NIGHT',
    `${LONG}, and the lamp\nwas out at five.`,
    `${LONG},[^1] which is why\n${LONG}.2 It rained\nthe whole week.`,
    '[^1]: See Dkt. No. 12 at 3.\nIt was not appealed.\n2 Id. at 4.',
    'B. The Lamp Was Lit',
    `${LONG}.`,
  ]);
  const at = (words: string): string => placeWords(placeIn(places, text.indexOf(words)) ?? { start: 0 });
  expect([at('THE GATE'), at('See Dkt.'), at('It rained'), at('B. The')]).toEqual([
    'page 1',
    'page 1, footnote 1',
    'page 2',
    'page 2',
  ]);
});

test('footnotes count on; a number that no mark stands for is none', () => {
  const { text } = draftTextOf(
    pagesFrom(`${LONG}.1 He slept.2\n1 Dkt. No. 3 at 2.\n2 Dkt. No. 4.`, `${LONG}.\n12 Members of the crew agreed.`),
  );
  expect(text).toContain('[^1] He slept.[^2]');
  expect(text).toContain('\n\n[^1]: Dkt. No. 3 at 2.\n\n[^2]: Dkt. No. 4.');
  expect(text).toContain('\n12 Members of the crew agreed.');
});

test('raised numbers that the page draws apart from the words are marks, too', () => {
  const { text } = draftTextOf(
    pagesFrom(`${LONG}. 1 He slept, 2 as always,\n${LONG}.\n1\nDkt. No. 3 at 2.\n2\nId. at 4.`),
  );
  expect(text).toContain('gate. [^1] He slept, [^2] as always,');
  expect(text).toContain('\n\n[^1]: Dkt. No. 3 at 2.\n\n[^2]: Id. at 4.');
});

test('pages without words are told', () => {
  expect(draftTextOf(pagesFrom('One.', '', 'Three.'))).toMatchObject({ text: 'One.\n\nThree.', unread: [2] });
});

test('in a Word file the paragraphs are counted, the notes are not', () => {
  const text = 'One.[^1]\n\n    Set in.\n\nThree.\n\n[^1]: A note.\n\n    More of it.\n\n[^2]: Another.';
  const page: Page = { index: 1, labels: {}, checkable: true, text, unpaged: 'A Word file' };
  const { places, text: read } = draftTextOf([page]);
  expect(read).toBe(text);
  const at = (words: string): string => placeWords(placeIn(places, text.indexOf(words)) ?? { start: 0 });
  expect(['One', 'Set in', 'Three', 'A note', 'More', 'Another'].map(at)).toEqual([
    'paragraph 1',
    'paragraph 2',
    'paragraph 3',
    'footnote 1',
    'footnote 1',
    'footnote 2',
  ]);
});

test('a page of nothing but numbers takes no time', () => {
  const page = Array.from({ length: 20_000 }, (_, at) => `${(at % 900) + 1} Words`).join('\n');
  const before = performance.now();
  draftTextOf(pagesFrom(page, page));
  expect(performance.now() - before).toBeLessThan(2_000);
});

test('which files are drafts of this kind', () => {
  expect(['a.docx', 'A.PDF', 'a.docm', 'a.doc', 'a.pdf.txt', 'docx'].map(isDraftFile)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
