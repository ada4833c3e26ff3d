import { longDate } from '../../text/isoDates.ts';
import { type CitedPaper, citedPapers } from '../citedPapers.ts';
import type { LintRule } from '../rule.ts';
import { hasChangedSinceVerified } from '../verifiedFile.ts';
import { nameOfTarget } from '../wording.ts';

export const staleFile: LintRule = {
  code: 'stale-file',
  severity: 'warning',
  summary:
    'The file of the paper cited is not the one that a person verified: its SHA-256 differs from the one noted in the manifest. Once for each paper.',
  examples: { wrong: 'See Ex. G at 2.', right: 'See Ex. H at 2.' },
  *check(draft, pages) {
    const changed = new Map<CitedPaper['source'], CitedPaper[]>();
    for (const cited of citedPapers(draft)) {
      const known = changed.get(cited.source);
      if (known) known.push(cited);
      else if (hasChangedSinceVerified(cited.source, pages)) changed.set(cited.source, [cited]);
    }
    for (const [{ verified }, [first, ...others]] of changed) {
      if (!first) continue;
      const name = nameOfTarget(draft, first.resolved, first.answer);
      const related = others.map((other) => ({ span: spanOf(other), message: `${name} is cited here, too.` }));
      yield {
        span: spanOf(first),
        citation: first.resolved.index,
        message: `The file of ${name} has changed since it was verified${verified?.on === undefined ? '' : ` ${dayWords(verified.on)}`}.`,
        ...(related.length > 0 && { related }),
      };
    }
  },
};

function spanOf({ answer: { target } }: CitedPaper) {
  return { start: target.start, end: target.end };
}

/** `on January 30, 2025`, `in April 2023`. */
function dayWords(iso: string): string {
  return `${/^\d{4}-\d{2}-/.test(iso) ? 'on' : 'in'} ${longDate(iso)}`;
}
