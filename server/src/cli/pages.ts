import { folderOf } from '../files/paths.ts';
import { MAXIMUM_BYTES } from '../files/readAllowed.ts';
import type { PagesReading } from '../files/readerThread.ts';
import { readPages } from '../files/readPages.ts';
import type { Page } from '../record/pages.ts';
import type { Printed } from './run.ts';

/** `briefcite pages EXHIBIT`: what is read of an exhibit. `path` is absolute; the person named it, so its own folder is allowed. */
export async function printPages(
  path: string,
  named: string,
  format: 'text' | 'json',
  reading?: PagesReading,
): Promise<Printed> {
  const { state } = await readPages(path, { folders: [folderOf(path)], maximumBytes: MAXIMUM_BYTES }, reading);
  if (state.state !== 'read') {
    const why = state.state === 'pending' ? `${named} can't be read.` : state.why;
    return format === 'json'
      ? { out: json({ error: why }), error: '', status: 2 }
      : { out: '', error: `${why}\n`, status: 2 };
  }
  const { pages } = state.pages;
  const out = format === 'json' ? json({ pages: pages.map(pageJson) }) : pages.map(pageText).join('\n');
  return { out, error: '', status: 0 };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

function pageJson({ index, labels, checkable, text }: Page): unknown {
  return { index, labels, checkable, text };
}

function pageText({ index, labels, checkable, text }: Page): string {
  const stamp = labels.ecf
    ? `, stamped ${labels.ecf.page}${labels.ecf.of === undefined ? '' : ` of ${labels.ecf.of}`}`
    : '';
  const printed = labels.printed === undefined ? '' : `, printed ${labels.printed}`;
  return `--- page ${index}${printed}${stamp}${checkable ? '' : ', no readable words'}\n${text.trimEnd()}\n`;
}
