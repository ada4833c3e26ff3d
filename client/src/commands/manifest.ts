import { Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { DraftParams, ManifestMethod, ManifestResult } from '../../../server/src/lsp/messages.ts';

const METHOD: ManifestMethod = 'briefcite/manifest';

/** Opens the manifest of the draft in front; where there is none, offers to make one. */
export async function openManifest(client: LanguageClient): Promise<void> {
  const manifest = await manifestOfDraft(client);
  if (!manifest) return;
  if (manifest.starter === undefined) {
    await window.showTextDocument(Uri.parse(manifest.uri, true));
    return;
  }
  const create = 'Create One';
  const words = 'There is no exhibits.yaml beside this draft or above it.';
  if ((await window.showInformationMessage(words, create)) === create) await createManifest(client);
}

/** Writes an exhibits.yaml beside the draft in front, with every paper that it cites, and opens it. Opens one that is there. */
export async function createManifest(client: LanguageClient): Promise<void> {
  const manifest = await manifestOfDraft(client);
  if (!manifest) return;
  const uri = Uri.parse(manifest.uri, true);
  if (manifest.starter !== undefined) {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(manifest.starter));
  }
  await window.showTextDocument(uri);
}

async function manifestOfDraft(client: LanguageClient): Promise<ManifestResult | null> {
  const document = window.activeTextEditor?.document;
  const params: DraftParams | undefined = document && { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const manifest = params ? await client.sendRequest<ManifestResult | null>(METHOD, params) : null;
  if (!manifest) {
    void window.showInformationMessage('Open a draft first, saved in a folder: its exhibits are listed beside it.');
  }
  return manifest;
}
