import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

/** The pictures that the scenarios take; CI keeps them. */
export const PICTURES = fileURLToPath(new URL('../pictures', import.meta.url));

/** One window of VS Code, and what a person does in it. Everything waits for what it wants to see, never for a time. */
export class Desk {
  constructor(readonly page: Page) {}

  /** The editor in front. */
  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Squiggles under findings that are errors or warnings. */
  get squiggles(): Locator {
    return this.page.locator('.squiggly-error, .squiggly-warning');
  }

  get statusBar(): Locator {
    return this.page
      .locator('.statusbar-item[id="briefcite.briefcite.briefcite.status"], .statusbar-item', { hasText: '§' })
      .first();
  }

  get hover(): Locator {
    return this.page
      .locator('.monaco-resizable-hover .monaco-hover:not(.hidden), .monaco-editor .monaco-hover:not(.hidden)')
      .first();
  }

  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item-message');
  }

  async isOpen(file: string): Promise<void> {
    await this.page
      .locator('.tab.active', { hasText: basename(file) })
      .first()
      .waitFor();
    await this.editor.locator('.view-line').first().waitFor();
  }

  /** Brings a file to the front: by its tab, or by its name or path as Ctrl+P does. A path needs no search. */
  async open(file: string): Promise<void> {
    const tab = this.page.locator('.tab', { hasText: basename(file) });
    if ((await tab.count()) > 0) {
      await tab.first().click();
      return this.isOpen(file);
    }
    await this.page.keyboard.press('Control+KeyP');
    await this.quickInput(file);
    await this.page
      .locator('.quick-input-list .monaco-list-row', { hasText: basename(file) })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.isOpen(file);
  }

  /** Runs a command by its name in the palette. */
  async run(command: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput(`>${command}`);
    await this.chosen(command);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the list at the top has this row in front, which Enter takes. */
  async chosen(words: string): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: words }).first().waitFor();
  }

  /** Types into the box at the top. */
  async quickInput(words: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:not([style*="display: none"]) input').first();
    await input.waitFor();
    await input.fill(words);
  }

  /** Goes to a line (from 1) of the editor in front. */
  async goToLine(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+KeyG');
    await this.quickInput(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    // The cursor can be there while the box still has the keyboard.
    await this.isAt(line, column);
    await this.editorHasKeyboard();
  }

  /** Waits until what is typed goes to the editor in front. */
  async editorHasKeyboard(): Promise<void> {
    await this.page.locator('.quick-input-widget:visible').waitFor({ state: 'detached' });
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
  }

  /** Opens the menu of quick fixes where the cursor is; answers the row that Enter takes. */
  async quickFixes(): Promise<Locator> {
    const row = this.page.locator('.action-widget .monaco-list-row.focused');
    const none = this.page.locator('.monaco-editor-overlaymessage', { hasText: 'No code actions available' });
    for (let tries = 0; tries < 3; tries++) {
      await this.editorHasKeyboard();
      await this.page.keyboard.press('Control+Period');
      await row.or(none).first().waitFor();
      if ((await row.count()) > 0) break;
      // Where findings arrive in the same moment VS Code drops its own question; a person asks again.
      await this.page.keyboard.press('Escape');
      await none.waitFor({ state: 'detached' });
    }
    return row;
  }

  async isAt(line: number, column?: number): Promise<void> {
    const words = column === undefined ? `Ln ${line},` : `Ln ${line}, Col ${column}`;
    await this.page.locator('#status\\.editor\\.selection', { hasText: words }).waitFor();
  }

  /** Rests the mouse on words that are shown. */
  async pointAt(words: string): Promise<void> {
    const { x, y, width, height } = await this.placeOf(words);
    // The pointer has to come from elsewhere for the editor to notice it.
    await this.page.mouse.move(x + width / 2, y + height / 2 + 200);
    await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 6 });
  }

  async click(words: string): Promise<void> {
    const { x, y, width, height } = await this.placeOf(words);
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Where words stand on the screen. A line is drawn in several pieces, with no-break spaces. */
  async placeOf(words: string): Promise<{ x: number; y: number; width: number; height: number }> {
    const handle = await this.page.waitForFunction((wanted) => {
      for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
        const pieces: { node: Text; start: number }[] = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let text = '';
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          pieces.push({ node, start: text.length });
          text += node.data.replaceAll('\u00A0', ' ');
        }
        const at = text.indexOf(wanted);
        if (at < 0) continue;
        const place = (offset: number): [Text, number] => {
          const piece = pieces.findLast(({ start }) => start <= offset);
          if (!piece) throw new Error('a line without text');
          return [piece.node, offset - piece.start];
        };
        const range = document.createRange();
        range.setStart(...place(at));
        range.setEnd(...place(at + wanted.length - 1));
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      return undefined;
    }, words);
    const place = await handle.jsonValue();
    if (!place) throw new Error(`"${words}" is not on the screen.`);
    return place;
  }

  /** Opens the Problems panel; answers its rows. */
  async problems(): Promise<Locator> {
    await this.run('Problems: Focus on Problems View');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await this.page.locator('.markers-panel').waitFor();
    return rows;
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
