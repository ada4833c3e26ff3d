import type { Draft } from '../draft.ts';
import type { Source } from '../record/caseRecord.ts';
import { inVolume } from '../resolve/pinVolume.ts';
import type { ResolvedCitation, TargetResolution } from '../resolve/resolution.ts';
import type { Citation, PinCite } from '../syntax/citation.ts';

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
export function checkedPins(draft: Draft): readonly CheckedPin[] {
  const known = CHECKED.get(draft);
  if (known) return known;
  const pins = [...pinsToCheck(draft)];
  CHECKED.set(draft, pins);
  return pins;
}

/** Several rules look at the same pins. */
const CHECKED = new WeakMap<Draft, readonly CheckedPin[]>();

function* pinsToCheck(draft: Draft): Iterable<CheckedPin> {
  for (const resolved of draft.citations) {
    if (resolved.doubtful) continue;
    for (const answer of resolved.targets) {
      const { source } = answer;
      if (answer.status !== 'resolved' || !source || (answer.sources?.length ?? 1) > 1) continue;
      for (const pin of answer.target.pins) {
        if (!pin.shared && !pin.open && pin.first !== 'passim')
          yield { resolved, answer, source, pin: inVolume(pin, answer.target) };
      }
    }
  }
}

/** Every pin that a citation writes, of its targets and of an *Id.*. */
export function* pinsOf({ targets, id }: Citation): Iterable<PinCite> {
  for (const target of targets) yield* target.pins;
  if (!id) return;
  yield* id.pins;
  for (const exhibit of id.exhibits) yield* exhibit.pins;
}

/** First and last page of a pin as numbers; undefined where it is no page or page and line in arabic numerals. */
export function pageNumbers(pin: PinCite): { readonly first: number; readonly last: number } | undefined {
  if (pin.unit !== 'page' && pin.unit !== 'line') return undefined;
  const first = pageNumber(pin.first);
  const last = pin.last === pin.first ? first : pageNumber(pin.last);
  return Number.isNaN(first) || Number.isNaN(last) ? undefined : { first, last };
}

/** The page of `144` or `144:3`; NaN for anything else. */
function pageNumber(label: string): number {
  const page = parseInt(label, 10);
  return /^\d+(?::\d+)?$/.test(label) ? page : Number.NaN;
}
