import { describe, expect, test } from 'vitest';
import type { RuleSettings } from '../../server/src/lint/finding.ts';
import type { PagesLookup } from '../../server/src/record/pages.ts';
import { findingsIn, pagesFrom } from './notation.ts';

const MANIFEST = `
version: 1
matter:
  parties: [Plaintiffs, {Harbor: {role: Defendant}}]
  docketComplete: 60
docket:
  12: {title: Order, filed: 2024-03-01, status: modified, supersededBy: Dkt. No. 14, pages: {first: 1, last: 12}}
  14: {title: Later order}
  15: {title: Motion, file: 15.txt, attachments: {1: {title: Notes}}}
  20: {title: Motion to compel, ruledOn: 14}
  23: {title: Verified, file: 23.txt, verified: {on: 2024-01-01, sha256: ${'cd'.repeat(32)}}}
  24: {title: Without a day, file: 24.txt, verified: {sha256: ${'CD'.repeat(32)}}}
  25: {title: Sealed, file: 25.txt, sealed: true, verified: {on: 2024-05, sha256: ${'cd'.repeat(32)}}}
exhibits:
  B: {title: Logs, includes: [1-4, 140-150]}
  E: {title: Emails, file: e.txt}
  Harbor: {C: {title: Hit report}}
declarations:
  Vo: {exhibits: {D: {title: Chart}}}
discovery:
  - {request: RFP, name: Plaintiffs' First Set, by: Plaintiffs, to: Harbor, motionDeadline: {on: 2024-11-08, order: 14}, requests: {6-12: {}}}
  - {request: RFP, name: Harbor's First Set, by: Harbor, to: Plaintiffs, requests: {6: {}}}
`;

interface With {
  readonly pages?: PagesLookup;
  readonly rules?: RuleSettings;
}

function check(text: string, lines: readonly string[], { pages, rules }: With = {}): void {
  expect(findingsIn(MANIFEST, text, pages, rules)).toEqual(lines);
}

describe('unresolved-citation', () => {
  test('an error in a closed set, a warning elsewhere, one finding a paper', () => {
    check('See Dkt. No. 13 at 2. Again Dkt. 13.', [
      'error unresolved-citation "Dkt. No. 13": Dkt. No. 13 is not in the manifest. (+1)',
    ]);
    check('See Dkt. No. 115.', [
      'warning unresolved-citation "Dkt. No. 115": Dkt. No. 115 is not in the manifest. Did you mean Dkt. No. 15?',
    ]);
    check('See Dkt. No. 15-2.', [
      'error unresolved-citation "Dkt. No. 15-2": Dkt. No. 15-2 is not in the manifest. Did you mean Dkt. No. 15-1?',
    ]);
    check('See Ex. Z.', ['error unresolved-citation "Ex. Z": Ex. Z is not among the exhibits to this paper.']);
    check('See Vo Decl. Ex. F.', [
      'error unresolved-citation "Vo Decl. Ex. F": Ex. F is not among the exhibits to the Vo Declaration.',
    ]);
    check('See Dkt. Nos. 14, 16 & 15.', ['error unresolved-citation "16": Dkt. No. 16 is not in the manifest.']);
    check('See RFP 99.', ['error unresolved-citation "RFP 99": RFP 99 is not in the manifest.']);
  });

  test("the other side's exhibit is named", () => {
    check("Dear Judge Roe:\n\nPLAINTIFFS' STATEMENT\n\nSee Ex. C.", [
      'error unresolved-citation "Ex. C": Ex. C is not among the exhibits to this letter. Harbor has an Ex. C (Hit report).',
    ]);
  });

  test('one mistake is one finding: an Id. after it is silent', () => {
    check('See Dkt. No. 13 at 2. Id. at 3.', [
      'error unresolved-citation "Dkt. No. 13": Dkt. No. 13 is not in the manifest.',
    ]);
  });
});

describe('ambiguous-citation', () => {
  test('requests of two sets are one question a draft', () => {
    check('See RFP 6. And RFP 6 again.', [
      `warning ambiguous-citation "RFP 6": RFP 6 could be Plaintiffs' First Set, No. 6, or Harbor's First Set, No. 6. Say whose, or set what RFP means in this draft. (+1)`,
    ]);
  });

  test('a doubtful Id. is a hint', () => {
    check('See Dkt. 14 at 3; Ex. E at 4. Id. at 5.', [
      'hint ambiguous-citation "Id.": Id. follows two sources here. Name the one that is meant.',
    ]);
  });
});

test('no-antecedent, once in a row', () => {
  check("HARBOR'S STATEMENT\n\nId. at 3. Id. at 4.", [
    `warning no-antecedent "Id.": This Id. opens Harbor's statement; there is no citation in it before.`,
  ]);
});

