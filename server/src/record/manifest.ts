import type { Span } from '../text/span.ts';
import { valueProblems } from './checkValues.ts';
import { duplicateKeys } from './duplicateKeys.ts';
import { child, type ManifestNode, wordsOf } from './manifestTree.ts';
import { readYaml } from './readYaml.ts';
import { shapeProblems } from './validate.ts';

/** What is wrong in a manifest, at its own place. */
export interface ManifestProblem {
  readonly code: 'manifest-invalid' | 'duplicate-record' | 'missing-file' | 'file-not-allowed';
  /** The manifest file the span is in, as the caller named it. */
  readonly manifest: string;
  readonly span: Span;
  readonly message: string;
}

/** A manifest file as it is written. */
export interface ParsedManifest {
  /** Path of the manifest as the caller named it. */
  readonly path: string;
  readonly text: string;
  /** False where the file has none of our sections: an `exhibits.yaml` of somebody else's, of which nothing is said. */
  readonly isOurs: boolean;
  /** False where nothing can be read of it: then `problems` has exactly one, and the last good version stays in use. */
  readonly readable: boolean;
  /** Undefined for an empty file, or one that can't be read. */
  readonly root?: ManifestNode;
  /** The manifest that this one stands on, as written (`../exhibits.yaml`). */
  readonly extends?: { readonly path: string; readonly span: Span };
  /** What reading found; `buildRecord` adds what it finds in the meaning. In the order of the file. */
  readonly problems: readonly ManifestProblem[];
}

/** The sections by which a file is known to be ours. A `version` alone is anybody's. */
const SECTIONS = [
  'matter',
  'docket',
  'cases',
  'exhibits',
  'declarations',
  'depositions',
  'discovery',
  'transcripts',
  'appendices',
  'filings',
  'bates',
  'papers',
  'sealedTerms',
  'forms',
  'extends',
] as const;

const SECTION_LINE = new RegExp(`^[ \\t\\uFEFF]*(?:- )?[{"']{0,3}(?:${SECTIONS.join('|')})["']?:`, 'm');
const JSON_SECTION = new RegExp(`["'](?:${SECTIONS.join('|')})["']:`);

/**
 * Reads the text of a manifest, YAML or JSON. Never throws, whatever the text; time is linear in it.
 * `path` names the file in problems and places.
 */
export function parseManifest(text: string, path: string): ParsedManifest {
  const reading = readYaml(text);
  if (!reading.readable) {
    const isOurs = SECTION_LINE.test(text) || JSON_SECTION.test(text);
    return { path, text, isOurs, readable: false, problems: isOurs ? [invalid(path, reading.fault)] : [] };
  }
  const { root, notes } = reading;
  if (!root || (root.kind === 'scalar' && root.value === null)) {
    return { path, text, isOurs: false, readable: true, problems: [] };
  }
  if (root.kind !== 'map') return notAMap(text, path, root.span);
  if (!SECTIONS.some((section) => root.byKey.has(section))) {
    return { path, text, isOurs: false, readable: true, root, problems: [] };
  }
  const extended = child(root, 'extends');
  const extendedPath = wordsOf(extended);
  const problems = [
    ...notes.map((note) => invalid(path, note)),
    ...shapeProblems(root).map((problem) => invalid(path, problem)),
    ...valueProblems(root).map((problem) => invalid(path, problem)),
    ...duplicateKeys(root, text).map((found) => ({ ...found, code: 'duplicate-record' as const, manifest: path })),
  ];
  return {
    path,
    text,
    isOurs: true,
    readable: true,
    root,
    ...(extended && extendedPath ? { extends: { path: extendedPath, span: extended.span } } : {}),
    problems: inOrder(problems),
  };
}

/** A list or a bare word: nothing in it can be looked up, as if it could not be read. */
function notAMap(text: string, path: string, { start }: Span): ParsedManifest {
  const isOurs = SECTION_LINE.test(text);
  const newline = text.indexOf('\n', start);
  const message =
    'This is not a manifest: its sections, such as `docket:`, have to stand at the left margin. Until it is mended, citations are answered from the last version that could be read.';
  const span = { start, end: newline < 0 ? text.length : newline };
  return { path, text, isOurs, readable: false, problems: isOurs ? [invalid(path, { span, message })] : [] };
}

/** Nobody reads further, and no editor shows more: what is wrong so often has one cause. */
const MOST_PROBLEMS = 1000;

/** Problems in the order of the file, the first thousand. */
export function inOrder(problems: readonly ManifestProblem[]): readonly ManifestProblem[] {
  return [...problems]
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
    .slice(0, MOST_PROBLEMS);
}

function invalid(manifest: string, { span, message }: { span: Span; message: string }): ManifestProblem {
  return { code: 'manifest-invalid', manifest, span, message };
}
