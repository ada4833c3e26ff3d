import type { Draft } from '../../server/src/draft.ts';
import type { RuleSettings } from '../../server/src/lint/finding.ts';
import { findingsOfDraft } from '../../server/src/lint/lint.ts';
import type { PagesLookup } from '../../server/src/record/pages.ts';
import { draftOf } from '../resolve/notation.ts';

export const NO_PAGES: PagesLookup = () => undefined;

/** Pages for every source that names a file: `count` of them, printed numbers from `first`. */
export function pagesFrom(first: number, count: number, sha256 = 'ab'): PagesLookup {
  const pages = Array.from({ length: count }, (_, place) => ({
    index: place + 1,
    labels: { printed: String(first + place) },
    checkable: true,
    text: 'words',
  }));
  return (source) => (source.file === undefined ? undefined : { state: 'read', pages: { pages, sha256 } });
}

/** A finding as one line: `severity code "words": message (+ n other places)`. */
export function findingLines(draft: Draft, pages: PagesLookup = NO_PAGES, rules: RuleSettings = {}): readonly string[] {
  return findingsOfDraft(draft, { pages, rules }).map(({ code, severity, span, message, related }) => {
    const words = draft.syntax.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    return `${severity} ${code} "${words}": ${message}${related ? ` (+${related.length})` : ''}`;
  });
}

export function findingsIn(
  manifest: string,
  text: string,
  pages?: PagesLookup,
  rules?: RuleSettings,
  path?: string,
): readonly string[] {
  return findingLines(draftOf(manifest, text, path), pages, rules);
}
