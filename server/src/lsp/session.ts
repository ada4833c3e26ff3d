import { type Connection, type Position, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft } from '../draft.ts';
import { citedAt } from '../features/citedAt.ts';
import { draftSummary } from '../features/draftSummary.ts';
import type { FixView } from '../features/fixes/fix.ts';
import { offsetOf } from '../features/positions.ts';
import type { DraftView } from '../features/view.ts';
import { isManifestName } from '../files/findManifest.ts';
import { pathOfUri } from '../files/paths.ts';
import type { ExhibitReading } from '../files/readPages.ts';
import { sourcesToRead } from '../resolve/citedSources.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { ClosedDrafts } from './closedDrafts.ts';
import { announced, draftPathOf, isBrief, isDraftLanguage, isReadOnly } from './draftDocuments.ts';
import { DraftFiles } from './draftFiles.ts';
import { DraftLayers, type Layers } from './draftLayers.ts';
import { readFor } from './earlyPages.ts';
import { fixViewOf } from './fixView.ts';
import { guarded, type Log } from './guard.ts';
import { layerInputsOf, NO_PAGES } from './layerInputs.ts';
import type { Matter } from './matter.ts';
import { Matters } from './matters.ts';
import type { StatusMethod } from './messages.ts';
import { OpenIds } from './openIds.ts';
import { placesOf } from './places.ts';
import { diagnosticOf, Publisher } from './publish.ts';
import type { Looked, SeenDraft } from './seenDraft.ts';
import { Statuses } from './statuses.ts';
import { Watching } from './watching.ts';
import { Workspace } from './workspace.ts';

/** A document that may be a draft, and the matter that answers it. */
interface OpenDraft {
  readonly uri: string;
  readonly layers: DraftLayers;
  matter?: Matter | undefined;
  /** The arrangement of manifests under which `matter` was found. */
  locatedUnder?: number;
  /** The output channel has a line that it was checked. */
  isAnnounced?: true;
  /** What its hints were last asked for. */
  hinted?: Pick<Layers, 'version' | 'checks'>;
}

/** Nothing keeps a person's keystroke waiting, and this long after the first one the findings follow. */
const DEBOUNCE_MILLISECONDS = 120;
const STATUS: StatusMethod = 'briefcite/status';

/** One connection's life: the open documents, the matters they belong to, and what was last said of them. */
export class Session {
  readonly abilities: ClientAbilities;
  readonly log: Log;
  readonly ids = new OpenIds();
  readonly workspace: Workspace;
  readonly matters: Matters;
  readonly documents = new TextDocuments(TextDocument);
  readonly closedDrafts: ClosedDrafts;
  readonly draftFiles = new DraftFiles();
  readonly #drafts = new Map<string, OpenDraft>();
  readonly #publisher: Publisher;
  readonly #watching: Watching;
  readonly #statuses: Statuses;
  readonly #refreshHints: () => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #isEnded = false;
  /** Settings have to be known before a manifest is looked for. */
  settled: Promise<void> = Promise.resolve();
  /** The person turned protected previews on; off again with the next start. */
  showsProtected = false;
  /** How often the client was asked for settings: an answer that a newer question overtook is dropped. */
  askedForSettings = 0;

