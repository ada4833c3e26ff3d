import { analyze, type Draft, type RecordAnswer, stylesOf } from '../draft.ts';
import { citeCheckPath, readCiteCheckText } from '../files/citeCheckFile.ts';
import { ExhibitShelf } from '../files/exhibitShelf.ts';
import { isFile, manifestPlaces } from '../files/findManifest.ts';
import { type ManifestChain, readManifestChain, readManifestText } from '../files/manifestChain.ts';
import { folderOf, pathBelow, wayTo } from '../files/paths.ts';
import { MAXIMUM_BYTES } from '../files/readAllowed.ts';
import type { ExhibitReading } from '../files/readPages.ts';
import { buildRecord } from '../record/buildRecord.ts';
import { type CheckMark, type CiteCheck, parseCiteCheck } from '../record/citeCheck.ts';
import { sourcesToRead } from '../resolve/citedSources.ts';
import { NO_STYLES } from '../syntax/draftSyntax.ts';
import { parseDraft } from '../syntax/parseDraft.ts';

/** A manifest with its record and exhibits, read once for all drafts that it governs. */
export interface ReadMatter {
  /** Absolute. */
  readonly path: string;
  readonly chain: ManifestChain;
  readonly answer: RecordAnswer;
  readonly shelf: ExhibitShelf;
  /** What people marked, and what is wrong with the reading of it. */
  readonly citeCheck: CiteCheck & { readonly text: string };
}

/** Reads a manifest and looks which of its files are there. `folders` may hold exhibits besides the manifest's own. */
export async function readMatter(
  path: string,
  folders: readonly string[],
  reading?: ExhibitReading,
): Promise<ReadMatter> {
  const rules = { folders: [folderOf(path), ...folders], maximumBytes: MAXIMUM_BYTES };
  const chain = await readManifestChain(path, (one) =>
    readManifestText(one, { folders: [folderOf(one), ...rules.folders], maximumBytes: MAXIMUM_BYTES }),
  );
  const all = { ...rules, folders: [...rules.folders, ...chain.paths.map(folderOf)] };
  const shelf = new ExhibitShelf(
    () => all,
    () => undefined,
    reading,
  );
  const citeCheck = await readMarks(path);
  const [first] = chain.manifests;
  if (!first || !chain.readable) return { path, chain, answer: { state: 'unavailable' }, shelf, citeCheck };
  const record = buildRecord(first, { revision: 1, extended: chain.manifests.slice(1) });
  shelf.look(record);
  await shelf.lookAgain();
  return { path, chain, answer: { state: 'available', record }, shelf, citeCheck };
}

async function readMarks(manifest: string): Promise<ReadMatter['citeCheck']> {
  const read = await readCiteCheckText(citeCheckPath(manifest));
  const text = read.state === 'read' ? read.text : '';
  return { ...parseCiteCheck(text), text };
}

/** What people marked in a draft. `path` is absolute. */
export function marksIn({ path: manifest, citeCheck }: ReadMatter, path: string): readonly CheckMark[] {
  const way = wayTo(folderOf(manifest), path);
  return citeCheck.marks.filter(({ draft }) => draft === way);
}

/** The nearest manifest of ours above a file, and every place that was looked at. Somebody else's `exhibits.yaml` is passed over. */
export async function findManifest(
  file: string,
  root: string,
): Promise<{ readonly path?: string; readonly looked: readonly string[] }> {
  const looked = manifestPlaces(file, root);
  for (const place of looked) {
    if (!(await isFile(place))) continue;
    const chain = await readManifestChain(place, (path) =>
      readManifestText(path, { folders: [folderOf(path)], maximumBytes: MAXIMUM_BYTES }),
    );
    const [first] = chain.manifests;
    if (!first || first.isOurs) return { path: place, looked };
  }
  return { looked };
}

/** Parses and answers a draft, and reads the exhibits that it cites. `path` is absolute; undefined for standard input. */
export async function readDraft(
  text: string,
  path: string | undefined,
  matter: ReadMatter | undefined,
): Promise<Draft> {
  if (!matter) return analyze(parseDraft(text, NO_STYLES), { state: 'none' });
  const { answer, shelf } = matter;
  const styles = answer.state === 'available' ? stylesOf(answer.record) : NO_STYLES;
  const below = path === undefined ? undefined : pathBelow(folderOf(matter.path), path);
  const draft = analyze(parseDraft(text, styles), answer, below);
  await shelf.want(draft.citations.flatMap(({ targets }) => targets.flatMap(sourcesToRead)));
  return draft;
}
