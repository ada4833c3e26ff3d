import type { Pages } from '../record/pages.ts';
import {
  type Placed,
  placeQuotation,
  type QuotationOptions,
  type SourcePlace,
  type SourceText,
  sourceTextOf,
} from '../text/quotation/quotation.ts';

/** A further way of reading the pages of a source. */
interface Reading {
  readonly text: SourceText;
  /** How many characters it has in front of the text of each page. */
  readonly front?: readonly number[];
}

/** A source's text, and further ways of reading it, each made when it is asked for. */
export type Readings = readonly [SourceText, ...(() => Reading)[]];

/**
 * The text as it reads; then with what stands at the edges of several pages, since that may be quoted, too; then, where the sizes of
 * letters tell of footnotes, without those, and those alone: a passage runs over them, and they go on overleaf.
 */
export function readingsOf({ pages }: Pages): Readings {
  const texts = pages.map(({ text }) => text);
  const feet = pages.map(({ footFrom }) => footFrom);
  const hasFeet = feet.some((foot) => foot !== undefined);
  const withEdges = (): Reading => ({
    text: sourceTextOf(
      pages.map(({ text, edges }) => [edges?.above, text, edges?.below].filter((part) => part).join('\n')),
      { keepsEdges: true },
    ),
    front: pages.map(({ edges }) => (edges?.above ? edges.above.length + 1 : 0)),
  });
  return [
    sourceTextOf(texts),
    ...(pages.length > 1 ? [once(withEdges)] : []),
    ...(hasFeet ? [once(() => ({ text: sourceTextOf(texts, { feet }) }))] : []),
    ...(hasFeet ? [once(() => ({ text: sourceTextOf(texts, { feet, onlyFeet: true }) }))] : []),
  ];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Where quoted words stand: as the text reads; where they do not agree with it, or stand on another page than the pins say, in any other
 * way of reading it in which they do. Words that it has nowhere may differ from those that another way has.
 */
export function placedInAny(quoted: string, [text, ...others]: Readings, options: QuotationOptions): Placed {
  let best = placeQuotation(quoted, text, options);
  if (isAtPins(best, options) || best.state === 'unchecked') return best;
  for (const other of others) {
    const reading = other();
    const again = inText(placeQuotation(quoted, reading.text, options), reading);
    if (isAtPins(again, options)) return again;
    const isBetter =
      (again.state === 'agrees' && best.state !== 'agrees') || (again.state === 'differs' && best.state === 'absent');
    if (isBetter) best = again;
  }
  return best;
}

function isAtPins(placed: Placed, { pinPages }: QuotationOptions): boolean {
  if (placed.state !== 'agrees') return false;
  const { page, endPage } = placed.place;
  return !pinPages || pinPages.length === 0 || pinPages.some((pin) => page <= pin && pin <= endPage);
}

/** Places as they are in the text of the pages. */
function inText(placed: Placed, { front }: Reading): Placed {
  if (!front || (placed.state !== 'agrees' && placed.state !== 'differs')) return placed;
  const moved = (place: SourcePlace): SourcePlace => ({
    ...place,
    start: Math.max(0, place.start - (front[place.page] ?? 0)),
    end: Math.max(0, place.end - (front[place.endPage] ?? 0)),
  });
  if (placed.state === 'agrees') return { ...placed, place: moved(placed.place) };
  const differences = placed.differences.map((one) => ({ ...one, source: moved(one.source) }));
  return { ...placed, place: moved(placed.place), differences };
}
