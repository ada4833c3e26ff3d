import type { ExhibitReader, Page } from '../pages.ts';
import { decodeText } from './decodeText.ts';
import { type HtmlText, textOfHtml } from './htmlText.ts';

/** A saved page of the web: its words, one page without a number, and where its links lead. */
export const webPage: ExhibitReader = {
  name: 'web page',
  extensions: ['html', 'htm', 'xhtml'],
  async read(bytes, limits) {
    if (bytes.length > limits.maximumBytes) throw new Error('It is too large to be read.');
    return onePage(wordsOf(textOfHtml(decodeText(bytes))), 'A saved web page');
  },
};

/** What was saved, in the order in which a person reads it: title, words, links. */
export function wordsOf({ title, text, links }: HtmlText): string {
  const isTold = title !== undefined && text.startsWith(title);
  const list = links.map(({ words, address }) => `- ${words === '' ? address : `${words}: ${address}`}`);
  return [isTold ? undefined : title, text, list.length > 0 ? `Links:\n${list.join('\n')}` : undefined]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}

/** Words that no page number belongs to, and what they are of. Without any they can't be compared with a quotation. */
export function onePage(text: string, unpaged: string): readonly Page[] {
  return [{ index: 1, labels: {}, checkable: /\p{L}\p{L}/u.test(text), text, unpaged }];
}
