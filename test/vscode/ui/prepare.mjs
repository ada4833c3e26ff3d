import { ensurePackaged } from '../../prepare.mjs';
import { ensureHost } from '../host/install.mjs';

/** What the scenarios run on: VS Code, and the extension as it ships. */
export async function setup() {
  await ensureHost();
  ensurePackaged();
}
