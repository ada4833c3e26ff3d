import type { Source } from '../../record/caseRecord.ts';
import type { Voucher } from '../../resolve/quotations.ts';
import type { Span } from '../../text/span.ts';
import { checkedQuotations } from '../checkedQuotations.ts';
import { nameOfPaper } from '../quotationWording.ts';
import type { LintRule } from '../rule.ts';

interface Unread {
  readonly voucher: Voucher;
  readonly why: 'scan' | 'unreadable';
  readonly spans: Span[];
}

export const quotationNotCheckable: LintRule = {
  code: 'quotation-not-checkable',
  severity: 'hint',
  summary:
    "The file of the paper quoted has no text that can be read, so that its words can't be compared: said once for each paper. Or the quotation is too long, or has too many ellipses.",
  examples: {
    wrong: '"The gate was open all night." Ex. S at 2.',
    right: '"The gate was open all night." Ex. E at 2.',
  },
  *check(draft, pages) {
    const unread = new Map<Source, Unread>();
    for (const { vouched, outcome } of checkedQuotations(draft, pages)) {
      if (outcome.state !== 'notCheckable') continue;
      const { voucher, why } = outcome;
      const { start, end } = vouched.quotation;
      if (why === 'tooLong' || why === 'tooManyParts') {
        yield {
          span: { start, end },
          citation: voucher.resolved.index,
          message: tooLong(why, nameOfPaper(draft, voucher)),
        };
        continue;
      }
      const known = unread.get(voucher.source);
      if (known) known.spans.push({ start, end });
      else unread.set(voucher.source, { voucher, why, spans: [{ start, end }] });
    }
    for (const { voucher, why, spans } of unread.values()) {
      const [span, ...others] = spans;
      if (!span) continue;
      const name = nameOfPaper(draft, voucher);
      yield {
        span,
        citation: voucher.resolved.index,
        message: `${name} ${why === 'scan' ? 'is a scan without text' : "is a file that can't be read here"}; its words can't be checked.`,
        ...(others.length > 0
          ? { related: others.map((other) => ({ span: other, message: `${name} is quoted here, too.` })) }
          : {}),
      };
    }
  },
};

function tooLong(why: 'tooLong' | 'tooManyParts', name: string): string {
  return why === 'tooLong'
    ? `This quotation is so long that it can only be compared with ${name} word for word, and it is not there as it stands.`
    : `This quotation has more than 60 ellipses; its words can't be compared with ${name}.`;
}
