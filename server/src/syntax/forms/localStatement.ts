import { tidy } from '../../text/names.ts';
import { firstParagraph, lastParagraph } from '../../text/paragraphs.ts';
import type { Citation } from '../citation.ts';
import { isRole, ownerBefore } from '../parts/lookBack.ts';
import { readPinsBehind } from '../parts/parenthetical.ts';
import type { CitationForm } from './form.ts';

const STATEMENT =
  /(?:(?:Local |Loc\. |L\. ?)?(?:Civ\. ?|Civil )?(?:Rule {1,2}|R\. ?))?56\.1(?: {1,2}(?:Stmt\.|Statement|SOF|Resp\.|Response|Counter-?[Ss]tatement|Counter-?[Ss]tmt\.|Reply|CS))?[\s\u00A0]{0,2}$/;

/** True where the words behind a rule number go on as the name of a statement of facts: `Rule 56.1 Stmt. ¶ 4`. */
export function isLocalStatement(rule: string, behind: string): boolean {
  return (
    /56\.1$/.test(rule) &&
    /^(?:\s{1,2}(?:Stmt\.|Statement|SOF|Resp\.|Response|Counter-?[Ss]|Reply|CS)[\w.]*)?\s{1,2}\u00B6/.test(
      firstParagraph(behind),
    )
  );
}

/**
 * Statements of facts under the Southern and Eastern District of New York's Local Civil Rule 56.1: `Defs.’ 56.1 ¶ 23`,
 * `Rule 56.1 Stmt. ¶¶ 4-6`. The name begins with digits, so the scan stops at the paragraph sign and it is read backward.
 */
export const localStatementForm: CitationForm = {
  name: 'localStatement',
  triggers: ['\u00B6'],
  examples: ['Defs.’ 56.1 ¶ 23', '56.1 ¶¶ 4-6', 'Rule 56.1 Stmt. ¶ 12', 'Pl.’s 56.1 Resp. ¶ 4 & n.2'],
  parse(cursor): Citation | undefined {
    const { text, at, floor } = cursor;
    const before = lastParagraph(text.slice(Math.max(floor, at - 60), at)).replace(/\s/g, ' ');
    const name = STATEMENT.exec(before)?.[0];
    if (!name) return undefined;
    const nameStart = at - name.length;
    if (/[\w.:]/.test(text.charAt(nameStart - 1))) return undefined;
    const owner = ownerBefore(text, nameStart, floor, 'rolesOnly');
    const owned =
      owner && (isRole(owner.name) || /['\u2019]/.test(text.slice(owner.start, owner.end))) ? owner : undefined;
    const { pins } = readPinsBehind(cursor, { bare: false });
    if (pins.length === 0) return undefined;
    const span = { start: owned?.start ?? nameStart, end: nameStart + name.trimEnd().length };
    const filing = tidy(name);
    return {
      form: 'filing',
      start: span.start,
      end: cursor.at,
      headSpan: span,
      targets: [{ kind: 'filing', filing, ...(owned ? { owner: tidy(owned.name) } : {}), ...span, pins }],
    };
  },
};
