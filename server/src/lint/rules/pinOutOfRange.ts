import type { Draft } from '../../draft.ts';
import type { Source } from '../../record/caseRecord.ts';
import type { Pages, PagesLookup } from '../../record/pages.ts';
import { ownPages } from '../../resolve/ownPages.ts';
import { lastLineNumber } from '../../resolve/pinLines.ts';
import { type Numbering, numberOf, pageOfPin } from '../../resolve/pinPages.ts';
import { type CheckedPin, checkedPins, pageNumbers } from '../checkedPins.ts';
import { conventionFor } from '../pinConvention.ts';
import type { LintRule, RuleFinding } from '../rule.ts';
import { nameOfTarget } from '../wording.ts';

export const pinOutOfRange: LintRule = {
  code: 'pin-out-of-range',
  severity: 'error',
  summary: 'The page cited is outside every page numbering of the paper; outside the usual one alone, a hint.',
  examples: { wrong: 'See Ex. E at 9.', right: 'See Ex. E at 4.' },
  *check(draft, pages) {
    for (const checked of checkedPins(draft)) {
      // An excerpt says itself which of its pages are attached.
      if (checked.source.includes) continue;
      const finding = findingFor(draft, checked, pages);
      if (finding) yield finding;
    }
  },
};

function findingFor(draft: Draft, checked: CheckedPin, lookup: PagesLookup): RuleFinding | undefined {
  const { source, pin, resolved, answer } = checked;
  const numbers = pageNumbers(pin);
  // A range that runs backward is another mistake.
  if (!numbers || numbers.last < numbers.first) return undefined;
  const read = lookup(source);
  // Word, mail and the web have no pages of their own: then only what a person says of them in the manifest counts.
  const isPaged = read?.state === 'read' && read.pages.pages[0]?.unpaged === undefined;
  if (isPaged) return fromPages(draft, checked, read.pages);
  const { first = 1, last } = source.pages ?? {};
  if (last === undefined || (numbers.first >= first && numbers.last <= last)) return undefined;
  const outside = numbers.first < first || numbers.first > last ? pin.first : pin.last;
  return {
    span: pin,
    citation: resolved.index,
    message: `${nameOfTarget(draft, resolved, answer)} has ${pagesInWords(first, last)}; the pin cite says ${pageOnly(outside)}.`,
  };
}

function fromPages(draft: Draft, { source, pin, resolved, answer }: CheckedPin, file: Pages): RuleFinding | undefined {
  const pages = ownPages(source, file);
  const convention = conventionFor(draft, resolved.citation);
  for (const label of new Set([pin.first, pin.last])) {
    const { outOfRange, usual, numbering } = pageOfPin(
      { ...pin, first: label, last: label },
      source,
      pages,
      convention,
    );
    if (outOfRange) {
      return {
        span: pin,
        citation: resolved.index,
        message: `${nameOfTarget(draft, resolved, answer)} has ${extent(source, pages)}; the pin cite says ${pageOnly(label)}.`,
      };
    }
    if (usual && numbering) {
      return {
        severity: 'hint',
        span: pin,
        citation: resolved.index,
        message: `The ${ADJECTIVE[usual]} pages of ${nameOfTarget(draft, resolved, answer)} are ${stretch(usual, source, pages)}; page ${pageOnly(label)} is ${WHOSE[numbering]}.`,
      };
    }
  }
  return lineOutOfRange(draft, { source, pin, resolved, answer }, pages);
}

/** `144:30` of a transcript whose pages have 25 lines. */
function lineOutOfRange(draft: Draft, { pin, resolved, answer }: CheckedPin, pages: Pages): RuleFinding | undefined {
  const last = pin.unit === 'line' ? lastLineNumber(pages) : undefined;
  if (last === undefined || last < FEWEST_LINES) return undefined;
  const outside = [pin.first, pin.last].find((label) => Number(label.split(':')[1] ?? 0) > last);
  return outside === undefined
    ? undefined
    : {
        span: pin,
        citation: resolved.index,
        message: `The pages of ${nameOfTarget(draft, resolved, answer)} have ${last} lines; the pin cite says ${outside}.`,
      };
}

/** Fewer numbered lines than on any transcript's page: then they are something else. */
const FEWEST_LINES = 20;

const ADJECTIVE = { printed: 'printed', ecf: 'stamped', pdf: 'counted', pageId: 'PageID', bates: 'Bates' } as const;
const WHOSE = {
  printed: 'the printed number',
  ecf: "the court stamp's",
  pdf: 'its place in the file',
  pageId: 'the PageID',
  bates: 'the Bates number',
} as const;

/** `12 pages`, or `pages 141-150` where they do not count from 1. */
function extent(source: Source, pages: Pages): string {
  const printed = numbersIn('printed', source, pages);
  const [first = 1, last = 1] = [printed[0], printed.at(-1)];
  if (printed.length > 0 && first !== 1) return pagesInWords(first, last);
  return `${pages.pages.length} ${pages.pages.length === 1 ? 'page' : 'pages'}`;
}

/** `1-6`: the first and last number of a numbering. */
function stretch(numbering: Numbering, source: Source, pages: Pages): string {
  const numbers = numbersIn(numbering, source, pages);
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? `${first}` : `${first}-${last}`;
}

function numbersIn(numbering: Numbering, source: Source, pages: Pages): readonly number[] {
  return pages.pages
    .map((page) => Number(numberOf(page, numbering, source.pages, pages) ?? Number.NaN))
    .filter((number) => !Number.isNaN(number))
    .sort((one, other) => one - other);
}

function pagesInWords(first: number, last: number): string {
  if (first === last) return first === 1 ? '1 page' : `page ${first} only`;
  return first === 1 ? `${last} pages` : `pages ${first}-${last}`;
}

/** The page of a page and line. */
function pageOnly(label: string): string {
  return label.split(':')[0] ?? label;
}
