import type { Source } from '../record/caseRecord.ts';
import type { Page } from '../record/pages.ts';
import type { Span } from '../text/span.ts';
import { citedAt } from './citedAt.ts';
import type { DraftView } from './view.ts';
import { placeAtPin } from './wordsAtPin.ts';

/** The place in a PDF that a hover may show. */
export interface WantedPicture {
  readonly source: Source;
  /** Hex, lower case, of the file's bytes. */
  readonly sha256: string;
  readonly page: Page;
  /** Half-open UTF-16 offsets into the page's text; absent for a page without words. */
  readonly span?: Span;
}

/**
 * What the hover at a UTF-16 offset has to show: a passage of a PDF that is quoted or cited by its lines, or a page that is only a
 * picture. Where a page is all that is cited, its words say more. Never anything of a protected paper.
 */
export function pictureWanted(view: DraftView, at: number): WantedPicture | undefined {
  const cited = citedAt(view.draft, at);
  const source = cited?.answer?.status === 'resolved' ? cited.answer.source : undefined;
  if (!cited || !source || source.isProtected || !/\.pdf$/i.test(source.file ?? '')) return undefined;
  const state = view.pages(source);
  const place = placeAtPin(view, cited, source);
  if (state?.state !== 'read' || !place) return undefined;
  const { page, span } = place;
  const { sha256 } = state.pages;
  if (!page.checkable) return { source, sha256, page };
  return span && { source, sha256, page, span };
}