  constructor(connection: Connection, abilities: ClientAbilities, reading: ExhibitReading) {
    this.abilities = abilities;
    this.log = (line) => this.#send(() => connection.console.info(line));
    this.workspace = new Workspace(() => this.documents.all());
    this.#publisher = new Publisher((params) =>
      this.#send(() => void connection.sendDiagnostics(params).catch(() => undefined)),
    );
    const { dynamicWatching: dynamic, relativePatterns: relative } = abilities;
    this.#watching = new Watching(connection, { dynamic, relative });
    this.matters = new Matters(this.workspace, this.log, () => this.refreshSoon(), reading);
    this.closedDrafts = new ClosedDrafts(this.workspace, this.matters, this.#publisher, abilities);
    this.#refreshHints = () => {
      if (abilities.refreshesHints)
        this.#send(() => void connection.languages.inlayHint.refresh().catch(() => undefined));
    };
    this.#statuses = new Statuses((params) => {
      if (abilities.showsStatus)
        this.#send(() => void connection.sendNotification(STATUS, params).catch(() => undefined));
    });
  }

  /** A document was opened or changed. */
  changed(document: TextDocument, isNew: boolean): void {
    const path = pathOfUri(document.uri);
    if (isDraftLanguage(document) && !(path !== undefined && isManifestName(path))) {
      if (!this.#drafts.has(document.uri))
        this.#drafts.set(document.uri, { uri: document.uri, layers: new DraftLayers() });
      this.#later(document.uri, isNew ? 0 : DEBOUNCE_MILLISECONDS, () => void this.#refresh(document.uri));
    }
    if (path === undefined) return;
    if (isNew) this.closedDrafts.opened(path);
    if (isNew && isManifestName(path)) this.matters.rearrange();
    if (isManifestName(path) || this.matters.concerning(path).length > 0) {
      this.#later(path, isNew ? 0 : DEBOUNCE_MILLISECONDS, () => void this.manifestChanged(path));
    }
  }

  /** A document was closed: its unsaved edits no longer count. */
  closed({ uri }: TextDocument): void {
    this.#drafts.delete(uri);
    this.#statuses.forget(uri);
    this.#publisher.clear(uri);
    const path = pathOfUri(uri);
    if (path === undefined) return;
    if (isManifestName(path)) this.matters.rearrange();
    this.#later(path, 0, () => void this.manifestChanged(path));
  }

  /** A manifest changed, in an editor or on the disk: it is read again, and every draft looked at anew. */
  async manifestChanged(path: string): Promise<void> {
    await this.settled;
    if (isManifestName(path) && this.workspace.openDocument(path)) this.matters.at(path);
    await this.matters.reload(path);
    this.refreshSoon();
  }

  /** Everything is looked at anew, shortly: pages arrived, settings changed, a manifest came or went. */
  refreshSoon(): void {
    for (const uri of this.#drafts.keys()) this.#later(uri, 0, () => void this.#refresh(uri));
    this.#later('manifests', 0, () => this.#reportManifests());
    this.#later('closed drafts', DEBOUNCE_MILLISECONDS, () => void this.closedDrafts.checkAgain());
  }

  /** An open draft as it is now, and its matter; undefined for a document that is none of ours. */
  async view(uri: string): Promise<SeenDraft | undefined> {
    const draft = this.#drafts.get(uri);
    if (!draft) return undefined;
    await this.#locate(draft);
    const layers = this.#layersOf(draft);
    return layers && { view: this.#viewOf(draft, layers), lines: layers.lines, matter: draft.matter };
  }

  /** Every open draft as it is now. */
  async views(): Promise<readonly (SeenDraft & { readonly uri: string })[]> {
    const seen = await Promise.all([...this.#drafts.keys()].map(async (uri) => ({ uri, seen: await this.view(uri) })));
    return seen.flatMap(({ uri, seen: draft }) => (draft ? [{ uri, ...draft }] : []));
  }

  /**
   * A draft as it is now, with the pages that the citation at a position needs. Undefined where it moved on meanwhile. `soon`: where a
   * long file is still being read, the page that is cited is enough.
   */
  async viewAt(uri: string, position: Position, soon = false): Promise<Looked | undefined> {
    const draft = this.#drafts.get(uri);
    const version = this.documents.get(uri)?.version;
    if (!draft || version === undefined) return undefined;
    await this.#locate(draft);
    const before = this.#layersOf(draft);
    if (!before || before.version !== version) return undefined;
    const offset = offsetOf(before.lines, before.draft.syntax.text, position);
    const cited = citedAt(before.draft, offset);
    const { shelf } = draft.matter ?? {};
    const early = cited && shelf ? await readFor(before.draft, cited, shelf, soon) : undefined;
    const now = this.#layersOf(draft);
    if (!now || now.version !== version) return undefined;
    const { lines } = now;
    return {
      view: { ...this.#viewOf(draft, now), ...(early && { pages: early }) },
      offset,
      lines,
      matter: draft.matter,
    };
  }

  /** A draft as it is now, with what its fixes may change. Undefined for a document that is none of ours. */
  async fixViewOf(uri: string): Promise<FixView | undefined> {
    const draft = this.#drafts.get(uri);
    const document = this.documents.get(uri);
    if (!draft || !document || isReadOnly(uri)) return undefined;
    const { version } = document;
    await this.#locate(draft);
    const layers = this.#layersOf(draft);
    if (!layers || layers.version !== version) return undefined;
    return fixViewOf(this.#viewOf(draft, layers), {
      document,
      layers,
      matter: draft.matter,
      workspace: this.workspace,
    });
  }

  /** Finds the matter of a draft: again whenever the arrangement of manifests changed, also while it is looked for. */
  async #locate(draft: OpenDraft): Promise<void> {
    await this.settled;
    for (;;) {
      const arrangement = this.matters.arrangement;
      if (draft.locatedUnder !== arrangement) {
        const path = draftPathOf(draft.uri);
        const matter = path === undefined ? undefined : await this.matters.find(path);
        if (arrangement !== this.matters.arrangement) continue;
        draft.matter = matter;
        draft.locatedUnder = arrangement;
      }
      await draft.matter?.ready();
      if (arrangement === this.matters.arrangement) return;
    }
  }

  async #refresh(uri: string): Promise<void> {
    const draft = this.#drafts.get(uri);
    if (!draft) return;
    await this.#locate(draft);
    this.#later('manifests', 0, () => this.#reportManifests());
    // From here on nothing waits: what is published belongs to the version that it is published with.
    if (this.#drafts.get(uri) !== draft) return;
    const start = performance.now();
    const layers = this.#layersOf(draft);
    if (!layers) return this.#publisher.clear(uri);
    if (!draft.isAnnounced) this.log(`Checked ${announced(uri, layers)}, ${Math.round(performance.now() - start)} ms`);
    draft.isAnnounced = true;
    const findings = this.draftFiles.placed(uri, layers.findings);
    const told = findings.map((finding) => diagnosticOf(uri, layers.lines, finding, this.abilities));
    this.#publisher.publish(uri, layers.version, told);
    this.#statuses.tell(uri, draftSummary(layers));
    this.#showHints(draft, layers);
    void draft.matter?.shelf.want(layers.draft.citations.flatMap(({ targets }) => targets.flatMap(sourcesToRead)));
  }

  /** An editor asks again for hints when it changes the text, and else only when it is told. */
  #showHints(draft: OpenDraft, { version, checks }: Layers): void {
    const { hinted } = draft;
    draft.hinted = { version, checks };
    if (hinted?.version === version && hinted.checks !== checks) this.#refreshHints();
  }

  /** The layers of a draft as it is now; undefined for a document that is none of ours. */
  #layersOf({ uri, matter, layers }: OpenDraft): Layers | undefined {
    const document = this.documents.get(uri);
    const [path, opened] = [draftPathOf(uri), pathOfUri(uri)];
    if (!document || !(isBrief(document) || matter)) return undefined;
    // An exhibit that a person opened to read it lies below the manifest too.
    if (opened !== undefined && matter?.shelf.holds(opened)) return undefined;
    const inputs = layerInputsOf(path, matter, this.workspace);
    return guarded('draft', this.log, undefined, () => layers.update(document, inputs));
  }

  #viewOf({ matter }: OpenDraft, { draft, findings, checks }: Layers): DraftView {
    const places = placesOf(matter, this.workspace, this.abilities);
    return { draft, findings, checks, pages: matter?.shelf.lookup ?? NO_PAGES, places };
  }

  #reportManifests(): void {
    const drafts = [...this.#drafts.values()];
    const open = drafts.map(({ matter }) => matter).filter((matter) => matter !== undefined);
    const used = new Set([...open, ...this.closedDrafts.matters()]);
    const draftsOf = (matter: Matter): readonly Draft[] =>
      drafts.filter((draft) => draft.matter === matter).flatMap((draft) => this.#layersOf(draft)?.draft ?? []);
    this.matters.report(used, draftsOf, this.#publisher, this.abilities);
    void this.#watching.watch(this.matters.folders());
  }

  /** The client is going: nothing is begun any more. */
  end(): void {
    this.#isEnded = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** A client that has gone can't be told anything; that is no fault. */
  #send(message: () => void): void {
    if (this.#isEnded) return;
    try {
      message();
    } catch {
      this.end();
    }
  }

  /** Does a thing after a while, once however often it is asked for until then. */
  #later(key: string, milliseconds: number, work: () => void): void {
    if (this.#isEnded) return;
    const known = this.#timers.get(key);
    if (known !== undefined) {
      if (milliseconds > 0) return;
      clearTimeout(known);
    }
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      guarded('refresh', this.log, undefined, work);
    }, milliseconds);
    this.#timers.set(key, timer);
  }
}
