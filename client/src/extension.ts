// The room `client` knows VS Code. It must never know what a citation is: it starts the server, and shows what the server says.
import type { ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerCommands } from './commands/commands.ts';
import { makeClient } from './languageClient.ts';
import { startServer } from './serverLife.ts';
import { showStatus } from './statusBar.ts';
import { registerExhibitViewer } from './viewer/exhibitViewer.ts';
import { registerProtectedText } from './viewer/protectedText.ts';

let client: LanguageClient | undefined;

/** Starts the language server beside VS Code. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = makeClient(context);
  context.subscriptions.push(...registerCommands(client), ...showStatus(client));
  context.subscriptions.push(...registerExhibitViewer(client, context), registerProtectedText(client, context));
  await startServer(client);
}

/** Stops the language server. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
