import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { openChromium } from '../host/chromium.mjs';
import { makeProfile, removeProfile } from '../host/profile.mjs';
import { installExtension, startServer } from '../host/server.mjs';
import { copySample } from '../start/sample.mjs';
import { Desk, PICTURES } from './desk.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A file that VS Code took away meanwhile has none. */
function bytesOf(path: string): Buffer {
  try {
    return statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

export interface StageOptions {
  /** Settings of the person, on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Asks whether a folder is trusted, as a desktop does. */
  readonly trust?: boolean;
}

/** A real VS Code with the packaged extension in it, and a browser that shows it. */
export class Stage {
  readonly #folders: string[] = [];

  private constructor(
    readonly profile: ReturnType<typeof makeProfile>,
    readonly server: Awaited<ReturnType<typeof startServer>>,
    readonly context: BrowserContext,
    /** Addresses outside this machine that something asked for. */
    readonly blocked: readonly string[],
  ) {}

  static async open({ settings = {}, trust = false }: StageOptions = {}): Promise<Stage> {
    const profile = makeProfile({
      'security.workspace.trust.enabled': trust,
      'security.workspace.trust.startupPrompt': 'never',
      'files.autoSave': 'off',
      'editor.minimap.enabled': false,
      ...settings,
    });
    await installExtension(profile, join(root, 'dist/briefcite.vsix'));
    const server = await startServer(profile, { trust });
    const { context, blocked } = await openChromium(profile);
    mkdirSync(PICTURES, { recursive: true });
    return new Stage(profile, server, context, blocked);
  }

  /** Every file that VS Code, the browser or the extension has written for this stage, and that holds a word. Throws where there is none at all. */
  filesWith(word: string): readonly string[] {
    const { root: profile } = this.profile;
    const files = readdirSync(profile, { recursive: true }).map((name) => join(profile, String(name)));
    if (files.length === 0) throw new Error('Nothing at all was written.');
    return files.filter((path) => bytesOf(path).includes(word));
  }

  /** A folder with these files, gone after the tests. The name may be any that a person gives. */
  folder(files: Readonly<Record<string, string>>, name = 'matter'): string {
    const parent = realpathSync(mkdtempSync(join(tmpdir(), 'briefcite-ui-')));
    this.#folders.push(parent);
    const folder = join(parent, name);
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return folder;
  }

  /** A copy of the sample matter. */
  sample(): string {
    return copySample(dirname(this.folder({}))).folder;
  }

  /** A window on a folder, or on a `.code-workspace`, with a file opened in it if one is named. */
  async desk(place: string, file?: string, line?: number): Promise<Desk> {
    const page = await this.context.newPage();
    const isWorkspace = place.endsWith('.code-workspace');
    const parent = isWorkspace ? dirname(place) : place;
    const url = new URL(this.server.address(place, file === undefined ? undefined : join(parent, file), line));
    if (isWorkspace) {
      url.searchParams.delete('folder');
      url.searchParams.set('workspace', place);
    }
    await page.goto(url.toString());
    await page.locator('.monaco-workbench').waitFor();
    const desk = new Desk(page);
    if (file !== undefined) await desk.isOpen(file);
    return desk;
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.stop();
    removeProfile(this.profile);
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
