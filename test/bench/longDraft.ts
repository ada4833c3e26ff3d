import { type Random, randomOf } from '../fuzz/random.ts';

const SYLLABLES = 'bar cor dal fen gor hal jas kel lor mar nor pel quin ros sal tor ul ver wes yor zan'.split(' ');
const SENTENCES = [
  'The refrigeration unit was inspected twice that winter, and each time the technician noted the same worn bearing.',
  'Counsel conferred by video for more than an hour and could not agree on the scope of what remains.',
  'No witness has said otherwise, although four of them were asked about it under oath.',
  'The invoice gives a date that nobody has been able to reconcile with the schedule of the harbor.',
  'That is not what the contract requires, and it is not what the parties did for eleven years.',
  'By then the warehouse had been empty for two weeks, and its doors had been left unlocked.',
  'The motion asks for less than it seems: a list of names, a set of dates, and one spreadsheet.',
] as const;

/** A matter as large as they come: a manifest of 10,000 entries, some of them with files, and a draft of 100 pages. */
export interface LargeMatter {
  readonly manifest: string;
  readonly files: Readonly<Record<string, string>>;
  readonly draft: string;
}

export const LAST_DOCKET = 6000;
const WITH_FILE = 200;

/** The same on every computer. The draft has about 300,000 characters and 2,000 citations, and one in fifty is a mistake. */
export function largeMatter(): LargeMatter {
  const random = randomOf(100);
  const people = namesOf(random, 700);
  return { manifest: manifestOf(people), files: filesOf(), draft: draftOf(random, people) };
}

function namesOf(random: Random, count: number): readonly string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const name = random.one(SYLLABLES) + random.one(SYLLABLES) + random.one(SYLLABLES);
    names.add(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return [...names];
}

/** 6,000 docket entries, 2,000 exhibits, 500 declarations, 200 depositions, 1,000 requests, 300 transcripts. */
function manifestOf(people: readonly string[]): string {
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
  const day = (index: number): string => new Date(Date.UTC(2023, 0, 2 + index)).toISOString().slice(0, 10);
  return [
    'version: 1',
    'matter:',
    '  caption: Large v. Larger',
    '  parties: [Plaintiffs, {Larger: {role: Defendant}}]',
    `  docketComplete: ${LAST_DOCKET}`,
    'docket:',
    ...numbers(LAST_DOCKET).map((n) => `  ${n}: {title: Paper ${n}${n <= WITH_FILE ? `, file: docket/${n}.txt` : ''}}`),
    'exhibits:',
    ...['Plaintiffs', 'Larger'].flatMap((party) => [
      `  ${party}:`,
      ...numbers(1000).map((n) => `    ${n}: {title: Document ${n} of ${party}}`),
    ]),
    'declarations:',
    ...people.slice(0, 500).map((name) => `  ${name}: {title: Declaration of ${name}}`),
    'depositions:',
    ...people.slice(500).map((name, index) => `  ${name}: {date: ${day(index)}}`),
    'discovery:',
    "  - {request: RFP, name: Plaintiffs' First RFPs, by: Plaintiffs, to: Larger, requests:",
    `    {${numbers(1000)
      .map((n) => `${n}: Request ${n}`)
      .join(', ')}}}`,
    'transcripts:',
    `  Hr'g Tr.: [${numbers(300)
      .map((n) => `{date: ${day(n)}}`)
      .join(', ')}]`,
    '',
  ].join('\n');
}

function filesOf(): Readonly<Record<string, string>> {
  const page = (n: number): string => `${SENTENCES.join(' ')}\n\n${n}\n`;
  const paper = [1, 2, 3, 4, 5].map(page).join('\f');
  return Object.fromEntries(Array.from({ length: WITH_FILE }, (_, index) => [`docket/${index + 1}.txt`, paper]));
}

function draftOf(random: Random, people: readonly string[]): string {
  const parts: string[] = ['March 3, 2026\n\n'];
  for (let cited = 0; cited < 1800; cited++) {
    if (cited % 100 === 0) parts.push(`\n\n${cited % 200 === 0 ? "PLAINTIFFS' STATEMENT" : "LARGER'S STATEMENT"}\n\n`);
    else if (cited % 6 === 0) parts.push('\n\n');
    if (random.chance(0.55)) parts.push(`${random.one(SENTENCES)} `);
    parts.push(`${random.one(SENTENCES)} ${citationOf(random, people)} `);
  }
  return `${parts.map((part) => wrapped(part)).join('')}\n`;
}

function wrapped(part: string): string {
  return part.length < 120 ? part : part.replace(/^(.{80,110}) /, '$1\n');
}

function citationOf(random: Random, people: readonly string[]): string {
  if (random.chance(0.02)) return `Dkt. No. ${LAST_DOCKET + 1 + random.below(900)}.`;
  const page = 1 + random.below(4);
  const n = 1 + random.below(1000);
  switch (random.below(8)) {
    case 0:
      return `Dkt. No. ${1 + random.below(WITH_FILE)} at ${page}.`;
    case 1:
      return `See Dkt. ${n} ¶¶ ${page}-${page + 3}.`;
    case 2:
      return `Ex. ${n} at ${page}.`;
    case 3:
      return `${random.one(people.slice(0, 500))} Decl. ¶ ${n}.`;
    case 4:
      return `${random.one(people.slice(500))} Dep. at ${n}:3-9.`;
    case 5:
      return `RFP Nos. ${page}-${page + 20}.`;
    case 6:
      return `Pls.' Ex. ${n}; Dkt. No. ${n}.`;
    default:
      return `Id. at ${page}.`;
  }
}
