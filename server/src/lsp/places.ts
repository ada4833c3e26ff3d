import { rangeOf } from '../features/positions.ts';
import type { Places } from '../features/view.ts';
import { pathOfUri } from '../files/paths.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import type { Matter } from './matter.ts';
import type { ExhibitScheme } from './messages.ts';
import type { Workspace } from './workspace.ts';

const SCHEME: ExhibitScheme = 'briefcite-exhibit';

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
      return uri !== undefined && /^file:.*\.pdf$/i.test(uri) ? uri.replace('file:', `${SCHEME}:`) : undefined;
    },
    entry: ({ manifest, span }) => {
      const lines = matter?.linesOfRecord(manifest);
      return lines && { uri: workspace.uriOf(manifest), range: rangeOf(lines, span) };
    },
  };
}

/** The path behind an address of the viewer, however many slashes a client writes; undefined for another address. */
export function pathOfExhibit(uri: string): string | undefined {
  if (!uri.startsWith(`${SCHEME}:/`)) return undefined;
  const rest = uri.slice(SCHEME.length + 1);
  return pathOfUri(rest.startsWith('//') ? `file:${rest}` : `file://${rest}`);
}
