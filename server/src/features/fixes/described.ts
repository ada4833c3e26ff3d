import type { CaseRecord } from '../../record/caseRecord.ts';
import type { NewValue } from '../../record/entryText.ts';
import type { ResolvedCitation } from '../../resolve/resolution.ts';
import type { Target } from '../../syntax/citation.ts';
import type { DraftSyntax } from '../../syntax/draftSyntax.ts';
import { Cursor } from '../../text/cursor.ts';
import { readDate } from '../../text/dates.ts';
import { tidy } from '../../text/names.ts';

/**
 * What the draft says of a paper beside its citation, as fields of an entry: a title from a short form (`ECF No. 41 ("Tsung
 * Aff.")`) or from the words that the number stands behind (`Compl., Dkt. 1`), and the day it was filed.
 */
export function described(
  syntax: DraftSyntax,
  { index, citation }: ResolvedCitation,
  target: Target,
  { sealedTerms }: CaseRecord,
): NewValue {
  const fields = new Map<string, NewValue>();
  // Of several papers in one citation nobody knows which the words describe.
  if (citation.targets.length > 1) return fields;
  const title = syntax.shortForms.find((form) => form.citation === index)?.words ?? wordsBefore(target);
  const isSealed = sealedTerms.some((term) => title?.toLowerCase().includes(term.toLowerCase()));
  if (title !== undefined && !isSealed) fields.set('title', tidy(title));
  const filed = filedBehind(syntax.text, citation.end);
  if (filed !== undefined) fields.set('filed', filed);
  return fields;
}

/** The paper's own name, where its docket number is what is missing. */
function wordsBefore(target: Target): string | undefined {
  if (!('docketSpan' in target) || !target.docketSpan) return undefined;
  switch (target.kind) {
    case 'filing':
      return target.filing;
    case 'declaration':
      return target.exhibit === undefined
        ? `${target.which ? `${target.which} ` : ''}${target.declarant} Decl.`
        : undefined;
    default:
      return undefined;
  }
}

const FILED = /^(?: at \d{1,5}(?:-\d{1,5})?)?[\s,;(]{0,3}filed(?: on)? /i;

/** `Dkt. No. 41 (filed Dec. 6, 2024)`, `Dkt. No. 41, filed December 6, 2024`: an ISO day. */
function filedBehind(text: string, end: number): string | undefined {
  const filed = FILED.exec(text.slice(end, end + 40));
  return filed ? readDate(new Cursor(text, end + filed[0].length, end)) : undefined;
}
