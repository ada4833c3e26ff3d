import type { Draft } from '../draft.ts';
import type { Cited } from '../features/citedAt.ts';
import type { ExhibitShelf } from '../files/exhibitShelf.ts';
import { conventionFor } from '../lint/pinConvention.ts';
import type { Pages, PagesLookup } from '../record/pages.ts';
import { sourcesToRead } from '../resolve/citedSources.ts';
import { pageOfPin } from '../resolve/pinPages.ts';

/**
 * Reads what a citation needs. Where a long file takes its time and `soon` says that the page cited is enough, ends with a lookup that
 * has only that page of it; else with undefined, and all is in the shelf's own.
 */
export async function readFor(
  draft: Draft,
  cited: Cited,
  shelf: ExhibitShelf,
  soon: boolean,
): Promise<PagesLookup | undefined> {
  const reading = shelf.want(cited.resolved.targets.flatMap(sourcesToRead));
  const early = soon ? await earlyPages(draft, cited, shelf, reading) : undefined;
  if (!early) await reading;
  return early;
}

/**
 * The page that a citation cites, of a long PDF that is still being read, in a lookup. Undefined where
 * the reading ends first, or where the page is not found for certain: then the whole has to be waited for. Never throws.
 */
async function earlyPages(
  draft: Draft,
  { answer, pin, resolved }: Cited,
  shelf: ExhibitShelf,
  reading: Promise<void>,
): Promise<PagesLookup | undefined> {
  const source = answer?.status === 'resolved' ? answer.source : undefined;
  const number = pin && (pin.unit === 'page' || pin.unit === 'line') ? Number.parseInt(pin.first, 10) : Number.NaN;
  if (!source || !pin || source.isProtected || !(number > 0)) return undefined;
  const convention = conventionFor(draft, resolved.citation);
  const seen = shelf.glance(source, number).then((pages): Pages | undefined => {
    if (!pages) return undefined;
    const { page, numbering, outsideUsual } = pageOfPin(pin, source, pages, convention);
    // Of any other numbering only the whole file tells that it is the one that is meant.
    const isMeant = numbering === (source.pages?.label ?? convention ?? 'printed') && !outsideUsual;
    return page?.checkable && isMeant ? pages : undefined;
  });
  const pages = await Promise.race([seen, reading.then(() => undefined)]);
  return pages && ((one) => (one === source ? { state: 'read', pages } : shelf.lookup(one)));
}
