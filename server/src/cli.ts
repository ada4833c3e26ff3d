import { join } from 'node:path';
import { version } from '../../package.json';
import { run } from './cli/run.ts';
import { ReaderThread } from './files/readerThread.ts';

const reading = new ReaderThread(join(__dirname, 'reader.js'));
const isTerminal = process.stdout.isTTY === true && !process.env.NO_COLOR;

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit(process.exitCode ?? 0));

// The whole answer is written before the process ends by itself: a pipe that reads slowly loses nothing.
run(process.argv.slice(2), { folder: process.cwd(), input: process.stdin, colours: isTerminal, version, reading }).then(
  ({ out, error, status }) => {
    process.stdout.write(out);
    process.stderr.write(error);
    process.exitCode = status;
  },
  () => {
    process.stderr.write('briefcite stopped because of a mistake of its own. Please report it, without your draft.\n');
    process.exitCode = 2;
  },
);
