import type { TextDocument } from 'vscode-languageserver-textdocument';
import { draftSummary } from '../features/draftSummary.ts';
import { baseName, pathOfUri } from '../files/paths.ts';
import type { Layers } from './draftLayers.ts';
import type { DraftFileScheme } from './messages.ts';

const FILE_SCHEME: DraftFileScheme = 'briefcite-draft';

/** The path of a draft: of its file, or of the Word file or PDF that its text was read from. */
export function draftPathOf(uri: string): string | undefined {
  if (!isReadOnly(uri)) return pathOfUri(uri);
  const rest = uri.slice(FILE_SCHEME.length + 1);
  return pathOfUri(rest.startsWith('//') ? `file:${rest}` : `file://${rest}`);
}

/** True for the text of a Word file or PDF: nobody can edit it. */
export function isReadOnly(uri: string): boolean {
  return uri.startsWith(`${FILE_SCHEME}:`);
}

/** A name and numbers: nothing of what the draft says. */
export function announced(uri: string, layers: Layers): string {
  const { citations, toLookAt, manifest } = draftSummary(layers);
  const path = draftPathOf(uri);
  const name = path === undefined ? 'an unsaved draft' : baseName(path);
  return `${name}: ${citations} citations, ${toLookAt} to look at, manifest ${manifest}`;
}

/** True for a draft by its language or its name. */
export function isBrief({ languageId, uri }: TextDocument): boolean {
  return languageId === 'legal-brief' || /\.brief(?:\.txt)?$/i.test(uri);
}

/** True for what is a draft where a manifest lies above it. */
export function isDraftLanguage(document: TextDocument): boolean {
  return isBrief(document) || document.languageId === 'markdown' || document.languageId === 'plaintext';
}
