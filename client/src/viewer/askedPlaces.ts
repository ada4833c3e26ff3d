import { type DefinitionLink, type Location, type Range, type TextDocument, type Uri, window } from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { ExhibitScheme, ProtectedScheme } from '../../../server/src/lsp/messages.ts';

export const EXHIBIT_SCHEME: ExhibitScheme = 'briefcite-exhibit';
export const PROTECTED_SCHEME: ProtectedScheme = 'briefcite-protected';

/** Where in an exhibit somebody wants to look. */
export interface AskedPlace {
  readonly uri: Uri;
  readonly range: Range;
  /** The column of the draft from which it was asked. */
  readonly from?: number | undefined;
}

/** F12 asks where a citation leads and opens it at once. An answer that is older than this was for Ctrl+hover or a peek. */
const JUST_NOW_MILLISECONDS = 3_000;

let last: (AskedPlace & { readonly at: number }) | undefined;

/**
 * Notes where the last definition led, and does nothing else: Ctrl+hover and peek ask, too. VS Code tells an editor of ours which
 * file it is to open and not the place in it; when the viewer comes to the front, this is the place.
 */
export const notingDefinitions: Pick<Middleware, 'provideDefinition'> = {
  async provideDefinition(document, position, token, next) {
    const answer = await next(document, position, token);
    const [first] = Array.isArray(answer) ? answer : answer ? [answer] : [];
    if (first) note(first, document);
    return answer;
  },
};

function note(answer: Location | DefinitionLink, document: TextDocument): void {
  const link = 'targetUri' in answer;
  const uri = link ? answer.targetUri : answer.uri;
  if (uri.scheme !== EXHIBIT_SCHEME && uri.scheme !== PROTECTED_SCHEME) return;
  const range = link ? (answer.targetSelectionRange ?? answer.targetRange) : answer.range;
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  last = { uri, range, from: editor?.viewColumn, at: Date.now() };
}

/** Notes a place that is opened by its link. */
export function notePlace(place: AskedPlace): void {
  last = { ...place, at: Date.now() };
}

/** The place of this file that was asked for just now; it is told once. */
export function takePlace(uri: Uri): AskedPlace | undefined {
  const place = last;
  if (!place || place.uri.path !== uri.path || Date.now() - place.at > JUST_NOW_MILLISECONDS) return undefined;
  last = undefined;
  return place;
}
