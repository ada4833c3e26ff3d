import { TextDocument } from 'vscode-languageserver-textdocument';
import { draftSummary } from '../features/draftSummary.ts';
import { findDrafts } from '../files/findDrafts.ts';
import { readInput } from '../files/readInput.ts';
import { sourcesToRead } from '../resolve/citedSources.ts';
import { DraftLayers, type Layers } from './draftLayers.ts';
import { layerInputsOf } from './layerInputs.ts';
import type { Matter } from './matter.ts';
import type { Matters } from './matters.ts';
import type { CheckAllResult } from './messages.ts';
import { type DiagnosticAbilities, diagnosticOf, type Publisher } from './publish.ts';
import type { Workspace } from './workspace.ts';

/** How a long check tells where it is, and learns that nobody waits for it any more. */
export interface Checking {
  progress(done: number, of: number, path: string): void;
  isCancelled(): boolean;
}

/**
 * Drafts that are not open and were checked because a person asked for all of them. What was said of them is said anew when
 * their matter changes, and taken back when they are opened or gone.
 */
export class ClosedDrafts {
  readonly #workspace: Workspace;
  readonly #matters: Matters;
  readonly #publisher: Publisher;
  readonly #abilities: DiagnosticAbilities;
  /** By path, with the matter that answered each. */
  readonly #checked = new Map<string, Matter | undefined>();
  #checking = 0;

  constructor(workspace: Workspace, matters: Matters, publisher: Publisher, abilities: DiagnosticAbilities) {
    this.#workspace = workspace;
    this.#matters = matters;
    this.#publisher = publisher;
    this.#abilities = abilities;
  }

  /** Checks every draft in the open folders and publishes what it finds; those that are open are counted as they are there. */
  async checkAll({ progress, isCancelled }: Checking): Promise<CheckAllResult> {
    const paths: string[] = [];
    for (const folder of this.#workspace.folders) paths.push(...(await findDrafts(folder, isCancelled)));
    const total = { drafts: 0, citations: 0, toLookAt: 0 };
    for (const [index, path] of [...new Set(paths)].entries()) {
      if (isCancelled()) break;
      progress(index, paths.length, path);
      const summary = await this.#check(path);
      if (!summary) continue;
      total.drafts++;
      total.citations += summary.citations;
      total.toLookAt += summary.toLookAt;
    }
    return total;
  }

  /** Says anew what holds of the drafts that were checked. A newer call ends an older one. */
  async checkAgain(): Promise<void> {
    const checking = ++this.#checking;
    for (const path of [...this.#checked.keys()]) {
      if (checking !== this.#checking) return;
      await this.#check(path);
    }
  }

  /** The matters of the drafts that were checked: they are kept, or their exhibits would be read again at each look. */
  matters(): readonly Matter[] {
    return [...this.#checked.values()].filter((matter) => matter !== undefined);
  }

  /** A draft is opened: from now on it is answered as the editor has it. */
  opened(path: string): void {
    this.#checked.delete(path);
  }

  async #check(path: string): Promise<ReturnType<typeof draftSummary> | undefined> {
    const open = this.#workspace.openDocument(path);
    const input = open ? { text: open.getText() } : await readInput(path);
    const uri = this.#workspace.uriOf(path);
    if (!('text' in input)) {
      if (this.#checked.delete(path)) this.#publisher.clear(uri);
      return undefined;
    }
    const matter = await this.#matters.find(path);
    const layers = await this.#layersOf(path, input.text, matter);
    // It was opened meanwhile, or was open: the session says what holds of it.
    if (!this.#workspace.openDocument(path)) {
      this.#checked.set(path, matter);
      const diagnostics = layers.findings.map((finding) => diagnosticOf(uri, layers.lines, finding, this.#abilities));
      this.#publisher.publish(uri, undefined, diagnostics);
    }
    return draftSummary(layers);
  }

  async #layersOf(path: string, text: string, matter: Matter | undefined): Promise<Layers> {
    await matter?.ready();
    const document = TextDocument.create(path, 'legal-brief', 0, text);
    const layers = new DraftLayers();
    const first = layers.update(document, layerInputsOf(path, matter, this.#workspace));
    await matter?.shelf.want(first.draft.citations.flatMap(({ targets }) => targets.flatMap(sourcesToRead)));
    return layers.update(document, layerInputsOf(path, matter, this.#workspace));
  }
}
