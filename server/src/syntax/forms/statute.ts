import type { Cursor } from '../../text/cursor.ts';
import { tidy } from '../../text/names.ts';
import type { Citation } from '../citation.ts';
import { nameStart, tokenBefore } from '../parts/lookBack.ts';
import { squeeze } from '../parts/squeeze.ts';
import { authorityCitation } from './caseLaw.ts';
import type { CitationForm } from './form.ts';

/** Codes of the states that are cited by initials; their first letters are the triggers. */
const STATE_CODE =
  /^(?:A\.R\.S\.|N\.J\.S\.A?\.?|O\.C\.G\.A\.|C\.R\.S\.|K\.S\.A\.|O\.R\.C\.|R\.C\.|M\.G\.L\.|G\.L\.|N\.R\.S\.|C\.P\.L\.R\.|N\.Y\. ?C\.P\.L\.R\.|Code Civ\. Proc\.|ILCS|ORS|RCW|NRS|KRS|RSA|MCL|CPLR|HRS|SDCL)(?![A-Za-z])/;
const STATE_TRIGGERS = 'a n o k r m g ilcs ors rcw nrs krs rsa mcl cplr hrs sdcl'.split(' ');

/** Statutes and regulations, only as far as *Id.* needs them: `28 U.S.C. § 1782(a)`, `Cal. Civ. Proc. Code § 2031`. */
export const statuteForm: CitationForm = {
  name: 'statute',
  triggers: ['u', 'c', 'usc', 'cfr', 'code', 'stat', ...STATE_TRIGGERS],
  examples: [
    'A.R.S. § 23-1501(A)(3)(c)(ii)',
    'N.J.S.A. 34:19-1',
    '740 ILCS 80/1',
    'ORS 659A.199',
    '28 U.S.C. § 1782(a)',
    '17 U.S.C. §§ 107, 108',
    '29 C.F.R. § 1614.107',
    'Cal. Civ. Proc. Code § 2031.310',
    'Evid. Code, § 352',
    'Code Civ. Proc., § 2031.310',
  ],
  parse(cursor) {
    const at = cursor.at;
    const ofState = cursor.attempt(() => readStateCode(cursor));
    if (ofState) return ofState;
    const slice = cursor.text.slice(at, at + 12);
    const code = /^(?:U\.? ?S\.? ?C\.?(?: ?A\.)?|C\.? ?F\.? ?R\.?|Code|Stat\.)(?![A-Za-z])/.exec(slice)?.[0];
    const before = code ? tokenBefore(cursor.text, at, cursor.floor) : undefined;
    if (!code || !before) return undefined;
    const numbered = /^\d{1,3}$/.test(before.text);
    const named = /^(?:Code|Stat\.)$/.test(code);
    if (named ? numbered : !numbered) return undefined;
    cursor.at += code.length;
    const end = readSections(cursor, named);
    if (end === undefined) return undefined;
    const start = named ? nameStart(cursor.text, before, cursor.floor, 5) : before.start;
    return authorityCitation('statute', start, end, end, tidy(cursor.text.slice(start, end)));
  },
};

/** `A.R.S. § 23-1501`, `N.J.S.A. 34:19-1`, `740 ILCS 80/1`. */
function readStateCode(cursor: Cursor): Citation | undefined {
  const at = cursor.at;
  const code = STATE_CODE.exec(squeeze(cursor.text, at, 20).words)?.[0];
  if (!code) return undefined;
  const volume = code === 'ILCS' ? tokenBefore(cursor.text, at, cursor.floor) : undefined;
  cursor.at = squeeze(cursor.text, at, 20).offsetBehind(code.length);
  cursor.attempt(
    () =>
      (cursor.gap() || true) &&
      (/^(?:Ann\.|c\.|ch\.)/.exec(cursor.text.slice(cursor.at, cursor.at + 4)) ? readPart(cursor) : undefined),
  );
  const end = readSections(cursor, false);
  if (end === undefined) return undefined;
  const start = volume && /^\d{1,4}$/.test(volume.text) ? volume.start : at;
  return authorityCitation('statute', start, end, end, tidy(cursor.text.slice(start, end)));
}

/** `Ann.`, `c. `: what stands between a code and its section. */
function readPart(cursor: Cursor): true {
  cursor.letters(3);
  cursor.take('.');
  return true;
}

/** Reads `§ 1782(a)`, `§§ 107, 108`, and after a title's code a bare section; answers where it ends. */
function readSections(cursor: Cursor, needsSign: boolean): number | undefined {
  // `Evid. Code, § 352`, as California writes it.
  cursor.attempt(() => (cursor.take(',') && cursor.gap() && cursor.code === 0xa7 ? true : undefined));
  cursor.gap();
  let signs = 0;
  while (cursor.code === 0xa7 && signs < 4) {
    cursor.at++;
    cursor.gap();
    signs++;
  }
  if (signs === 0 && needsSign) return undefined;
  if (!readSection(cursor)) return undefined;
  while (
    cursor.attempt(() => (cursor.take(',') && cursor.gap() && signs > 1 && readSection(cursor) ? true : undefined))
  ) {
    cursor.steps++;
  }
  return cursor.at;
}

/** One section number with its subdivisions, at most forty characters: `1782(a)(1)`, `2031.310`, `1961-1968`. */
export function readSection(cursor: Cursor): boolean {
  const section = /^\d[\w.:/\u2013-]{0,16}(?:\([A-Za-z0-9]{1,4}\)){0,6}/.exec(
    cursor.text.slice(cursor.at, cursor.at + 44),
  )?.[0];
  if (!section) return false;
  cursor.at += section.replace(/[.:/\u2013-]{1,8}$/, '').length;
  cursor.steps += section.length;
  return true;
}
