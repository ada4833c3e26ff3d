import { checkedQuotations } from '../lint/checkedQuotations.ts';
import { conventionFor } from '../lint/pinConvention.ts';
import { countOf, shortened } from '../lint/quotationWording.ts';
import { listWithAnd } from '../lint/wording.ts';
import type { Source } from '../record/caseRecord.ts';
import type { Page } from '../record/pages.ts';
import type { pageOfPin } from '../resolve/pinPages.ts';
import { placeOfPin } from '../resolve/placeOfPin.ts';
import type { PinCite } from '../syntax/citation.ts';
import type { Difference, SourcePlace } from '../text/quotation/quotation.ts';
import type { Span } from '../text/span.ts';
import type { Cited } from './citedAt.ts';
import { type Marks, type Passage, passageOf } from './passage.ts';
import type { DraftView } from './view.ts';

/** What a paper says where a citation points, and what has to be said of it. */
export interface WordsAtPin {
  readonly passage?: Passage;
  /** Sentences: which numbering the page is by, or why there are no words. */
  readonly notes: readonly string[];
  /** Which words the draft has instead, where what it quotes with this citation is altered. */
  readonly altered?: string;
}

/** So many changes are told by their words. */
const MOST_TOLD = 4;

type WordsView = Pick<DraftView, 'draft' | 'pages'>;

/** The words at the pin, which numbering they were found by, and what could not be looked at. Never asked of a protected source. */
export function wordsAtPin(view: WordsView, cited: Cited, source: Source): WordsAtPin {
  const places = quotedPlaces(view, cited, source);
  const altered = alteredWords(places.flatMap(({ differences }) => differences));
  const words = wordsWith(places, view, cited, source);
  return altered === undefined ? words : { ...words, altered };
}

/** The page that a citation leads to, and what of it is meant: the quoted words, the lines or the paragraph. Undefined where no page is found. */
export function placeAtPin(
  view: WordsView,
  cited: Cited,
  source: Source,
): { readonly page: Page; readonly span?: Span } | undefined {
  const state = view.pages(source);
  if (state?.state !== 'read') return undefined;
  const { pages } = state.pages;
  const { pin, footnote } = cited;
  const places = quotedPlaces(view, cited, source);
  if (!pin) {
    const page = pages[places[0]?.place.page ?? 0];
    return page && placeOn(page, marksOn(places, pages.indexOf(page), page.text).around);
  }
  const convention = conventionFor(view.draft, cited.resolved.citation);
  const { page, span } = placeOfPin(pin, source, state.pages, convention, footnote);
  if (!page || partCalled(pin, span && footnote) !== undefined) return page && placeOn(page, span);
  return placeOn(page, marksOn(places, pages.indexOf(page), page.text).around ?? span);
}

function placeOn(page: Page, span: Span | undefined): { readonly page: Page; readonly span?: Span } {
  return span ? { page, span } : { page };
}

function wordsWith(places: readonly QuotedPlace[], view: WordsView, cited: Cited, source: Source): WordsAtPin {
  const state = view.pages(source);
  const transcribed = source.text
    ? {
        passage: passageOf(source.text, marksOn(places, 0, source.text)),
        notes: ['These are the words that the manifest has for it.'],
      }
    : undefined;
  if (!state) return transcribed ?? { notes: ['No file is named for it in the manifest.'] };
  if (state.state === 'pending') return transcribed ?? { notes: ['Its file has not been read yet.'] };
  if (state.state !== 'read') return transcribed ?? { notes: [state.why] };

  const { pages, unused } = state.pages;
  const { pin, footnote } = cited;
  const why = unused === undefined ? [] : [unused];
  const [first] = pages;
  if (first?.unpaged !== undefined && !first.checkable)
    return transcribed ?? { notes: [`${first.unpaged} has no words that could be read.`, ...why] };
  if (!pin) return transcribed ?? wordsWithoutPin(pages, places);
  const found = placeOfPin(pin, source, state.pages, conventionFor(view.draft, cited.resolved.citation), footnote);
  const part = partCalled(pin, footnote);
  if (part !== undefined && found.page && found.span && !transcribed)
    return wordsOfPart(part, { page: found.page, span: found.span }, pages, places);
  if (!found.page || found.page.unpaged !== undefined) return transcribed ?? wordsWithoutPage(pin, pages, places);
  const numbering = [
    ...numberingWords(found.numbering, found.page.index, pages.length),
    ...(state.pages.isPartial ? ['The rest of the file is still being read.'] : []),
    ...aboutTranscript(source, found.page, pages),
    ...aboutWords(found.page),
  ];
  if (!found.page.checkable)
    return { notes: [...numbering, 'That page has no text; its words can not be shown.', ...why] };
  const quoted = marksOn(places, pages.indexOf(found.page), found.page.text);
  const { span } = found;
  return {
    passage: passageOf(found.page.text, span && !quoted.around ? { marked: [span], around: span } : quoted),
    notes: numbering,
  };
}

