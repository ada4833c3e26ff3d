import { Parser } from 'htmlparser2';

/** A page of the web as words. */
export interface HtmlText {
  readonly title?: string;
  /** Paragraphs parted by an empty line. */
  readonly text: string;
  /** The addresses that its words lead to, in order, each once. */
  readonly links: readonly { readonly words: string; readonly address: string }[];
}

/** What a reader of the page does not see. */
const UNSEEN = new Set('script style noscript template svg iframe object head nav form button select'.split(' '));
/** What begins on a line of its own, with an empty one before it. */
const BLOCKS = new Set(
  'p div section article header footer main aside blockquote h1 h2 h3 h4 h5 h6 ul ol dl table figure figcaption pre hr address'.split(
    ' ',
  ),
);
const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd']);
const MOST_LINKS = 500;
/** Deeper, the parser's own time grows with the square. */
const DEEPEST = 2000;

/**
 * The words of a page as a person sees them, without what is not shown. Linear in the page; throws nothing, whatever the bytes were
 * meant to be, but for one nested too deep. Nothing that the page names is fetched.
 */
export function textOfHtml(html: string): HtmlText {
  const words: string[] = [];
  const links: { words: string; address: string }[] = [];
  const title: string[] = [];
  let unseen = 0;
  let depth = 0;
  let inTitle = false;
  let preserved = 0;
  let link: { start: number; address: string } | undefined;
  const parser = new Parser({
    onopentag(name, { href }) {
      if (++depth > DEEPEST) throw new Error('It is nested too deep to be a page.');
      if (name === 'title') inTitle = true;
      if (UNSEEN.has(name)) unseen++;
      if (name === 'pre') preserved++;
      if (BLOCKS.has(name)) words.push('\n\n');
      else if (LINES.has(name)) words.push(name === 'li' ? '\n- ' : '\n');
      else if (name === 'td' || name === 'th') words.push('\t');
      else if (name === 'a' && href !== undefined && unseen === 0) link = { start: words.length, address: href };
    },
    ontext(typed) {
      if (inTitle) title.push(typed);
      else if (unseen === 0) words.push(preserved > 0 ? typed : typed.replace(/\s+/g, ' '));
    },
    onclosetag(name) {
      depth--;
      if (name === 'title') inTitle = false;
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
      if (name === 'pre') preserved = Math.max(0, preserved - 1);
      if (BLOCKS.has(name)) words.push('\n\n');
      if (name === 'a' && link) {
        const shown = settled(words.slice(link.start).join(''));
        if (/^https?:\/\//.test(link.address) && links.length < MOST_LINKS)
          links.push({ words: shown, address: link.address });
        link = undefined;
      }
    },
  });
  parser.write(html);
  parser.end();
  const named = settled(title.join(' '));
  const seen = new Map(links.map((one) => [one.address, one]));
  return { ...(named && { title: named }), text: settled(words.join('')), links: [...seen.values()] };
}

/** One blank between words, at most one empty line between paragraphs. */
function settled(words: string): string {
  const lines = words.split('\n').map((line) => line.replace(/[ \t\u00A0]+/g, ' ').trim());
  return lines
    .filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''))
    .join('\n')
    .trim();
}
