import type { Source } from '../record/caseRecord.ts';
import type { Pages } from '../record/pages.ts';
import type { PinCite } from '../syntax/citation.ts';
import type { Span } from '../text/span.ts';
import { ownPages } from './ownPages.ts';
import { footnoteOf } from './pinFootnotes.ts';
import { linesCited } from './pinLines.ts';
import { type PinPage, pageOfPin } from './pinPages.ts';
import { paragraphOf } from './pinParagraphs.ts';

/** Where a pin leads, and what of that page it means. */
export interface PinPlace extends PinPage {
  /** The lines (`144:3-9`), the paragraph (`¶ 12`) or the footnote (`n.3`) that are cited: half-open UTF-16 offsets into the page's text. */
  readonly span?: Span;
}

/**
 * The page that a pin means, and on it the lines, the paragraph or the footnote where the pin cites those and they are known. `footnote`
 * is the pin behind that of a page, `at 7 n.3`. See `pageOfPin`.
 */
export function placeOfPin(
  pin: PinCite,
  source: Source,
  pages: Pages,
  convention?: 'ecf' | 'printed' | 'pdf',
  footnote?: PinCite,
): PinPlace {
  const own = ownPages(source, pages);
  const paragraph = pin.unit === 'paragraph' && !pin.open ? paragraphOf(pin.first, own) : undefined;
  if (paragraph) return { ...paragraph, outOfRange: false };
  if (pin.unit === 'footnote') return { ...footnoteOf(pin.first, own), outOfRange: false };
  const found = pageOfPin(pin, source, pages, convention);
  const note = footnote && found.page ? footnoteOf(footnote.first, own, found.page) : undefined;
  if (note) return { ...found, span: note.span };
  const span = found.page && linesCited(pin, found.page, pin.first.split(':')[0]);
  return span ? { ...found, span } : found;
}
