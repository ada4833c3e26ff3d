import { describe, expect, test } from 'vitest';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';

const parse = (text: string) => parseDraft(text, NO_STYLES);

describe("the draft's date", () => {
  test.each([
    ['---\ndate: 2024-12-20\n---\n\nWords.', '2024-12-20'],
    ['---\ndate: "December 20, 2024"\n---\nWords.', '2024-12-20'],
    ['December 20, 2024\n\nVia ECF\n\nDear Judge Roe:\n\nWords.', '2024-12-20'],
    ['12/20/24\n\nDear Judge Roe:\n\nWords.', '2024-12-20'],
    ['Words of a motion.\n\nDated: January 5, 2025\n\n/s/ A. Roe', '2025-01-05'],
    ['Words.\n\nDated: January 5, 2025 ROE & DOE LLP\n\n/s/ A. Roe', '2025-01-05'],
  ])('%j', (text, iso) => {
    expect(parse(text).date?.iso).toBe(iso);
  });

  test.each([
    'Hearing: December 20, 2024\n\nDear Judge Roe:\n\nWords.',
    'Dear Judge Roe:\n\nOn December 17, 2024 the parties met.',
    'December __, 2024\n\nDear Judge Roe:\n\nWords.',
    'Words.\n\nDated: January __, 2025\n',
    'December 20, 2024\n\nWords without a salutation.',
    'February 30, 2024\n\nDear Judge Roe:\n\nWords.',
  ])('none in %j', (text) => {
    expect(parse(text).date).toBeUndefined();
  });
});

describe("parties' sections", () => {
  const sections = (text: string): readonly string[] =>
    parse(text).sections.map(
      ({ party, start, end }) => `${party}: ${text.slice(start, end).replace(/\s+/g, ' ').slice(-12).trim()}`,
    );

  test.each([
    [
      "I. PLAINTIFFS' STATEMENT\n\nOne.\n\nMETA'S STATEMENT\n\nTwo.\n\nIII. PLAINTIFFS' REPLY\n\nThree.",
      ['PLAINTIFFS: One.', 'META: Two.', 'PLAINTIFFS: Three.'],
    ],
    ['## Plaintiffs’ Position\n\nOne.\n\n### Logs\n\nTwo.\n\n## Conclusion\n\nThree.', ['Plaintiffs: Two.']],
    ["**Harbor's Position.** One.\n\nTwo.\n\nRespectfully submitted,\n\nThree.", ['Harbor: Two.']],
    ['II. Statement of Plaintiffs\n\nOne.', ['Plaintiffs: One.']],
    ["I. Defendant Harbor's Position\n\nOne.\n\nII. Relief\n\nTwo.", ['Defendant Harbor: One.']],
    ["I. PLAINTIFFS' STATEMENT\n\nA. Logs\n\nOne.\n\nB. Mail\n\nTwo.", ['PLAINTIFFS: Two.']],
  ])('%j', (text, expected) => {
    expect(sections(text).map((line) => line.replace(/: .*?(\w+\.)$/, ': $1'))).toEqual(expected);
  });

  test.each([
    "Plaintiffs' statement of the facts is wrong in every respect, and the Court should say so at once, as it did before.",
    "The Court's statement was plain.",
    "Meta's response clearly indicates that more exists.",
  ])('no section: %s', (text) => {
    expect(sections(`Words.\n\n${text}\n\nMore.`)).toEqual([]);
  });
});

describe('footnotes', () => {
  test('of all kinds, with the place of their mark', () => {
    const marks = (text: string): readonly string[] =>
      parse(text).footnotes.map(
        ({ mark, start, end, markOffset }) => `${mark} ${markOffset} ${text.slice(start, end)}`,
      );
    expect(marks('One.[^a] Two.\n\n[^a]: Note.\n\nThree.')).toEqual(['a 4 [^a]: Note.']);
    expect(marks('One.² Two.\n\n² Note\nwraps.\n\nThree.')).toEqual(['2 4 ² Note\nwraps.']);
    expect(marks('It ended.1 Two.\n\n1 Note here.\n\nThree.')).toEqual(['1 9 1 Note here.']);
    expect(marks('One.\n\n3 Embarcadero Center, 20th Floor\n\nTwo.')).toEqual([]);
    expect(marks('One.\n\n4\n\nTwo.')).toEqual([]);
  });
});

test('ignores: a comment, plain words, the whole file, and what is none', () => {
  const ignores = (text: string) =>
    parse(text).ignores.map(({ code, reason, scope }) => [
      code,
      reason,
      scope === 'file' ? 'file' : text.slice(scope.start, scope.end),
    ]);
  expect(ignores('One.\n<!-- briefcite-ignore stale-citation: kept on purpose -->\n\nTwo.')).toEqual([
    ['stale-citation', 'kept on purpose', 'Two.'],
  ]);
  expect(ignores('One.\nbriefcite-ignore all\nTwo.')).toEqual([['all', '', 'Two.']]);
  expect(ignores('---\ndate: 2024-01-01\n---\nbriefcite-ignore pin-reversed: x\nTwo.')).toEqual([
    ['pin-reversed', 'x', 'file'],
  ]);
  expect(ignores('The words briefcite-ignore stale-citation in a sentence.')).toEqual([]);
});

test('what a page number means, in the words of the draft', () => {
  expect(parse('Page citations are to the ECF-generated page numbers. Words.').pageConvention).toBe('ecf');
  expect(parse('---\npins: printed\n---\nWords.').pageConvention).toBe('printed');
  expect(parse('Unless noted, page numbers refer to the internal pagination.').pageConvention).toBe('printed');
  expect(parse('The page numbers were wrong.').pageConvention).toBeUndefined();
});

test('short forms are learnt where they are defined, and their definitions cite nothing', () => {
  const forms = (text: string) => parse(text).shortForms.map(({ words, citation }) => [words, citation]);
  expect(forms('ECF No. 41-2 (“Tsung Aff.”) and Tsung Aff. ¶ 3.')).toEqual([['Tsung Aff.', 0]]);
  expect(forms('Harbor Lines, Inc. ("Harbor") moved.')).toEqual([]);
  expect(forms('Dkt. No. 315 at 7 ("Llama 5 is relevant").')).toEqual([]);
  expect(parse('ECF No. 41-2 (“Tsung Aff.”).').citations).toHaveLength(1);
});
