import type { ExhibitReader } from '../pages.ts';
import { decodeText } from './decodeText.ts';
import { textOfHtml } from './htmlText.ts';
import { onePage, wordsOf } from './webPage.ts';

/** An article as WordPress gives it out (`/wp-json/wp/v2/posts/123`): title, day, words and links. */
export const savedArticle: ExhibitReader = {
  name: 'saved article',
  extensions: ['json'],
  async read(bytes, limits) {
    if (bytes.length > limits.maximumBytes) throw new Error('It is too large to be read.');
    const post = postOf(decodeText(bytes));
    if (!post) throw new Error('It is JSON, and not that of a WordPress article; only those are read.');
    const { title, date, content } = post;
    const { text, links } = textOfHtml(content);
    return onePage(
      wordsOf({ title: [textOfHtml(title).text, date].filter((part) => part !== '').join('\n'), text, links }),
      'A saved web page',
    );
  },
};

interface Post {
  readonly title: string;
  /** ISO day; empty where it has none. */
  readonly date: string;
  readonly content: string;
}

/** The post, or the only one of a list. */
function postOf(text: string): Post | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const post: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const content = rendered(post, 'content');
  if (content === undefined) return undefined;
  const date = field(post, 'date');
  const day = typeof date === 'string' ? (/^\d{4}-\d\d-\d\d/.exec(date)?.[0] ?? '') : '';
  return { title: rendered(post, 'title') ?? '', date: day, content };
}

function rendered(post: unknown, name: string): string | undefined {
  const value = field(field(post, name), 'rendered');
  return typeof value === 'string' ? value : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
