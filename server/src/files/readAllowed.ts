import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isInside, refusalOf } from './paths.ts';

/** What may be read: files below these folders, up to a size. */
export interface ReadingRules {
  /** Absolute. A folder may itself be reached through a link; what counts is where it leads. */
  readonly folders: readonly string[];
  readonly maximumBytes: number;
}

/** 64 MB: far more than any transcript as text, far less than what would stop an editor. */
export const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** Why there are no bytes; `why` is a sentence for people. */
export interface NoBytes {
  readonly state: 'missing' | 'not-allowed' | 'unreadable';
  readonly why: string;
}

/** A file that is there and may be read. */
export interface FoundFile {
  readonly state: 'found';
  /** Where it really lies, links resolved. */
  readonly real: string;
  /** Changes whenever the file does: size, time and identity. */
  readonly stamp: string;
}

/** A file's bytes. */
export interface FileBytes {
  readonly state: 'read';
  readonly bytes: Uint8Array;
  /** Hex, lower case, of the bytes. */
  readonly sha256: string;
  readonly stamp: string;
}

/** Looks whether a file is there and may be read, without reading it. `path` is absolute. Never throws. */
export async function findAllowed(path: string, rules: ReadingRules): Promise<FoundFile | NoBytes> {
  try {
    const name = basename(path);
    const lexicallyInside = rules.folders.some((folder) => isInside(folder, path));
    // A workspace on a network share is the person's own choice: its own folder says so, and nothing beside it is asked.
    const refusal = refusalOf(name) ?? (lexicallyInside ? undefined : refusalOf(path));
    if (refusal) return { state: 'not-allowed', why: refusal };
    const folders = await realFolders(rules.folders);
    if (!lexicallyInside && !folders.some((folder) => isInside(folder, path))) return outside(name);

    const real = await realpath(path);
    if (!folders.some((folder) => isInside(folder, real))) return outside(name);
    const status = await lstat(real, { bigint: true });
    if (!status.isFile()) return { state: 'not-allowed', why: `${name} is not a plain file.` };
    if (status.size > BigInt(rules.maximumBytes)) return tooLarge(name, rules);
    return { state: 'found', real, stamp: stampOf(status) };
  } catch (error) {
    return failureOf(path, error);
  }
}

/**
 * Reads a file, if it may be read. The rules are checked on the open handle too, so that a file which is swapped for a link
 * between the look and the reading is not read. `path` is absolute. Never throws.
 */
export async function readAllowed(path: string, rules: ReadingRules): Promise<FileBytes | NoBytes> {
  const found = await findAllowed(path, rules);
  if (found.state !== 'found') return found;
  let handle: FileHandle | undefined;
  try {
    // O_NONBLOCK: opening a pipe that took the file's place must not wait for a writer. Neither flag exists on Windows.
    handle = await open(found.real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const status = await handle.stat({ bigint: true });
    if (!status.isFile()) return { state: 'not-allowed', why: `${basename(path)} is not a plain file.` };
    if (stampOf(status) !== found.stamp || !(await isStillThere(path, found.real, status))) {
      return { state: 'unreadable', why: `${basename(path)} changed while it was read.` };
    }
    const bytes = await readUpTo(handle, rules.maximumBytes);
    if (!bytes) return tooLarge(basename(path), rules);
    return { state: 'read', bytes, sha256: createHash('sha256').update(bytes).digest('hex'), stamp: found.stamp };
  } catch (error) {
    return failureOf(path, error);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

/** What the path leads to now is what the handle holds: a folder on the way may have been swapped since. */
async function isStillThere(path: string, real: string, held: { dev: bigint; ino: bigint }): Promise<boolean> {
  if ((await realpath(path)) !== real) return false;
  const now = await stat(real, { bigint: true });
  return now.dev === held.dev && now.ino === held.ino;
}

async function realFolders(folders: readonly string[]): Promise<readonly string[]> {
  const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => undefined)));
  return real.filter((folder) => folder !== undefined);
}

/** Undefined where there is more than `maximum`: a file may grow while it is read. */
async function readUpTo(handle: FileHandle, maximum: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read({ buffer: new Uint8Array(256 * 1024) });
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length > maximum) return undefined;
    parts.push(buffer.subarray(0, bytesRead));
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function stampOf(status: { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint }): string {
  return `${status.dev}:${status.ino}:${status.size}:${status.mtimeNs}`;
}

function outside(name: string): NoBytes {
  const why = `${name} lies outside the workspace folder, the manifest's folder and the exhibit folders.`;
  return { state: 'not-allowed', why };
}

function tooLarge(name: string, rules: ReadingRules): NoBytes {
  const megabytes = Math.floor(rules.maximumBytes / (1024 * 1024));
  return { state: 'not-allowed', why: `${name} is larger than ${megabytes} MB.` };
}

function failureOf(path: string, error: unknown): NoBytes {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const name = basename(path);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'missing', why: `${name} is not there.` };
  // O_NOFOLLOW met a link where a moment ago there was a file.
  if (code === 'ELOOP') return { state: 'not-allowed', why: `${name} is a link that leads nowhere.` };
  if (code === 'EACCES' || code === 'EPERM')
    return { state: 'unreadable', why: `${name} may not be read by this user.` };
  return { state: 'unreadable', why: `${name} can't be read.` };
}
