import type { Source } from '../record/caseRecord.ts';
import type { Pages, PagesLookup } from '../record/pages.ts';
import { numberOf, pageOfPin } from '../resolve/pinPages.ts';
import type { PinCite } from '../syntax/citation.ts';
import { detached } from '../text/detached.ts';
import { type Placed, type QuotationOptions, sourceTextOf } from '../text/quotation/quotation.ts';
import { placedInAny, type Readings, readingsOf } from './sourceReadings.ts';

/** The words of a paper that quotations are compared with. */
export interface SourceWords {
  /** Undefined for a request whose text the manifest gives. */
  readonly pages?: Pages;
  /** Some page has no words that can be read: what is absent may stand there. */
  readonly isPartial: boolean;
  /** Where quoted words stand in it; asked twice it remembers. */
  place(quoted: string, options: QuotationOptions): Placed;
  /** The pages (from 0) that these pins mean; undefined where that is not known of every one. */
  pinPages(
    pins: readonly PinCite[],
    source: Source,
    convention: 'ecf' | 'printed' | 'pdf' | undefined,
  ): PinPages | undefined;
}

/** Places in `Pages.pages`, from 0. */
export interface PinPages {
  readonly usual: readonly number[];
  /** With the pages that the pins would mean in another numbering, where nothing says which one is used. */
  readonly possible: ReadonlySet<number>;
}

/** What is known of a source's words: `unknown` is not read yet, or nothing that this program looks at. */
export type WordsState =
  | { readonly state: 'words'; readonly words: SourceWords }
  | { readonly state: 'none'; readonly why: 'scan' | 'unreadable' }
  | { readonly state: 'unknown' };

const UNKNOWN: WordsState = { state: 'unknown' };

/** The words of a source, from memory: a request's own text in the manifest, else the pages of its file. */
export function wordsOfSource(source: Source, lookup: PagesLookup): WordsState {
  if (source.kind === 'request' && source.text !== undefined)
    return { state: 'words', words: requestWords(source, source.text) };
  const read = lookup(source);
  if (read?.state === 'unreadable') return { state: 'none', why: 'unreadable' };
  if (read?.state !== 'read') return UNKNOWN;
  const words = prepared(read.pages, () => pageWords(read.pages));
  return words ? { state: 'words', words } : { state: 'none', why: 'scan' };
}

const PREPARED = new WeakMap<object, SourceWords | undefined>();

/** A source's text is prepared once for as long as its pages are the same object. */
function prepared(key: object, make: () => SourceWords | undefined): SourceWords | undefined {
  if (!PREPARED.has(key)) PREPARED.set(key, make());
  return PREPARED.get(key);
}

function requestWords(source: Source, text: string): SourceWords {
  const make = (): SourceWords => ({
    isPartial: false,
    place: remembering([sourceTextOf([text])]),
    pinPages: () => undefined,
  });
  return prepared(source, make) ?? make();
}

function pageWords(pages: Pages): SourceWords | undefined {
  if (!pages.pages.some(({ checkable, text }) => checkable && text.trim() !== '')) return undefined;
  // By the source, too: of several papers in one file each has its own page 2.
  const known = new WeakMap<Source, Map<string, PinPages | undefined>>();
  return {
    pages,
    isPartial: pages.pages.some(({ checkable, hidden }) => !checkable || hidden === true),
    place: remembering(readingsOf(pages)),
    pinPages(pins, source, convention) {
      const ofSource = known.get(source) ?? new Map<string, PinPages | undefined>();
      known.set(source, ofSource);
      const key = [convention, ...pins.map(keyOfPin)].join();
      if (!ofSource.has(key)) ofSource.set(key, pagesOfPins(pins, source, pages, convention));
      return ofSource.get(key);
    },
  };
}

/** All of a pin that decides which page it means. */
function keyOfPin({ unit, first, last, volume, open, openEnded }: PinCite): string {
  return [unit, volume, first, last, open, openEnded].join(':');
}

/** So many answers are kept of one source; a draft has some hundred quotations. */
const MOST_KEPT = 2000;

function remembering(readings: Readings): SourceWords['place'] {
  let answers = new Map<string, Placed>();
  // What was asked for of late stays when there are too many: an edit must not compare all quotations of the draft again.
  let older: ReadonlyMap<string, Placed> = new Map();
  return (quoted, options) => {
    const { pinPages = [], cleanedUp, citationsOmitted, footnotesOmitted, quotationMarksOmitted } = options;
    const allowed = [cleanedUp, citationsOmitted, footnotesOmitted, quotationMarksOmitted].map(Number).join('');
    const key = `${pinPages.join()} ${allowed} ${quoted}`;
    const known = answers.get(key);
    if (known) return known;
    const placed = older.get(key) ?? placedInAny(quoted, readings, options);
    if (answers.size >= MOST_KEPT) {
      older = answers;
      answers = new Map();
    }
    answers.set(detached(key), placed);
    return placed;
  };
}

function pagesOfPins(
  pins: readonly PinCite[],
  source: Source,
  pages: Pages,
  convention: 'ecf' | 'printed' | 'pdf' | undefined,
): PinPages | undefined {
  const usual = new Set<number>();
  const possible = new Set<number>();
  const isTold = convention !== undefined || source.pages?.label !== undefined;
  for (const pin of pins) {
    const first = pageOfPin({ ...pin, last: pin.first }, source, pages, convention).page;
    const last = pageOfPin({ ...pin, first: pin.last }, source, pages, convention).page;
    if (!first || !last || last.index < first.index) return undefined;
    for (let index = first.index; index <= last.index; index++) usual.add(index - 1);
    if (pin.openEnded) for (let index = last.index; index <= pages.pages.length; index++) usual.add(index - 1);
    if (!isTold) for (const place of inAnyNumbering(pin, source, pages)) possible.add(place);
  }
  if (usual.size === 0) return undefined;
  return { usual: [...usual].sort((one, other) => one - other), possible: new Set([...possible, ...usual]) };
}

/** The pages that a pin would mean as a printed number, a stamp or a place in the file. */
function inAnyNumbering(pin: PinCite, source: Source, pages: Pages): readonly number[] {
  const [first, last] = [Number.parseInt(pin.first, 10), Number.parseInt(pin.last, 10)];
  return pages.pages.flatMap((page, place) => {
    const numbers = (['printed', 'ecf', 'pdf'] as const).map((numbering) =>
      Number(numberOf(page, numbering, source.pages, pages) ?? Number.NaN),
    );
    return numbers.some((number) => first <= number && number <= last) ? [place] : [];
  });
}
