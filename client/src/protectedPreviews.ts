import { type Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { ProtectedPreviewsMethod, ProtectedPreviewsParams } from '../../server/src/lsp/messages.ts';

const METHOD: ProtectedPreviewsMethod = 'briefcite/protectedPreviews';

/** What turns the words of sealed and designated papers on and off in hovers. */
export interface ProtectedPreviews {
  turn(isOn: boolean): Promise<void>;
  readonly disposables: readonly Disposable[];
}

/** Off at every start of the server; the status bar says where it is on. */
export function protectedPreviews(client: LanguageClient): ProtectedPreviews {
  const item = window.createStatusBarItem('briefcite.protectedPreviews', StatusBarAlignment.Left, 9);
  item.name = 'Briefcite: Protected Previews';
  item.text = '$(eye) protected previews on';
  item.tooltip = 'Hovers show the words of sealed and designated exhibits. Click to withhold them again.';
  item.command = 'briefcite.hideProtectedPreviews';
  item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  item.accessibilityInformation = { label: 'Briefcite: protected previews are on. Turn them off.', role: 'button' };
  const turn = async (isOn: boolean): Promise<void> => {
    const params: ProtectedPreviewsParams = { isOn };
    await client.sendNotification(METHOD, params);
    if (isOn) item.show();
    else item.hide();
  };
  // Another server knows nothing of it.
  const stopped = client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) item.hide();
  });
  return { turn, disposables: [item, stopped] };
}
