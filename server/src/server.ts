// The language server's entry: `--stdio` or `--node-ipc`, from any editor.
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { ReaderThread } from './files/readerThread.ts';
import { faultLine } from './lsp/guard.ts';
import { serve } from './lsp/serve.ts';

// Left alone the heap doubles before it is cleaned: the editor's computer keeps what a keystroke of ours threw away. A flag that a later
// node does not know is ignored.
setFlagsFromString('--heap-growing-percent=50');

const connection = createConnection();

// A fault in one place must not take the server from the person who is writing. What it was is noted, without any text.
process.on('uncaughtException', (error) => connection.console.error(`uncaught: ${faultLine(error)}`));
process.on('unhandledRejection', (error) => connection.console.error(`unhandled: ${faultLine(error)}`));

const { read } = new ReaderThread(join(__dirname, 'reader.js'));
// Who looks at a page does not wait for a long file that is being read.
const { look, glimpse, warm } = new ReaderThread(join(__dirname, 'reader.js'));
serve(connection, { read, look, glimpse, warm });
connection.listen();
