import { type Disposable, StatusBarAlignment, type StatusBarItem, ThemeColor, window, workspace } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import type { StatusMethod, StatusParams } from '../../server/src/lsp/messages.ts';

const METHOD: StatusMethod = 'briefcite/status';

/** The line at the foot of the window: what was found in the draft that is open in front. */
export function showStatus(client: LanguageClient): Disposable[] {
  const item = window.createStatusBarItem('briefcite.status', StatusBarAlignment.Left, 10);
  item.name = 'Briefcite';
  const known = new Map<string, StatusParams>();
  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && known.get(client.code2ProtocolConverter.asUri(uri));
    if (status && (status.citations > 0 || status.manifest !== 'none')) fill(item, status);
    else item.hide();
  };
  return [
    item,
    client.onNotification(METHOD, (status: StatusParams) => {
      known.set(status.uri, status);
      show();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Stopped) return;
      known.clear();
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => void known.delete(client.code2ProtocolConverter.asUri(uri))),
  ];
}

function fill(item: StatusBarItem, status: StatusParams): void {
  const { citations, toLookAt, manifest } = status;
  const found = `${citations} ${citations === 1 ? 'citation' : 'citations'}`;
  if (manifest === 'none') {
    item.text = `§ ${found} · no manifest: create one`;
    item.tooltip = `${found} found. There is no list of exhibits (exhibits.yaml) to look them up in. Click to make one from this draft.`;
    item.command = 'briefcite.createManifest';
  } else {
    const checked = status.checked > 0 ? ` · ${status.checked} of ${status.toCheck} checked` : '';
    item.text =
      manifest === 'unreadable'
        ? `§ ${found} · the manifest can't be read`
        : `§ ${found} · ${toLookAt} to look at${checked}`;
    item.tooltip = [
      `${found} found`,
      `${status.unresolved} not in the manifest`,
      `${status.ambiguous} that could be several papers`,
      `${status.stale} to papers that changed`,
      `${status.checked} of ${status.toCheck} that the manifest answers were checked by a person`,
      'Click for the list.',
    ].join('\n');
    item.command = 'briefcite.showCitations';
  }
  item.accessibilityInformation = { label: `Briefcite: ${item.text.replace('§ ', '')}`, role: 'button' };
  item.backgroundColor = manifest === 'unreadable' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
}
