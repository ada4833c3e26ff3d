import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { Client, type ClientOptions } from './client.ts';

/** A built server in a process of its own, and an editor that speaks with it over stdio. */
export interface Spawned {
  readonly client: Client;
  readonly process: ChildProcess;
  /** What it wrote to its error output; a sound server writes nothing. */
  readonly complaints: () => string;
  /** Its exit code, once it has gone. */
  readonly exitCode: () => number | null;
  /** Resident memory in megabytes; undefined where the system does not say. */
  readonly memory: () => number | undefined;
  /** Ends it as an editor does, and waits until it is gone. */
  readonly end: () => Promise<void>;
}

/** Starts `server` (the path of dist/server.js), with these words for node, and initializes it. */
export async function spawnServer(
  server: string,
  options: ClientOptions = {},
  forNode: readonly string[] = [],
): Promise<Spawned> {
  const child = spawn(process.execPath, [...forNode, server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (words) => {
    complaints += String(words);
  });
  child.stdin.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // What waits for an answer of a server that has gone is told so.
  void gone.then(() => connection.dispose());
  const client = new Client(connection);
  await client.initialize(options);
  const end = async (): Promise<void> => {
    // A server that does not go by itself is no reason to leave a process behind.
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
    try {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
    } catch {
      child.kill('SIGKILL');
    }
    await gone;
    clearTimeout(force);
  };
  return {
    client,
    process: child,
    complaints: () => complaints,
    exitCode: () => child.exitCode,
    memory: () => residentMegabytes(child.pid),
    end,
  };
}

function residentMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s{1,9}(\d{1,12}) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
