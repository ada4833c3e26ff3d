import type { ExhibitReader } from '../pages.ts';
import { onePage } from './webPage.ts';

/** Word: its words with footnotes and endnotes. Word breaks pages anew on every computer: such a file has no page numbers. */
export const docx: ExhibitReader = {
  name: 'Word',
  extensions: ['docx', 'docm'],
  async read(bytes, limits) {
    if (bytes.length > limits.maximumBytes) throw new Error('It is too large to be read.');
    if (!limits.word) throw new Error('The part of Briefcite that reads Word files is missing.');
    return onePage(await limits.word(bytes), 'A Word file');
  },
};
