import { rangeOf } from '../features/positions.ts';
import type { Places } from '../features/view.ts';
import { pathOfUri } from '../files/paths.ts';
import { readerFor } from '../record/readers/readers.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { Matter } from './matter.ts';
import type { ExhibitScheme, ProtectedScheme } from './messages.ts';
import type { Workspace } from './workspace.ts';

const SCHEME: ExhibitScheme = 'briefcite-exhibit';
const PROTECTED: ProtectedScheme = 'briefcite-protected';

/** Where a matter's papers and entries lie, as this client opens them. */
export function placesOf(matter: Matter | undefined, workspace: Workspace, abilities: ClientAbilities): Places {
  const fileUri: Places['fileUri'] = (source) => {
    const path = matter?.shelf.pathOf(source);
    return path === undefined ? undefined : workspace.uriOf(path);
  };
  return {
    fileUri,
    viewerUri: (source) => {
      const uri = abilities.showsExhibits ? fileUri(source) : undefined;
      const scheme = uri?.startsWith('file:') ? schemeFor(uri, source.isProtected) : undefined;
      return scheme && uri?.replace('file:', `${scheme}:`);
    },
    entry: ({ manifest, span }) => {
      const lines = matter?.linesOfRecord(manifest);
      return lines && { uri: workspace.uriOf(manifest), range: rangeOf(lines, span) };
    },
  };
}

/** How a paper is opened whose words were read: as pages, or as text with its pages marked; undefined for a picture. */
function schemeFor(uri: string, isProtected: boolean): ExhibitScheme | ProtectedScheme | undefined {
  if (/\.pdf$/i.test(uri)) return SCHEME;
  const reader = readerFor(uri);
  if (!reader || reader.name === 'picture') return undefined;
  return isProtected ? PROTECTED : SCHEME;
}

/** The path behind an address of ours, however many slashes a client writes; undefined for another address. */
export function pathOfExhibit(uri: string): string | undefined {
  const scheme = [SCHEME, PROTECTED].find((one) => uri.startsWith(`${one}:/`));
  if (!scheme) return undefined;
  const rest = uri.slice(scheme.length + 1);
  return pathOfUri(rest.startsWith('//') ? `file:${rest}` : `file://${rest}`);
}
