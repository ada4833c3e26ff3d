import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensurePackaged, root } from '../../prepare.mjs';
import { ensureHost } from '../host/install.mjs';
import { makeProfile, removeProfile } from '../host/profile.mjs';
import { installExtension, startServer } from '../host/server.mjs';
import { openBrowser } from './browser.mjs';
import { openDesktop } from './desktop.mjs';
import { copySample } from './sample.mjs';

const VSIX = join(root, 'dist/briefcite.vsix');
/** What is typed is on the disk after this time, so that a window that goes away takes nothing with it. */
const SAVED_AFTER_MILLISECONDS = 300;

/**
 * Opens the sample, or a folder or draft of the person's own, in an editor, and stays until Ctrl+C. Answers the exit status: 0,
 * or 1 with a sentence where no editor can be had.
 * @param {{ path: string | undefined, desktop: boolean, browser: boolean }} words
 */
export async function openEditor({ path, desktop, browser }) {
  const profile = makeProfile({
    'files.autoSave': 'afterDelay',
    'files.autoSaveDelay': SAVED_AFTER_MILLISECONDS,
    'security.workspace.trust.enabled': false,
    'editor.minimap.enabled': false,
  });
  try {
    ensurePackaged();
    const place = path === undefined ? copySample(profile.root) : ownPlace(path);
    if (desktop) return await openDesktop(profile, VSIX, place);
    await ensureHost();
    await installExtension(profile, VSIX);
    return await serveUntilStopped(profile, place, browser);
  } catch (error) {
    console.error(`\n${error.message}`);
    return 1;
  } finally {
    removeProfile(profile);
  }
}

async function serveUntilStopped(profile, { folder, file, line }, browser) {
  const stopped = untilStopped();
  const server = await startServer(profile);
  const address = server.address(folder, file, line);
  console.log(`\n${basename(file ?? folder)} is open in VS Code at\n\n  ${address}\n`);
  console.log('Only this computer can reach it, and only with the key in that address. Ctrl+C ends it.');
  if (browser && !openBrowser(address)) console.log('Open the address in a browser.');
  const why = await Promise.race([stopped, server.ended.then(() => 'gone')]);
  if (why === 'gone') console.log('\nThe editor has ended, because no window showed it any more.');
  else {
    console.log('\nSaving what was typed, and ending.');
    await pause(2 * SAVED_AFTER_MILLISECONDS);
  }
  await server.stop();
  return 0;
}

/** Settles at the first Ctrl+C, or when the terminal is closed; a second one ends us as usual. */
function untilStopped() {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => done('stopped'));
  });
}

function ownPlace(path) {
  const whole = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  if (!existsSync(whole)) throw new Error(`${whole} is not there. Name a folder with drafts, or a draft.`);
  return statSync(whole).isDirectory() ? { folder: whole } : { folder: dirname(whole), file: whole };
}
