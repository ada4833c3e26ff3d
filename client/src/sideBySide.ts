import { commands, type Disposable, type TextDocumentContentProvider, Uri, workspace } from 'vscode';

const SCHEME = 'briefcite-text';
const texts = new Map<string, string>();
let shown = 0;

const provider: TextDocumentContentProvider = {
  provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
};

/** Serves the texts that are laid side by side; none is kept longer than its tab is open. */
export function registerSideBySide(): readonly Disposable[] {
  return [
    workspace.registerTextDocumentContentProvider(SCHEME, provider),
    workspace.onDidCloseTextDocument(({ uri }) => void texts.delete(uri.toString())),
    { dispose: () => texts.clear() },
  ];
}

/** Opens VS Code's own comparison of two texts; both can only be read. */
export async function showSideBySide(title: string, before: string, now: string): Promise<void> {
  shown++;
  const [left, right] = [before, now].map((text, side) => {
    const uri = Uri.from({ scheme: SCHEME, path: `/${shown}/${side === 0 ? 'as verified' : 'as it is now'}.txt` });
    texts.set(uri.toString(), text);
    return uri;
  });
  await commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}
