import type { RequestSet } from '../../record/caseRecord.ts';
import type { FixMaker } from './fix.ts';
import { askedAt, manifestFix, paperKeys, recordOf } from './manifestFix.ts';

/** "RFP means Plaintiffs' First Set in this draft": the set's name under `papers`, one fix for each set that it may be. */
export const setRequests: FixMaker = function* (view, { code, citation = -1, span }) {
  const resolved = view.draft.citations[citation];
  const record = recordOf(view);
  if (code !== 'ambiguous-citation' || !resolved || !record) return;
  const found = askedAt(resolved, span, 'ambiguous');
  const paper = paperKeys(view);
  if (found?.answer.target.kind !== 'discoveryRequest' || !paper) return;
  const { request } = found.answer.target;
  const sets = new Set<RequestSet>();
  for (const { entry, place } of found.answer.candidates ?? []) {
    const set = record.sets.find((one) => entry.startsWith(`${one.entry}/`) && one.place.manifest === place.manifest);
    if (set) sets.add(set);
  }
  for (const { name } of sets) {
    if (name === undefined) continue;
    const plan = {
      title: `${request} means ${name} in this draft`,
      manifest: paper.manifest,
      keys: [...paper.keys, 'requests'],
      value: [name],
    };
    const fix = manifestFix(view, found.asked, plan);
    if (fix) yield fix;
  }
};
