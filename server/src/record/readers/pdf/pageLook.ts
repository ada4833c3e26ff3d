import type { Span } from '../../../text/span.ts';
import type { ReaderLimits } from '../../pages.ts';
import { compiledPdfium, MAXIMUM_MEMORY } from '../pdf.ts';
import { openDocument, scratchIn } from './drawnPages.ts';
import type { GreyPicture } from './greyPicture.ts';
import { boxesOf, type PageBox } from './pageBoxes.ts';
import { pictureOf } from './pagePicture.ts';
import { startPdfium } from './pdfium.ts';

/** What is asked about one page of a PDF. */
export interface PageQuestion {
  /** 1-based place in the file. */
  readonly page: number;
  /** The page's text as it was read, and what of it is to be found: half-open UTF-16 offsets into that text. */
  readonly text: string;
  readonly spans: readonly Span[];
  /** A picture of the place is wanted, so many pixels wide. */
  readonly pictureWidth?: number;
}

/** Where the words stand on the page, and a picture of the place, as grey points. */
export interface PageLook {
  readonly boxes: readonly PageBox[];
  readonly picture?: GreyPicture;
}

/** Looks at one page. Throws an Error with a sentence for people where the file can't be opened. */
export async function lookAtPage(bytes: Uint8Array, question: PageQuestion, limits: ReaderLimits): Promise<PageLook> {
  const pdfium = startPdfium(await compiledPdfium(limits), limits.maximumMemory ?? MAXIMUM_MEMORY);
  const document = openDocument(pdfium, bytes);
  const page = pdfium.FPDF_LoadPage(document, question.page - 1);
  if (page === 0) throw new Error('That page can not be opened.');
  const scratch = scratchIn(pdfium);
  const boxes = boxesOf(pdfium, page, question.text, question.spans, scratch);
  const { pictureWidth } = question;
  const picture = pictureWidth === undefined ? undefined : pictureOf(pdfium, page, boxes, pictureWidth, scratch);
  return { boxes, ...(picture && { picture }) };
}
