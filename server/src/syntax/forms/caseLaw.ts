import type { Cursor } from '../../text/cursor.ts';
import { caseNumberKey, tidy } from '../../text/names.ts';
import type { Citation } from '../citation.ts';
import { tokenBefore } from '../parts/lookBack.ts';
import { readParenthetical } from '../parts/parenthetical.ts';
import { readPins } from '../parts/pins.ts';
import { squeeze } from '../parts/squeeze.ts';
import type { CitationForm } from './form.ts';

/** Reporters, longest first where one begins another. Bounded: matched against a slice of thirty characters. */
const REPORTER =
  /^(?:U\. ?S\. Dist\. LEXIS|U\. ?S\. App\. LEXIS|WL|F\. ?Supp\. ?[23]d|F\. ?Supp\.|F\. ?App[’']x|F\. ?R\. ?D\.|F\. ?4th|F\. ?[23]d|F\.|Fed\. ?App[’']?x\.?|Fed\. ?Cl\.|U\. ?S\.|S\. ?Ct\.|L\. ?Ed\. ?2d|L\. ?Ed\.|B\. ?R\.|Cal\. ?App\. ?(?:[23]d|[45]th)|Cal\. ?Rptr\. ?(?:[23]d)?|Cal\. ?(?:[23]d|[45]th)|P\. ?[23]d|N\. ?E\. ?[23]d|N\. ?W\. ?2d|N\. ?Y\. ?S\. ?[23]d|N\. ?Y\. ?[23]d|A\. ?D\. ?[23]d|A\. ?[23]d|So\. ?[23]d|S\. ?W\. ?[23]d|S\. ?E\. ?2d|Misc\. ?[23]d|NY[23]d|NYS[23]d|AD[23]d|Misc [23]d)(?![A-Za-z0-9])/;

