import { addEntry } from './addEntry.ts';
import { scalarText } from './entryText.ts';
import type { ParsedManifest } from './manifest.ts';
import { child, keysOf, type ManifestNode, type MapNode, nodeAt, wordsOf } from './manifestTree.ts';

/** What a person notes of a file that was read: its SHA-256 (hex), the day (ISO), and who it was, where the entry says so. */
export interface Verified {
  readonly sha256: string;
  readonly on: string;
  readonly by?: string;
}

/** Words in the place of a half-open stretch (UTF-16 offsets) of a manifest's text. */
export interface ManifestChange {
  readonly span: { readonly start: number; readonly end: number };
  readonly words: string;
}

/** Who verified the file of an entry, where `verified` says so; `pointer` is the entry's JSON Pointer. */
export function verifiedBy({ root }: Pick<ParsedManifest, 'root'>, pointer: string): string | undefined {
  return root && wordsOf(child(child(nodeAt(root, pointer)?.node, 'verified'), 'by'));
}

/**
 * The smallest changes, in the order of the text, that make `verified` of an entry say this. Undefined where its place can't be
 * found safely (an alias, a day without a hash), or where somebody's name stands there and none is given in its place.
 */
export function setVerified(
  parsed: Pick<ParsedManifest, 'text' | 'root' | 'readable'>,
  pointer: string,
  { sha256, on, by }: Verified,
): readonly ManifestChange[] | undefined {
  const entry = parsed.readable && parsed.root ? nodeAt(parsed.root, pointer)?.node : undefined;
  if (entry?.kind !== 'map') return undefined;
  const keys = [...keysOf(pointer), 'verified'];
  const verified = entry.byKey.get('verified');
  if (!verified) return added(parsed, keys, new Map(Object.entries({ on, sha256 })));
  const { value } = verified;
  if (value.kind !== 'map' || !isInside(value, entry)) return undefined;
  const hash = replaced(parsed.text, value, 'sha256', sha256);
  const day = value.byKey.has('on') ? replaced(parsed.text, value, 'on', on) : added(parsed, [...keys, 'on'], on);
  const person = value.byKey.has('by') ? replaced(parsed.text, value, 'by', by) : [];
  if (!hash || !day || !person) return undefined;
  return [...hash, ...day, ...person].sort((one, other) => one.span.start - other.span.start);
}

function added(...asked: Parameters<typeof addEntry>): readonly ManifestChange[] | undefined {
  return addEntry(...asked)?.map(({ at, words }) => ({ span: { start: at, end: at }, words }));
}

/** A scalar is written over, with the quotes that it has. */
function replaced(
  text: string,
  map: MapNode,
  key: string,
  words: string | undefined,
): readonly ManifestChange[] | undefined {
  const value = map.byKey.get(key)?.value;
  if (!words || value?.kind !== 'scalar' || value.span.start === value.span.end || !isInside(value, map))
    return undefined;
  const isQuoted = /["']/.test(text.charAt(value.span.start));
  return [{ span: value.span, words: scalarText(words, { lineBreak: '\n', step: '', isQuoted }) }];
}

/** What an alias repeats stands elsewhere. */
function isInside({ span }: ManifestNode, outer: ManifestNode): boolean {
  return span.start >= outer.span.start && span.end <= outer.span.end;
}
