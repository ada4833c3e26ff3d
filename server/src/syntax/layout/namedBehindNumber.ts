import { isDigit } from '../../text/characters.ts';
import type { Citation, DocketEntryTarget, ExhibitTarget, Target } from '../citation.ts';
import { standsAlone } from './prose.ts';

/**
 * Joins a number to the name of the same paper behind it: `ECF No. 24-1, Smith Decl. ¶ 4` and `Ex. 3, Smith Dep. 45:3-12` are one
 * citation, as a semicolon would part two. A name without a pin of its own is left alone, and so is whatever a sentence goes on
 * with. `citations` are in order and disjoint, and so is the answer.
 */
export function withNamesBehindNumbers(text: string, citations: readonly Citation[]): readonly Citation[] {
  const joined: Citation[] = [];
  for (const citation of citations) {
    const before = joined.at(-1);
    // `Doc. 49-2 ¶ 7 (Orozco Decl.)`: the bracket says what was cited, and cites nothing more.
    if (before && isDescription(text, before, citation)) continue;
    const one = before && isNextTo(text, before, citation) ? oneOf(text, before, citation) : undefined;
    if (one && standsAlone(text, one.start, one.end)) joined[joined.length - 1] = one;
    else joined.push(citation);
  }
  return joined.length === citations.length ? citations : joined;
}

function isDescription(text: string, cited: Citation, named: Citation): boolean {
  const [target, ...more] = named.targets;
  if (!target || more.length > 0 || !isNamedPaper(target) || target.pins.length > 0) return false;
  if (('exhibit' in target && target.exhibit !== undefined) || target.docket !== undefined) return false;
  const isNumber = cited.form === 'docketEntry' || cited.form === 'exhibit' || cited.form === 'appendix';
  if (isNumber && /^\s\($/.test(text.slice(cited.end, named.start)) && text.charAt(named.end) === ')') return true;
  // `Ex. A, Deposition of Ray Roe; Ex. B, ...`: a list of exhibits says what each one is.
  return cited.form === 'exhibit' && (cited.targets[0]?.pins.length ?? 0) === 0 && isNextTo(text, cited, named);
}

function isNextTo(text: string, number: Citation, named: Citation): boolean {
  return (
    named.start - number.end <= 4 && /^,(?:[ \u00A0]{1,2}|[ \u00A0]?\r?\n)$/.test(text.slice(number.end, named.start))
  );
}

function oneOf(text: string, number: Citation, named: Citation): Citation | undefined {
  const [filed, ...others] = number.targets;
  const [paper, ...more] = named.targets;
  if (!filed || !paper || others.length > 0 || more.length > 0 || filed.pins.length > 0 || filed.open) return undefined;
  if (!isNamedPaper(paper) || paper.docket !== undefined || paper.pins.length === 0) return undefined;
  const { start } = number;
  if (filed.kind === 'docketEntry') {
    const target = filedAs(text, paper, filed, number);
    return target && { ...named, start, targets: [target] };
  }
  const target = filed.kind === 'exhibit' ? markedAs(paper, filed) : undefined;
  return target && { ...number, end: named.end, targets: [target] };
}

type NamedPaper = Extract<Target, { readonly kind: 'declaration' | 'deposition' | 'transcript' | 'filing' }>;

/** `Doc. 24-1, Smith Decl. ¶ 4`: the paper and the number that it is filed as. */
function filedAs(
  text: string,
  paper: NamedPaper,
  entry: DocketEntryTarget,
  { headSpan }: Citation,
): NamedPaper | undefined {
  if (entry.exhibit !== undefined || entry.last !== undefined || entry.case) return undefined;
  let start = Math.max(headSpan.end, entry.start);
  while (start < entry.end && !isDigit(text.charCodeAt(start))) start++;
  return { ...paper, docket: entry.docket, docketSpan: { start, end: entry.end } };
}

/** `Ex. 3, Smith Dep. 45:3`: the name says what the exhibit is. */
function markedAs(paper: NamedPaper, exhibit: ExhibitTarget): ExhibitTarget | undefined {
  const isPlain = exhibit.last === undefined && exhibit.of === undefined && exhibit.docket === undefined;
  if (!isPlain || 'exhibit' in paper) return undefined;
  return { ...exhibit, paper: { ...paper, start: 0, end: 0, pins: [] }, pins: paper.pins };
}

function isNamedPaper(target: Target): target is NamedPaper {
  return ['declaration', 'deposition', 'transcript', 'filing'].includes(target.kind);
}
