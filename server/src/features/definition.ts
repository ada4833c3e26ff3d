import { conventionFor } from '../lint/pinConvention.ts';
import type { Source } from '../record/caseRecord.ts';
import type { Pages } from '../record/pages.ts';
import { placeOfPin } from '../resolve/placeOfPin.ts';
import type { Span } from '../text/span.ts';
import { type Cited, citedAt } from './citedAt.ts';
import { rangeInExhibit } from './exhibitText.ts';
import type { DraftView, OpenPlace } from './view.ts';
import { placeAtPin } from './wordsAtPin.ts';

/** Where a citation leads. `origin` is the whole citation: all of it is underlined while it is asked for. */
export interface Destination {
  readonly origin: Span;
  /** One for a resolved citation; an ambiguous one has each of its candidates, so that a person chooses. */
  readonly places: readonly OpenPlace[];
}

/** Where the citation at a UTF-16 offset leads: the exhibit at the page, or the manifest entry where there is no file. */
export function definition(view: DraftView, offset: number): Destination | undefined {
  return destination(view, offset, (source, cited) => {
    const file = placeInFile(view, source, cited);
    return file?.place ?? view.places.entry(source.place);
  });
}

/** Which sources a citation may mean: its answer, or its candidates. */
export function destination(
  view: DraftView,
  offset: number,
  placeOf: (source: Source, cited: Cited) => OpenPlace | undefined,
): Destination | undefined {
  const cited = citedAt(view.draft, offset);
  if (!cited?.answer) return undefined;
  const { source, candidates } = cited.answer;
  const sources = source ? [source] : (candidates ?? []);
  // Of several papers none is opened without being asked for: the list leads to their entries.
  const ask = source ? placeOf : (one: Source) => view.places.entry(one.place);
  const places = sources.map((one) => ask(one, cited)).filter((place) => place !== undefined);
  return places.length > 0 ? { origin: cited.resolved.citation, places } : undefined;
}

/** The source's file at the page of a pin, and that page as a person calls it; undefined where there is no file to open. */
export function placeInFile(
  view: DraftView,
  source: Source,
  cited: Cited,
): { readonly place: OpenPlace; readonly page?: string } | undefined {
  const uri = view.places.fileUri(source);
  if (uri === undefined) return undefined;
  const { pin, footnote } = cited;
  const state = view.pages(source);
  // Where a passage stands in a file is known when all of it is read.
  const pages = state?.state === 'read' && !state.pages.isPartial ? state.pages : undefined;
  const isPaged = pages?.pages[0]?.unpaged === undefined;
  const convention = conventionFor(view.draft, cited.resolved.citation);
  const page = pin && pages && isPaged ? placeOfPin(pin, source, pages, convention, footnote).page : undefined;
  const called = page && pin && { page: pin.unit === 'page' ? pin.first : (page.labels.printed ?? String(page.index)) };
  return {
    place: { uri, range: rangeFrom((page?.line ?? 1) - 1), ...inViewer(view, source, cited, pages) },
    ...called,
  };
}

function rangeFrom(line: number): OpenPlace['range'] {
  const start = { line, character: 0 };
  return { start, end: start };
}

/** Of a file that the client shows as pages: its address there, and the passage. */
function inViewer(view: DraftView, source: Source, cited: Cited, pages: Pages | undefined): Partial<OpenPlace> {
  const uri = view.places.viewerUri?.(source);
  if (uri === undefined) return {};
  const place = placeAtPin(view, cited, source);
  return { uri, range: place && pages ? rangeInExhibit(pages, place.page, place.span) : rangeFrom(0) };
}
