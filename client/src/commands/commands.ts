import { commands, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerOpenCommand } from '../openPlace.ts';
import { protectedPreviews } from '../protectedPreviews.ts';
import { restartServer } from '../serverLife.ts';
import { registerSideBySide } from '../sideBySide.ts';
import { checkAllDrafts } from './checkAllDrafts.ts';
import { draftFilesOf } from './checkDraftFile.ts';
import { markChecked, nextUnchecked } from './citeCheck.ts';
import { goToFinding } from './findings.ts';
import { forgetText } from './forgetText.ts';
import { registerLookAgain } from './lookAgain.ts';
import { createManifest, openManifest } from './manifest.ts';
import { showCitations } from './showCitations.ts';

/** Every command of the palette; package.json names the same ones. */
export function registerCommands(client: LanguageClient): Disposable[] {
  const previews = protectedPreviews(client);
  const draftFiles = draftFilesOf(client);
  const palette: Readonly<Record<string, (...offered: unknown[]) => unknown>> = {
    'briefcite.showCitations': () => showCitations(client),
    'briefcite.createManifest': () => createManifest(client),
    'briefcite.openManifest': () => openManifest(client),
    'briefcite.checkAllDrafts': () => checkAllDrafts(client),
    'briefcite.checkDraftFile': (offered) => draftFiles.check(offered),
    'briefcite.nextFinding': () => goToFinding('next'),
    'briefcite.previousFinding': () => goToFinding('previous'),
    'briefcite.markChecked': (...offered) => markChecked(client, ...offered),
    'briefcite.nextUnchecked': () => nextUnchecked(client),
    'briefcite.showProtectedPreviews': () => previews.turn(true),
    'briefcite.hideProtectedPreviews': () => previews.turn(false),
    'briefcite.forgetText': () => forgetText(client),
    'briefcite.restartServer': () => restartServer(client),
    'briefcite.showOutput': () => client.outputChannel.show(),
  };
  const registered = Object.entries(palette).map(([name, run]) => commands.registerCommand(name, run));
  return [
    ...registered,
    ...previews.disposables,
    registerOpenCommand(client),
    registerLookAgain(client),
    ...registerSideBySide(),
    draftFiles.shown,
  ];
}
