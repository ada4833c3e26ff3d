// A Chromium that shows the workbench, and lets no request off this machine.
import { chromium } from 'playwright-core';
import { chromiumOf } from './places.mjs';

/**
 * Opens a window without a screen on a profile. A draft is open in it: no request leaves 127.0.0.1, and what tried to is in
 * `blocked`.
 */
export async function openChromium(profile, viewport = { width: 1280, height: 800 }) {
  const executablePath = chromiumOf();
  if (!executablePath)
    throw new Error('No Chromium is on this machine. Install one, or name it in BRIEFCITE_CHROMIUM.');
  const context = await chromium.launchPersistentContext(profile.browser, {
    executablePath,
    headless: true,
    viewport,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
  /** @type {string[]} */
  const blocked = [];
  await context.route(
    (url) => url.hostname !== '127.0.0.1' && /^(?:https?|wss?):$/.test(url.protocol),
    (route) => {
      blocked.push(route.request().url());
      return route.abort();
    },
  );
  return { context, blocked };
}
