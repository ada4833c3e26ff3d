import type { Source } from '../record/caseRecord.ts';
import type { Page, Pages } from '../record/pages.ts';
import { groupedBy } from '../text/groupedBy.ts';

const FILED = new WeakMap<Pages, ReadonlyMap<string, Pages>>();

/**
 * Of a file that holds several papers, each stamped with its own number, the pages of the one that is filed as `18-2`; of any other file,
 * and where a page has no stamp, all of them.
 */
export function ownPages({ docketNumber }: Source, all: Pages): Pages {
  if (docketNumber === undefined) return all;
  let known = FILED.get(all);
  if (!known) {
    known = papersIn(all);
    FILED.set(all, known);
  }
  return known.get(docketNumber) ?? all;
}

function papersIn(all: Pages): ReadonlyMap<string, Pages> {
  const stamped = all.pages.filter(({ labels }) => labels.ecf?.document !== undefined);
  const papers = groupedBy(stamped, filedAs);
  // Where pages without a stamp lie between them nobody knows whose they are.
  if (papers.size < 2 || stamped.length < all.pages.length) return new Map();
  return new Map([...papers].map(([number, pages]) => [number, { ...all, pages }]));
}

function filedAs({ labels: { ecf } }: Page): string {
  return ecf?.attachment === undefined ? (ecf?.document ?? '') : `${ecf.document}-${ecf.attachment}`;
}