test('conflicting-citation', () => {
  check('See Ex. E, Dkt. 14.', [
    'warning conflicting-citation "14": These are two different papers in the manifest: Ex. E (Emails) and Dkt. No. 14 (Later order).',
  ]);
});

describe('pins', () => {
  test('out of range by the pages that are read, by every numbering, or as declared', () => {
    check('See Ex. E at 9.', ['error pin-out-of-range "9": Ex. E has 4 pages; the pin cite says 9.'], {
      pages: pagesFrom(1, 4),
    });
    check('See Ex. E at 3.', [], { pages: pagesFrom(1, 4) });
    check('See Ex. E at 3.', []);
    check('See Dkt. 14 and the original Dkt. 12 at 99.', [
      'information stale-citation "Dkt. 12": Dkt. 12 was modified by Dkt. No. 14.',
      'error pin-out-of-range "99": Dkt. 12 has 12 pages; the pin cite says 99.',
    ]);
  });

  test('inside another numbering alone is a hint', () => {
    check(
      'See Ex. E at 2.',
      ['hint pin-out-of-range "2": The printed pages of Ex. E are 141-145; page 2 is its place in the file.'],
      { pages: pagesFrom(141, 5) },
    );
  });

  test('reversed', () => {
    check('See Dkt. 14 at 42-26.', ['warning pin-reversed "42-26": The pin cite 42-26 runs backward.']);
  });

  test('not attached', () => {
    check('See Ex. B at 152.', [
      'warning page-not-attached "152": Ex. B as attached has pages 1-4 and 140-150; page 152 is cited.',
    ]);
    check('See Ex. B at 144-46; Ex. B at 3.', []);
  });
});

test('open-citation', () => {
  check('See Ex. __ at __.', ['warning open-citation "Ex. __ at __": A citation is still open: Ex. __ at __.']);
});

describe('stale-citation', () => {
  test('a warning, or information where the draft says so', () => {
    check('See Dkt. 12 at 3. Later Dkt. 12.', [
      'warning stale-citation "Dkt. 12": Dkt. 12 was modified by Dkt. No. 14. (+1)',
    ]);
    check('The original order, Dkt. 12, said so.', [
      'information stale-citation "Dkt. 12": Dkt. 12 was modified by Dkt. No. 14.',
    ]);
    check('See Dkt. 12, as modified. Dkt. 14.', [
      'information stale-citation "Dkt. 12": Dkt. 12 was modified by Dkt. No. 14.',
    ]);
  });

  test('called pending', () => {
    check('The pending motion, Dkt. 20, asks.', [
      'warning stale-citation "Dkt. 20": Dkt. 20 is called pending here; it was decided by Dkt. No. 14.',
    ]);
  });
});

describe('stale-file', () => {
  const other = { pages: pagesFrom(1, 2) };
  test('once a paper, at its first citation, with the day on which it was verified', () => {
    check(
      'See Dkt. 23 at 1. Id. at 2. Again Dkt. No. 23; Dkt. 24.',
      [
        'warning stale-file "Dkt. 23": The file of Dkt. 23 has changed since it was verified on January 1, 2024. (+1)',
        'warning stale-file "Dkt. 24": The file of Dkt. 24 has changed since it was verified.',
      ],
      other,
    );
  });

  test('silent where the file is the same, or not read', () => {
    check('See Dkt. 23.', [], { pages: pagesFrom(1, 2, 'cd'.repeat(32)) });
    check('See Dkt. 23.', [], { pages: () => ({ state: 'pending' }) });
  });

  test('of a protected paper place and day are said, and no word', () => {
    check(
      'See Dkt. 25.',
      ['warning stale-file "Dkt. 25": The file of Dkt. 25 has changed since it was verified in May 2024.'],
      other,
    );
  });
});

describe('deadline-passed', () => {
  const letter = (date: string, section: string): string =>
    `${date}\n\nDear Judge Roe:\n\n${section}\n\nRFPs 7-9 ask for logs.`;
  test('once a set, in the section of the party that served it, by the date of the draft', () => {
    check(letter('December 20, 2024', "PLAINTIFFS' STATEMENT"), [
      'information deadline-passed "RFPs 7-9": RFPs 7-9: motions were due November 8, 2024 (Dkt. No. 14).',
    ]);
    check(letter('November 8, 2024', "PLAINTIFFS' STATEMENT"), []);
    check(letter('December 20, 2024', "HARBOR'S STATEMENT"), []);
    check(letter('December __, 2024', "PLAINTIFFS' STATEMENT"), []);
  });
});

