import type { Cursor } from '../../text/cursor.ts';
import { firstParagraph, lastParagraph } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import type { Citation } from '../citation.ts';
import { readAttached } from '../parts/attached.ts';
import { isRole, ownerBefore } from '../parts/lookBack.ts';
import { paperCitation } from '../parts/paperCitation.ts';
import type { CitationForm } from './form.ts';

/** The numbers of the local rules that a statement of facts is filed under: S.D.N.Y., D. Conn., many others. */
const NUMBER = String.raw`(?:7?0?56[.-]1|56\(a\)\(?[12]\)?)`;
const KIND = String.raw`(?:Stmt\.|Statement|SOF|Resp\.|Response|Counter-?[Ss]tatement|Counter-?[Ss]tmt\.|Reply|CS)`;
const STATEMENT = new RegExp(
  String.raw`(?:(?:Local {1,2}|Loc\. {1,2}|L\. ?)?(?:Civ\. ?|Civil {1,2})?(?:Rule {1,2}|R\. {0,2})|LR )?${NUMBER}(?: {1,2}${KIND}){0,2}[\s\u00A0]{0,2}$`,
);
/** `Statement of Undisputed Material Facts`, `Stipulated Facts`: the same papers where no rule names them. */
const OF_FACTS = new RegExp(
  `(?:(?:(?:Joint|Jt\\.|Separate|Concise|Local) )?(?:Statement|Stmt\\.|Stipulation) of(?: (?:Additional|Undisputed|Uncontested|Uncontroverted|Disputed|Material|Relevant)){0,3} Facts?|Statement of Genuine (?:Disputes|Issues)|Stipulated Facts)(?: \\(["\u201C][\\w ]{1,24}["\u201D]\\))? ?$`.replaceAll(
    ' ',
    ' {1,2}',
  ),
);
/** The name of a statement of facts that ends at `end`; undefined where none does. At most ninety characters are looked at. */
export function statementBefore({ text, floor }: Pick<Cursor, 'text' | 'floor'>, end: number): Span | undefined {
  const before = lastParagraph(text.slice(Math.max(floor, end - 90), end)).replace(/[\s,]/g, ' ');
  const name = STATEMENT.exec(before.slice(-60))?.[0] ?? OF_FACTS.exec(before)?.[0];
  // `56-1 ¶ 4` by itself is a docket number's end.
  if (!name || /^\d{2,4}-1\s{0,2}$/.test(name)) return undefined;
  const start = end - name.length;
  // `Statement of Facts (“SUF”) ¶ 2`: the short form that is defined is no part of the name.
  const length = name.replace(/\([^()]{1,30}\)\s{0,2}$/, '').trimEnd().length;
  return /[\w.:]/.test(text.charAt(start - 1)) ? undefined : { start, end: start + length };
}

const BEHIND_HEAD = new RegExp(
  String.raw`^\s{0,2}${NUMBER}(?:\s{1,2}\u00B6|\s{1,2}${KIND}(?:\s{1,2}${KIND})?\s{1,2}[\u00B6([])`,
);

/** True where the words behind the head of a rule are the name of a statement of facts: `56.1 Stmt. ¶ 4` behind "Rule". */
export function isLocalStatement(behindHead: string): boolean {
  return BEHIND_HEAD.test(firstParagraph(behindHead));
}

/**
 * Statements of facts under local rules, or by their whole name: `Defs.’ 56.1 ¶ 23` (S.D.N.Y.), `Def. 56(a)1 ¶ 6` (D. Conn.),
 * `Def.’s Statement of Facts ¶ 3`. The name begins with digits, so the scan stops at the paragraph sign and it is read backward.
 */
export const localStatementForm: CitationForm = {
  name: 'localStatement',
  triggers: ['\u00B6'],
  examples: [
    'Defs.’ 56.1 ¶ 23',
    '56.1 ¶¶ 4-6',
    'Rule 56.1 Stmt. ¶ 12',
    'Pl.’s 56.1 Resp. ¶ 4 & n.2',
    'Def. 56(a)1 ¶ 6',
    'Pl.’s L.R. 56(a)2 Stmt. ¶ 31',
    'Local Rule 56-1 Stmt. ¶ 4',
    'Def.’s Statement of Undisputed Material Facts ¶ 3',
    'Stipulated Facts ¶ 3',
    'Def.’s Statement of Uncontroverted Facts (“SUF”) ¶ 2, Dkt. 58-2',
    'Statement of Facts ¶¶ 4–7, Dkt. No. 32',
  ],
  parse(cursor): Citation | undefined {
    const { text, at, floor } = cursor;
    const name = statementBefore(cursor, at);
    if (!name) return undefined;
    const owner = ownerBefore(text, name.start, floor, 'rolesOnly');
    const owned =
      owner && (isRole(owner.name) || /['\u2019]/.test(text.slice(owner.start, owner.end))) ? owner : undefined;
    const { pins, docket, docketSpan } = readAttached(cursor, false);
    if (pins.length === 0) return undefined;
    return paperCitation({ text, name, owner: owned, docket, docketSpan, pins, end: cursor.at });
  },
};
