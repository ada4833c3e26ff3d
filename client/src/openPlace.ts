import { commands, type Disposable, Range, Uri, type ViewColumn, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { OpenCommand, OpenMethod, OpenParams, OpenResult } from '../../server/src/lsp/messages.ts';
import { EXHIBIT_SCHEME, PROTECTED_SCHEME } from './viewer/askedPlaces.ts';
import { openExhibit } from './viewer/exhibitViewer.ts';
import { openProtected } from './viewer/protectedText.ts';

const OPEN_COMMAND: OpenCommand = 'briefcite.open';
const METHOD: OpenMethod = 'briefcite/open';

/** The command behind a hover's links: asks the server what the id stands for, and opens that. */
export function registerOpenCommand(client: LanguageClient): Disposable {
  return commands.registerCommand(OPEN_COMMAND, async (id: unknown) => {
    if (typeof id !== 'string') return;
    const params: OpenParams = { id };
    const place = await client.sendRequest<OpenResult | null>(METHOD, params);
    if (place) await show(Uri.parse(place.uri, true), place.range);
    else void window.showInformationMessage('That link has grown old. Hover over the citation again.');
  });
}

/** Opens a file at a place; what is no text is shown by whatever shows it. */
export async function show(uri: Uri, { start, end }: OpenResult['range'], viewColumn?: ViewColumn): Promise<void> {
  const range = new Range(start.line, start.character, end.line, end.character);
  if (uri.scheme === EXHIBIT_SCHEME && /\.pdf$/i.test(uri.path)) return openExhibit(uri, range, viewColumn);
  if (uri.scheme === PROTECTED_SCHEME) return openProtected(uri, range, viewColumn);
  try {
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, {
      ...(viewColumn !== undefined && { viewColumn }),
      selection: range,
    });
  } catch {
    // A PDF or a picture is no text: VS Code has, or asks for, what shows it.
    await commands.executeCommand('vscode.open', uri, viewColumn);
  }
}
