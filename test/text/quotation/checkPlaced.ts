import { placeQuotation, type QuotationOptions, sourceTextOf } from '../../../server/src/text/quotation/quotation.ts';

/** One line for an answer: `agrees "words"`, `differs old->new`, grave ones with `!`; what was dropped behind a bar. */
export function checkPlaced(quoted: string, source: string | readonly string[], options?: QuotationOptions): string {
  const pages = typeof source === 'string' ? [source] : source;
  const placed = placeQuotation(quoted, sourceTextOf(pages), options);
  if (placed.state === 'absent') return 'absent';
  if (placed.state === 'unchecked') return placed.why;
  const dropped = placed.droppedNegations.length > 0 ? ` | ${placed.droppedNegations.join(' ')}` : '';
  if (placed.state === 'agrees') return `agrees${dropped}`;
  const told = placed.differences.map(
    ({ quotedWords, sourceWords, isGrave }) => `${sourceWords}->${quotedWords}${isGrave ? '!' : ''}`,
  );
  return `differs ${told.join('; ')}${dropped}`;
}
