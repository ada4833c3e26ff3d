/** Unpacks a stream without a head (`deflate`, raw). Throws where it is broken or has more than `maximum` bytes. */
export type Inflate = (packed: Uint8Array, maximum: number) => Uint8Array;

/** The files in a zip archive that are wanted, unpacked when they are asked for. */
export interface ZipParts {
  has(name: string): boolean;
  /** Throws a sentence for people. Undefined where there is no such file. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

/** What all the files of one archive that are wanted may have unpacked, together: 100 MB. A Word file of a thousand pages has 20. */
const MOST_BYTES = 100 * 1024 * 1024;
const MOST_ENTRIES = 20_000;
const BROKEN = 'It is broken and can not be unpacked.';
const TOO_LARGE = 'It would unpack to more than 100 MB and is not read.';

/**
 * Opens a zip archive by the directory at its end. Sizes are looked at before anything is unpacked, and hold while it is: a
 * file that is larger than its directory says is refused. Throws a sentence for people.
 */
export function openZip(bytes: Uint8Array, isWanted: (name: string) => boolean, inflate: Inflate): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directoryOf(bytes, view, isWanted);
  return {
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      return entry && unpacked(bytes, view, entry, inflate);
    },
  };
}

function directoryOf(
  bytes: Uint8Array,
  view: DataView,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Entry> {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new Error(TOO_LARGE);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let place = 0; place < count; place++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new Error(BROKEN);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const name = new TextDecoder()
      .decode(bytes.subarray(at + 46, nameEnd))
      .replace(/\\/g, '/')
      .replace(/^\//, '');
    if (isWanted(name) && !entries.has(name)) {
      if ((view.getUint16(at + 8, true) & 1) !== 0) throw new Error('It is locked with a password.');
      const size = view.getUint32(at + 24, true);
      total += size;
      if (total > MOST_BYTES) throw new Error(TOO_LARGE);
      const method = view.getUint16(at + 10, true);
      entries.set(name, { method, packed: view.getUint32(at + 20, true), size, header: view.getUint32(at + 42, true) });
    }
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record at the very end, before which only a comment of at most 64 kB may stand. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Error('It is broken: its end is missing.');
}

function unpacked(bytes: Uint8Array, view: DataView, { method, packed, size, header }: Entry, inflate: Inflate) {
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) throw new Error(BROKEN);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > bytes.length || (method !== 0 && method !== 8)) throw new Error(BROKEN);
  const part = bytes.subarray(start, start + packed);
  if (method === 0) return part;
  if (size === 0) return new Uint8Array();
  try {
    return inflate(part, size);
  } catch {
    throw new Error(BROKEN);
  }
}
