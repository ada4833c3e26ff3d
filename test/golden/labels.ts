import type { ResolvedCitation } from '../../server/src/resolve/resolution.ts';
import type { PinCite, Target } from '../../server/src/syntax/citation.ts';
import { nameKey, splitQualifiers } from '../../server/src/text/names.ts';
import { pinWords } from '../syntax/notation.ts';

// What a labelled citation means, and what the program reads, brought into one shape so that they can be compared.
// A line of a `.gold` file: the words as typed, ` => `, the meaning:
//   docketEntry docket=315-1 p7..9 | exhibit exhibit=B      several targets, fields, then pins
//   id of Dkt. No. 41 at 3 p7                               the antecedent's words, then what the Id. writes itself
//   id of authority, id of doubtful, id of none             case law, one of a string, nothing
//   open                                                    a blank to fill in
//   prose ...                                               part of a sentence
// `? ` in front of a line: not counted, a careful person might label it otherwise. `# `: a comment.

/** One labelled citation, at its place in the text (UTF-16 offsets). */
export interface Label {
  readonly words: string;
  readonly meaning: string;
  readonly isCounted: boolean;
  readonly start: number;
  readonly end: number;
}

/** Finds each label's words in the text, one behind the other; every run of white space is one space in a label. */
export function labelsOf(text: string, gold: string): readonly Label[] {
  const lines = gold.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  let from = 0;
  return lines.map((line) => {
    const isCounted = !line.startsWith('? ');
    const arrow = line.lastIndexOf(' => ');
    const words = line.slice(isCounted ? 0 : 2, arrow);
    const place = new RegExp(words.split(' ').map(escaped).join('[\\s\\u00A0]+'), 'g');
    place.lastIndex = from;
    const match = place.exec(text);
    if (!match) throw new Error(`"${words}" is not in the passage behind the label before it.`);
    from = match.index + match[0].length;
    return { words, meaning: line.slice(arrow + 4), isCounted, start: match.index, end: from };
  });
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The label's meaning as one line; equal to `readingOf` where the program reads it rightly. */
export function meaningOf(label: Label, labels: readonly Label[]): string {
  const meaning = label.meaning.replace(/^prose /, '');
  if (meaning === 'open') return meaning;
  if (meaning.startsWith('supra')) return 'supra';
  if (!meaning.startsWith('id of ')) return meaning.split(' | ').map(folded).join(' | ');
  const rest = meaning.slice('id of '.length);
  const special = /^(authority|doubtful|none)\b ?(.*)$/.exec(rest);
  if (special) return ['id', special[1], folded(special[2] ?? '')].filter(Boolean).join(' ');
  const before = labels.slice(0, labels.indexOf(label)).filter(({ words }) => `${rest} `.startsWith(`${words} `));
  const antecedent = before
    .sort((one, other) => one.words.length - other.words.length || one.start - other.start)
    .at(-1);
  if (!antecedent) throw new Error(`"${label.words} => ${label.meaning}": no label before it has those words.`);
  const own = folded(rest.slice(antecedent.words.length).trim());
  return ['id', `@${labels.indexOf(antecedent)}`, own].filter(Boolean).join(' ');
}

const PIN = /^(?:p[\w-]+|l\d|¶|n\d|§|\*|PageID)/;

/** Fields in alphabetical order with names folded, then the pins. */
function folded(target: string): string {
  const tokens = target.split(' ').filter(Boolean);
  let last = tokens.length;
  while (last > 0 && PIN.test(tokens[last - 1] ?? '') && !tokens[last - 1]?.includes('=')) last--;
  const [kind, ...fields] = tokens
    .slice(0, last)
    .join(' ')
    .split(/ (?=[a-z]+=)| ?(?=^[a-z]+=)/);
  const all = kind?.includes('=') ? [kind, ...fields] : fields;
  const words = all.map((field) => {
    const [key = '', value = ''] = field.split(/=(.*)/s);
    return fieldLine(key, value);
  });
  return [kind?.includes('=') ? '' : kind?.replace('named', 'filing'), ...words.sort(), ...tokens.slice(last)]
    .filter(Boolean)
    .join(' ');
}

/** That another case is named counts, not how; a name that the draft gives to a paper is as good as its abbreviation. */
function fieldLine(key: string, value: string): string {
  if (key === 'which') return `${key}=${splitQualifiers(`${value} X`).qualifiers.join(' ')}`;
  if (key === 'name') return fieldLine('filing', value);
  if (key === 'case') return key;
  return `${key}=${nameKey(value).replace(/(?<=^[a-z]+)[ _](?=\d)/, '')}`;
}

/** What the program reads, as one line; `labels` number the antecedents. */
export function readingOf(
  { citation, status, open, doubtful, antecedent }: ResolvedCitation,
  all: readonly ResolvedCitation[],
  labels: readonly Label[],
): string {
  if (citation.form === 'supra') return 'supra';
  if (open) return 'open';
  if (citation.form !== 'id') return citation.targets.map(targetLine).join(' | ');
  const exhibits = (citation.id?.exhibits ?? []).map(({ exhibit, last, pins }) =>
    [`exhibit=${nameKey(exhibit)}`, ...(last === undefined ? [] : [`last=${nameKey(last)}`]), ...pinsLine(pins)].join(
      ' ',
    ),
  );
  const own = [...pinsLine(citation.id?.pins ?? []), ...exhibits].join(' ');
  const root = antecedent === undefined ? undefined : all[antecedent]?.citation;
  const place = root ? labels.findIndex((label) => root.start < label.end && label.start < root.end) : -1;
  const whose = doubtful
    ? 'doubtful'
    : status === 'no-antecedent'
      ? 'none'
      : root && ['caseLaw', 'statute', 'rule'].includes(root.form)
        ? 'authority'
        : `@${place}`;
  return ['id', whose, own].filter(Boolean).join(' ');
}

const COMPARED =
  'appendix bates date declarant deponent docket exhibit filing first last name of owner request transcript volume which'.split(
    ' ',
  );

function targetLine(target: Target): string {
  const values = target as unknown as Readonly<Record<string, string | undefined>>;
  const fields = COMPARED.flatMap((key) => {
    const value = values[key];
    if (value === undefined || (key === 'last' && values.first === value)) return [];
    return [fieldLine(key, value)];
  });
  if ('case' in target && target.case) fields.push('case');
  return [target.kind === 'named' ? 'filing' : target.kind, ...fields.sort(), ...pinsLine(target.pins)].join(' ');
}

function pinsLine(pins: readonly PinCite[]): readonly string[] {
  return pins
    .filter(({ first }) => first !== 'passim')
    .map(({ unit, first, last, start, end }) => pinWords({ unit, first, last, start, end }));
}
