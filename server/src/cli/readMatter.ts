import { analyze, type Draft, type RecordAnswer, stylesOf } from '../draft.ts';
import { ExhibitShelf } from '../files/exhibitShelf.ts';
import { isFile, manifestPlaces } from '../files/findManifest.ts';
import { type ManifestChain, readManifestChain, readManifestText } from '../files/manifestChain.ts';
import { folderOf, pathBelow } from '../files/paths.ts';
import { MAXIMUM_BYTES } from '../files/readAllowed.ts';
import { buildRecord } from '../record/buildRecord.ts';
import { NO_STYLES } from '../syntax/draftSyntax.ts';
import { parseDraft } from '../syntax/parseDraft.ts';

/** A manifest with its record and exhibits, read once for all drafts that it governs. */
export interface ReadMatter {
  /** Absolute. */
  readonly path: string;
  readonly chain: ManifestChain;
  readonly answer: RecordAnswer;
  readonly shelf: ExhibitShelf;
}

/** Reads a manifest and looks which of its files are there. `folders` may hold exhibits besides the manifest's own. */
export async function readMatter(path: string, folders: readonly string[]): Promise<ReadMatter> {
  const rules = { folders: [folderOf(path), ...folders], maximumBytes: MAXIMUM_BYTES };
  const chain = await readManifestChain(path, (one) =>
    readManifestText(one, { folders: [folderOf(one), ...rules.folders], maximumBytes: MAXIMUM_BYTES }),
  );
  const all = { ...rules, folders: [...rules.folders, ...chain.paths.map(folderOf)] };
  const shelf = new ExhibitShelf(
    () => all,
    () => undefined,
  );
  const [first] = chain.manifests;
  if (!first || !chain.readable) return { path, chain, answer: { state: 'unavailable' }, shelf };
  const record = buildRecord(first, { revision: 1, extended: chain.manifests.slice(1) });
  shelf.look(record);
  await shelf.lookAgain();
  return { path, chain, answer: { state: 'available', record }, shelf };
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
  await shelf.want(
    draft.citations.flatMap(({ targets }) =>
      targets.flatMap(({ source, sources }) => sources ?? (source ? [source] : [])),
    ),
  );
  return draft;
}
