import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FixableManifest, FixView } from '../features/fixes/fix.ts';
import type { DraftView } from '../features/view.ts';
import { folderOf, pathBelow, pathOfUri } from '../files/paths.ts';
import type { Layers } from './draftLayers.ts';
import type { Matter } from './matter.ts';
import type { Workspace } from './workspace.ts';

/** Where a draft stands. */
interface Standing {
  readonly document: TextDocument;
  readonly layers: Layers;
  readonly matter: Matter | undefined;
  readonly workspace: Workspace;
}

/** A draft with what its fixes may change: its own text, and the manifests as they were read. */
export function fixViewOf(view: DraftView, { document, layers, matter, workspace }: Standing): FixView {
  const { uri, version, languageId } = document;
  const path = pathOfUri(uri);
  const below = matter && path !== undefined ? pathBelow(folderOf(matter.path), path) : undefined;
  return {
    ...view,
    file: { uri, version, lines: layers.lines },
    isMarkdown: languageId === 'markdown' || /\.(?:md|markdown)$/i.test(uri),
    ...(below === undefined ? {} : { path: below }),
    manifests: matter ? manifestsOf(matter, workspace) : [],
    reread: layers.reread,
  };
}

/** None where one can't be read, or where the editor holds words that were not read yet: an edit would go astray. */
function manifestsOf(matter: Matter, workspace: Workspace): readonly FixableManifest[] {
  const { chain } = matter;
  if (!chain?.readable) return [];
  const files = chain.manifests.flatMap((parsed): readonly FixableManifest[] => {
    const lines = matter.linesOf(parsed.path);
    const open = workspace.openDocument(parsed.path);
    if (!lines || (open && open.getText() !== parsed.text)) return [];
    return [{ uri: workspace.uriOf(parsed.path), ...(open ? { version: open.version } : {}), lines, parsed }];
  });
  return files.length === chain.manifests.length ? files : [];
}
