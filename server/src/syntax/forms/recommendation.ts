import type { Citation } from '../citation.ts';
import { readAttached } from '../parts/attached.ts';
import { paperCitation } from '../parts/paperCitation.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm } from './form.ts';

const NAME =
  /^(?:R ?& ?R|R\. ?& ?R\.|F ?& ?R|Report (?:and|&) Recommendation|Findings (?:and|&) Recommendations?)(?![A-Za-z])/;

/** A magistrate judge's report, which objections cite page by page: `R&R at 3`, `F&R 12, ECF No. 40`, `Report & Recommendation at 3`. */
export const recommendationForm: CitationForm = {
  name: 'recommendation',
  triggers: ['r', 'f', 'report', 'findings'],
  examples: ['R&R at 3', 'R. & R. 3', 'F&R at 12, ECF No. 40', 'Report & Recommendation at 3', 'R&R (Doc. 40) at 5'],
  parse(cursor): Citation | undefined {
    const start = cursor.at;
    const { words, offsetBehind } = squeeze(cursor.text, start, 32);
    const name = NAME.exec(words)?.[0];
    if (!name) return undefined;
    cursor.at = offsetBehind(name.length);
    const end = cursor.at;
    const { pins, docket, docketSpan } = readAttached(cursor, true);
    if (pins.length === 0) return undefined;
    return paperCitation({ text: cursor.text, name: { start, end }, docket, docketSpan, pins, end: cursor.at });
  },
};
