// The room `lsp` knows a connection and its client. It must never know how a citation is written or which paper answers it.
import {
  ConfigurationRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { isManifestName } from '../files/findManifest.ts';
import { pathOfUri, uriOfPath } from '../files/paths.ts';
import type { ExhibitReading } from '../files/readPages.ts';
import { readHere } from '../files/readPages.ts';
import { TextIndex } from '../files/textIndex.ts';
import { abilitiesOf, type ClientAbilities } from './clientAbilities.ts';
import { answerExhibitRequests } from './exhibitRequests.ts';
import { FEATURES } from './features.ts';
import { guardedAsync } from './guard.ts';
import { ReadingProgress, type ShownProgress, type ShowProgress } from './readingProgress.ts';
import { answerOwnRequests } from './requests.ts';
import { Session } from './session.ts';
import { readSettings, type Settings } from './settings.ts';

const LONGEST_WAIT_MILLISECONDS = 3_000;

/** Serves one client over a connection until it is gone; `reading` reads the exhibits that need a library. The caller starts listening. */
export function serve(connection: Connection, reading: ExhibitReading = readHere): void {
  connection.onInitialize((params) => {
    const abilities = abilitiesOf(params);
    const index = abilities.storage === undefined ? {} : { index: new TextIndex(abilities.storage) };
    const show: ShowProgress = (title, cancelled) => showProgress(connection, abilities, title, cancelled);
    const session = new Session(connection, abilities, {
      ...reading,
      read: new ReadingProgress(reading, show).read,
      ...index,
    });
    session.workspace.setFolders(foldersOf(params));
    attach(connection, session);
    return initializeResult();
  });
}

async function showProgress(
  connection: Connection,
  { showsProgress }: ClientAbilities,
  title: string,
  cancelled: () => void,
): Promise<ShownProgress | undefined> {
  if (!showsProgress) return undefined;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(title, undefined, undefined, true);
  progress.token.onCancellationRequested(cancelled);
  return { report: (words) => progress.report(words), done: () => progress.done() };
}

function initializeResult(): InitializeResult {
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  return {
    capabilities: Object.assign(capabilities, ...FEATURES.map((feature) => feature.capabilities)),
    serverInfo: { name: 'Briefcite' },
  };
}

/** The folders that are open at the start; an old client names only one. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

function attach(connection: Connection, session: Session): void {
  const { documents } = session;
  const known = new Set<string>();
  documents.onDidChangeContent(({ document }) => {
    const isNew = !known.has(document.uri);
    known.add(document.uri);
    session.changed(document, isNew);
  });
  documents.onDidClose(({ document }) => {
    known.delete(document.uri);
    session.closed(document);
  });
  // A client that can't watch files still tells of what is saved: then the exhibits and manifests are looked at again.
  documents.onDidSave(() => void run(session, 'save', () => lookAtDisk(session, undefined)));
  documents.listen(connection);

  let begin: () => void = () => undefined;
  session.settled = new Promise((resolve) => {
    begin = resolve;
  });
  connection.onInitialized(() => {
    // A client that never answers must not keep its user waiting: then the defaults hold until it does.
    const patience = setTimeout(begin, LONGEST_WAIT_MILLISECONDS);
    void run(session, 'start', () => start(connection, session)).then(() => {
      clearTimeout(patience);
      begin();
      session.matters.rearrange();
      session.refreshSoon();
    });
  });
  connection.onShutdown(() => session.end());
  connection.onDidChangeConfiguration(({ settings }) => {
    void run(session, 'settings', () => settingsChanged(connection, session, settings));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.map(({ uri }) => pathOfUri(uri)).filter((path) => path !== undefined);
    // Of a file that came, some clients say that it changed: they saw it go and come as one.
    if (paths.some(isManifestName)) session.matters.rearrange();
    void run(session, 'watched files', () => lookAtDisk(session, paths));
  });
  answerOwnRequests(connection, session);
  answerExhibitRequests(connection, session);
  for (const feature of FEATURES) feature.register(connection, session);
}

async function start(connection: Connection, session: Session): Promise<void> {
  const { abilities } = session;
  if (abilities.dynamicConfiguration) {
    // Not waited for: nothing rests on it.
    void connection.client
      .register(DidChangeConfigurationNotification.type, { section: 'briefcite' })
      .catch(() => undefined);
  }
  if (abilities.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(() => {
      void run(session, 'folders', async () => {
        const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
        session.workspace.setFolders(folders.map(({ uri }) => uri));
        await settingsChanged(connection, session, undefined);
      });
    });
  }
  await takeSettings(connection, session, undefined);
}

async function settingsChanged(connection: Connection, session: Session, pushed: unknown): Promise<void> {
  await takeSettings(connection, session, pushed);
  session.matters.rearrange();
  await session.matters.reload();
  await session.matters.lookAgain();
  session.refreshSoon();
}

/** Asks for the settings of every folder; a client that can't be asked may have sent them. */
async function takeSettings(connection: Connection, session: Session, pushed: unknown): Promise<void> {
  const scopes = [undefined, ...session.workspace.folders];
  const asking = ++session.askedForSettings;
  const answers = await settingsFrom(connection, session, scopes, pushed);
  if (asking !== session.askedForSettings) return;
  const settings = new Map<string | undefined, Settings>();
  const complaints = new Set<string>();
  scopes.forEach((scope, index) => {
    const read = readSettings(answers[index]);
    settings.set(scope, read.settings);
    for (const complaint of read.complaints) complaints.add(complaint);
  });
  session.workspace.setSettings(settings);
  for (const complaint of complaints) session.log(`${complaint}; the default holds`);
}

async function settingsFrom(
  connection: Connection,
  session: Session,
  scopes: readonly (string | undefined)[],
  pushed: unknown,
): Promise<readonly unknown[]> {
  if (!session.abilities.configuration) {
    const own = typeof pushed === 'object' && pushed !== null && 'briefcite' in pushed ? pushed.briefcite : undefined;
    return scopes.map(() => own);
  }
  const items = scopes.map((scope) => ({
    section: 'briefcite',
    ...(scope !== undefined && { scopeUri: uriOfPath(scope) }),
  }));
  const answers: unknown = await connection.sendRequest(ConfigurationRequest.type, { items });
  return Array.isArray(answers) ? answers : [];
}

/** Manifests and exhibits changed on the disk, at these paths or anywhere. */
async function lookAtDisk(session: Session, paths: readonly string[] | undefined): Promise<void> {
  await session.settled;
  const manifests = paths?.filter((path) => isManifestName(path) || session.matters.concerning(path).length > 0);
  if (!manifests) await session.matters.reload();
  else for (const manifest of manifests) await session.matters.reload(manifest);
  await session.matters.lookAgain(paths);
  if (!manifests || manifests.length > 0) session.refreshSoon();
}

function run(session: Session, name: string, work: () => Promise<void>): Promise<void> {
  return guardedAsync<void>(name, session.log, undefined, work);
}
