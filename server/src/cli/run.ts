import { relative, resolve, sep } from 'node:path';
import { reportOf } from '../features/report/report.ts';
import { citeCheckPath } from '../files/citeCheckFile.ts';
import { baseName } from '../files/paths.ts';
import { readDraftFile, unreadWords } from '../files/readDraftFile.ts';

import { type Input, readInput, readStandardInput } from '../files/readInput.ts';
import type { ExhibitReading } from '../files/readPages.ts';
import { checksOf, NO_CHECKS } from '../lint/checks.ts';
import type { Finding, Severity } from '../lint/finding.ts';
import { findingsOfDraft, findingsOfManifest, findingsOfProblems } from '../lint/lint.ts';
import { rulesPage } from '../lint/rulesPage.ts';
import { problemsOfMarks } from '../record/citeCheck.ts';
import { type DraftText, isDraftFile, placeWords } from '../record/readers/draftText.ts';
import { type FailOn, parseArguments, type Request } from './arguments.ts';
import { type CheckedFile, checkedFile, filePlaceOf } from './checkedFile.ts';
import { helpFor } from './help.ts';
import { jsonOf } from './json.ts';
import { printPages } from './pages.ts';
import { findManifest, marksIn, type ReadMatter, readDraft, readMatter } from './readMatter.ts';
import { reportCsv, reportHtml, reportJson } from './reportText.ts';
import { sarifOf } from './sarif.ts';
import { checkText, citationsText, coloured, plain } from './text.ts';

/** What a run prints, and how it ends. */
export interface Printed {
  readonly out: string;
  readonly error: string;
  /** 0 nothing at or above `--fail-on`; 1 findings; 2 wrong usage, or input that can't be read. */
  readonly status: 0 | 1 | 2;
}

/** The surroundings of a run; tests make their own. */
export interface Surroundings {
  /** Absolute. */
  readonly folder: string;
  readonly input: NodeJS.ReadableStream;
  readonly colours: boolean;
  readonly version: string;
  /** Reads the exhibits and drafts that need a library. */
  readonly reading?: ExhibitReading;
}

/** Runs `briefcite` with the words behind it. Never throws for what a person can do. */
export async function run(words: readonly string[], around: Surroundings): Promise<Printed> {
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case 'help':
      return { out: `${helpFor(parsed.command)}\n`, error: '', status: 0 };
    case 'version':
      return { out: `${around.version}\n`, error: '', status: 0 };
    case 'wrong':
      return { out: '', error: `${parsed.sentence}\n`, status: 2 };
    case 'request':
      break;
    default:
      return parsed satisfies never;
  }
  const { request } = parsed;
  if (request.command === 'rules') return { out: rulesPage(), error: '', status: 0 };
  const [first = ''] = request.inputs;
  if (request.command === 'pages')
    return printPages(
      resolve(around.folder, first),
      first,
      request.format === 'json' ? 'json' : 'text',
      around.reading,
    );
  return runOnDrafts(request, around);
}

interface Work {
  readonly request: Request;
  readonly around: Surroundings;
  readonly matters: Map<string, ReadMatter>;
  readonly drafts: Map<ReadMatter, CheckedFile[]>;
  readonly files: CheckedFile[];
  /** Input that can't be read. */
  readonly errors: string[];
  /** Parts of a draft that nobody looked at. */
  readonly notes: string[];
}

async function runOnDrafts(request: Request, around: Surroundings): Promise<Printed> {
  const work: Work = { request, around, matters: new Map(), drafts: new Map(), files: [], errors: [], notes: [] };
  for (const input of request.inputs) await readOne(input, work);
  const manifests = request.command === 'check' ? manifestFiles(work) : [];
  const files = [...work.files, ...manifests];
  if (request.command === 'report') return { ...reportsOf(work), error: said(work) };
  const status = work.errors.length > 0 ? 2 : isBad(files, request.failOn) ? 1 : 0;
  return { out: format(files, request, around), error: said(work), status };
}

function said({ errors, notes }: Work): string {
  return [...errors, ...notes].map((line) => `${line}\n`).join('');
}

/** The cite-check of the drafts that could be read. Findings are for a person to weigh: they never make it fail. */
function reportsOf({ request, drafts, errors }: Work): Pick<Printed, 'out' | 'status'> {
  const reports = [...drafts].flatMap(([{ shelf }, files]) =>
    files.flatMap((file) => {
      const { path, draft, findings, checks } = file;
      const where = (offset: number): string | undefined => {
        const place = filePlaceOf(file, offset);
        return place && placeWords(place);
      };
      return draft ? reportOf(baseName(path), draft, findings, shelf.lookup, checks, where) : [];
    }),
  );
  const status = errors.length > 0 ? 2 : 0;
  if (reports.length === 0) return { out: '', status };
  if (request.format === 'json') return { out: `${JSON.stringify(reportJson(reports), undefined, 1)}\n`, status };
  return { out: request.format === 'csv' ? reportCsv(reports) : reportHtml(reports), status };
}

