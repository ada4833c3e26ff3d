import type { ExhibitReader } from '../pages.ts';
import { decodeText } from './decodeText.ts';
import { splitPages } from './splitPages.ts';

/** Plain text: pages by form feed or by the court's stamp. */
export const plainText: ExhibitReader = {
  name: 'plain text',
  extensions: ['txt', 'text'],
  isPlain: true,
  async read(bytes, limits) {
    if (bytes.length > limits.maximumBytes) throw new Error('It is too large to be read.');
    return splitPages(decodeText(bytes), limits);
  },
};
