import type { Draft } from '../../server/src/draft.ts';
import { markFor } from '../../server/src/lint/checks.ts';
import type { CheckMark } from '../../server/src/record/citeCheck.ts';
import type { PagesLookup } from '../../server/src/record/pages.ts';

/** The marks of a person who checked the citations of a draft: all, or those whose words are listed. */
export function marksOf(draft: Draft, pages: PagesLookup, words?: readonly string[]): readonly CheckMark[] {
  return draft.citations.flatMap((resolved) => {
    const said = { draft: 'letter.brief', verdict: 'supports', by: 'J.S.', on: '2026-11-21' } as const;
    const mark = markFor(draft, resolved, pages, said);
    return mark && (!words || words.includes(mark.citation)) ? [mark] : [];
  });
}
