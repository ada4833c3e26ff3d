import { tidy } from '../../text/names.ts';
import { squeeze } from '../parts/squeeze.ts';
import { authorityCitation } from './caseLaw.ts';
import type { CitationForm } from './form.ts';
import { isLocalStatement } from './localStatement.ts';
import { readSection } from './statute.ts';

/** Heads of rules of procedure and evidence, in any capitals; matched against a slice of forty characters. */
const HEAD =
  /^(?:Fed\. ?R\. ?(?:Civ|Crim|Evid|App|Bankr)\.? ?(?:P\.|Proc\.)?|F\. ?R\. ?(?:C\. ?P|E|A\. ?P)\.|(?:Civil |Civ\. |Crim\. |ADR |Patent )?(?:L\. ?R\.|Local Rules?|Loc\. R\.)(?: \d{1,2}:)?|Federal Rules? of (?:Civil Procedure|Evidence|Criminal Procedure|Appellate Procedure)|Rules?)(?![A-Za-z])/i;

/** Rules, only as far as *Id.* needs them: `Fed. R. Civ. P. 26(b)(1)`, `Civil L.R. 37-2`. */
export const ruleForm: CitationForm = {
  name: 'rule',
  triggers: ['fed', 'federal', 'f', 'civil', 'civ', 'crim', 'adr', 'patent', 'local', 'loc', 'l', 'rule', 'rules'],
  examples: [
    'Fed. R. Civ. P. 26(b)(1)',
    'FED. R. EVID. 502',
    'Civil L.R. 37-2',
    'CIVIL LOCAL RULE 5-1(h)',
    'Rule 26(g)',
    'Rules 33 and 34',
  ],
  parse(cursor) {
    const start = cursor.at;
    const { words, offsetBehind } = squeeze(cursor.text, start, 44);
    const head = HEAD.exec(words)?.[0].trimEnd();
    cursor.steps += 8;
    // "rule 5" in small letters is an ordinary word.
    if (!head || head.charAt(0) === head.charAt(0).toLowerCase()) return undefined;
    cursor.at = offsetBehind(head.length);
    const headEnd = cursor.at;
    cursor.gap();
    if (!readSection(cursor)) return undefined;
    if (isLocalStatement(cursor.text.slice(headEnd, headEnd + 50))) return undefined;
    while (cursor.attempt(() => readAnd(cursor))) cursor.steps++;
    return authorityCitation('rule', start, headEnd, cursor.at, tidy(cursor.text.slice(start, cursor.at)));
  },
};

function readAnd(cursor: Parameters<CitationForm['parse']>[0]): true | undefined {
  cursor.gap();
  const comma = cursor.take(',');
  cursor.gap();
  const and = cursor.word('and') || cursor.take('&');
  if (!and && !comma) return undefined;
  cursor.gap();
  // "Rule 26, 12 requests": behind a comma only a number with a subdivision goes on.
  const from = cursor.at;
  if (!readSection(cursor)) return undefined;
  return and || /[()-]/.test(cursor.text.slice(from, cursor.at)) ? true : undefined;
}
