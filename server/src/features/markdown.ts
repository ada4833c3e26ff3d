// Everything from a draft, an exhibit or a manifest goes through `escapeMarkdown` before it stands in a hover.

/** What a reader can't see but a renderer may act on: control characters, direction marks and overrides, invisible joiners. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/**
 * Words as Markdown that shows exactly these words: no link, picture, command, HTML, heading, list, table, autolink or code
 * comes alive. Every mark of punctuation that means anything to any Markdown is escaped, the dot and the colon too, because
 * `www.` and `https:` become links by themselves. Line ends become spaces.
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(UNSEEN, '')
    .replace(/[\\`*_{}[\]()<>#+\-.!|~:@$=^/&]/g, '\\$&');
}

/** Words for a client that shows no Markdown. */
export function plainWords(words: string): string {
  return words.replace(/\s+/g, ' ').replace(UNSEEN, '');
}

/** A Markdown link; the label is words, the address one of ours or one that `webAddress` let through. */
export function markdownLink(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](${address.replace(/[()<> \\"]/g, hex)})`;
}

function hex(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** An address of the web as it may stand in a link; undefined for every other scheme. */
export function webAddress(written: string): string | undefined {
  try {
    const { protocol, href } = new URL(written);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
