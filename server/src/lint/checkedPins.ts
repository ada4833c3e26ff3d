import type { Draft } from '../draft.ts';
import type { Source } from '../record/caseRecord.ts';
import type { ResolvedCitation, TargetResolution } from '../resolve/resolution.ts';
import type { PinCite } from '../syntax/citation.ts';

/** A pin that can be looked at: its paper is known without doubt. */
export interface CheckedPin {
  readonly resolved: ResolvedCitation;
  readonly answer: TargetResolution;
  readonly source: Source;
  readonly pin: PinCite;
}

/**
 * Every pin whose paper is one and certain: not a doubtful *Id.*, not a range over several papers, not a pin that a list
 * shares, not a blank. For *Id.* only the pins that it writes itself: what it inherits was looked at where it is written.
 */
export function* checkedPins(draft: Draft): Iterable<CheckedPin> {
  for (const resolved of draft.citations) {
    if (resolved.doubtful) continue;
    for (const answer of resolved.targets) {
      const { source } = answer;
      if (answer.status !== 'resolved' || !source || (answer.sources?.length ?? 1) > 1) continue;
      for (const pin of answer.target.pins) {
        if (!pin.shared && !pin.open && pin.first !== 'passim') yield { resolved, answer, source, pin };
      }
    }
  }
}

/** First and last page of a pin as numbers; undefined where it is no page or page and line in arabic numerals. */
export function pageNumbers(pin: PinCite): { readonly first: number; readonly last: number } | undefined {
  if (pin.unit !== 'page' && pin.unit !== 'line') return undefined;
  const [first, last] = [pin.first, pin.last].map((label) =>
    /^\d+(?::\d+)?$/.test(label) ? Number(label.split(':')[0]) : Number.NaN,
  );
  return first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last)
    ? undefined
    : { first, last };
}
