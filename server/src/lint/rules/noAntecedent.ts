import type { Draft } from '../../draft.ts';
import { footnoteAt, sectionAt } from '../../resolve/surroundings.ts';
import type { LintRule } from '../rule.ts';

export const noAntecedent: LintRule = {
  code: 'no-antecedent',
  severity: 'warning',
  summary: "There is no citation before an Id. for it to stand for, in this party's section or this footnote.",
  examples: { wrong: "HARBOR'S STATEMENT\n\nId. at 3.", right: "HARBOR'S STATEMENT\n\nDkt. No. 14. Id. at 3." },
  *check(draft) {
    let previous: string | undefined;
    for (const resolved of draft.citations) {
      if (resolved.status !== 'no-antecedent') {
        if (!resolved.citation.prose) previous = undefined;
        continue;
      }
      const place = placeOf(draft, resolved.citation.start);
      // A second Id. in a row is the same mistake.
      if (previous === place.key) continue;
      previous = place.key;
      yield {
        span: resolved.citation.headSpan,
        citation: resolved.index,
        message: `This Id. ${place.words}; there is no citation in it before.`,
      };
    }
  },
};

function placeOf({ syntax }: Draft, offset: number): { key: string; words: string } {
  const footnote = footnoteAt(syntax.footnotes, offset);
  if (footnote >= 0)
    return { key: `footnote ${footnote}`, words: `opens footnote ${syntax.footnotes[footnote]?.mark ?? ''}`.trimEnd() };
  const section = sectionAt(syntax, offset);
  const party = syntax.sections[section]?.party;
  if (party === undefined) return { key: `section ${section}`, words: 'stands first in this paper' };
  return { key: `section ${section}`, words: `opens ${possessive(party)} statement` };
}

/** `PLAINTIFFS` as a heading writes it is Plaintiffs' in a sentence. */
function possessive(party: string): string {
  const isShouted = party === party.toUpperCase();
  const name = isShouted ? party.replace(/\B[A-Z]+/g, (letters) => letters.toLowerCase()) : party;
  return /s$/i.test(name) ? `${name}'` : `${name}'s`;
}
