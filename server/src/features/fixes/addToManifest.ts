import { nameOfTarget } from '../../lint/wording.ts';
import { entryPlans } from './entryPlans.ts';
import type { FixMaker } from './fix.ts';
import { askedAt, manifestFix, recordOf } from './manifestFix.ts';

/** "Add ECF No. 41 to the manifest": an entry for what is missing, with what the draft says of it. */
export const addToManifest: FixMaker = function* (view, { code, citation = -1, span }) {
  const resolved = view.draft.citations[citation];
  const record = recordOf(view);
  if (code !== 'unresolved-citation' || !resolved || !record) return;
  const found = askedAt(resolved, span, 'unresolved');
  if (!found) return;
  const name = nameOfTarget(view.draft, resolved, found.answer);
  for (const plan of entryPlans({ view, record, resolved, answer: found.answer, name, span })) {
    const fix = manifestFix(view, found.asked, plan);
    if (fix) yield fix;
  }
};
