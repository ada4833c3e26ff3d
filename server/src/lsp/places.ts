import { rangeOf } from '../features/positions.ts';
import type { Places } from '../features/view.ts';
import type { Matter } from './matter.ts';
import type { Workspace } from './workspace.ts';

/** Where the papers of a matter and their entries lie, as the client calls the files. */
export function placesOf(matter: Matter | undefined, workspace: Workspace): Places {
  return {
    fileUri: (source) => {
      const path = matter?.shelf.pathOf(source);
      return path === undefined ? undefined : workspace.uriOf(path);
    },
    entry: ({ manifest, span }) => {
      const lines = matter?.linesOfRecord(manifest);
      return lines && { uri: workspace.uriOf(manifest), range: rangeOf(lines, span) };
    },
  };
}
