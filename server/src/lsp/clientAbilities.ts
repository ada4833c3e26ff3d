import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import { isAbsolutePath } from '../files/paths.ts';

/** What a client can do, as far as it makes a difference here. */
export interface ClientAbilities {
  readonly markdownHover: boolean;
  readonly linkSupport: boolean;
  readonly declarationLinkSupport: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly dynamicWatching: boolean;
  readonly relativePatterns: boolean;
  readonly workspaceFolders: boolean;
  /** Edits may name the version that they belong to. */
  readonly documentChanges: boolean;
  /** The client can be told to ask for inlay hints again. */
  readonly refreshesHints: boolean;
  /** The client runs our opening command from a hover; it said so when it started the server. */
  readonly trustsOpening: boolean;
  /** Commands that the client runs when a person chooses an action that names them. */
  readonly commands: ReadonlySet<string>;
  /** Address of the page that explains the codes of findings, where the client brings one. */
  readonly rulesPage: string | undefined;
  /** An absolute folder of ours alone, where the words of exhibits may be kept; absent in a folder that nobody trusts. */
  readonly storage: string | undefined;
  /** The client can show the progress of work that the server began. */
  readonly showsProgress: boolean;
  /** The client opens exhibits that are PDFs in a viewer of its own, by addresses with `EXHIBIT_SCHEME`. */
  readonly showsExhibits: boolean;
  /** The client shows pictures that stand in a hover itself. */
  readonly showsPictures: boolean;
  /** The client shows what was found in a draft; it said so when it started the server. */
  readonly showsStatus: boolean;
}

/** Reads what a client said of itself. */
export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { textDocument, window, workspace } = capabilities;
  const formats = textDocument?.hover?.contentFormat;
  return {
    // A client that names no format is an old one: it gets Markdown, as the protocol's default is.
    markdownHover: !formats || formats.includes(MarkupKind.Markdown),
    linkSupport: textDocument?.definition?.linkSupport === true,
    declarationLinkSupport: textDocument?.declaration?.linkSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    configuration: workspace?.configuration === true,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    dynamicWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    trustsOpening: namesOf(initializationOptions, 'trustedCommands').has('briefcite.open'),
    commands: namesOf(initializationOptions, 'commands'),
    rulesPage:
      hasOption(initializationOptions, 'rulesPage') && typeof initializationOptions.rulesPage === 'string'
        ? initializationOptions.rulesPage
        : undefined,
    showsProgress: window?.workDoneProgress === true,
    storage: storageOf(initializationOptions),
    showsExhibits: isOn(initializationOptions, 'exhibitViewer'),
    showsPictures: isOn(initializationOptions, 'hoverPictures'),
    showsStatus: isOn(initializationOptions, 'status'),
  };
}

function isOn(options: unknown, name: string): boolean {
  return hasOption(options, name) && options[name] === true;
}

function storageOf(options: unknown): string | undefined {
  const path = hasOption(options, 'storage') ? options.storage : undefined;
  return typeof path === 'string' && isAbsolutePath(path) ? path : undefined;
}

function namesOf(options: unknown, key: string): ReadonlySet<string> {
  const names = hasOption(options, key) ? options[key] : undefined;
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []);
}

function hasOption<K extends string>(options: unknown, name: K): options is Record<K, unknown> {
  return typeof options === 'object' && options !== null && name in options;
}
