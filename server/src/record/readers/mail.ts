import PostalMime, { type Address } from 'postal-mime';
import type { ExhibitReader } from '../pages.ts';
import { textOfHtml } from './htmlText.ts';
import { onePage } from './webPage.ts';

/** A message as mail programs save it: who wrote to whom and when, the words, and what was attached. */
export const mail: ExhibitReader = {
  name: 'mail',
  extensions: ['eml'],
  async read(bytes, limits) {
    if (bytes.length > limits.maximumBytes) throw new Error('It is too large to be read.');
    // A copy: the bytes belong to whoever read them.
    const message = await PostalMime.parse(bytes.slice(), { maxNestingDepth: 20 }).catch(() => undefined);
    if (!message || message.headers.length === 0) throw new Error('It is not a mail message.');
    const { from, to, cc, bcc, date, subject, text, html, attachments } = message;
    const head = [
      line('From', from ? people([from]) : ''),
      line('To', people(to)),
      line('Cc', people(cc)),
      line('Bcc', people(bcc)),
      line('Date', date ?? ''),
      line('Subject', subject ?? ''),
      line('Attachments', attachments.map(({ filename }) => filename ?? 'without a name').join(', ')),
    ];
    const words = text?.trim() ? text.replace(/\r\n?/g, '\n').trim() : textOfHtml(html ?? '').text;
    return onePage(
      [head.filter((one) => one !== '').join('\n'), words].filter((one) => one !== '').join('\n\n'),
      'A mail message',
    );
  },
};

function line(name: string, value: string): string {
  return value === '' ? '' : `${name}: ${value}`;
}

function people(addresses: readonly Address[] | undefined): string {
  return (addresses ?? []).map(personOf).join(', ');
}

function personOf({ name, address, group }: Address): string {
  if (group) return `${name}: ${people(group)}`;
  return address === undefined || address === '' ? name : name === '' ? address : `${name} <${address}>`;
}
