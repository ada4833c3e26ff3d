// The language server's entry: `--stdio` or `--node-ipc`, from any editor.
import { createConnection } from 'vscode-languageserver/node';
import { faultLine } from './lsp/guard.ts';
import { serve } from './lsp/serve.ts';

const connection = createConnection();

// A fault in one place must not take the server from the person who is writing. What it was is noted, without any text.
process.on('uncaughtException', (error) => connection.console.error(`uncaught: ${faultLine(error)}`));
process.on('unhandledRejection', (error) => connection.console.error(`unhandled: ${faultLine(error)}`));

serve(connection);
connection.listen();
