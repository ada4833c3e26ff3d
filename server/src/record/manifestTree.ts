import type { Span } from '../text/span.ts';

/** A word, a number, true, false or nothing. */
export interface ScalarNode {
  readonly kind: 'scalar';
  /** As written: `1.10` is not `1.1`, `007` keeps its zeros. Without the quotes of a quoted one; empty where nothing is written. */
  readonly text: string;
  /** What YAML makes of it, for the schema. */
  readonly value: string | number | boolean | null;
  readonly span: Span;
}

/** One `key: value` of a map. */
export interface MapEntry {
  /** As written, never as YAML's number. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: ManifestNode;
}

export interface MapNode {
  readonly kind: 'map';
  /** In the order of the file; a key that is written twice is here twice. */
  readonly entries: readonly MapEntry[];
  /** By key; of a key that is written twice, the first. */
  readonly byKey: ReadonlyMap<string, MapEntry>;
  readonly span: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ManifestNode[];
  readonly span: Span;
}

/** The manifest as it is written, every node with its half-open UTF-16 span. */
export type ManifestNode = ScalarNode | MapNode | ListNode;

/** The value under a key of a map; undefined where there is no such key, or no map. */
export function child(node: ManifestNode | undefined, key: string): ManifestNode | undefined {
  return node?.kind === 'map' ? node.byKey.get(key)?.value : undefined;
}

/** The entries of a map; none where the node is anything else. */
export function entriesOf(node: ManifestNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The words of a scalar, as written; undefined where nothing is written, or a map or list stands there. */
export function wordsOf(node: ManifestNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return node.text === '' ? undefined : node.text;
}

/** The words of a list's items, or of the one word that stands for a list of one. */
export function wordListOf(node: ManifestNode | undefined): readonly { readonly words: string; readonly span: Span }[] {
  return itemsOf(node).flatMap((item) => {
    const words = wordsOf(item);
    return words === undefined ? [] : [{ words, span: item.span }];
  });
}

/** The items of a list; anything else that is written is a list of one. */
export function itemsOf(node: ManifestNode | undefined): readonly ManifestNode[] {
  if (!node || (node.kind === 'scalar' && node.value === null)) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** True where nothing is written behind the key. */
export function isBlank(node: ManifestNode | undefined): boolean {
  return !node || (node.kind === 'scalar' && node.value === null);
}

/** A whole number as a scalar writes it, leading zeros allowed; undefined for anything else or beyond exact numbers. */
export function wholeNumberOf(node: ManifestNode | undefined): number | undefined {
  const words = wordsOf(node)?.trim().replace(/,/g, '');
  if (words === undefined || !/^\d{1,15}$/.test(words)) return undefined;
  return Number(words);
}

/** A step of a JSON Pointer (RFC 6901): `motions/compel.brief` is `motions~1compel.brief`. */
export function pointerStep(key: string | number): string {
  return `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** The keys that a JSON Pointer names, one inside the other. */
export function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** The node that a JSON Pointer of this tree names, and the entry it is the value of; undefined where it leads nowhere. */
export function nodeAt(root: ManifestNode, pointer: string): { node: ManifestNode; entry?: MapEntry } | undefined {
  let found: { node: ManifestNode; entry?: MapEntry } = { node: root };
  for (const key of keysOf(pointer)) {
    const at = found.node;
    const entry = at.kind === 'map' ? at.byKey.get(key) : undefined;
    const node = at.kind === 'list' ? at.items[Number(key)] : entry?.value;
    if (!node) return undefined;
    found = entry ? { node, entry } : { node };
  }
  return found;
}
