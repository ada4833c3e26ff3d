import { describe, expect, test } from 'vitest';
import { changed } from '../../server/src/features/fixes/fix.ts';
import { otherWords } from '../../server/src/features/fixes/otherWords.ts';
import type { Finding } from '../../server/src/lint/finding.ts';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import type { PagesLookup } from '../../server/src/record/pages.ts';
import { fixViewOf, written } from '../features/fixing.ts';
import { randomOf } from '../fuzz/random.ts';
import { draftOf } from '../resolve/notation.ts';

const MANIFEST = 'docket:\n  5: {title: Order on the Gate, file: order.txt}\n';
const PAGE = `The keeper of the gate shall, at every change of the watch, count the keys and enter their number in the book.
No key may leave the house without the written consent of the steward, who keeps a list of those he has given out, and
the book shall be shown to both parties on the first Monday of each month.`;
const PAGES: PagesLookup = () => ({
  state: 'read',
  pages: { sha256: 'ab', pages: [{ index: 1, labels: { printed: '1' }, checkable: true, text: PAGE }] },
});

function findingsIn(text: string): readonly Finding[] {
  return findingsOfDraft(draftOf(MANIFEST, text), { pages: PAGES, rules: {} });
}

/** The titles that are offered, and the draft after the last of them, which changes all that differs. */
function fixed(text: string): { readonly titles: readonly string[]; readonly after: string } {
  const view = { ...fixViewOf(written(MANIFEST, text)), pages: PAGES };
  const finding = findingsIn(text).find(({ code }) => code === 'quotation-altered');
  const fixes = finding ? [...otherWords(view, finding)] : [];
  return { titles: fixes.map(({ title }) => title), after: changed(text, fixes.at(-1)?.changes ?? []) };
}

/** Blanks that nobody typed, or commas that belong to words that are gone. */
const UNTIDY = / {2}|,,| [,.]| " Dkt/;

const quoting = (words: string): string => `The order says that "${words}" Dkt. No. 5 at 1.`;

describe('the words of the source', () => {
  test.each([
    [
      'put back',
      'The keeper of the gate shall, at every change, count the keys and enter their number in the book',
      'Change to "change of the watch,"',
    ],
    [
      'put back behind',
      'No key may leave without the written consent of the steward',
      'Change to "leave the house without"',
    ],
    ['taken out', 'No single key may leave the house without the written consent', 'Change to "No key"'],
    [
      'taken out between commas',
      'consent of the steward, of course, who keeps a list of those he has given out',
      'Change to "steward, who"',
    ],
  ])('%s', (_name, words, title) => {
    const { titles, after } = fixed(quoting(words));
    expect(titles[0]).toBe(title);
    expect(findingsIn(after).map(({ message }) => message)).toEqual([]);
    expect(after).not.toMatch(UNTIDY);
  });

  test('all at once where words are exchanged, put back and taken out', () => {
    const { titles, after } = fixed(
      quoting(
        'No key may leave the yard without the consent of the steward, who always keeps a list of those he has given out',
      ),
    );
    expect(titles).toEqual(['Change to "house"', 'Change to "house" in all 3 places']);
    expect(after).toBe(
      quoting(
        'No key may leave the house without the written consent of the steward, who keeps a list of those he has given out',
      ),
    );
  });

  test('over the end of a line of the draft', () => {
    const { after } = fixed(
      quoting('No key may leave the house\nwithout the express written consent\nof the old steward, who keeps a list'),
    );
    expect(after).toBe(
      quoting('No key may leave the house\nwithout the written consent\nof the steward, who keeps a list'),
    );
  });

  test('nothing where a bracket would be left empty, or a mark of a footnote would go', () => {
    expect(
      fixed(quoting('No key may leave (unseen) the house without the written consent of the steward')).titles,
    ).toEqual([]);
    expect(
      fixed(`${quoting('No key may leave the old[^3] big house without the written consent')}\n\n[^3]: See there.\n`)
        .titles,
    ).toEqual([]);
  });
});

test('words dropped, added and exchanged at random come back, and the draft stays readable', () => {
  const seed = 20250402;
  const random = randomOf(seed);
  const words = PAGE.replace(/\s+/g, ' ').split(' ');
  let tried = 0;
  let offered = 0;
  for (let round = 0; round < 120; round++) {
    const from = random.below(words.length - 24);
    const quoted = words.slice(from, from + 14 + random.below(10));
    const place = 1 + random.below(quoted.length - 2);
    const kind = random.below(3);
    if (kind === 0) quoted.splice(place, 1 + random.below(2));
    else if (kind === 1) quoted.splice(place, 0, random.one(['always', 'hardly', 'of all', 'seventeen']));
    else quoted[place] = random.one(['elephant', 'nowhere', 'eleven']);
    const text = quoting(quoted.join(' ').replace(/[,.]$/, ''));
    if (!findingsIn(text).some(({ code }) => code === 'quotation-altered')) continue;
    tried++;
    const { titles, after } = fixed(text);
    if (titles.length === 0) continue;
    offered++;
    const said = `seed ${seed}, round ${round}: ${text} -> ${after}`;
    expect(
      findingsIn(after).map(({ code }) => code),
      said,
    ).toEqual([]);
    expect(after, said).not.toMatch(UNTIDY);
  }
  expect(tried).toBeGreaterThan(80);
  expect(offered / tried).toBeGreaterThan(0.95);
});
