import { pinsOf } from '../checkedPins.ts';
import type { LintRule } from '../rule.ts';

export const pinGarbled: LintRule = {
  code: 'pin-garbled',
  severity: 'hint',
  summary: 'A hyphen was probably lost between two lines (36:914); the pin is read as its likeliest.',
  examples: { wrong: 'See Roe Dep. 36:914.', right: 'See Roe Dep. 36:9-14.' },
  *check(draft) {
    for (const { citation, index } of draft.citations) {
      for (const pin of pinsOf(citation)) {
        if (!pin.garbled) continue;
        const [page, first] = pin.first.split(':');
        const typed = draft.syntax.text.slice(pin.start, pin.end);
        const likeliest = `${page}:${first}-${pin.last.split(':')[1]}`;
        const message = `${typed} is read as ${likeliest}; a hyphen seems to be lost.`;
        const span = { start: pin.start, end: pin.end };
        yield { span: pin, citation: index, message, replacements: [{ span, words: likeliest, name: likeliest }] };
      }
    }
  },
};
