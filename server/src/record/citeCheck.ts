import { isDate } from '../text/isoDates.ts';
import { lineIndexOf } from '../text/lineIndex.ts';
import type { ManifestProblem } from './manifest.ts';
import { itemsOf, type ManifestNode, nodeAt, wholeNumberOf, wordsOf } from './manifestTree.ts';
import { readYaml } from './readYaml.ts';

/** What a person may find of a citation. */
export const VERDICTS = ['supports', 'supports in part', 'wrong pin', 'does not support', 'ask attorney'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** That a person looked at a citation, what it was then, and what was found. The program never makes one by itself. */
export interface CheckMark {
  /** The draft's path relative to the manifest's folder, with `/`. */
  readonly draft: string;
  /** The words of the citation, on one line. */
  readonly citation: string;
  /** Fingerprint of the sentence that it is cited for, without its citations. */
  readonly sentence: string;
  /** Pointers of the entries that it stood for: `/docket/315`. */
  readonly source: string;
  /** The papers' names, for messages: `Dkt. No. 315`. */
  readonly paper: string;
  /** The pins that counted, in words: `at 7`. Empty where there was none. */
  readonly pin: string;
  /** Fingerprint of the paper's text at the pin, where it could be read. */
  readonly passage?: string;
  /** The version of the readers that read it. */
  readonly reader: number;
  readonly verdict: Verdict;
  /** Initials or a name. */
  readonly by: string;
  /** ISO day. */
  readonly on: string;
  readonly note?: string;
}

/** What is wrong in a cite-check file, in a sentence; the span is in its text. */
export interface CiteCheckProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface CiteCheck {
  readonly marks: readonly CheckMark[];
  readonly problems: readonly CiteCheckProblem[];
}

/** The name of the file, beside the manifest. */
export const CITE_CHECK_NAME = 'cite-check.yaml';

const HEAD = `# Which citations a person has checked, and what they found. Briefcite writes this file when it is told to; keep it with the
# drafts. One line a mark, so that two people's marks can be merged.
version: 1
marks:
`;
const NEEDED = ['draft', 'citation', 'sentence', 'source', 'paper', 'reader', 'verdict', 'by', 'on'] as const;

/** Reads a cite-check file. Never throws: what can't be read is a problem with a sentence, and its marks count for nothing. */
export function parseCiteCheck(text: string): CiteCheck {
  const reading = readYaml(text);
  if (!reading.readable) {
    const { span, message } = reading.fault;
    const [reason = ''] = message.split(' Until it is mended');
    return { marks: [], problems: [{ ...span, message: `${reason} Until it is mended, no check in it counts.` }] };
  }
  const list = reading.root && nodeAt(reading.root, '/marks')?.node;
  if (reading.root && reading.root.kind !== 'map') {
    const message = `${CITE_CHECK_NAME} is not a list of marks (\`marks:\`).`;
    return { marks: [], problems: [{ ...reading.root.span, message }] };
  }
  const marks: CheckMark[] = [];
  const problems: CiteCheckProblem[] = [];
  for (const item of itemsOf(list)) {
    const mark = markOf(item);
    if (typeof mark === 'string') problems.push({ ...item.span, message: `This mark counts for nothing: ${mark}.` });
    else marks.push(mark);
  }
  return { marks, problems };
}

/** What is wrong in a cite-check file, as problems of the matter's record. `path` is the file's. */
export function problemsOfMarks(path: string, { problems }: CiteCheck): readonly ManifestProblem[] {
  return problems.map(({ start, end, message }) => ({
    code: 'manifest-invalid',
    manifest: path,
    span: { start, end },
    message,
  }));
}

/** A mark, or why it is none. */
function markOf(item: ManifestNode): CheckMark | string {
  if (item.kind !== 'map') return 'it is not one of ours';
  const words = (key: string): string => wordsOf(item.byKey.get(key)?.value) ?? '';
  const missing = NEEDED.find((key) => words(key) === '');
  if (missing) return `it has no \`${missing}\``;
  const verdict = VERDICTS.find((one) => one === words('verdict'));
  if (!verdict) return `its verdict is none of ${VERDICTS.join(', ')}`;
  const reader = wholeNumberOf(item.byKey.get('reader')?.value);
  if (reader === undefined) return 'its `reader` is not a number';
  const on = words('on');
  if (on.length !== 10 || !isDate(on)) return 'its `on` is not a day such as 2026-11-21';
  const [passage, note] = [words('passage'), words('note')];
  const [draft, citation, sentence] = [words('draft'), words('citation'), words('sentence')];
  const [source, paper, pin, by] = [words('source'), words('paper'), words('pin'), words('by')];
  return {
    ...{ draft, citation, sentence, source, paper, pin, reader, verdict, by, on },
    ...(passage !== '' && { passage }),
    ...(note !== '' && { note }),
  };
}

/** Two marks of one key are marks of one citation. */
function keyOf({ draft, citation, sentence, source }: CheckMark): string {
  return JSON.stringify([draft, citation, sentence, source]);
}

/**
 * The text of a cite-check file with these marks in it, instead of those of the same citations and of the `replaced` ones.
 * Everything else is kept as it is: comments, other keys, marks that can't be read. One line a mark, in the order of draft and
 * sentence. Undefined where the text can't be read: nothing is written over words that a person has still to mend.
 */
export function withMarks(
  text: string,
  marks: readonly CheckMark[],
  replaced: readonly CheckMark[] = [],
): string | undefined {
  const reading = readYaml(text);
  if (!reading.readable || (reading.root && reading.root.kind !== 'map')) return undefined;
  const list = reading.root && nodeAt(reading.root, '/marks');
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gone = new Set([...marks, ...replaced].map(keyOf));
  const items = itemsOf(list?.node);
  const rows = new Map(marks.map((mark) => [keyOf(mark), { order: orderOf(mark), words: `  - ${lineOf(mark)}` }]));
  const { before, segments, after } = cut(text, list, items);
  const kept = items.flatMap((item, place) => {
    const mark = markOf(item);
    if (typeof mark !== 'string' && gone.has(keyOf(mark))) return [];
    return [{ order: typeof mark === 'string' ? '' : orderOf(mark), words: segments[place] ?? '' }];
  });
  const sorted = [...kept, ...rows.values()].sort((one, other) => (one.order < other.order ? -1 : 1));
  const lines = sorted.map(({ words }) => `${words}\n`).join('');
  return `${before}${lines}${after}`.replace(/\r?\n/g, lineEnd);
}

/** The text before the marks, the words of each with the comments above it, and the text behind. */
function cut(
  text: string,
  list: ReturnType<typeof nodeAt>,
  items: readonly ManifestNode[],
): { readonly before: string; readonly segments: readonly string[]; readonly after: string } {
  const entry = list?.entry;
  if (!entry) return { before: text.trim() === '' ? HEAD : `${withLineEnd(text)}marks:\n`, segments: [], after: '' };
  const { starts } = lineIndexOf(text);
  const nextLine = (offset: number): number => starts.find((start) => start > offset) ?? text.length;
  const isBlock = items.every(({ span }) => nextLine(span.start) !== nextLine(entry.keySpan.start));
  const end = nextLine(Math.max(entry.value.span.end - 1, entry.keySpan.end));
  // Between square brackets, or nothing at all: written anew, each on its own line.
  if (!isBlock || items.length === 0) {
    const segments = items.map(({ span }) => `  - ${text.slice(span.start, span.end)}`);
    return { before: `${text.slice(0, entry.keySpan.start)}marks:\n`, segments, after: text.slice(end) };
  }
  let at = nextLine(entry.keySpan.start);
  const before = withLineEnd(text.slice(0, at));
  const segments = items.map(({ span }) => {
    const until = nextLine(Math.max(span.start, span.end - 1));
    const words = text.slice(at, until).replace(/\r?\n$/, '');
    at = until;
    return words;
  });
  return { before, segments, after: text.slice(at) };
}

function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** Two people's marks seldom fall between the same two lines: sentences lie in the order of their fingerprints. */
function orderOf(mark: CheckMark): string {
  return JSON.stringify([mark.draft, mark.sentence, mark.citation, mark.source]);
}

function lineOf({ draft, citation, sentence, source, paper, pin, passage, reader, ...said }: CheckMark): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['draft', quoted(draft)],
    ['citation', quoted(citation)],
    ['sentence', quoted(sentence)],
    ['source', quoted(source)],
    ['paper', quoted(paper)],
    ['pin', pin === '' ? undefined : quoted(pin)],
    ['passage', passage === undefined ? undefined : quoted(passage)],
    ['reader', String(reader)],
    ['verdict', said.verdict],
    ['by', quoted(said.by)],
    ['on', said.on],
    ['note', said.note === undefined || said.note === '' ? undefined : quoted(said.note)],
  ];
  return `{${fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`])).join(', ')}}`;
}

/** Between double quotes, as JSON has it; signs that YAML does not take as they are become \uXXXX. */
function quoted(words: string): string {
  return JSON.stringify(words).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
