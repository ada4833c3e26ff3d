import type { ExhibitReader } from '../pages.ts';

/** A picture: its title can be cited, and nothing is said of its words, unless a text with them lies beside it. */
export const picture: ExhibitReader = {
  name: 'picture',
  extensions: ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'gif', 'bmp', 'heic', 'webp'],
  isPlain: true,
  async read() {
    return [{ index: 1, labels: {}, checkable: false, text: '', unpaged: 'A picture' }];
  },
};
