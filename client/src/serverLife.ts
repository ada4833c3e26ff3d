import { commands, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

const RESTART = 'Restart Server';
const SHOW = 'Show Output';

/** Starts the server. Where it can't be, says so, with what to do about it as buttons. */
export async function startServer(client: LanguageClient): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    client.outputChannel.error(`The server did not start: ${error instanceof Error ? error.name : 'no reason given'}`);
    void askWhatToDo();
  }
}

/** Ends the server, if it runs, and starts it anew. */
export async function restartServer(client: LanguageClient): Promise<void> {
  try {
    if (client.isRunning()) await client.stop();
  } catch {
    // It had ended by itself.
  }
  await startServer(client);
}

async function askWhatToDo(): Promise<void> {
  const chosen = await window.showErrorMessage(
    'Briefcite could not start, so no citation is checked. Try once more; the output says what happened.',
    RESTART,
    SHOW,
  );
  if (chosen === RESTART) await commands.executeCommand('briefcite.restartServer');
  if (chosen === SHOW) await commands.executeCommand('briefcite.showOutput');
}
