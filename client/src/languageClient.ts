import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import type {
  DraftFileScheme,
  InitializationOptions,
  LookAgainCommand,
  MarkCommand,
  OpenCommand,
} from '../../server/src/lsp/messages.ts';
import { messageTrace } from './messageTrace.ts';
import { silentTrace } from './silentTrace.ts';
import { notingDefinitions } from './viewer/askedPlaces.ts';

const OPEN_COMMAND: OpenCommand = 'briefcite.open';
const DRAFT_FILE: DraftFileScheme = 'briefcite-draft';
const MARK: MarkCommand = 'briefcite.markChecked';
const LOOK_AGAIN: LookAgainCommand = 'briefcite.lookAgain';

/** A server that ends this often within three minutes is not started again by itself. */
const MOST_RESTARTS = 4;
const WITHIN_MILLISECONDS = 3 * 60_000;

/** The connection to the language server that runs beside VS Code. Not started yet. */
export function makeClient(context: ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const transport = TransportKind.ipc;
  const server: ServerOptions = {
    // Short-lived objects of each keystroke: a small nursery keeps the server's memory a fifth smaller.
    run: { module, transport, options: { execArgv: ['--max-semi-space-size=2'] } },
    debug: { module, transport, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const rulesPage = Uri.file(context.asAbsolutePath('dist/rules.md')).toString();
  const initializationOptions: InitializationOptions = {
    trustedCommands: [OPEN_COMMAND],
    commands: [MARK, LOOK_AGAIN],
    status: true,
    exhibitViewer: true,
    hoverPictures: true,
    rulesPage,
    // In a folder that nobody trusts nothing is written to the disk.
    ...(workspace.isTrusted && context.storageUri && { storage: context.storageUri.fsPath }),
  };
  const output = window.createOutputChannel('Briefcite', { log: true });
  context.subscriptions.push(output);
  const options: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: 'legal-brief' },
      { scheme: 'untitled', language: 'legal-brief' },
      { scheme: DRAFT_FILE, language: 'legal-brief' },
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', language: 'plaintext' },
      { scheme: 'file', pattern: '**/exhibits.{yaml,yml,json}' },
      { scheme: 'file', pattern: '**/cite-check.yaml' },
    ],
    // A hover may run this one command and show no HTML, whatever an exhibit's words look like.
    markdown: { isTrusted: { enabledCommands: [OPEN_COMMAND] }, supportHtml: false },
    initializationOptions,
    outputChannel: output,
    traceOutputChannel: silentTrace,
    middleware: { ...messageTrace(output, context.subscriptions), ...notingDefinitions },
    errorHandler: restarting(),
    // What went wrong is said by us, with a button: see serverLife.ts.
    initializationFailedHandler: () => false,
  };
  return new LanguageClient('briefcite', 'Briefcite', server, options);
}

/** Starts the server again after a crash, but not for ever; then a person is asked. */
function restarting(): ErrorHandler {
  let ends: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < WITHIN_MILLISECONDS), now];
      if (ends.length <= MOST_RESTARTS) return { action: CloseAction.Restart, handled: true };
      ends = [];
      return {
        action: CloseAction.DoNotRestart,
        message: 'Briefcite ended several times within three minutes. Run "Briefcite: Restart Server" to try again.',
      };
    },
  };
}
