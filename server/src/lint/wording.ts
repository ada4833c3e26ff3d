import type { Draft } from '../draft.ts';
import type { Source } from '../record/caseRecord.ts';
import type { ResolvedCitation, TargetResolution } from '../resolve/resolution.ts';
import { tidy } from '../text/names.ts';

const SINGULAR: readonly (readonly [RegExp, string])[] = [
  [/\bNos\b/, 'No'],
  [/\bDkts\b/, 'Dkt'],
  [/\bDocs\b/, 'Doc'],
  [/\bExs\b/, 'Ex'],
  [/\bExhibits\b/, 'Exhibit'],
  [/\bRFPs\b/, 'RFP'],
  [/\bRFAs\b/, 'RFA'],
  [/\bRogs\b/i, 'Rog'],
  [/\bInterrogatories\b/, 'Interrogatory'],
  [/\bRequests\b/, 'Request'],
  [/\bTopics\b/, 'Topic'],
];

/** The words of one target as the draft writes them, with its head where it is a member of a list: `Dkt. No. 14`, `RFP 119`. */
export function nameOfTarget(
  draft: Draft,
  { citation }: ResolvedCitation,
  { target, source }: TargetResolution,
): string {
  const { text } = draft.syntax;
  if (citation.form === 'id') return source?.name ?? 'The source of this Id.';
  const own = tidy(text.slice(target.start, target.end).replace(/[*_]{1,3}(?=\w)/g, ''));
  const whole = target.start === citation.start && citation.targets.length === 1;
  if (whole) return own;
  const head = SINGULAR.reduce(
    (words, [plural, one]) => words.replace(plural, one),
    tidy(text.slice(citation.headSpan.start, citation.headSpan.end)),
  );
  const number = tidy(text.slice(Math.max(target.start, citation.headSpan.end), target.end));
  if (target.start === citation.start) return tidy(`${head} ${number}`);
  // A member with a head of its own (`Vo Decl. ¶ 4, Ex. D`) keeps it.
  return /^\d|^-\d|^[A-Z]{1,2}\d*$/.test(own) ? tidy(`${head} ${own}`) : own;
}

/** A paper and its title, for a choice between several: `Meta's Ex. A (Hit report)`. */
export function describe(source: Source): string {
  return source.title ? `${source.name} (${source.title})` : source.name;
}

/** `A`, `A or B`, `A, B or C`. */
export function listWithOr(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

/** `1-4 and 140-150`. */
export function listWithAnd(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Words at the end of a message, with its period: `Chin Dep.` has one already. */
export function ended(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}

/** What the draft calls itself: a letter has a salutation. */
export function paperWord({ syntax }: Draft): 'letter' | 'paper' {
  return /^[ \t]{0,20}Dear /m.test(syntax.text.slice(0, 4000)) ? 'letter' : 'paper';
}
