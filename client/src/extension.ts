// The room `client` knows VS Code. It must never know what a citation is: it starts the server, and opens what the server names.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { OpenCommand } from '../../server/src/lsp/messages.ts';
import { registerOpenCommand } from './openPlace.ts';
import { silentTrace } from './silentTrace.ts';

const OPEN_COMMAND: OpenCommand = 'briefcite.open';

let client: LanguageClient | undefined;

/** Starts the language server beside VS Code. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  const debug = { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  client = new LanguageClient(
    'briefcite',
    'Briefcite',
    { run: { module, transport: TransportKind.ipc }, debug },
    {
      documentSelector: [
        { scheme: 'file', language: 'legal-brief' },
        { scheme: 'untitled', language: 'legal-brief' },
        { scheme: 'file', language: 'markdown' },
        { scheme: 'file', language: 'plaintext' },
        { scheme: 'file', pattern: '**/exhibits.{yaml,yml,json}' },
      ],
      // A hover may run this one command and show no HTML, whatever an exhibit's words look like.
      markdown: { isTrusted: { enabledCommands: [OPEN_COMMAND] }, supportHtml: false },
      initializationOptions: { trustedCommands: [OPEN_COMMAND] },
      traceOutputChannel: silentTrace,
    },
  );
  context.subscriptions.push(registerOpenCommand(OPEN_COMMAND, client));
  await client.start();
}

/** Stops the language server. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
