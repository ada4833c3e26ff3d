import type { ExhibitReader, ReaderLimits } from '../pages.ts';
import { docx } from './docx.ts';
import { mail } from './mail.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { picture } from './picture.ts';
import { plainText } from './plainText.ts';
import { savedArticle } from './savedArticle.ts';
import { webPage } from './webPage.ts';

/** Every exhibit type that can be read. A new one is one file and one line here. */
export const READERS: readonly ExhibitReader[] = [plainText, markdown, webPage, savedArticle, mail, pdf, docx, picture];

/**
 * Counts up whenever a reader reads other words or page breaks from the same file than before. What a person checked under an
 * older one is not compared with what this one reads: a better reader makes no check stale.
 */
export const READER_VERSION = 3;

/** Limits for a single exhibit. */
export const READER_LIMITS: ReaderLimits = { maximumBytes: 64 * 1024 * 1024, maximumPages: 20_000 };

/** The reader for a file by its name's end; undefined where there is none. */
export function readerFor(file: string): ExhibitReader | undefined {
  const extension = /\.([A-Za-z0-9]{1,10})$/.exec(file)?.[1]?.toLowerCase();
  return READERS.find((reader) => extension !== undefined && reader.extensions.includes(extension));
}
