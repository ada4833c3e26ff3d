import { window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ForgetTextMethod, ForgetTextResult } from '../../../server/src/lsp/messages.ts';

const METHOD: ForgetTextMethod = 'briefcite/forgetText';

/** "Forget Cached Text": removes what was read of exhibits from this workspace's storage folder. */
export async function forgetText(client: LanguageClient): Promise<void> {
  const { isDone } = await client.sendRequest<ForgetTextResult>(METHOD);
  void (isDone
    ? window.showInformationMessage('The words of exhibits that Briefcite had kept on this computer are removed.')
    : window.showWarningMessage(
        'The words of exhibits that Briefcite has kept could not be removed. Close other windows of this folder and try again.',
      ));
}
