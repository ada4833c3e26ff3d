import type { TextDocument } from 'vscode-languageserver-textdocument';
import { draftSummary } from '../features/draftSummary.ts';
import { baseName, pathOfUri } from '../files/paths.ts';
import type { Layers } from './draftLayers.ts';

/** A name and numbers: nothing of what the draft says. */
export function announced(uri: string, layers: Layers): string {
  const { citations, toLookAt, manifest } = draftSummary(layers);
  const path = pathOfUri(uri);
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
