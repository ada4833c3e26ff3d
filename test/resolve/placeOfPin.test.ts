import { expect, test } from 'vitest';
import type { Source } from '../../server/src/record/caseRecord.ts';
import type { Pages } from '../../server/src/record/pages.ts';
import { placeOfPin } from '../../server/src/resolve/placeOfPin.ts';

const TEXT =
  'The gate was open.1 It had two locks.\nBoth rusted.\n1. Roe came.\n2. Poe went.\n3. It rained.\n4. He slept.\n1 See Roe Decl.';
/** A file of two papers of one page each, with the same paragraphs and footnotes. */
const BUNDLE: Pages = {
  sha256: 'ab',
  pages: ['1', '2'].map((attachment, at) => {
    return { index: at + 1, labels: { ecf: { document: '18', attachment, page: 1 } }, checkable: true, text: TEXT };
  }),
};

test.each([
  ['paragraph', '2', '2. Poe went.'],
  ['footnote', '1', '1 See Roe Decl.'],
] as const)('of several papers in a file the %s is that of the paper cited', (unit, number, words) => {
  for (const attachment of [1, 2]) {
    const source = { kind: 'docketEntry', name: 'Dkt.', docketNumber: `18-${attachment}` } as Source;
    const { page, span } = placeOfPin({ unit, first: number, last: number, start: 0, end: 1 }, source, BUNDLE);
    expect(page?.index).toBe(attachment);
    expect(TEXT.slice(span?.start, span?.end)).toContain(words);
  }
});
