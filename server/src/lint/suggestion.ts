import type { Docket } from '../record/caseRecord.ts';
import { docketKey } from '../text/names.ts';

/** No entry has more attachments than this that anybody cites. */
const MOST_ATTACHMENTS = 300;

/** A guess among more than this helps nobody. */
const MOST_SUGGESTIONS = 3;

/**
 * The docket numbers that may have been meant: one digit off, two neighbours swapped, or the nearest attachment of the same
 * entry. None where many are as near. Asks the docket for each slip of the number, so a docket of ten thousand entries costs
 * what a small one does.
 */
export function closestNumbers(number: string, docket: Docket): readonly string[] {
  const key = docketKey(number);
  const [entry = '', attachment] = key.split('-');
  if (attachment !== undefined) {
    const sibling = nearestAttachment(entry, Number(attachment), docket);
    if (sibling) return [sibling];
  }
  // Every number of one digit is one digit off from every other.
  if (key.length < 2) return [];
  const near = [...new Set(slipsOf(key))].filter((slip) => slip !== key && docket.entries.has(slip));
  return near.length <= MOST_SUGGESTIONS ? near : [];
}

/** Every number that is one digit wrong, missing or too many, or has two neighbours swapped. */
function* slipsOf(key: string): Iterable<string> {
  for (let at = 0; at <= key.length; at++) {
    const before = key.slice(0, at);
    for (let digit = 0; digit <= 9; digit++) {
      yield `${before}${digit}${key.slice(at)}`;
      if (/\d/.test(key.charAt(at))) yield `${before}${digit}${key.slice(at + 1)}`;
    }
    yield before + key.slice(at + 1);
    yield before + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
  }
}

function nearestAttachment(entry: string, attachment: number, docket: Docket): string | undefined {
  for (let off = 1; off <= MOST_ATTACHMENTS; off++) {
    const found = [attachment - off, attachment + off]
      .map((number) => `${entry}-${number}`)
      .find((key) => docket.entries.has(key));
    if (found) return found;
  }
  return undefined;
}
