import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  DefinitionRequest,
  type Diagnostic,
  type Hover,
  HoverRequest,
  type LocationLink,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { uriOfPath } from '../../server/src/files/paths.ts';
import type { ExhibitReading } from '../../server/src/files/readPages.ts';
import { serve } from '../../server/src/lsp/serve.ts';

/** What VS Code says of itself, as far as it matters. */
export const CAPABILITIES: ClientCapabilities = {
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    declaration: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

/** A folder of files that is gone after the test. */
export class Folder {
  private constructor(readonly path: string) {}

  static async make(files: Readonly<Record<string, string>>): Promise<Folder> {
    const folder = new Folder(await realpath(await mkdtemp(join(tmpdir(), 'briefcite-lsp-'))));
    for (const [name, text] of Object.entries(files)) await folder.write(name, text);
    return folder;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  uri(name: string): string {
    return uriOfPath(this.at(name));
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(dirname(this.at(name)), { recursive: true });
    await writeFile(this.at(name), text);
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

export interface ClientOptions {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Reads the files that need a library. */
  readonly reading?: ExhibitReading;
  /** What `workspace/configuration` answers for the section. */
  readonly settings?: unknown;
}

/** An editor in a test: everything it waits for is an event, never a time. */
export class Client {
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly log: string[] = [];
  readonly watched: unknown[] = [];
  publications = 0;
  /** What the server said that it can. */
  initialized: unknown;
  settings: unknown;
  folders: unknown = null;
  readonly #waiting = new Set<() => void>();
  readonly #versions = new Map<string, number>();

  constructor(readonly connection: ProtocolConnection) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.publications++;
      for (const check of [...this.#waiting]) check();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: unknown[] }) => {
      this.watched.push(...registrations);
      for (const check of [...this.#waiting]) check();
    });
    connection.onRequest('client/unregisterCapability', () => undefined);
    connection.onRequest('workspace/workspaceFolders', () => this.folders);
    connection.listen();
  }

  async initialize({
    folders = [],
    capabilities = CAPABILITIES,
    initializationOptions,
    settings = null,
  }: ClientOptions) {
    this.settings = settings;
    const workspaceFolders = folders.map((path) => ({ uri: uriOfPath(path), name: path }));
    const result = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      workspaceFolders,
      ...(initializationOptions !== undefined && { initializationOptions }),
    });
    this.initialized = result;
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  /** Goes, as an editor does. */
  async end(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.end();
  }

  open(uri: string, text: string, languageId = 'legal-brief'): Promise<void> {
    this.#versions.set(uri, 1);
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  change(uri: string, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  save(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  configure(settings: unknown): Promise<void> {
    this.settings = settings;
    return this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  changedOnDisk(...uris: string[]): Promise<void> {
    const changes = uris.map((uri) => ({ uri, type: 2 }));
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  cameOnDisk(uri: string): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
  }

  /** Waits until what is published last for a document is as it is meant to be. */
  async until(
    uri: string,
    isMeant: (diagnostics: readonly Diagnostic[], version?: number) => boolean,
  ): Promise<readonly Diagnostic[]> {
    await this.event(() => {
      const last = this.published.get(uri);
      return last !== undefined && isMeant(last.diagnostics, last.version);
    });
    return this.published.get(uri)?.diagnostics ?? [];
  }

  /** Waits until a publication or registration makes it true. */
  event(isTrue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!isTrue()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** The hover where `words` stand in `text`. */
  async hover(uri: string, text: string, words: string): Promise<string | undefined> {
    const params = { textDocument: { uri }, position: positionOf(text, words) };
    const hover: Hover | null = await this.connection.sendRequest(HoverRequest.type, params);
    return hover && 'contents' in hover && typeof hover.contents === 'object' && 'value' in hover.contents
      ? hover.contents.value
      : undefined;
  }

  /** Where the definition of `words` leads. */
  async definition(
    uri: string,
    text: string,
    words: string,
    method = DefinitionRequest.method as string,
  ): Promise<LocationLink[]> {
    const params = { textDocument: { uri }, position: positionOf(text, words) };
    return (await this.connection.sendRequest<LocationLink[] | null>(method, params)) ?? [];
  }
}

/** A server and an editor in one process, with real messages between them. */
export async function connect(options: ClientOptions = {}): Promise<Client> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(connection, options.reading);
  connection.listen();
  const client = new Client(
    createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
  );
  await client.initialize(options);
  return client;
}

function positionOf(text: string, words: string): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(words) + 1).split('\n');
  return { line: before.length - 1, character: (before.at(-1) ?? '').length };
}

/** The codes of diagnostics, for short. */
export function codes(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}
