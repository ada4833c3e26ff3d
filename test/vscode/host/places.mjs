import { existsSync } from 'node:fs';
import { join } from 'node:path';

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
export function chromiumOf() {
  return PLACES.find((place) => place !== undefined && existsSync(place));
}
