import { describe, expect, test } from 'vitest';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import type { Page, PagesLookup } from '../../server/src/record/pages.ts';
import { draftOf } from '../resolve/notation.ts';
import { findingsIn } from './notation.ts';

const MANIFEST = `
version: 1
matter: {parties: [Plaintiffs, {Harbor: {role: Defendant}}]}
docket:
  5: {title: Order on the Gate, file: order.txt}
  7: {title: Letter without a file}
exhibits:
  A: {title: Report, file: report.txt, designation: Confidential}
  B: {title: Excerpt, file: excerpt.txt, includes: [8-10]}
  P: {title: Not read yet, file: pending.txt}
  S: {title: Scan, file: scan.txt}
discovery:
  - {request: RFP, by: Plaintiffs, to: Harbor, requests: {81: All keys and locks of the gate since May., 82: {}}}
`;

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'order.txt': [
    'The Court heard the parties on the gate.',
    'The gate shall be open at all hours, and the watchman shall not close it before noon.',
    'Any dispute about the gate shall be raised within seven days.',
  ],
  'report.txt': ['Confidential.', 'The hinge of the gate was rusted through in eleven places.'],
  'excerpt.txt': ['It was the eighth page.', 'It was the ninth page, and nothing stood there.', 'The tenth.'],
  'scan.txt': ['', ''],
};

const PAGES: PagesLookup = ({ file }) => {
  if (file === undefined) return undefined;
  const texts = TEXTS[file];
  if (!texts) return { state: 'pending' };
  const first = file === 'excerpt.txt' ? 8 : 1;
  const pages = texts.map((text, place) => ({
    index: place + 1,
    labels: { printed: String(first + place) },
    checkable: text !== '',
    text,
  }));
  return { state: 'read', pages: { pages, sha256: 'ab' } };
};

function check(text: string, lines: readonly string[]): void {
  expect(findingsIn(MANIFEST, text, PAGES)).toEqual(lines);
}

describe('quotation-altered', () => {
  test('names the words on both sides, and marks the smallest in the draft', () => {
    check('It says that "the gate shall be open at all times, and the watchman shall not close it." Dkt. No. 5 at 2.', [
      'warning quotation-altered "times": Dkt. No. 5 at 2 has "hours"; this quotation has "times".',
    ]);
    check('RFP 81 asks for "all keys or locks of the gate since May."', [
      'warning quotation-altered "or": RFP 81, as the manifest gives it, has "and locks"; this quotation has "or locks".',
    ]);
  });
  test('offers the words of the source', () => {
    const draft = draftOf(MANIFEST, 'RFP 81 asks for "all keys or locks of the gate since May."');
    const [finding] = findingsOfDraft(draft, { pages: PAGES, rules: {} });
    expect(finding?.replacements).toEqual([{ span: { start: 26, end: 28 }, words: 'and', name: '"and"' }]);
  });
  test('of a protected paper says place and count only, and offers nothing', () => {
    const draft = draftOf(MANIFEST, '"The hinge of the gate was rusted through in twelve places." Ex. A at 2.');
    const findings = findingsOfDraft(draft, { pages: PAGES, rules: {} });
    expect(findings.map(({ message }) => message)).toEqual(['This quotation differs from Ex. A at 2 in 1 word.']);
    expect(JSON.stringify(findings)).not.toMatch(/eleven|hinge|rusted/);
  });
});

describe('quotation-elsewhere', () => {
  test('says the page, marks the pin and offers it', () => {
    const draft = draftOf(MANIFEST, '"Any dispute about the gate shall be raised within seven days." Dkt. No. 5 at 2.');
    const [finding] = findingsOfDraft(draft, { pages: PAGES, rules: {} });
    expect(finding?.message).toBe('These words are on page 3 of Dkt. No. 5; the pin cite says 2.');
    expect(finding?.replacements).toEqual([{ span: finding?.span, words: '3', name: 'page 3' }]);
  });
  test('offers nothing where another quotation rests on the pin', () => {
    const text =
      'It is "open at all hours, and the watchman" knows it, but "any dispute about the gate shall be raised." Dkt. No. 5 at 2.';
    const [finding] = findingsOfDraft(draftOf(MANIFEST, text), { pages: PAGES, rules: {} });
    expect([finding?.code, finding?.replacements]).toEqual(['quotation-elsewhere', undefined]);
  });
  test('silent without a pin, in a range that holds the page, and for a few words', () => {
    check('"Any dispute about the gate shall be raised within seven days." Dkt. No. 5.', []);
    check('"Any dispute about the gate shall be raised within seven days." Dkt. No. 5 at 2-3.', []);
    check('It speaks of "within seven days." Dkt. No. 5 at 2.', []);
  });
});

