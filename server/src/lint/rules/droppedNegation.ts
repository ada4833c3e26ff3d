import type { Draft } from '../../draft.ts';
import type { Quotation } from '../../syntax/draftSyntax.ts';
import type { Span } from '../../text/span.ts';
import { checkedQuotations } from '../checkedQuotations.ts';
import { nameWithPage } from '../quotationWording.ts';
import type { LintRule } from '../rule.ts';
import { listWithAnd } from '../wording.ts';

const ELLIPSIS = /\.[ \u00A0]?\.[ \u00A0]?\.(?:[ \u00A0]?\.)?|\u2026|\*[ \u00A0]?\*[ \u00A0]?\*/g;

export const droppedNegation: LintRule = {
  code: 'dropped-negation',
  severity: 'hint',
  summary: 'An ellipsis leaves out a not, never, no, except or unless of the paper quoted.',
  examples: {
    wrong: '"The door was . . . locked that night." Ex. E at 4.',
    right: '"The door was never locked that night." Ex. E at 4.',
  },
  *check(draft, pages) {
    for (const { vouched, outcome, droppedNegations } of checkedQuotations(draft, pages)) {
      if (droppedNegations.length === 0 || (outcome.state !== 'agrees' && outcome.state !== 'differs')) continue;
      const name = nameWithPage(draft, outcome.with, outcome.place);
      const { source, resolved } = outcome.with.voucher;
      const words = listWithAnd([...new Set(droppedNegations)].map((word) => `"${word}"`));
      yield {
        span: ellipsisIn(draft, vouched.quotation),
        citation: resolved.index,
        message: source.isProtected
          ? `What is left out here of ${name} may turn its meaning round.`
          : `What is left out here of ${name} has ${words} in it.`,
      };
    }
  },
};

/** The only ellipsis, else all of the words. */
function ellipsisIn({ syntax: { text } }: Draft, { start, end }: Quotation): Span {
  const [only, second] = [...text.slice(start, end).matchAll(ELLIPSIS)];
  return only && !second ? { start: start + only.index, end: start + only.index + only[0].length } : { start, end };
}
