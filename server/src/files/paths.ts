// The room `files` knows the disk: paths, folders, bytes, and what may be read at all. It must never know what a citation is or who is asking.
import { basename, dirname, isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a `file:` URI; undefined for every other scheme and for what is no path on this system. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The `file:` URI of an absolute path. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}

/** True where `path` is `folder` or lies below it; both absolute. Links are not looked at. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The path from a folder to a file below it, with `/`; undefined where it is not below. */
export function pathBelow(folder: string, path: string): string | undefined {
  return isInside(folder, path) ? relative(folder, path).split(sep).join('/') : undefined;
}

/** The way from a folder to a file, with `/`; it begins with `..` where the file is not below. */
export function wayTo(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** The folder that a file lies in. */
export function folderOf(path: string): string {
  return dirname(path);
}

/** The last part of a path: the file's own name. */
export function baseName(path: string): string {
  return basename(path);
}

/** A path as a person wrote it, taken from a folder; an absolute path stays what it is. */
export function resolveFrom(folder: string, written: string): string {
  return resolve(folder, written);
}

/** A path below a folder. */
export function joinPath(folder: string, name: string): string {
  return join(folder, name);
}

/** True for a path that says by itself where it starts. */
export function isAbsolutePath(path: string): boolean {
  return isAbsolute(path);
}

/** One spelling of a path, so that two spellings of one file are one key. */
export function pathKey(path: string): string {
  const plain = normalize(path);
  return process.platform === 'win32' ? plain.toLowerCase() : plain;
}

const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|:|$)/i;

/**
 * Why a path as written is never touched, in a sentence; undefined where the words alone say nothing against it.
 * Only the words are looked at: a network path is refused before anything could be asked of a network.
 */
export function refusalOf(written: string, windows = process.platform === 'win32'): string | undefined {
  if (written.trim() === '') return 'No file is named.';
  if (written.includes('\0')) return 'A file name can not hold a NUL character.';
  if (/^[\\/]{2}/.test(written)) return `${written} is a network or device path; only files on this computer are read.`;
  // One letter and a colon is a drive; "Re: letter.txt" is a file.
  if (/^(?:[a-z][a-z0-9+.-]+:[\\/]|(?:file|data|https?|ftps?|smb|mailto|command|vscode|untitled|blob):)/i.test(written))
    return `${written} is an address, not a file; only files on this computer are read.`;
  if (!windows) return undefined;
  const withoutDrive = written.replace(/^[a-z]:/i, '');
  if (withoutDrive.includes(':')) return `${written} is not the name of a plain file.`;
  if (withoutDrive.split(/[\\/]/).some((part) => DEVICE_NAME.test(part))) return `${written} is a device, not a file.`;
  return undefined;
}
