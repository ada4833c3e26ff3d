import type { Entries, Entry, RequestSet, Starter } from './starterEntries.ts';

/**
 * The starter as the text of an `exhibits.yaml`: what the citations name, one line a paper, with a word on how each part goes
 * on. Every key is quoted where YAML would take it for something else than what is cited.
 */
export function starterText(starter: Starter, draftName: string): string {
  const lines = [
    `# The papers that ${commentWords(draftName)} cites, gathered by Briefcite. Look them over.`,
    '# Say of each paper what you know; everything is optional. For example:',
    '#   315: {title: Discovery order, filed: 2024-12-06, file: docket/315.txt}',
    '# A file is a path from this folder. Briefcite reads it on this computer only.',
    'version: 1',
    'matter:',
    '  # caseNumber: 3:24-cv-00001-ABC',
    ...partyLines(starter),
    ...formLines(starter),
    ...part('docket', 'Docket entries, by number.', entryLines(starter.docket, '  ')),
    ...part('exhibits', 'Exhibits to your own papers.', [
      ...entryLines(starter.exhibits, '  '),
      ...[...starter.ownedExhibits].flatMap(([owner, entries]) => [`  ${key(owner)}:`, ...entryLines(entries, '    ')]),
    ]),
    ...part('declarations', 'Declarations, by the name they are cited with.', entryLines(starter.declarations, '  ')),
    ...part('depositions', 'Depositions, by the witness.', entryLines(starter.depositions, '  ')),
    ...part('discovery', 'Sets of requests: say whose each is (by) and its name.', requestLines(starter)),
    ...part('transcripts', 'Transcripts of hearings and trial.', transcriptLines(starter)),
    ...part('appendices', 'Appendices and the record on appeal.', appendixLines(starter)),
    ...part('filings', 'Short names of pleadings and papers.', entryLines(starter.filings, '  ')),
  ];
  return `${lines.join('\n')}\n`;
}

function commentWords(words: string): string {
  return words.replace(/[\r\n]/g, ' ');
}

function partyLines({ parties }: Starter): readonly string[] {
  if (parties.size === 0) return ['  # parties: [Plaintiffs, {Acme: {role: Defendant}}]'];
  return [`  parties: [${[...parties].map(key).join(', ')}]`];
}

/** Heads of house styles: the owners of exhibits that are no party. */
function formLines({ ownedExhibits, parties }: Starter): readonly string[] {
  const heads = [...ownedExhibits.keys()].filter((owner) => !parties.has(owner));
  return heads.length === 0 ? [] : ['forms:', ...heads.map((head) => `  - {head: ${key(head)}}`)];
}

function part(name: string, about: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`# ${about}`, `${name}:`, ...lines];
}

function entryLines(entries: Entries, indent: string): readonly string[] {
  return [...entries].sort(byKey).flatMap(([name, entry]) => oneEntry(name, entry, indent));
}

function oneEntry(name: string, { title, docket, attachments, exhibits }: Entry, indent: string): readonly string[] {
  const plain = [
    ...(title === undefined ? [] : [['title', value(title)] as const]),
    ...(docket === undefined ? [] : [['docket', value(docket)] as const]),
  ];
  if (attachments.size === 0 && exhibits.size === 0) {
    return [`${indent}${key(name)}: {${plain.map(([field, words]) => `${field}: ${words}`).join(', ')}}`];
  }
  const inner = `${indent}  `;
  const list = (field: string, entries: Entries): readonly string[] =>
    entries.size === 0 ? [] : [`${inner}${field}:`, ...entryLines(entries, `${inner}  `)];
  return [
    `${indent}${key(name)}:`,
    ...plain.map(([field, words]) => `${inner}${field}: ${words}`),
    ...list('attachments', attachments),
    ...list('exhibits', exhibits),
  ];
}

function requestLines({ requests }: Starter): readonly string[] {
  return [...requests.values()].map(({ request, by, numbers }) => {
    const whose = by === undefined ? '' : `, by: ${key(by)}`;
    return `  - {request: ${request}${whose}, requests: {${numberLines(numbers)}}}`;
  });
}

function numberLines(numbers: RequestSet['numbers']): string {
  return withoutOverlaps(numbers)
    .map((number) => `${key(number)}: {}`)
    .join(', ');
}

/** Ranges may not overlap: what one of them holds already is left out, and of two that do each number is listed. */
function withoutOverlaps(numbers: ReadonlySet<string>): readonly string[] {
  const others = [...numbers].filter((number) => !/^\d+(?:-\d+)?$/.test(number));
  const single = new Set<number>();
  for (const number of numbers) {
    if (others.includes(number)) continue;
    const [first = 0, last = first] = number.split('-').map(Number);
    for (let one = first; one <= last && one - first < 500; one++) single.add(one);
  }
  const sorted = [...single].sort((one, other) => one - other);
  const ranges: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++;
    ranges.push(end === at ? `${sorted[at]}` : `${sorted[at]}-${sorted[end]}`);
    at = end + 1;
  }
  return [...ranges, ...others];
}

function transcriptLines({ transcripts }: Starter): readonly string[] {
  return [...transcripts].map(([name, sittings]) => {
    const list = [...sittings].sort(byKey).map(([, { day, docket }]) => {
      const fields = [
        ...(day === undefined ? [] : [`date: ${day}`]),
        ...(docket === undefined ? [] : [`docket: ${docket}`]),
      ];
      return `{${fields.join(', ')}}`;
    });
    return `  ${key(name)}: ${list.length > 1 ? `[${list.join(', ')}]` : list.join('')}`;
  });
}

function appendixLines({ appendices }: Starter): readonly string[] {
  return [...appendices].map(([name, { volumes, docket }]) => {
    const list = [...volumes].sort((one, other) => Number(one) - Number(other)).map((volume) => `${key(volume)}: {}`);
    // The number of one volume is not that of another.
    const filed = docket === undefined || list.length > 0 ? '' : `docket: ${docket}`;
    return `  ${key(name)}: {${list.length > 0 ? `volumes: {${list.join(', ')}}` : filed}}`;
  });
}

/** Numbers by size, letters by the alphabet. */
function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** A key or name as YAML takes it for just that: plain where it is plain. */
function key(words: string): string {
  return /^(?:[A-Za-z][A-Za-z0-9.'\u2019() -]*[A-Za-z0-9.)']|[A-Za-z]|\d+(?:-\d+)?|\d+[A-Za-z])$/.test(words) &&
    !isWordOfYaml(words)
    ? words
    : JSON.stringify(words);
}

function value(words: string): string {
  return /^[A-Za-z][A-Za-z0-9 .()]*$/.test(words) && !isWordOfYaml(words) ? words : JSON.stringify(words);
}

/** `No` and `Y` are truth values to some readers of YAML. */
function isWordOfYaml(words: string): boolean {
  return /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(words);
}
