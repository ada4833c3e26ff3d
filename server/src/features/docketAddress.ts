import type { CaseRecord, Source } from '../record/caseRecord.ts';
import { webAddress } from './markdown.ts';

/**
 * The public page of a paper: the manifest's `url`, else its place on CourtListener where the manifest gives the docket's id
 * (`courtlistener: 67569326`). It is only ever an address to be clicked; nothing is fetched.
 */
export function docketAddress({ url, entry }: Source, record: CaseRecord | undefined): string | undefined {
  if (url !== undefined) return webAddress(url);
  if (!record?.courtlistener || !/^\d{1,12}$/.test(record.courtlistener)) return undefined;
  const numbers = /^\/docket\/(\d{1,5})(?:\/attachments\/(\d{1,4}))?$/.exec(entry);
  if (!numbers?.[1]) return undefined;
  const slug = (record.caption ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const paper = numbers[2] ? `${numbers[1]}/${numbers[2]}` : numbers[1];
  return `https://www.courtlistener.com/docket/${record.courtlistener}/${paper}/${slug || 'case'}/`;
}
