import { distance } from 'fastest-levenshtein';
import type { Docket } from '../record/caseRecord.ts';
import { docketKey } from '../text/names.ts';

/**
 * The docket number that was probably meant: one digit off, two neighbours swapped, or the nearest attachment of the same
 * entry. Undefined where several are as near: a guess among many helps nobody.
 */
export function closestNumber(number: string, docket: Docket): string | undefined {
  const key = docketKey(number);
  const [entry, attachment] = key.split('-');
  const near: string[] = [];
  for (const candidate of docket.entries.keys()) {
    const [base] = candidate.split('-');
    if (attachment !== undefined && base === entry && candidate !== entry) near.push(candidate);
    else if (isSlip(key, candidate)) near.push(candidate);
  }
  if (attachment !== undefined) {
    const ofSameEntry = near.filter((candidate) => candidate.startsWith(`${entry}-`));
    if (ofSameEntry.length > 0) return nearest(ofSameEntry, attachment);
  }
  return near.length === 1 ? near[0] : undefined;
}

/** One digit wrong, missing or too many, or two neighbours swapped. */
function isSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false;
  if (distance(typed, meant) === 1) return true;
  return (
    typed.length === meant.length &&
    [...typed].sort().join('') === [...meant].sort().join('') &&
    distance(typed, meant) === 2
  );
}

function nearest(candidates: readonly string[], attachment: string): string | undefined {
  const off = (candidate: string): number => Math.abs(Number(candidate.split('-')[1]) - Number(attachment));
  return [...candidates].sort((one, other) => off(one) - off(other))[0];
}
