import { type Disposable, type LogOutputChannel, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

const SETTING = 'briefcite.trace';

/**
 * `briefcite.trace.server`: with `messages`, one line for each message to and from the server: its name, its size and how long the
 * answer took. Never what is in it: that is the text of drafts and exhibits.
 */
export function messageTrace(output: LogOutputChannel, subscriptions: Disposable[]): Middleware {
  let isOn = isTracing();
  subscriptions.push(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SETTING)) isOn = isTracing();
    }),
  );
  // Measuring a message costs as much as sending it: only where somebody looks.
  const note = (line: () => string): void => {
    if (isOn) output.info(line());
  };
  return {
    async sendRequest(type, params, token, next) {
      const start = Date.now();
      const name = nameOf(type);
      note(() => `-> ${name}, ${sizeOf(params)}`);
      const result = await next(type, params, token);
      const time = Date.now() - start;
      note(() => `<- ${name}, ${sizeOf(result)}, ${time} ms`);
      return result;
    },
    async sendNotification(type, next, params) {
      note(() => `-> ${nameOf(type)}, ${sizeOf(params)}`);
      await next(type, params);
    },
    handleDiagnostics(uri, diagnostics, next) {
      note(() => `<- textDocument/publishDiagnostics, ${diagnostics.length} findings`);
      next(uri, diagnostics);
    },
  };
}

function isTracing(): boolean {
  return workspace.getConfiguration(SETTING).get('server') === 'messages';
}

function nameOf(type: string | { readonly method: string }): string {
  return typeof type === 'string' ? type : type.method;
}

function sizeOf(value: unknown): string {
  return `${JSON.stringify(value)?.length ?? 0} characters`;
}
