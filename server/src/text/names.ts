import { detached } from './detached.ts';
import type { Span } from './span.ts';

// How names and labels are folded so that two spellings of one thing compare equal. Values only: no text is changed.

const CURLY_APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u2032]/g;
const DASHES = /[\u2010-\u2015\u2212\u00AD]/g;

/** The words of a span (UTF-16 offsets) on one line, tidied, without the marks of italics. The star of a star page stays. */
export function wordsWithoutMarks(text: string, { start, end }: Span): string {
  return tidy(text.slice(start, end).replace(/\*{1,3}(?!\d)|(?<!_)_(?!_)/g, ''));
}

/** Straight apostrophes, hyphens for dashes, single spaces, trimmed; case and periods are kept. For values that people read. */
export function tidy(words: string): string {
  return words
    .replace(/\u200B/g, '')
    .replace(CURLY_APOSTROPHES, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(DASHES, '-')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

/** A name for comparison: tidy, lower case, without periods, commas and apostrophes. `Hr’g Tr.` and `HR'G TR` are one. */
export function nameKey(words: string): string {
  const known = KEYS.get(words);
  if (known !== undefined) return known;
  const key = tidy(words)
    .toLowerCase()
    .replace(/[.,'*_]/g, '')
    .replace(/ +/g, ' ')
    .trim();
  if (KEYS.size >= MOST_KEYS) KEYS.clear();
  if (words.length <= LONGEST_KEPT) KEYS.set(detached(words), detached(key));
  return key;
}

// A draft names the same few hundred papers and people at every keystroke.
const KEYS = new Map<string, string>();
const MOST_KEYS = 8000;
const LONGEST_KEPT = 120;

/** An exhibit label for comparison: `5a` is `5A`, `3-A` is `3A`, `PX 12` is `PX-12`; `1-3` stays what it is, zeros too. */
export function exhibitKey(label: string): string {
  if (/^[A-Z0-9]+$/.test(label)) return label;
  return tidy(label)
    .toUpperCase()
    .replace(/([A-Z])[ -](?=\d)|(\d)[ -](?=[A-Z])/g, '$1$2');
}

/** A docket number for comparison: `0294 -01` is `294-1`. */
export function docketKey(number: string): string {
  if (/^[1-9]\d*$/.test(number)) return number;
  return tidy(number)
    .replace(/ /g, '')
    .replace(/(^|-)0+(?=\d)/g, '$1');
}

const CASE_NUMBER = /^(?:\d{1,2}:)?(\d{2}|\d{4})-?([A-Za-z]{1,4})\.?-?0*(\d{1,6})(?![0-9])/;

/**
 * A court's case number for comparison: `3:23-cv-03417-VC (TSH)` and `23-cv-3417` are both `23-cv-3417`.
 * Office prefix, leading zeros and judges' initials do not count. Undefined where it is not a case number.
 */
export function caseNumberKey(number: string): string | undefined {
  const match = CASE_NUMBER.exec(
    tidy(number)
      .replace(/^(?:case )?nos?\.? /i, '')
      .replace(/ /g, ''),
  );
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  // `20 Civ. 1177` and `20-cv-1177` are one number.
  const kind = match[2].toLowerCase().replace(/^civ$/, 'cv');
  return `${match[1].slice(-2)}-${kind}-${match[3]}`;
}

/** The name of a case for comparison; a docket head behind it does not count: `Farnsworth Dkt.` is `Farnsworth`. */
export function caseNameKey(name: string): string {
  return nameKey(name).replace(/(?: (?:dkt|docket|ecf|doc|di|de)(?: nos?)?){1,3}$/, '');
}

const QUALIFIERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '2d': ['2nd', 'second'],
    '3d': ['3rd', 'third'],
    '4th': ['fourth'],
    '5th': ['fifth'],
    '6th': ['sixth'],
    '7th': ['seventh'],
    '1st': ['first'],
    'Supp.': ['supp', 'suppl', 'supplemental'],
    Reply: ['reply'],
    'Opp.': ['opp', "opp'n", 'oppn', 'opposition'],
    Initial: ['initial'],
    'Am.': ['am', 'amended'],
    Rebuttal: ['rebuttal'],
    Corrected: ['corrected', 'corr'],
    Further: ['further'],
    Expert: ['expert'],
    Sealing: ['sealing'],
  }).flatMap(([canonical, spellings]) =>
    [canonical.toLowerCase().replace(/\.$/, ''), ...spellings].map((spelling) => [spelling, canonical] as const),
  ),
);

/** `Second`, `2nd`, `2d` are all `2d`; undefined where the word does not tell two declarations of one person apart. */
export function qualifierOf(word: string): string | undefined {
  return QUALIFIERS.get(tidy(word).toLowerCase().replace(/\.$/, ''));
}

/** Splits `2d Supp. Vo` into the name `Vo` and its sorted canonical qualifiers. */
export function splitQualifiers(words: string): { readonly name: string; readonly qualifiers: readonly string[] } {
  const name: string[] = [];
  const qualifiers: string[] = [];
  for (const word of tidy(words).split(' ')) {
    const qualifier = qualifierOf(word);
    if (qualifier) qualifiers.push(qualifier);
    else if (word) name.push(word);
  }
  // `First Day Decl.`: in bankruptcy the debtor's first declaration goes by the day.
  if (/^first day$/i.test(tidy(words))) return { name: tidy(words), qualifiers: [] };
  // A person may be called First or Reply: a name never folds away entirely.
  if (name.length === 0) return { name: tidy(words), qualifiers: [] };
  return { name: name.join(' '), qualifiers: [...new Set(qualifiers)].sort() };
}

const ROLE_FORMS: readonly (readonly string[])[] = [
  ['plaintiff', 'plaintiffs', 'pl', 'pls', 'pltf', 'pltfs', 'plf', 'plfs'],
  ['defendant', 'defendants', 'def', 'defs', 'deft', 'defts', 'dft', 'dfts'],
  ['petitioner', 'petitioners', 'pet', 'petr', 'petrs', 'pets'],
  ['respondent', 'respondents', 'resp', 'resps', 'respt', 'respts'],
  ['appellant', 'appellants', 'aplt', 'aplts'],
  ['appellee', 'appellees', 'aplee', 'aplees'],
  ['intervenor', 'intervenors'],
  ['movant', 'movants'],
  ['government', 'govt', 'govt s', 'united states', 'us'],
];

/** Every way a role is written, folded with `nameKey`: for `Defendant` also `defs`, `def`. Empty where it is no role. */
export function roleForms(role: string): readonly string[] {
  const key = nameKey(role);
  return ROLE_FORMS.find((forms) => forms.includes(key)) ?? [];
}

/** An owner as written, folded: the possessive is taken off. `Plaintiffs’`, `Pl.'s` and `Meta's` give `plaintiffs`, `pl`, `meta`. */
export function ownerKey(owner: string): string {
  return nameKey(tidy(owner).replace(/'s?$/i, ''));
}
