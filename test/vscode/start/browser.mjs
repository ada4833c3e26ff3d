import { spawn } from 'node:child_process';

/** Shows an address in the person's browser. False where there is no screen to show it on. */
export function openBrowser(address) {
  const [command, args] = opener(address);
  if (!command) return false;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // Without such a program the address that was printed has to do.
  child.once('error', () => console.log('No browser could be opened. Open the address in one.'));
  child.unref();
  return true;
}

function opener(address) {
  if (process.platform === 'darwin') return ['open', [address]];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return ['xdg-open', [address]];
  return [undefined, []];
}
