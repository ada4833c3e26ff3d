import { isBlank, isEmphasis, isLetter, isLineBreak, isQuote } from '../../text/characters.ts';
import type { Citation } from '../citation.ts';

const SIGNALS = new Set(
  'see also cf accord eg e.g but compare with contra generally id citing quoting cited and'.split(' '),
);

const MENTIONED: ReadonlySet<string> = new Set(['discoveryRequest', 'bates', 'statute', 'rule']);

/**
 * True where a request, produced page, statute or rule is only mentioned in running prose (`RFP 118 seeks documents`, `under Rule 26`). It
 * is then a citation for hover and look-up, and never the antecedent of an *Id.* A docket number is never prose ("In Dkt. 95
 * the Court held"), and neither is anything with a pin of its own.
 */
export function isProse(text: string, citation: Citation): boolean {
  if (!MENTIONED.has(citation.form)) return false;
  // "Plaintiffs' RFPs 118 and 119 (already before the Court) cover": at the start of a sentence a bracket closes nothing.
  return !standsAlone(text, citation.start, citation.end);
}

/** True where the words from `start` to `end` are a citation sentence or clause of their own, not a part of a sentence. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const opens = opensCitation(text, start);
  return opens !== undefined && closesCitation(text, end, opens === 'announced');
}

/** A citation of its own, or between commas: `its objections, Paper 12, to`. */
export function isSetApart(text: string, start: number, end: number): boolean {
  if (standsAlone(text, start, end)) return true;
  const isBehindComma = /,["\u201D\u2019']?[\s\u00A0]$/.test(text.slice(Math.max(0, start - 3), start));
  return isBehindComma && (text.charAt(end) === ',' || closesCitation(text, end, false));
}

/** A bracket, a semicolon, a signal, the end of a sentence or the beginning of a paragraph stands before. */
function opensCitation(text: string, start: number): 'announced' | 'sentence' | undefined {
  let at = start;
  let breaks = 0;
  while (at > 0 && start - at < 30) {
    const code = text.charCodeAt(at - 1);
    if (isLineBreak(code)) breaks++;
    else if (!isBlank(code) && !isEmphasis(code)) break;
    at--;
  }
  if (at === 0 || breaks > 1) return 'sentence';
  const before = text.charCodeAt(at - 1);
  if (before === 40 || before === 91 || before === 59) return 'announced';
  if (before === 46 || before === 63 || before === 33 || isQuote(before)) return 'sentence';
  // `[^2]: Order at 2, ECF No. 28.`, `6 Order at 2, ...`: the mark of a footnote.
  if (/(?:^|\n)[ \t]{0,4}(?:\[\^\w{1,8}\]:|\d{1,3}\.?)$/.test(text.slice(Math.max(0, at - 18), at))) return 'sentence';
  // `(2T45-3 to 15.) Pa45.`: the sentence ended inside its bracket.
  if (before === 41 && /[.?!]/.test(text.charAt(at - 2))) return 'sentence';
  return isSignal(text, before === 44 ? at - 1 : at) ? 'announced' : undefined;
}

/** A signal ends at `end`: `See`, `see, e.g.,`. */
function isSignal(text: string, end: number): boolean {
  let from = end;
  while (from > 0 && end - from < 12 && (isLetter(text.charCodeAt(from - 1)) || text.charCodeAt(from - 1) === 46))
    from--;
  return SIGNALS.has(text.slice(from, end).toLowerCase().replace(/\.$/, ''));
}

/** A period, semicolon or bracket stands behind, or a parenthetical opens. */
function closesCitation(text: string, end: number, isAnnounced: boolean): boolean {
  let at = end;
  let breaks = 0;
  while (at < text.length && at - end < 30) {
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) breaks++;
    else if (!isBlank(code) && !isEmphasis(code)) break;
    at++;
  }
  if (at >= text.length || breaks > 1) return true;
  const behind = text.charCodeAt(at);
  // `Compare AB 26 with 2-ER-60`.
  if (isAnnounced && /^with\s/.test(text.slice(at, at + 5))) return true;
  return [46, 59, 41, 93].includes(behind) || (behind === 40 && isAnnounced);
}