describe('quotation-not-found', () => {
  test('a warning directly behind, a hint farther off or of a request, silent where others may be meant', () => {
    check('"Nobody ever saw the key again." Dkt. No. 5 at 2.', [
      'warning quotation-not-found "Nobody ever saw the key again.": These words are not in Dkt. No. 5 (3 pages read).',
    ]);
    check('"Nobody ever saw the key again," he wrote. Dkt. No. 5 at 2.', [
      'hint quotation-not-found "Nobody ever saw the key again,": These words are not in Dkt. No. 5 (3 pages read).',
    ]);
    check('RFP 81 asks for "every single photograph of them."', [
      'hint quotation-not-found "every single photograph of them.": These words are not in RFP 81 as the manifest gives it.',
    ]);
    check('"Nobody ever saw the key again." Dkt. No. 5 at 2; Dkt. No. 7 at 1.', []);
    check('"Nobody ever saw the key again." Ex. P at 2.', []);
    check('"Nobody ever saw the key again." Dkt. No. 7 at 2.', []);
    check('RFP 82 asks for "every single photograph of them."', []);
    check('"Nobody ever saw the key again." Ex. B.', []);
  });
});

describe('a joint letter', () => {
  const LETTER = (harbor: string): string =>
    `Dear Judge Roe:\n\nPLAINTIFFS' STATEMENT\n\nHarbor must produce all of its keys at once. Dkt. No. 5 at 1.\n\nHARBOR'S STATEMENT\n\n${harbor}`;
  test('words of the other section are quoted from there', () => {
    check(LETTER('Plaintiffs say that Harbor "must produce all of its keys at once," and nothing else.'), []);
    check(LETTER('They want Harbor to "produce all of its keys at once." Dkt. No. 5 at 2.'), []);
  });
  test('words of the own section are not', () => {
    check(LETTER('We say again that it is "quite impossible to find them." It is quite impossible to find them.'), [
      'hint quotation-uncited "quite impossible to find them.": No citation stands near these words.',
    ]);
  });
});

test('quotation-not-checkable: once a paper', () => {
  check('He wrote "nobody ever saw it" then. Ex. S at 1. He wrote "the gate was shut." Ex. S at 2.', [
    'hint quotation-not-checkable "nobody ever saw it": Ex. S is a scan without text; its words can\'t be checked. (+1)',
  ]);
});

test('emphasis-unexplained: not for a case, an Id. or what is explained at the end of the paragraph', () => {
  check('"The gate shall be *open* at all hours." Dkt. No. 5 at 2.', [
    'hint emphasis-unexplained "open": The emphasis on "open" is not explained. Add (emphasis added) or (emphasis in original) behind the citation.',
  ]);
  check('"The hinge of *the gate* was rusted through in eleven places." Ex. A at 2.', [
    'hint emphasis-unexplained "the gate": The emphasis in this quotation is not explained. Add (emphasis added) or (emphasis in original) behind the citation.',
  ]);
  check('"The gate shall be *open* at all hours." Dkt. No. 5 at 2. So it is (emphasis added).', []);
  check('"The gate shall be * * * open at all hours." Dkt. No. 5 at 2.', []);
});

test('dropped-negation marks the ellipsis', () => {
  check('"The watchman shall . . . close it before noon." Dkt. No. 5 at 2.', [
    'hint dropped-negation ". . .": What is left out here of Dkt. No. 5 at 2 has "not" in it.',
  ]);
});

test('no message, replacement or related place has a word of a protected paper that the draft does not write', () => {
  const quotations = [
    '"The hinge of the door was rusted through in eleven places." Ex. A at 2.',
    '"The hinge of the gate was rusted through in *eleven* places." Ex. A at 1.',
    '"The hinge of the gate . . . in eleven places." Ex. A at 2.',
    '"Nothing of the kind was ever seen." Ex. A at 2.',
  ];
  for (const text of quotations) {
    const said = JSON.stringify(
      findingsOfDraft(draftOf(MANIFEST, text), { pages: PAGES, rules: {} }).map(
        ({ message, related, replacements }) => ({
          message,
          related,
          replacements,
        }),
      ),
    );
    expect(said).not.toMatch(/hinge|rusted|eleven|places|door/i);
  }
});

