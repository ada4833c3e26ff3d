import type { DraftSyntax, Quotation } from '../syntax/draftSyntax.ts';
import { innermostAround } from '../syntax/layout/parentheses.ts';

/** What the brackets behind a quotation and its citation say of how it is quoted. */
export interface Allowances {
  readonly cleanedUp: boolean;
  readonly citationsOmitted: boolean;
  readonly footnotesOmitted: boolean;
  readonly quotationMarksOmitted: boolean;
  /** Emphasis is said to be added, in the original, or omitted. */
  readonly emphasisExplained: boolean;
  /** `(quoting Ex. A at 4)`: the words are somebody else's in the source as well. */
  readonly isQuoting: boolean;
}

const BRACKET = /[([][^()[\]]{1,200}/g;
const LONGEST = 900;

/** What a draft says of all its quotations, once: "Unless otherwise noted, all emphasis is added." */
export function generalAllowances(text: string): Allowances {
  const said: string[] = [];
  for (let at = text.search(/unless\b/i); at >= 0 && said.length < 50; ) {
    said.push(text.slice(at, at + 260).split(/[.;\n]\s?\n|\.\s/)[0] ?? '');
    const next = text.slice(at + 6).search(/unless\b/i);
    at = next < 0 ? -1 : at + 6 + next;
  }
  return allowancesIn(said.filter((words) => /\b(?:noted|indicated|stated|specified)\b/i.test(words)));
}

/** The allowances of one quotation: brackets between its end and `last` (an offset), and those that follow there. */
export function allowancesOf(
  { text, parentheses }: DraftSyntax,
  { whole }: Quotation,
  last: number,
  general: Allowances,
): Allowances {
  let end = Math.max(last, whole.end);
  // The bracket that the quotation stands in, and those round it, belong to the citation in front of them.
  for (let pair = innermostAround(parentheses, whole.start); pair; pair = pair.outer) end = Math.max(end, pair.end);
  end = overBrackets(text, Math.min(end, whole.end + LONGEST));
  const own = allowancesIn(text.slice(whole.end, end).match(BRACKET) ?? []);
  return {
    cleanedUp: own.cleanedUp || general.cleanedUp,
    citationsOmitted: own.citationsOmitted || general.citationsOmitted,
    footnotesOmitted: own.footnotesOmitted || general.footnotesOmitted,
    quotationMarksOmitted: own.quotationMarksOmitted || general.quotationMarksOmitted,
    emphasisExplained: own.emphasisExplained || general.emphasisExplained,
    isQuoting: own.isQuoting,
  };
}

function allowancesIn(brackets: readonly string[]): Allowances {
  const omitting = brackets.filter((words) => /\bomitted|\bomitting/i.test(words));
  const says = (pattern: RegExp): boolean => brackets.some((words) => pattern.test(words));
  const omits = (pattern: RegExp): boolean => omitting.some((words) => pattern.test(words));
  return {
    cleanedUp: says(/\bcleaned up\b/i),
    citationsOmitted: omits(/\bcitations?\b|\bcites?\b/i),
    footnotesOmitted: omits(/\bfootnotes?\b|\bn\./i),
    quotationMarksOmitted: omits(/\bquot(?:ation|e)s?\b|\bmarks\b/i),
    emphasisExplained: says(/\bemphas[ie]s\b|\bitalics\b|\bunderlining\b|\bbold\b/i),
    isQuoting: says(/^.\s{0,3}(?:quoting|quoted in)\b/i),
  };
}

/** Behind all brackets that follow an offset, one after another, also over the end of a sentence. */
function overBrackets(text: string, from: number): number {
  let end = from;
  for (let brackets = 0; brackets < 6; brackets++) {
    const match = /^[\s.,;]{0,4}(?:\((?:[^()]|\([^()]{0,200}\)){0,400}\)|\[[^[\]]{0,200}\])/.exec(
      text.slice(end, end + 500),
    );
    if (!match || /\n[ \t\r]{0,10}\n/.test(match[0])) return end;
    end += match[0].length;
  }
  return end;
}
