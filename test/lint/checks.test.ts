import { describe, expect, test } from 'vitest';
import { checksOf } from '../../server/src/lint/checks.ts';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import type { CheckMark } from '../../server/src/record/citeCheck.ts';
import type { Page, PagesLookup } from '../../server/src/record/pages.ts';
import { READER_VERSION } from '../../server/src/record/readers/readers.ts';
import { draftOf } from '../resolve/notation.ts';
import { marksOf } from './marking.ts';

const RECORD = `
docket:
  279: {title: Letter, file: 279.txt}
  315: {title: Discovery order, file: 315.txt}
  351: {title: Later order, file: 351.txt}
discovery:
  - {request: RFP, name: Plaintiffs' First Set, by: Plaintiffs, requests: {6: {text: All logs of the pumps.}}}
`;
const LETTER = `The order names the pumps and asks for the logs of each “pump.” Dkt. No. 315 at 7. The other side agreed to that in May. Id. at 8.
It then said - twice - that the logs were lost. Dkt. No. 279 at 4; RFP 6.
`;

/** Ten pages of every paper; `changed` pages have other words. */
function pagesWith(changed: readonly number[] = []): PagesLookup {
  const pages = Array.from(
    { length: 10 },
    (_, place): Page => ({
      index: place + 1,
      labels: { printed: String(place + 1) },
      checkable: true,
      text: `Page ${place + 1} of the ${changed.includes(place + 1) ? 'new' : 'old'} paper.`,
    }),
  );
  return (source) => (source.file === undefined ? undefined : { state: 'read', pages: { pages, sha256: 'ab' } });
}

interface Edit {
  readonly record?: string;
  readonly marks?: readonly CheckMark[];
  readonly pages?: PagesLookup;
  readonly reader?: number;
}

/** How many checks hold, and what is said of the others. */
function judged(text: string, { record = RECORD, marks = MARKS, pages = pagesWith(), reader }: Edit = {}) {
  const draft = draftOf(record, text);
  const checks = checksOf(draft, pages, marks, reader);
  const findings = findingsOfDraft(draft, { pages, rules: {}, checks });
  const said = findings.filter(({ code }) => code === 'stale-check' || code === 'id-moved');
  return {
    hold: [...checks.values()].filter(({ changed }) => changed === undefined).length,
    said: said.map(({ code, message, related }) => `${code}: ${message}${related ? ` (+${related.length})` : ''}`),
  };
}

const MARKS = marksOf(draftOf(RECORD, LETTER), pagesWith());
const ALL_HOLD = { hold: 4, said: [] };

describe('a check holds', () => {
  test('while nothing changes', () => {
    expect(MARKS.map(({ citation, source, pin }) => [citation, source, pin])).toEqual([
      ['Dkt. No. 315 at 7', '/docket/315', 'at 7'],
      ['Id. at 8', '/docket/315', 'at 8'],
      ['Dkt. No. 279 at 4', '/docket/279', 'at 4'],
      ['RFP 6', '/discovery/0/requests/6', ''],
    ]);
    expect(judged(LETTER)).toEqual(ALL_HOLD);
  });

  test('when the paragraph is set anew, and quotes, dashes and italics are others', () => {
    expect(judged(LETTER.replace(/ (?=\S+ \S+ )/g, '\n'))).toEqual(ALL_HOLD);
    const typed = LETTER.replace('“pump.”', '"pump."').replaceAll(' - ', ' \u2014 ').replace('Id.', '*Id.*');
    expect(judged(typed)).toEqual(ALL_HOLD);
    expect(judged(LETTER.replaceAll('\n', '\r\n'))).toEqual(ALL_HOLD);
  });

  test('when a footnote, a citation or a sentence is put in elsewhere', () => {
    expect(judged(LETTER.replace(' May. ', ' May.[^3] '))).toEqual(ALL_HOLD);
    expect(judged(LETTER.replace('RFP 6', 'Dkt. No. 351; RFP 6'))).toEqual(ALL_HOLD);
    expect(judged(`Everybody knows how the pumps work now. Dkt. No. 351.\n\n${LETTER}`)).toEqual(ALL_HOLD);
  });

  test('when a comment to Briefcite is put above it', () => {
    expect(judged(`<!-- briefcite-ignore pin-reversed: it is so -->\n${LETTER}`)).toEqual(ALL_HOLD);
    expect(judged(LETTER.replace('\n', '\n<!-- briefcite-ignore pin-reversed: it is so -->\n'))).toEqual(ALL_HOLD);
  });

  test('when the readers get better: other words are then no other paper', () => {
    const pages = pagesWith([4, 7, 8]);
    expect(judged(LETTER, { pages, reader: READER_VERSION + 1 })).toEqual(ALL_HOLD);
    expect(judged(LETTER, { pages }).hold).toBe(1);
  });

  test('when its pages are not read yet, or another page changes', () => {
    expect(judged(LETTER, { pages: () => ({ state: 'pending' }) })).toEqual(ALL_HOLD);
    expect(judged(LETTER, { pages: pagesWith([1, 9]) })).toEqual(ALL_HOLD);
  });

  test('when the manifest gets another set of requests before its own', () => {
    const other = '  - {request: RFA, name: First RFAs, by: Plaintiffs, requests: {1: {}}}\n';
    expect(judged(LETTER, { record: RECORD.replace('discovery:\n', `discovery:\n${other}`) })).toEqual(ALL_HOLD);
  });
});