async function readOne(input: string, work: Work): Promise<void> {
  const { request, around } = work;
  const path = input === '-' ? undefined : resolve(around.folder, input);
  const read = await readDraftText(path, around);
  if ('why' in read) {
    work.errors.push(read.why.replace(path ?? '', input));
    return;
  }
  const places = 'places' in read ? { places: read.places } : {};
  const unread = 'places' in read ? unreadWords(input, read) : undefined;
  if (unread !== undefined) work.notes.push(unread);
  const matter = await matterFor(path ?? resolve(around.folder, 'draft'), input, work);
  if (matter === 'missing') return;
  const draft = await readDraft(read.text, path, matter);
  const pages = matter?.shelf.lookup;
  const checks = matter && pages && path !== undefined ? checksOf(draft, pages, marksIn(matter, path)) : NO_CHECKS;
  const findings = request.command !== 'citations' && pages ? findingsOfDraft(draft, { pages, rules: {}, checks }) : [];
  const file = { ...checkedFile(input, read.text, findings, draft), checks, ...places };
  work.files.push(file);
  if (matter) work.drafts.set(matter, [...(work.drafts.get(matter) ?? []), file]);
}

async function readDraftText(path: string | undefined, { input, reading }: Surroundings): Promise<Input | DraftText> {
  if (path === undefined) return readStandardInput(input);
  return isDraftFile(path) ? readDraftFile(path, reading) : readInput(path);
}

/** The matter of a draft, each manifest read once. `check` without one is an error: silence must not look like success. */
async function matterFor(path: string, input: string, work: Work): Promise<ReadMatter | undefined | 'missing'> {
  const { request, around, matters, errors } = work;
  const found =
    request.manifest === undefined
      ? await findManifest(path, resolve(path, sep))
      : { path: resolve(around.folder, request.manifest), looked: [] };
  if (found.path === undefined) {
    if (request.command === 'citations') return undefined;
    const folders = [...new Set(found.looked.map((place) => resolve(place, '..')))];
    errors.push(
      `${input}: no manifest (exhibits.yaml, .yml or .json) in ${folders.join(', ')}. Name one with --manifest.`,
    );
    return 'missing';
  }
  const known = matters.get(found.path);
  if (known) return known;
  const folders = [resolve(path, '..'), ...request.exhibitFolders.map((folder) => resolve(around.folder, folder))];
  const matter = await readMatter(found.path, folders, around.reading);
  if (matter.chain.unopened) {
    errors.push(`${relativeTo(around, found.path)}: ${matter.chain.unopened.why}`);
    return 'missing';
  }
  matters.set(found.path, matter);
  return matter;
}

/** Findings on the manifests stand under their own paths. A manifest that can't be read is input that can't be read. */
function manifestFiles({ matters, drafts, around, errors }: Work): readonly CheckedFile[] {
  const files: CheckedFile[] = [];
  for (const matter of matters.values()) {
    const own = (drafts.get(matter) ?? []).flatMap(({ draft }) => draft ?? []);
    if (!matter.chain.readable)
      errors.push(`${relativeTo(around, matter.path)} can't be read; no citation was looked up in it.`);
    for (const { path, text } of matter.chain.manifests) {
      const problems = matter.chain.problems.filter(({ manifest }) => manifest === path);
      const findings: readonly Finding[] = [
        ...findingsOfProblems(problems, {}),
        ...findingsOfManifest(path, own, { pages: matter.shelf.lookup, rules: {} }),
      ];
      if (findings.length > 0) files.push(checkedFile(relativeTo(around, path), text, findings));
    }
    const { text } = matter.citeCheck;
    const marks = citeCheckPath(matter.path);
    const wrong = findingsOfProblems(problemsOfMarks(marks, matter.citeCheck), {});
    if (wrong.length > 0) files.push(checkedFile(relativeTo(around, marks), text, wrong));
  }
  return files;
}

function relativeTo({ folder }: Surroundings, path: string): string {
  const way = relative(folder, path);
  return way.startsWith('..') ? path : way.split(sep).join('/');
}

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };
const THRESHOLDS: Readonly<Record<FailOn, number>> = { error: 3, warning: 2, info: 1, never: 9 };

function isBad(files: readonly CheckedFile[], failOn: FailOn): boolean {
  return files.some(({ findings }) => findings.some(({ severity }) => WEIGHTS[severity] >= THRESHOLDS[failOn]));
}

function format(files: readonly CheckedFile[], { command, format: kind }: Request, around: Surroundings): string {
  const paint = around.colours ? coloured : plain;
  const print = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;
  if (kind === 'json') return print(jsonOf(files, command === 'check', (path) => relativeTo(around, path)));
  if (kind === 'sarif') return print(sarifOf(files, around.version));
  return command === 'check' ? checkText(files, paint) : citationsText(files, paint);
}
