// A profile of VS Code of its own, in a new folder: nothing of the person's own VS Code is read or written.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Nothing asks the network, nothing greets, nothing offers itself. */
const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'json.schemaDownload.enable': false,
};

/**
 * Makes the folders of a profile under `root` (a new temporary folder, if none is named) with these settings on top of the
 * quiet ones.
 * @param {Record<string, unknown>} settings
 */
export function makeProfile(settings = {}, root = mkdtempSync(join(tmpdir(), 'briefcite-vscode-'))) {
  const profile = {
    root,
    data: join(root, 'data'),
    extensions: join(root, 'extensions'),
    server: join(root, 'server'),
    browser: join(root, 'browser'),
    home: join(root, 'home'),
  };
  for (const folder of [profile.extensions, profile.server, profile.browser, profile.home, join(profile.data, 'User')])
    mkdirSync(folder, { recursive: true });
  writeFileSync(join(profile.data, 'User/settings.json'), JSON.stringify({ ...QUIET, ...settings }, undefined, 2));
  return profile;
}

/** Removes the profile with all that VS Code wrote into it. */
export function removeProfile({ root }) {
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
