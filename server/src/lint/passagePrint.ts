import type { Draft } from '../draft.ts';
import type { Source } from '../record/caseRecord.ts';
import type { Page, Pages, PagesLookup } from '../record/pages.ts';
import { citedSources } from '../resolve/citedSources.ts';
import { pageOfPin } from '../resolve/pinPages.ts';
import type { ResolvedCitation } from '../resolve/resolution.ts';
import type { PinCite } from '../syntax/citation.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { conventionFor } from './pinConvention.ts';

/** A page is the same object while its file is the same. */
const OF_PAGES = new WeakMap<Page, string>();
const OF_WHOLE = new WeakMap<Pages, string>();

/**
 * Fingerprint of what the papers say where a citation points: of the pages of its pins, else of the whole paper; of a request its own
 * words. Undefined where anything of it has not been read, or can't be.
 */
export function passagePrint(draft: Draft, resolved: ResolvedCitation, pages: PagesLookup): string | undefined {
  const prints: string[] = [];
  const convention = conventionFor(draft, resolved.citation);
  for (const answer of resolved.targets) {
    const { pins } = answer;
    const all = citedSources(answer);
    for (const [place, one] of all.entries()) {
      // The pins of a range stand behind its last paper.
      const own = place === all.length - 1 ? pins : [];
      const print = printOf(one, own, pages, convention);
      if (print === undefined) return undefined;
      prints.push(print);
    }
  }
  return prints.length < 2 ? prints[0] : fingerprint(prints.join(' '));
}

function printOf(
  source: Source,
  pins: readonly PinCite[],
  pages: PagesLookup,
  convention: ReturnType<typeof conventionFor>,
): string | undefined {
  const state = pages(source);
  if (!state) return source.text === undefined ? undefined : fingerprint(source.text);
  if (state.state !== 'read') return undefined;
  if (pins.length === 0) return ofWhole(state.pages);
  const ofPins = pins.map((pin) => pagesOfPin(pin, source, state.pages, convention));
  const meant = ofPins.flat();
  if (ofPins.some((some) => some.length === 0) || meant.some(({ checkable }) => !checkable)) return undefined;
  return fingerprint(meant.map(ofPage).join(' '));
}

/** The pages of a pin from first to last; none where they can't be told. */
function pagesOfPin(
  pin: PinCite,
  source: Source,
  pages: Pages,
  convention: ReturnType<typeof conventionFor>,
): readonly Page[] {
  const { page: first } = pageOfPin(pin, source, pages, convention);
  const { page: last } =
    pin.last === pin.first ? { page: first } : pageOfPin({ ...pin, first: pin.last }, source, pages, convention);
  return first && last && first.index <= last.index ? pages.pages.slice(first.index - 1, last.index) : [];
}

function ofPage(page: Page): string {
  const known = OF_PAGES.get(page);
  if (known !== undefined) return known;
  const print = fingerprint(page.text);
  OF_PAGES.set(page, print);
  return print;
}

function ofWhole(pages: Pages): string | undefined {
  if (pages.pages.length === 0 || pages.pages.some(({ checkable }) => !checkable)) return undefined;
  const known = OF_WHOLE.get(pages);
  if (known !== undefined) return known;
  const print = fingerprint(pages.pages.map(ofPage).join(' '));
  OF_WHOLE.set(pages, print);
  return print;
}
