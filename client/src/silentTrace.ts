import { Disposable, LogLevel, type LogOutputChannel } from 'vscode';

const ignore = (): void => undefined;

/**
 * Where the language client would write its traces: nowhere. A trace holds whole drafts and hovers, and no text of either may
 * stand in a log, whatever level a person or a setting chooses.
 */
export const silentTrace: LogOutputChannel = {
  name: 'Briefcite trace',
  logLevel: LogLevel.Off,
  onDidChangeLogLevel: () => new Disposable(ignore),
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  append: ignore,
  appendLine: ignore,
  replace: ignore,
  clear: ignore,
  show: ignore,
  hide: ignore,
  dispose: ignore,
};
