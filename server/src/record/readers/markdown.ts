import type { ExhibitReader } from '../pages.ts';
import { decodeText } from './decodeText.ts';
import { splitPages } from './splitPages.ts';

/** Markdown, as it is typed: its marks are part of the words, its pages are those of a plain text. */
export const markdown: ExhibitReader = {
  name: 'Markdown',
  extensions: ['md', 'markdown'],
  isPlain: true,
  async read(bytes, limits) {
    if (bytes.length > limits.maximumBytes) throw new Error('It is too large to be read.');
    return splitPages(decodeText(bytes), limits);
  },
};
