import type { DraftSyntax } from '../../syntax/draftSyntax.ts';
import { starterOf } from './starterEntries.ts';
import { starterText } from './starterText.ts';

/**
 * The text of an `exhibits.yaml` that holds what the citations of a draft name, for a person to complete. `draftName` is the
 * draft's file name, for the comment at the top. A citation that resolved to nothing before resolves to its entry.
 */
export function starterManifest(syntax: DraftSyntax, draftName: string): string {
  return starterText(starterOf(syntax), draftName);
}
