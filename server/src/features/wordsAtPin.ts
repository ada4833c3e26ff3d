import { checkedQuotations } from '../lint/checkedQuotations.ts';
import { conventionFor } from '../lint/pinConvention.ts';
import type { Source } from '../record/caseRecord.ts';
import type { Page } from '../record/pages.ts';
import { pageOfPin } from '../resolve/pinPages.ts';
import type { PinCite } from '../syntax/citation.ts';
import type { SourcePlace } from '../text/quotation/quotation.ts';
import type { Span } from '../text/span.ts';
import type { Cited } from './citedAt.ts';
import { type Passage, passageOf } from './passage.ts';
import type { DraftView } from './view.ts';

/** What a paper says where a citation points, and what has to be said of it. */
export interface WordsAtPin {
  readonly passage?: Passage;
  /** Sentences: which numbering the page is by, or why there are no words. */
  readonly notes: readonly string[];
}

type WordsView = Pick<DraftView, 'draft' | 'pages'>;

/** The words at the pin, which numbering they were found by, and what could not be looked at. Never asked of a protected source. */
export function wordsAtPin(view: WordsView, cited: Cited, source: Source): WordsAtPin {
  const state = view.pages(source);
  const places = quotedPlaces(view, cited, source);
  const transcribed = source.text
    ? {
        passage: passageOf(source.text, spanOn(places, 0, source.text)),
        notes: ['These are the words that the manifest has for it.'],
      }
    : undefined;
  if (!state) return transcribed ?? { notes: ['No file is named for it in the manifest.'] };
  if (state.state === 'pending') return transcribed ?? { notes: ['Its file has not been read yet.'] };
  if (state.state !== 'read') return transcribed ?? { notes: [state.why] };

  const { pages } = state.pages;
  const { pin } = cited;
  if (!pin) return transcribed ?? wordsWithoutPin(pages, places);
  const found = pageOfPin(pin, source, state.pages, conventionFor(view.draft, cited.resolved.citation));
  if (!found.page) return transcribed ?? wordsWithoutPage(pin, pages, places);
  const numbering = numberingWords(found.numbering, found.page.index, pages.length);
  if (!found.page.checkable) return { notes: [...numbering, 'That page has no text; its words can not be shown.'] };
  return {
    passage: passageOf(found.page.text, spanOn(places, pages.indexOf(found.page), found.page.text)),
    notes: numbering,
  };
}

/** Where the words that the draft quotes from this paper with this citation stand in it, as far as they do. */
function quotedPlaces({ draft, pages }: WordsView, { resolved }: Cited, source: Source): readonly SourcePlace[] {
  return checkedQuotations(draft, pages).flatMap(({ outcome }) => {
    if (outcome.state !== 'agrees' && outcome.state !== 'differs') return [];
    const { voucher } = outcome.with;
    return voucher.source === source && voucher.resolved === resolved ? [outcome.place] : [];
  });
}

/** The part of the first such place that is on a page (from 0). */
function spanOn(places: readonly SourcePlace[], page: number, text: string): Span | undefined {
  const place = places.find((one) => one.page <= page && page <= one.endPage);
  if (!place) return undefined;
  return { start: place.page === page ? place.start : 0, end: place.endPage === page ? place.end : text.length };
}

/** Without a pin: the page whose words are quoted, else the first. */
function wordsWithoutPin(pages: readonly Page[], places: readonly SourcePlace[]): WordsAtPin {
  const [quoted] = places;
  const shown = quoted?.page ?? 0;
  const page = pages[shown];
  if (!page?.checkable) return { notes: ['Its first page is a page without text.'] };
  const which = quoted
    ? `The words quoted are on page ${shown + 1} of ${pages.length}.`
    : `Its first page of ${pages.length}.`;
  return { passage: passageOf(page.text, spanOn(places, shown, page.text)), notes: pages.length > 1 ? [which] : [] };
}

/** Where the page can't be told, only words that the draft itself quotes are sure to be the ones that are meant. */
function wordsWithoutPage(pin: PinCite, pages: readonly Page[], places: readonly SourcePlace[]): WordsAtPin {
  const notes = [whyNoPage(pin, pages.length)];
  const [only] = pages;
  const marked = pages.length === 1 && only ? spanOn(places, 0, only.text) : undefined;
  return only && marked ? { passage: passageOf(only.text, marked), notes } : { notes };
}

function whyNoPage(pin: PinCite, count: number): string {
  if (pin.open) return 'The pin cite is still open.';
  if (pin.unit === 'page' || pin.unit === 'line' || pin.unit === 'pageId') {
    return count === 1
      ? 'Its file has no page breaks; the page could not be looked up.'
      : 'That page was not found in its file.';
  }
  return 'A pin of this kind is not looked up.';
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
