import { type ManifestProblem, type ParsedManifest, parseManifest } from '../record/manifest.ts';
import { decodeText } from '../record/readers/decodeText.ts';
import { folderOf, pathKey, refusalOf, resolveFrom } from './paths.ts';
import { type NoBytes, type ReadingRules, readAllowed } from './readAllowed.ts';

/** The text of a manifest, from an editor's buffer or from the disk. */
export type ManifestText = { readonly state: 'read'; readonly text: string } | NoBytes;

/** A manifest and all that it stands on. */
export interface ManifestChain {
  /** The manifest itself first, then what it extends, each once. */
  readonly manifests: readonly ParsedManifest[];
  /** Every file that belongs to it, also one that can't be read: a change of any means reading it all again. */
  readonly paths: readonly string[];
  /** False where any part of it can't be read: a record of the rest would call papers missing that are not. */
  readonly readable: boolean;
  /** Why, and what is wrong with `extends`; each in the file that says it. */
  readonly problems: readonly ManifestProblem[];
  /** Where the manifest itself could not be opened, the sentence that says so: there is no text to put a finding on. */
  readonly unopened?: NoBytes;
}

/** A firm's record, a matter, a motion: more floors than this is a mistake. */
const MOST_FLOORS = 8;

/** Reads a manifest from the disk. `path` is absolute. Never throws. */
export async function readManifestText(path: string, rules: ReadingRules): Promise<ManifestText> {
  const file = await readAllowed(path, rules);
  return file.state === 'read' ? { state: 'read', text: decodeText(file.bytes) } : file;
}

/** Reads a manifest and what it extends, by whatever `read` gives the texts. Never throws unless `read` does. */
export async function readManifestChain(
  path: string,
  read: (path: string) => Promise<ManifestText>,
): Promise<ManifestChain> {
  const manifests: ParsedManifest[] = [];
  const problems: ManifestProblem[] = [];
  const paths: string[] = [];
  let next: { readonly path: string; readonly from?: ParsedManifest } | undefined = { path };
  while (next) {
    const { path: at, from }: { readonly path: string; readonly from?: ParsedManifest } = next;
    next = undefined;
    paths.push(at);
    const answer = await read(at);
    if (answer.state !== 'read') {
      if (!from) return { manifests, paths, readable: false, problems, unopened: answer };
      problems.push(
        problemAtExtends(from, answer.state === 'missing' ? 'missing-file' : 'file-not-allowed', answer.why),
      );
      return { manifests, paths, readable: false, problems };
    }
    const manifest = parseManifest(answer.text, at);
    manifests.push(manifest);
    problems.push(...(manifest.readable ? [] : manifest.problems));
    if (!manifest.readable || !manifest.extends) continue;
    const way = floorBelow(manifest, paths);
    if ('path' in way) next = { path: way.path, from: manifest };
    else problems.push(way);
  }
  return { manifests, paths, readable: manifests.every(({ readable }) => readable), problems };
}

/** Where `extends` leads, or what is wrong with it. */
function floorBelow(manifest: ParsedManifest, paths: readonly string[]): { readonly path: string } | ManifestProblem {
  const written = manifest.extends?.path ?? '';
  const refusal = refusalOf(written);
  if (refusal) return problemAtExtends(manifest, 'file-not-allowed', refusal);
  const path = resolveFrom(folderOf(manifest.path), written);
  if (paths.some((known) => pathKey(known) === pathKey(path))) {
    return problemAtExtends(
      manifest,
      'manifest-invalid',
      `${written} leads back to this manifest; it is not read again.`,
    );
  }
  if (paths.length >= MOST_FLOORS) {
    return problemAtExtends(
      manifest,
      'manifest-invalid',
      `More than ${MOST_FLOORS} manifests stand on one another; ${written} is not read.`,
    );
  }
  return { path };
}

function problemAtExtends(from: ParsedManifest, code: ManifestProblem['code'], why: string): ManifestProblem {
  const span = from.extends?.span ?? { start: 0, end: 0 };
  return { code, manifest: from.path, span, message: why };
}