/** Reporters of the states: `177 N.J. 451`, `295 Ill. App. 3d 470`, `8 Ohio St. 3d 12`. */
const STATE_REPORTER =
  /^(?:Ala|Alaska|Ariz|Ark|Cal|Colo|Conn|Del|D\. ?C|Fla|Ga|Haw|Idaho|Ill|Ind|Iowa|Kan|Ky|La|Me|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\. ?H|N\. ?J|N\. ?M|N\. ?C|N\. ?D|Ohio|Okla|Or|Pa|R\. ?I|S\. ?C|S\. ?D|Tenn|Tex|Utah|Vt|Va|Wash|W\. ?Va|Wis|Wyo|T\. ?C|Vet|M)\.?(?: ?(?:App|Super|St|Commw|Ct|Cl|Dec|Misc|Eq|J)\.?(?:['\u2019]t\.?)?){0,3}(?: ?(?:2d|3d|4th|5th))?(?![A-Za-z0-9])/;
const STATES =
  'ala alaska ariz ark colo conn del d fla ga haw idaho ill ind iowa kan ky la me md mass mich minn miss mo mont neb nev ohio okla or pa r tenn tex utah vt va wash w wis wyo t vet m'.split(
    ' ',
  );

/** Case law, only as far as *Id.* needs it: `652 F.3d 710, 715`, `2017 WL 5165487, at *1-2`. */
export const caseLawForm: CitationForm = {
  name: 'caseLaw',
  triggers: [
    'wl',
    'f',
    'u',
    'us',
    's',
    'fed',
    'l',
    'b',
    'cal',
    'p',
    'n',
    'a',
    'so',
    'misc',
    'no',
    'ny',
    'nys',
    'ad',
    ...STATES,
  ],
  examples: [
    '2017 WL 5165487, at *1-2',
    '652 F.3d 710, 715',
    '652 F.3d at 715',
    '412 F. Supp. 3d 1048',
    '573 U.S. 208, 217',
    '295 Ill. App. 3d 470, 474',
    '177 N.J. 451, 462',
    '49 NY2d 557, 562',
  ],
  parse(cursor) {
    const at = cursor.at;
    if (cursor.text.charCodeAt(at) === 78 && cursor.text.startsWith('No.', at)) return readSlipOpinion(cursor);
    // A reporter stands behind its volume: everything else is left at once.
    const volume = tokenBefore(cursor.text, at, cursor.floor);
    if (!volume || !/^\d{1,4}$/.test(volume.text)) return undefined;
    const { words, offsetBehind } = squeeze(cursor.text, at, 30);
    const reporter = REPORTER.exec(words)?.[0] ?? stateReporter(words);
    cursor.steps += 8;
    if (!reporter) return undefined;
    cursor.at = offsetBehind(reporter.length);
    const end = cursor.at;
    cursor.gap();
    const page = cursor.digits(9);
    if (!page) cursor.at = end;
    const pins = readFurtherPages(cursor);
    if (!page && pins.length === 0) return undefined;
    const authority = tidy(cursor.text.slice(volume.start, end)) + (page ? ` ${page}` : '');
    return authorityCitation('caseLaw', volume.start, end, cursor.at, authority, pins);
  },
};

/** With its page: "12 Me 4" is none without the period, and no state is cited without one. */
function stateReporter(words: string): string | undefined {
  const reporter = STATE_REPORTER.exec(words)?.[0];
  return reporter && /[.dh]$/.test(reporter) && / \d/.test(words.slice(reporter.length, reporter.length + 2))
    ? reporter
    : undefined;
}

/** `, 715`, `, at *1-2`, ` at 715`: behind a first page a bare number is a pin. */
function readFurtherPages(cursor: Cursor): Citation['targets'][number]['pins'] {
  const from = cursor.at;
  const comma = cursor.attempt(() => (cursor.take(',') && (cursor.gap() || true) ? true : undefined));
  if (comma) {
    const pins = readPins(cursor, { bare: true });
    if (pins.length > 0) return pins;
    cursor.at = from;
  }
  return readPins(cursor, { bare: false });
}

/** `Spider Labs, Ltd. v. Doe, No. 1:20-cv-05457-LAP (S.D.N.Y. ...)`: an opinion cited by its number. */
function readSlipOpinion(cursor: Cursor): Citation | undefined {
  const start = cursor.at;
  cursor.take('No.');
  cursor.gap();
  const number = /^[\d:A-Za-z-]{6,28}/.exec(cursor.text.slice(cursor.at, cursor.at + 30))?.[0];
  if (!number || !caseNumberKey(number)) return undefined;
  const before = tokenBefore(cursor.text, start, cursor.floor);
  if (!before?.text.endsWith(',')) return undefined;
  cursor.at += number.length;
  const end = cursor.at;
  const pins = readPins(cursor, { bare: false });
  const last = cursor.at;
  cursor.gap();
  cursor.take(',');
  cursor.gap();
  // `..., Dkt. No. 1`, `..., 2017 WL`: the number belongs to what follows it.
  if (cursor.code !== 40 || !/^\((?:[A-Z]|\d{4}\))/.test(cursor.text.slice(cursor.at, cursor.at + 6))) return undefined;
  // `(VC), Dkt.`: initials, not a court.
  if (/^\([A-Z]{2,4}\)/.test(cursor.text.slice(cursor.at, cursor.at + 6))) return undefined;
  // `No. 1:21-cv-00333-MN (D. Del. May 4, 2022), D.I. 77`, `No. 20-cv-1, (ECF No. 85)`: the number belongs to the docket
  // reference behind it.
  if (isDocketNext(cursor)) return undefined;
  while (readParenthetical(cursor) !== undefined) cursor.steps++;
  if (isDocketNext(cursor)) return undefined;
  cursor.at = last;
  return authorityCitation('caseLaw', start, end, last, number, pins);
}

function isDocketNext(cursor: Cursor): boolean {
  const { words } = squeeze(cursor.text, cursor.at, 16);
  return /^,? ?(?:at )?[([]?(?:Dkt|Docket|ECF|Doc|D\. ?[IE]|DE |NYSCEF|Paper|Filing)/i.test(words);
}

/** A citation to authority: seen so that *Id.* is right, not checked. */
export function authorityCitation(
  form: 'caseLaw' | 'statute' | 'rule',
  start: number,
  headEnd: number,
  end: number,
  authority: string,
  pins: Citation['targets'][number]['pins'] = [],
): Citation {
  return {
    form,
    start,
    end,
    headSpan: { start, end: headEnd },
    targets: [{ kind: 'authority', authority, start, end: pins[0] ? headEnd : end, pins }],
  };
}
