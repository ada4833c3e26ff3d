import type { Draft } from '../draft.ts';
import { inVolume } from '../resolve/pinVolume.ts';
import type { ResolvedCitation, TargetResolution } from '../resolve/resolution.ts';
import type { PinCite } from '../syntax/citation.ts';
import { touches } from '../text/span.ts';

/** What a cursor stands on. */
export interface Cited {
  readonly resolved: ResolvedCitation;
  /** The one of its targets that is meant there; undefined for an *Id.* that stands for nothing. */
  readonly answer?: TargetResolution;
  /** The pin under the cursor, else the target's first; with the volume that the citation names. */
  readonly pin?: PinCite;
  /** The footnote on the page of the pin: `at 7 n.3`. */
  readonly footnote?: PinCite;
}

/** The citation at a UTF-16 offset, and which of its targets and pins. A cursor right behind the last character still counts. */
export function citedAt(draft: Draft, offset: number): Cited | undefined {
  const resolved = citationAt(draft.citations, offset);
  if (!resolved) return undefined;
  const answer = targetAt(resolved, offset);
  if (!answer) return { resolved };
  const pins = citedPins(answer);
  const under = pins.find(({ pin, footnote }) => touches(pin, offset) || (footnote && touches(footnote, offset)));
  return { resolved, answer, ...(under ?? pins[0]) };
}

/** A pin with what else of its citation says where it leads. */
export type CitedPin = Pick<Cited, 'footnote'> & { readonly pin: PinCite };

/** The pins of a target, in order: each in the volume that the citation names, and a footnote with the page that is written in front of it. */
export function citedPins({ pins, target }: TargetResolution): readonly CitedPin[] {
  const isOnPage = (at: number): boolean => pins[at]?.unit === 'footnote' && pins[at - 1]?.unit === 'page';
  return pins.flatMap((pin, at): readonly CitedPin[] => {
    if (isOnPage(at)) return [];
    const footnote = isOnPage(at + 1) ? pins[at + 1] : undefined;
    return [{ pin: inVolume(pin, target), ...(footnote && { footnote }) }];
  });
}

function citationAt(citations: readonly ResolvedCitation[], offset: number): ResolvedCitation | undefined {
  let low = 0;
  let high = citations.length;
  // The first citation that starts behind the cursor; the one before it is the only one that can touch it.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((citations[middle]?.citation.start ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  const before = citations[low - 1];
  return before && touches(before.citation, offset) ? before : undefined;
}

function targetAt({ citation, targets }: ResolvedCitation, offset: number): TargetResolution | undefined {
  const byPin = targets.find(({ pins }) => pins.some((pin) => touches(pin, offset)));
  if (byPin) return byPin;
  // The targets of an Id. stand elsewhere in the text: where its antecedent does.
  const own = citation.targets.length > 0 ? targets.find(({ target }) => touches(target, offset)) : undefined;
  return own ?? targets[0];
}
