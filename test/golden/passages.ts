import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { analyze } from '../../server/src/draft.ts';
import type { ResolvedCitation } from '../../server/src/resolve/resolution.ts';
import { NO_STYLES } from '../../server/src/syntax/draftSyntax.ts';
import { parseDraft } from '../../server/src/syntax/parseDraft.ts';
import { type Label, labelsOf, meaningOf, readingOf } from './labels.ts';

const FOLDER = new URL('./passages/', import.meta.url);
const NOT_OURS: ReadonlySet<string> = new Set(['caseLaw', 'statute', 'rule']);

/** What the manifest of a matter would say: `R. 45` is a page of a record on appeal in New York, a docket number in Illinois. */
const APPENDICES: Readonly<Record<string, readonly string[]>> = { 'nyappdiv-brief': ['R.', 'A'] };

/** How the program did on one passage; the lists say what went wrong. */
export interface Score {
  readonly labels: number;
  readonly found: number;
  /** Citations that the program found, without those that an uncounted label covers. */
  readonly claimed: number;
  /** Found with the right span, targets and pins. */
  readonly right: number;
  readonly ids: number;
  readonly rightIds: number;
  readonly faults: readonly string[];
}

/** The names of the passages; those that begin with `damaged-` were pasted from PDFs. */
export function passageNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.gold'))
    .map((name) => basename(name, '.gold'))
    .sort();
}

/** The words of a passage. */
export function passageText(passage: string): string {
  return readFileSync(new URL(`${passage}.txt`, FOLDER), 'utf8');
}

/** Reads a passage as a draft without a manifest and compares it with its labels. */
export function scoreOf(passage: string): Score {
  const text = passageText(passage);
  const labels = labelsOf(text, readFileSync(new URL(`${passage}.gold`, FOLDER), 'utf8'));
  const { citations } = analyze(parseDraft(text, { ...NO_STYLES, appendices: APPENDICES[passage] ?? [] }), {
    state: 'none',
  });
  // A reference to the draft's own later pages has no label.
  const isOurs = ({ citation }: ResolvedCitation): boolean =>
    !NOT_OURS.has(citation.form) && !(citation.form === 'supra' && text.startsWith('infra', citation.start));
  const ours = citations.filter(isOurs);
  const pairs = labels.map((label) => ({ label, resolved: ours.find(({ citation }) => overlap(citation, label)) }));
  const taken = new Set(pairs.map(({ resolved }) => resolved));
  const counted = pairs.filter(({ label }) => label.isCounted);
  // Markdown's emphasis is no part of a citation's words.
  const words = (start: number, end: number): string => plain(text.slice(start, end).replace(/[\s\u00A0]+/g, ' '));
  const faults: string[] = [];
  let [found, right, rightIds] = [0, 0, 0];
  for (const { label, resolved } of counted) {
    const meaning = `${plain(label.words)} => ${meaningOf(label, labels)}`;
    if (!resolved) {
      faults.push(`missed   ${meaning}`);
      continue;
    }
    found++;
    const { start, end } = resolved.citation;
    const reading = `${words(start, end)} => ${readingOf(resolved, citations, labels)}`;
    if (reading !== meaning) faults.push(`wrong    ${meaning}\n    read ${reading}`);
    else if (label.meaning.startsWith('id of')) rightIds++;
    if (reading === meaning) right++;
  }
  const invented = ours.filter(
    (resolved) => !taken.has(resolved) && !labels.some((label) => overlap(resolved.citation, label)),
  );
  faults.push(...invented.map(({ citation }) => `invented ${words(citation.start, citation.end)}`));
  return {
    labels: counted.length,
    found,
    claimed: found + invented.length,
    right,
    ids: counted.filter(({ label }) => label.meaning.startsWith('id of')).length,
    rightIds,
    faults,
  };
}

function plain(words: string): string {
  return words.replace(/\*(?!\d)/g, '');
}

function overlap(citation: { readonly start: number; readonly end: number }, label: Label): boolean {
  return citation.start < label.end && label.start < citation.end;
}

/** The sum of several scores. */
export function sumOf(scores: readonly Score[]): Score {
  const sum = (key: Exclude<keyof Score, 'faults'>): number => scores.reduce((all, score) => all + score[key], 0);
  return {
    labels: sum('labels'),
    found: sum('found'),
    claimed: sum('claimed'),
    right: sum('right'),
    ids: sum('ids'),
    rightIds: sum('rightIds'),
    faults: scores.flatMap(({ faults }) => faults),
  };
}