/** What a pin calls a part of a page; undefined where it means the page or lines of it. */
function partCalled(pin: PinCite, footnote: PinCite | undefined): string | undefined {
  if (pin.unit === 'paragraph') return `Paragraph ${/^\d+/.exec(pin.first)?.[0]}`;
  const note = pin.unit === 'footnote' ? pin : footnote;
  return note && `Footnote ${note.first}`;
}

/** `¶ 12`, `n.3`: the paragraph or the footnote that has the number. The words that are quoted are marked in it, where they are. */
function wordsOfPart(
  called: string,
  { page, span }: { readonly page: Page; readonly span: Span },
  pages: readonly Page[],
  places: readonly QuotedPlace[],
): WordsAtPin {
  const { marked } = marksOn(places, pages.indexOf(page), page.text);
  const own = marked.filter(({ start, end }) => start >= span.start && end <= span.end);
  const shifted = own.map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const [around] = shifted;
  const words = page.text.slice(span.start, span.end);
  const where = pages.length > 1 ? [`${called}, on page ${page.index} of ${pages.length} in the file.`] : [];
  return {
    passage: passageOf(words, { marked: shifted, ...(around && { around }) }),
    notes: [...where, ...aboutWords(page)],
  };
}

/** Whose words they are that a scan shows; and that a redaction did not take its words out of the file. */
function aboutWords(page: Page | undefined): readonly string[] {
  return [
    ...(page?.wordsFrom === undefined ? [] : [`Its words are those of ${page.wordsFrom}, which lies beside it.`]),
    ...(page?.hidden
      ? ['Words of this page lie under a black box. They are not shown here, but whoever has the file can copy them.']
      : []),
  ];
}

/** Of which volume the page is, and that nobody has certified the words. */
function aboutTranscript({ transcript }: Source, { labels }: Page, pages: readonly Page[]): readonly string[] {
  const isRough = transcript === 'rough' || pages.some((page) => page.labels.transcript === 'rough');
  return [
    ...(labels.volume === undefined ? [] : [`In volume ${labels.volume}.`]),
    ...(isRough ? ['This is a rough draft of the transcript; nobody has certified its words.'] : []),
  ];
}

/** Where the words of one quotation stand, and in which of them the draft departs from them. */
interface QuotedPlace {
  readonly place: SourcePlace;
  readonly differences: readonly Difference[];
}

/** Where the words that the draft quotes from this paper with this citation stand in it, as far as they do; altered ones first. */
function quotedPlaces({ draft, pages }: WordsView, { resolved }: Cited, source: Source): readonly QuotedPlace[] {
  const all = checkedQuotations(draft, pages).flatMap(({ outcome }): readonly QuotedPlace[] => {
    if (outcome.state !== 'agrees' && outcome.state !== 'differs') return [];
    const { voucher } = outcome.with;
    if (voucher.source !== source || voucher.resolved !== resolved) return [];
    return [{ place: outcome.place, differences: outcome.state === 'differs' ? outcome.differences : [] }];
  });
  return [
    ...all.filter(({ differences }) => differences.length > 0),
    ...all.filter(({ differences }) => differences.length === 0),
  ];
}

