import { spawn } from 'node:child_process';

/**
 * Opens a folder in the desktop VS Code that `code` starts, in a profile of its own, and stays until its window is closed.
 * Throws with a sentence where there is no `code`.
 */
export async function openDesktop(profile, vsix, { folder, file }) {
  const own = ['--user-data-dir', profile.data, '--extensions-dir', profile.extensions];
  await code([...own, '--install-extension', vsix, '--force']);
  console.log('\nVS Code opens. Close its window to end this.');
  await code([...own, '--disable-workspace-trust', '--new-window', '--wait', folder, ...(file ? [file] : [])]);
  return 0;
}

function code(args) {
  const windows = process.platform === 'win32';
  const child = spawn('code', windows ? args.map((word) => `"${word}"`) : args, { stdio: 'inherit', shell: windows });
  return new Promise((done, failed) => {
    child.once('error', () =>
      failed(new Error('There is no `code` on the PATH. Install VS Code, or leave out --desktop to use the browser.')),
    );
    child.once('exit', (status) => (status === 0 ? done() : failed(new Error(`VS Code ended with ${status}.`))));
  });
}
