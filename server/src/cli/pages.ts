import { folderOf } from '../files/paths.ts';
import { MAXIMUM_BYTES } from '../files/readAllowed.ts';
import type { ExhibitReading } from '../files/readPages.ts';
import { readPages } from '../files/readPages.ts';
import type { EcfStamp, NumberedLine, Page, PageLabels } from '../record/pages.ts';
import type { Printed } from './run.ts';

/** `briefcite pages EXHIBIT`: what is read of an exhibit. `path` is absolute; the person named it, so its own folder is allowed. */
export async function printPages(
  path: string,
  named: string,
  format: 'text' | 'json',
  reading?: ExhibitReading,
): Promise<Printed> {
  const { state } = await readPages(path, { folders: [folderOf(path)], maximumBytes: MAXIMUM_BYTES }, reading);
  if (state.state !== 'read') {
    const why = state.state === 'pending' ? `${named} can't be read.` : state.why;
    return format === 'json'
      ? { out: json({ error: why }), error: '', status: 2 }
      : { out: '', error: `${why}\n`, status: 2 };
  }
  const { pages, unused } = state.pages;
  const out = format === 'json' ? json({ pages: pages.map(pageJson) }) : pages.map(pageText).join('\n');
  return { out, error: unused === undefined ? '' : `${unused}\n`, status: 0 };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

function pageJson({ index, labels, checkable, hidden, text, lines, unpaged, wordsFrom }: Page): unknown {
  const { onSheet: _, appendix: __, ...own } = labels;
  return {
    index,
    labels: { ...own, ...oneOrMore('printed', printedOn(labels)), ...oneOrMore('bates', labels.bates) },
    checkable,
    ...(hidden && { hidden }),
    ...(unpaged !== undefined && { unpaged: true }),
    ...(wordsFrom !== undefined && { wordsFrom }),
    text,
    ...(lines && { lines: lines.map(({ page, line, start, end }) => ({ page, line, text: text.slice(start, end) })) }),
  };
}

/** The numbers that a sheet bears: its own, or of a transcript printed several pages to a sheet those of its pages. */
function printedOn({ printed, onSheet, appendix }: PageLabels): readonly string[] {
  return onSheet ?? [printed, appendix].filter((label) => label !== undefined);
}

function oneOrMore(name: string, values: readonly string[] = []): Readonly<Record<string, unknown>> {
  return values.length === 0 ? {} : { [name]: values.length === 1 ? values[0] : values };
}

function pageText({ index, labels, checkable, hidden, text, lines, unpaged, wordsFrom }: Page): string {
  const { ecf, pageId, bates, nyscef, volume, transcript, own } = labels;
  const printed = printedOn(labels);
  const head = [
    unpaged === undefined ? `--- page ${index}` : `--- all of it: ${unpaged.replace(/^A/, 'a')} has no page numbers`,
    printed.length > 0 && `printed ${printed.join(', ')}`,
    ecf && `stamped ${ecf.page}${ecf.of === undefined ? '' : ` of ${ecf.of}`}${filedAs(ecf)}`,
    pageId !== undefined && `PageID ${pageId}`,
    bates && `Bates ${bates.join(', ')}`,
    nyscef && `NYSCEF Doc. No. ${nyscef.document}`,
    volume !== undefined && `volume ${volume}`,
    transcript === 'rough' && 'a rough draft',
    transcript === 'certified' && 'certified by the reporter',
    own !== undefined && `called ${own} in the file`,
    !checkable && 'no readable words',
    hidden && 'words under a black box',
    wordsFrom !== undefined && `words from ${wordsFrom} beside it`,
  ];
  return `${head.filter((part) => part).join(', ')}\n${textWithLines(text, lines).trimEnd()}\n`;
}

function filedAs({ document, attachment }: EcfStamp): string {
  return document === undefined ? '' : ` in ${document}${attachment === undefined ? '' : `-${attachment}`}`;
}

/** The text with the number of each line that has one in front of it. */
function textWithLines(text: string, lines: readonly NumberedLine[] = []): string {
  let numbered = '';
  let at = 0;
  for (const { page, line, start } of lines) {
    numbered += `${text.slice(at, start)}${`${page === undefined ? '' : `${page}:`}${line}`.padEnd(8)}`;
    at = start;
  }
  return numbered + text.slice(at);
}