describe('ignores and settings', () => {
  test('an ignore silences the next line, or the whole file at the top', () => {
    check('Words.\n<!-- briefcite-ignore unresolved-citation: to be filed -->\nSee Dkt. No. 13.\n\nSee Dkt. No. 16.', [
      'error unresolved-citation "Dkt. No. 16": Dkt. No. 16 is not in the manifest.',
    ]);
    check('briefcite-ignore unresolved-citation: draft\n\nSee Dkt. No. 13.', []);
    check('Words.\n\nbriefcite-ignore pin-reversed\nSee Dkt. 14.', [
      'hint unused-ignore "briefcite-ignore pin-reversed": This ignore hides nothing: there is no pin-reversed finding here.',
    ]);
  });

  test('a setting changes a severity or switches a rule off', () => {
    check('See Dkt. No. 13.', ['hint unresolved-citation "Dkt. No. 13": Dkt. No. 13 is not in the manifest.'], {
      rules: { 'unresolved-citation': 'hint' },
    });
    check('See Dkt. No. 13.', [], { rules: { 'unresolved-citation': 'off' } });
  });
});

describe('pin-ambiguous', () => {
  const manifest = 'docket:\n  9: {title: Motion, file: 9.pdf}\n';
  /** A cover without a number, so that the printed numbers run one behind the stamps. */
  const pages: PagesLookup = () => ({
    state: 'read',
    pages: {
      sha256: 'ab',
      pages: ['Cover.', 'The gate stood open that night.', 'Nobody came to close it at all.', 'End.'].map(
        (text, at) => ({
          index: at + 1,
          labels: { ...(at > 0 && { printed: String(at) }), ecf: { document: '9', page: at + 1 } },
          checkable: true,
          text,
        }),
      ),
    },
  });
  const hints = (text: string, of = manifest): readonly string[] =>
    findingsIn(of, text, pages).filter((line) => line.includes('pin-ambiguous'));

  test('says once for each paper which numbers could be meant', () => {
    expect(hints('See Dkt. No. 9 at 2. See Dkt. No. 9 at 3.')).toEqual([
      'hint pin-ambiguous "2": Two pages of Dkt. No. 9 are page 2: one by the number printed on it (page 3 of the file), another by the court\'s stamp (page 2). The printed number was taken; a sentence in the draft, or `pins` in the manifest, says which one you mean.',
    ]);
  });

  test('says that two volumes have the page, where the citation names neither', () => {
    const of = 'depositions:\n  Poe: {file: poe.pdf}\n';
    const volumes: PagesLookup = () => ({
      state: 'read',
      pages: {
        sha256: 'ab',
        pages: ['The gate stood open that night.', 'Nobody came to close it at all.'].map((text, at) => ({
          index: at + 1,
          labels: { printed: '12', volume: String(at + 1) },
          checkable: true,
          text,
          lines: [{ page: '12', line: 3, start: 0, end: text.length }],
        })),
      },
    });
    expect(findingsIn(of, 'See Poe Dep. 12:3. See Poe Dep. at 12:3.', volumes)).toEqual([
      'hint pin-ambiguous "12:3": Volumes 1 and 2 of Poe Dep. each have a page 12, and the citation names none of them; that of the first was taken.',
    ]);
    expect(findingsIn(of, 'See Poe Dep. Vol. II at 12:3.', volumes)).toEqual([]);
    expect(findingsIn(of, '"Nobody came to close it at all." Poe Dep. 12:3.', volumes)).toEqual([]);
  });

  test('does not take the volumes of two papers in one file for those of one', () => {
    const of = 'docket:\n  18-1: {file: hale.pdf}\n  18-2: {file: hale.pdf}\n';
    const state = {
      state: 'read',
      pages: {
        sha256: 'ab',
        pages: ['1', '2'].map((volume, at) => ({
          index: at + 1,
          labels: { printed: '12', volume, ecf: { document: '18', attachment: volume, page: 1 } },
          checkable: true,
          text: 'Nobody came.',
          lines: [{ page: '12', line: 3, start: 0, end: 12 }],
        })),
      },
    } as const;
    expect(findingsIn(of, 'See Dkt. No. 18-2 at 12:3.', () => state)).toEqual([]);
  });

  test.each([
    ['only one of them has the number', 'See Dkt. No. 9 at 4.'],
    ['the draft says which', 'Page citations are to the ECF-generated page numbers. See Dkt. No. 9 at 2.'],
    ['the words quoted say which', '"Nobody came to close it at all." Dkt. No. 9 at 2.'],
  ])('is silent where %s', (_, text) => {
    expect(hints(text)).toEqual([]);
  });

  test('is silent where the manifest says which', () => {
    expect(hints('See Dkt. No. 9 at 2.', manifest.replace('file: 9.pdf', 'file: 9.pdf, pages: {label: ecf}'))).toEqual(
      [],
    );
  });
});
