import { commands, ProgressLocation, window } from 'vscode';
import { type LanguageClient, WorkDoneProgress } from 'vscode-languageclient/node';
import type { CheckAllMethod, CheckAllParams, CheckAllResult } from '../../../server/src/lsp/messages.ts';

const METHOD: CheckAllMethod = 'briefcite/checkAll';

/** Checks every draft in the open folders, shows how far it is, can be cancelled, and says at the end what to look at. */
export async function checkAllDrafts(client: LanguageClient): Promise<void> {
  const location = ProgressLocation.Notification;
  const total = await window.withProgress(
    { location, title: 'Briefcite checks all drafts', cancellable: true },
    async (progress, token) => {
      const workDoneToken = `briefcite-${Date.now()}`;
      let before = 0;
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== 'report') return;
        const { percentage = before, message = '' } = value;
        progress.report({ increment: percentage - before, message });
        before = percentage;
      });
      const params: CheckAllParams = { workDoneToken };
      try {
        return await client.sendRequest<CheckAllResult | null>(METHOD, params, token);
      } catch {
        return null;
      } finally {
        listening.dispose();
      }
    },
  );
  if (total) await sayTotal(total);
}

async function sayTotal({ drafts, citations, toLookAt }: CheckAllResult): Promise<void> {
  if (drafts === 0) {
    void window.showInformationMessage('There is no draft (.brief) in the folders that are open.');
    return;
  }
  const found = `${drafts} ${drafts === 1 ? 'draft' : 'drafts'}, ${citations} citations: ${toLookAt} to look at.`;
  const show = 'Show Problems';
  if ((await window.showInformationMessage(found, show)) === show)
    await commands.executeCommand('workbench.actions.view.problems');
}