describe('a check is stale', () => {
  test('where a sentence with a citation is put in above a checked Id.', () => {
    const text = LETTER.replace(
      'The other side',
      'It was changed in June of that year. Dkt. No. 351 at 2. The other side',
    );
    expect(judged(text)).toEqual({
      hold: 3,
      said: [
        'id-moved: This Id. meant Dkt. No. 315 when J.S. checked it on November 21, 2026; now it means Dkt. No. 351.',
      ],
    });
    // The same directly before the Id., whose sentence is another one then, too.
    expect(judged(LETTER.replace('Id. at 8', 'Cf. Dkt. No. 351 at 2. Id. at 8')).said).toHaveLength(1);
  });

  test('once for all Ids. that one sentence moved', () => {
    const chain = LETTER.replace('Id. at 8.', 'Id. at 8. So did all of the others in the end. Id. at 9.');
    const marks = marksOf(draftOf(RECORD, chain), pagesWith());
    const moved = judged(chain.replace('The other', 'It was changed in June. Dkt. No. 351. The other'), { marks });
    expect(moved.said).toEqual([expect.stringMatching(/^id-moved: .* \(\+1\)$/)]);
  });

  test('where its sentence changes', () => {
    expect(judged(LETTER.replace('names the pumps', 'names no pumps'))).toEqual({
      hold: 3,
      said: ['stale-check: J.S. checked this on November 21, 2026; the sentence has changed since.'],
    });
  });

  test('where the words at the pin change', () => {
    expect(judged(LETTER, { pages: pagesWith([7]) }).said).toEqual([
      'stale-check: J.S. checked this on November 21, 2026; the words of Dkt. No. 315 at 7 have changed since.',
    ]);
    const record = RECORD.replace('logs of the pumps', 'logs of all pumps');
    expect(judged(LETTER, { record }).said).toEqual([
      'stale-check: J.S. checked this on November 21, 2026; the words of RFP 6 have changed since.',
    ]);
  });

  test('where its own pin or that of the citation before it changes', () => {
    expect(judged(LETTER.replace('315 at 7', '315 at 9')).said).toEqual([
      'stale-check: J.S. checked this on November 21, 2026; it is now Dkt. No. 315 at 9, not at 7.',
    ]);
    const bare = LETTER.replace('Id. at 8', 'Id.');
    const marks = marksOf(draftOf(RECORD, bare), pagesWith(), ['Id.']);
    expect(judged(bare.replace('315 at 7', '315 at 9'), { marks }).said).toEqual([
      'stale-check: J.S. checked this on November 21, 2026; it is now Dkt. No. 315 at 9, not at 7.',
    ]);
  });

  test('where a name leads to another paper', () => {
    const record = `${RECORD}exhibits: {A: {docket: 279}}\n`;
    const text = 'The pumps had not been mended since the spring. Ex. A at 2.';
    const marks = marksOf(draftOf(record, text), pagesWith());
    const other = record.replace('docket: 279}', 'docket: 351}');
    expect(judged(text, { record: other, marks }).said).toEqual([
      'stale-check: J.S. checked this on November 21, 2026; it is now Dkt. No. 351, not Dkt. No. 279.',
    ]);
  });
});

describe('nothing is said', () => {
  test('of a citation that nobody checked, though a checked one of the same words is gone', () => {
    const text =
      'The first pump stopped on Monday. Dkt. No. 315 at 7.\n\nThe second one ran on. Dkt. No. 315 at 7. It hummed. Dkt. No. 315 at 7.';
    const [first] = marksOf(draftOf(RECORD, text), pagesWith());
    const marks = first ? [first] : [];
    expect(judged(text, { marks })).toEqual({ hold: 1, said: [] });
    expect(judged(text.slice(text.indexOf('\n')), { marks })).toEqual({ hold: 0, said: [] });
  });

  test('where the paper is missing: that is said already', () => {
    const record = RECORD.replace('  315: {title: Discovery order, file: 315.txt}\n', '');
    expect(judged(LETTER, { record })).toEqual({ hold: 2, said: [] });
  });

  test('of the older of two marks', () => {
    const older = MARKS.map((mark) => ({ ...mark, on: '2026-11-01', pin: 'at 99' }));
    expect(judged(LETTER, { marks: [...MARKS, ...older] })).toEqual(ALL_HOLD);
    expect(judged(LETTER, { marks: [...older, ...MARKS] })).toEqual(ALL_HOLD);
  });
});
