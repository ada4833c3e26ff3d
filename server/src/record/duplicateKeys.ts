import { lineIndexOf } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { ManifestNode, MapEntry } from './manifestTree.ts';
import { shown } from './problems.ts';

/** Keys that are written more than once in one map: a finding at each of their places. */
export function duplicateKeys(
  root: ManifestNode,
  text: string,
): readonly { readonly span: Span; readonly message: string }[] {
  const repeated: MapEntry[][] = [];
  collect(root, repeated, new Set());
  if (repeated.length === 0) return [];
  const lines = lineIndexOf(text);
  return repeated.flatMap((entries) => {
    const places = entries.map(({ keySpan }) => lines.placeOf(keySpan.start).line);
    return entries.map(({ key, keySpan }, index) => {
      const others = places.slice(0, 5).filter((_, other) => other !== index);
      return { span: keySpan, message: `\`${shown(key)}\` is written here and again on line ${others.join(', ')}.` };
    });
  });
}

function collect(node: ManifestNode, repeated: MapEntry[][], seen: Set<ManifestNode>): void {
  // What an alias repeats is looked at once.
  if (node.kind === 'scalar' || seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'list') {
    for (const item of node.items) collect(item, repeated, seen);
    return;
  }
  if (node.byKey.size < node.entries.length) {
    const byKey = new Map<string, MapEntry[]>();
    for (const entry of node.entries) {
      const same = byKey.get(entry.key);
      if (same) same.push(entry);
      else byKey.set(entry.key, [entry]);
    }
    for (const entries of byKey.values()) if (entries.length > 1) repeated.push(entries);
  }
  for (const { value } of node.entries) collect(value, repeated, seen);
}