test('quotation-not-checkable: words that are too long to be compared are not called missing', () => {
  const long = `He wrote:\n\n> ${'No owner of the gate kept it, '.repeat(300)}and he left.\n\nDkt. No. 5 at 2.`;
  const said = findingsOfDraft(draftOf(MANIFEST, long), { pages: PAGES, rules: {} });
  expect(said.map(({ code, severity, message }) => `${severity} ${code}: ${message}`)).toEqual([
    'hint quotation-not-checkable: This quotation is so long that it can only be compared with Dkt. No. 5 word for word, and it is not there as it stands.',
  ]);
  const parts = `He wrote "${'the gate . . . '.repeat(70)}was shut." Dkt. No. 5 at 2.`;
  const found = findingsOfDraft(draftOf(MANIFEST, parts), { pages: PAGES, rules: {} });
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "quotation-not-checkable: This quotation has more than 60 ellipses; its words can't be compared with Dkt. No. 5.",
  ]);
});

describe('what the reader knows of a page', () => {
  const page = (index: number, text: string, more: Partial<Page> = {}): Page => ({
    index,
    labels: { printed: String(index) },
    checkable: true,
    text,
    ...more,
  });
  const findingsOn = (quoted: string, ...pages: readonly Page[]): readonly string[] =>
    findingsIn(MANIFEST, `"${quoted}" Dkt. 5 at 1.`, () => ({ state: 'read', pages: { pages, sha256: 'ab' } }));
  const QUOTED = 'The watchman shall keep a log of the gate and show it to whoever asks.';

  test('a passage runs over footnotes that only their letters tell of', () => {
    const first = 'So it is ordered. The watchman shall keep a log\nas he was told in May by the guards of the pier.';
    const second = page(2, 'of the gate and show it to whoever asks.');
    expect(findingsOn(QUOTED, page(1, first, { footFrom: first.indexOf('as he') }), second)).toEqual([]);
    expect(findingsOn(QUOTED, page(1, first), second)).not.toEqual([]);
    // The footnote itself may be quoted, too, and a passage may stand as the text has it.
    expect(
      findingsOn('as he was told in May by the guards', page(1, first, { footFrom: first.indexOf('as he') })),
    ).toEqual([]);
    expect(
      findingsOn('keep a log as he was told in May', page(1, first, { footFrom: first.indexOf('as he') })),
    ).toEqual([]);
  });

  test('what stands at the edges of several pages may be quoted, and alone or with what follows it', () => {
    const terms = 'Terms: net thirty days from the tow, and no interest is due before.';
    const head = 'Harbor Towage, 14 Quay Street';
    const pages = [1, 2, 3].map((index) =>
      page(index, `${terms}\nTow ${index} was of the barge.\nIt took four hours.\nThank you for your business.`, {
        edges: { above: head, below: '' },
      }),
    );
    const on = (quoted: string) => findingsOn(quoted, ...pages);
    expect(on(terms)).toEqual([]);
    expect(on(head)).toEqual([]);
    expect(on(`${head} ${terms}`)).toEqual([]);
    expect(on('Thank you for your business.')).toEqual([]);
    // It stands on the page that is cited, too, and is told by its words where they differ.
    expect(
      findingsIn(MANIFEST, `"${terms}" Dkt. 5 at 3.`, () => ({ state: 'read', pages: { pages, sha256: 'ab' } })),
    ).toEqual([]);
    expect(on(terms.replace('thirty', 'sixty'))).toEqual([expect.stringContaining('has "thirty"')]);
  });

  test('a footnote that goes on overleaf may be quoted', () => {
    const [first, second] = [
      'So it is ordered.\n3 The watchman was not asked',
      'Nobody else was heard.\nto sign the log of that night.',
    ];
    const from = (text: string, at: string): Page['footFrom'] => text.indexOf(at);
    const pages = [
      page(1, first, { footFrom: from(first, '3 The') ?? 0 }),
      page(2, second, { footFrom: from(second, 'to sign') ?? 0 }),
    ];
    expect(findingsOn('The watchman was not asked to sign the log of that night.', ...pages)).toEqual([]);
  });

  test('nothing is called missing where words lie under a black box', () => {
    const text = 'So it is ordered. The watchman ████ ████ █ ███.';
    expect(findingsOn(QUOTED, page(1, text, { hidden: true }))).toEqual([]);
    expect(findingsOn(QUOTED, page(1, 'So it is ordered. Nothing else.'))).not.toEqual([]);
  });
});