/** What is marked on a page (from 0): the words that the draft has otherwise, else the first words that it quotes from there. */
function marksOn(places: readonly QuotedPlace[], page: number, text: string): Marks {
  const spans = places.flatMap(({ place }) => spanOn(place, page, text) ?? []);
  const [around] = spans;
  if (!around) return { marked: [] };
  const differing = places
    .flatMap(({ differences }) => differences.flatMap(({ source }) => spanOn(source, page, text) ?? []))
    .filter(({ start, end }) => end > start)
    .sort((one, other) => one.start - other.start)
    .filter((span, place, all) => span.start >= (all[place - 1]?.end ?? 0));
  return { marked: differing.length > 0 ? differing : [around], around };
}

/** The part of a place that is on a page (from 0). */
function spanOn(place: SourcePlace, page: number, text: string): Span | undefined {
  if (place.page > page || page > place.endPage) return undefined;
  // Words at the edge of a page that are no part of its text as it is shown.
  if (place.page === page && place.start >= text.length) return undefined;
  return {
    start: place.page === page ? place.start : 0,
    end: place.endPage === page ? Math.min(place.end, text.length) : text.length,
  };
}

/** `The draft has "made" for "drawn", and leaves out "not".` */
function alteredWords(differences: readonly Difference[]): string | undefined {
  if (differences.length === 0) return undefined;
  const done = differences.slice(0, MOST_TOLD).map(({ quotedWords, sourceWords }) => {
    const [quoted, source] = [shortened(quotedWords), shortened(sourceWords)];
    if (source === '') return `adds "${quoted}"`;
    return quoted === '' ? `leaves out "${source}"` : `has "${quoted}" for "${source}"`;
  });
  const more = differences.length - done.length;
  return `The draft ${listWithAnd([...done, ...(more > 0 ? [`changes ${countOf(more, 'other place')}`] : [])])}.`;
}

/** Without a pin: the page whose words are quoted, else the first. */
function wordsWithoutPin(pages: readonly Page[], places: readonly QuotedPlace[]): WordsAtPin {
  const [quoted] = places;
  const shown = quoted?.place.page ?? 0;
  const page = pages[shown];
  if (!page?.checkable) return { notes: ['Its first page is a page without text.'] };
  const which = quoted
    ? `The words quoted are on page ${shown + 1} of ${pages.length}.`
    : `Its first page of ${pages.length}.`;
  const notes = [...(pages.length > 1 ? [which] : []), ...aboutWords(page)];
  return { passage: passageOf(page.text, marksOn(places, shown, page.text)), notes };
}

/** Where the page can't be told, only words that the draft itself quotes are sure to be the ones that are meant. */
function wordsWithoutPage(pin: PinCite, pages: readonly Page[], places: readonly QuotedPlace[]): WordsAtPin {
  const [only] = pages;
  const notes = [whyNoPage(pin, pages.length === 1 && only?.line !== undefined, only?.unpaged), ...aboutWords(only)];
  const marks = pages.length === 1 && only ? marksOn(places, 0, only.text) : undefined;
  return only && marks?.around ? { passage: passageOf(only.text, marks), notes } : { notes };
}

function whyNoPage(pin: PinCite, isTextWithoutBreaks: boolean, unpaged: string | undefined): string {
  if (pin.open) return 'The pin cite is still open.';
  if (pin.unit === 'page' || pin.unit === 'line' || pin.unit === 'pageId') {
    if (unpaged !== undefined) return `${unpaged} has no page numbers; the page could not be looked up.`;
    return isTextWithoutBreaks
      ? 'Its file has no page breaks; the page could not be looked up.'
      : 'That page was not found in its file.';
  }
  if (pin.unit === 'footnote') return 'No footnote of its file was found by that number.';
  return pin.unit === 'paragraph'
    ? 'No paragraph of its file was found by that number.'
    : 'A pin of this kind is not looked up.';
}

function numberingWords(
  numbering: ReturnType<typeof pageOfPin>['numbering'],
  index: number,
  count: number,
): readonly string[] {
  const place = `page ${index} of ${count} in the file`;
  switch (numbering) {
    case 'printed':
      return [`By the number printed on the page; ${place}.`];
    case 'ecf':
      return [`By the number in the court's stamp; ${place}.`];
    case 'pdf':
      return ['By its place in the file.'];
    case 'pageId':
      return [`By PageID; ${place}.`];
    case 'bates':
      return [`By Bates number; ${place}.`];
    case undefined:
      return [];
  }
}
