// A Chromium that shows the workbench, and lets no request off this machine.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PLACES = [
  process.env.BRIEFCITE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  join(process.env.PROGRAMFILES ?? 'C:/Program Files', 'Google/Chrome/Application/chrome.exe'),
];

/** The Chromium of this machine, or undefined. `BRIEFCITE_CHROMIUM` names one that lies elsewhere. */
export function findChromium() {
  return PLACES.find((place) => place !== undefined && existsSync(place));
}

/**
 * Opens a window without a screen on a profile. A draft is open in it: no request leaves 127.0.0.1, and what tried to is in
 * `blocked`.
 */
export async function openChromium(profile, viewport = { width: 1280, height: 800 }) {
  const executablePath = findChromium();
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
