import { pageNumbers, pinsOf } from '../checkedPins.ts';
import type { LintRule } from '../rule.ts';

export const pinReversed: LintRule = {
  code: 'pin-reversed',
  severity: 'warning',
  summary: 'A page or paragraph range runs backward (at 42-26).',
  examples: { wrong: 'See Dkt. 14 at 42-26.', right: 'See Dkt. 14 at 142-46.' },
  *check(draft) {
    for (const { citation, index } of draft.citations) {
      const seen = new Set<number>();
      for (const pin of pinsOf(citation)) {
        // A pin that a list shares stands once in the text.
        if (pin.first === pin.last || !runsBackward(pin) || seen.has(pin.start)) continue;
        seen.add(pin.start);
        yield {
          span: pin,
          citation: index,
          message: `The pin cite ${draft.syntax.text.slice(pin.start, pin.end)} runs backward.`,
        };
      }
    }
  },
};

function runsBackward(pin: Parameters<typeof pageNumbers>[0]): boolean {
  const pages = pageNumbers(pin);
  if (pages && pages.first !== pages.last) return pages.last < pages.first;
  const lines = [pin.first, pin.last].map((label) => Number(label.split(':')[1] ?? label));
  const [first = Number.NaN, last = Number.NaN] = lines;
  return pin.unit !== 'footnote' && last < first;
}
