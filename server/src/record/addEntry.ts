import type { Span } from '../text/span.ts';
import { blockText, flowText, type Layout, type NewValue, nested, pairText } from './entryText.ts';
import type { ParsedManifest } from './manifest.ts';
import { isBlank, type ListNode, type ManifestNode, type MapEntry, type MapNode } from './manifestTree.ts';

/** Words to be written at a place (UTF-16 offset) of a manifest's text. */
export interface Insertion {
  readonly at: number;
  readonly words: string;
}

/**
 * The smallest insertions that write `value` under `keys` (one inside the other) into a manifest, as its own layout has it:
 * block or flow style, its indent, its line breaks, quotes where it is JSON. What is there stays as it is, letter for letter. A
 * value that is a list is appended to a list that is there. Undefined where the text can't be read, the entry is there already,
 * or its place can't be found safely (an alias, a tab, a file name where a map would have to be).
 */
export function addEntry(
  { text, root, readable }: Pick<ParsedManifest, 'text' | 'root' | 'readable'>,
  keys: readonly string[],
  value: NewValue,
): readonly Insertion[] | undefined {
  if (!readable) return undefined;
  const isEmpty = !root || (isBlank(root) && root.span.start === root.span.end);
  return isEmpty ? onEmpty(text, keys, value) : inside(text, root, keys, value);
}

/** A text with insertions, which are in the order of the text. */
export function inserted(text: string, insertions: readonly Insertion[]): string {
  let from = 0;
  let made = '';
  for (const { at, words } of insertions) {
    made += text.slice(from, at) + words;
    from = at;
  }
  return made + text.slice(from);
}

/** A file of nothing but comments. */
function onEmpty(text: string, keys: readonly string[], value: NewValue): readonly Insertion[] {
  const layout: Layout = { lineBreak: lineBreakOf(text), step: '  ', isQuoted: false };
  const before = text === '' || /[\n\uFEFF]$/.test(text) ? '' : layout.lineBreak;
  return [{ at: text.length, words: before + blockText(keys, value, '', layout) + layout.lineBreak }];
}

function inside(
  text: string,
  root: ManifestNode,
  keys: readonly string[],
  value: NewValue,
): readonly Insertion[] | undefined {
  if (root.kind !== 'map') return undefined;
  const layout: Layout = { lineBreak: lineBreakOf(text), step: stepOf(text, root), isQuoted: isFlow(text, root) };
  let node: ManifestNode = root;
  for (const [place, key] of keys.entries()) {
    const rest = keys.slice(place + 1);
    if (node.kind === 'list') {
      const item: ManifestNode | undefined = node.items[Number(key)];
      if (!item || item.span.start < node.span.start || item.span.end > node.span.end) return undefined;
      // An alias among the items has its words elsewhere, and an anchor is repeated elsewhere.
      if (/[&*!]/.test(text.slice(text.lastIndexOf('\n', item.span.start - 1) + 1, item.span.start + 1)))
        return undefined;
      node = item;
      continue;
    }
    if (node.kind !== 'map') return undefined;
    const entry = node.byKey.get(key);
    if (!entry) return intoMap(text, node, keys.slice(place), value, layout);
    if (node.entries.filter((other) => other.key === key).length > 1) return undefined;
    if (isBlank(entry.value)) return belowKey(text, node, entry, rest, value, layout);
    if (!standsHere(text, entry)) return undefined;
    if (entry.value.kind === 'list' && rest.length === 0 && Array.isArray(value)) {
      return intoList(text, entry.value, value, layout);
    }
    node = entry.value;
  }
  return undefined;
}

/** False for an alias, whose words stand elsewhere, and for what an alias elsewhere may repeat. */
function standsHere(text: string, { keySpan, value }: MapEntry): boolean {
  if (value.span.start < keySpan.end) return false;
  const between = text.slice(keySpan.end, value.span.start).replace(/#[^\n]*/g, '');
  return !/[&*!]/.test(between + text.charAt(value.span.start));
}

function intoMap(
  text: string,
  map: MapNode,
  keys: readonly string[],
  value: NewValue,
  layout: Layout,
): readonly Insertion[] | undefined {
  const [key = '', ...rest] = keys;
  const [first, last] = [map.entries[0], map.entries.at(-1)];
  if (isFlow(text, map)) {
    const pair = pairText(key, nested(rest, value), layout);
    return last ? behindInFlow(text, map, endOf(text, last), last.keySpan, pair, layout) : intoEmpty(text, map, pair);
  }
  if (!first || !last) return undefined;
  const indent = indentOf(text, first.keySpan.start, /^ *(?:- +)*$/);
  return indent === undefined
    ? undefined
    : behindLine(text, endOf(text, last), blockText(keys, value, indent, layout), layout);
}

function intoList(
  text: string,
  list: ListNode,
  items: readonly NewValue[],
  layout: Layout,
): readonly Insertion[] | undefined {
  const [first, last] = [list.items[0], list.items.at(-1)];
  const words = items.map((item) => flowText(item, layout));
  if (isFlow(text, list)) {
    if (!last) return intoEmpty(text, list, words.join(', '));
    return behindInFlow(text, list, last.span.end, last.span, words.join(', '), layout);
  }
  if (!first || !last || last.span.end > list.span.end) return undefined;
  const indent = indentOf(text, list.span.start, /^ *$/);
  if (indent === undefined || text.charAt(list.span.start) !== '-') return undefined;
  return behindLine(text, last.span.end, words.map((item) => `${indent}- ${item}`).join(layout.lineBreak), layout);
}

/** `docket:` with nothing behind it: the first line below. */
function belowKey(
  text: string,
  map: MapNode,
  entry: MapEntry,
  keys: readonly string[],
  value: NewValue,
  layout: Layout,
): readonly Insertion[] | undefined {
  const indent = indentOf(text, entry.keySpan.start, /^ *(?:- +)*$/);
  const isNothing =
    entry.value.span.start === entry.value.span.end || entry.value.span.start >= lineEnd(text, entry.keySpan.end);
  if (isFlow(text, map) || indent === undefined || keys.length === 0 || !isNothing) return undefined;
  return behindLine(text, endOf(text, entry), blockText(keys, value, indent + layout.step, layout), layout);
}

/** A new line behind the one that ends an entry, comment and all. */
function behindLine(text: string, end: number, words: string, { lineBreak }: Layout): readonly Insertion[] | undefined {
  const at = lineEnd(text, end);
  return /^[ \t]*(?:#.*)?$/.test(text.slice(end, at)) ? [{ at, words: lineBreak + words }] : undefined;
}

function intoEmpty(text: string, { span }: { readonly span: Span }, words: string): readonly Insertion[] | undefined {
  const inner = text.slice(span.start + 1, span.end - 1);
  return inner.trim() === '' ? [{ at: span.start + 1, words }] : undefined;
}

/** Behind the last of a flow map or list: on a line of its own where the last one has one, its comment left with it. */
function behindInFlow(
  text: string,
  { span }: { readonly span: Span },
  end: number,
  last: Span,
  words: string,
  { lineBreak }: Layout,
): readonly Insertion[] | undefined {
  const rest = text.slice(end, span.end - 1);
  const comma = /^[ \t]*,/.exec(rest)?.[0].length ?? 0;
  const behind = end + comma;
  // A comma on another line, behind a comment: nobody's layout is known then.
  if (comma === 0 && /,/.test(rest.replace(/#[^\n]*/g, ''))) return undefined;
  const indent = indentOf(text, last.start, /^[ \t]*$/);
  const at = lineEnd(text, behind);
  const isLast = at < span.end && /^[ \t]*(?:#.*)?$/.test(text.slice(behind, at));
  if (indent === undefined) return [{ at: behind, words: `${comma > 0 ? ' ' : ', '}${words}` }];
  const line = lineBreak + indent + words;
  if (!isLast) return [{ at: behind, words: (comma > 0 ? '' : ',') + line }];
  if (comma > 0) return [{ at, words: line }];
  return at === end
    ? [{ at, words: `,${line}` }]
    : [
        { at: end, words: ',' },
        { at, words: line },
      ];
}

/** The offset behind an entry's last word; an alias counts where it is written. */
function endOf(text: string, { keySpan, value }: MapEntry): number {
  if (value.span.start >= keySpan.end && value.span.end > value.span.start) return value.span.end;
  const behind = /^[ \t]*:(?:[ \t]+[*&!][^\s,}\]]{1,100})?/.exec(text.slice(keySpan.end, keySpan.end + 200));
  return keySpan.end + (behind?.[0].length ?? 0);
}

/** Blanks that put a line under the place `at`; undefined where something else than `allowed` stands before it. */
function indentOf(text: string, at: number, allowed: RegExp): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace(/^\uFEFF/, '');
  return allowed.test(before) ? before.replace(/-/g, ' ') : undefined;
}

function lineEnd(text: string, from: number): number {
  const next = text.indexOf('\n', from);
  if (next < 0) return text.length;
  return text.charAt(next - 1) === '\r' && next > from ? next - 1 : next;
}

function isFlow(text: string, { span }: ManifestNode): boolean {
  return '{['.includes(text.charAt(span.start));
}

/** The first step to the right that the manifest takes itself. */
function stepOf(text: string, root: MapNode): string {
  for (const { value } of root.entries) {
    if (value.kind !== 'map' || isFlow(text, value)) continue;
    const indent = indentOf(text, value.span.start, /^ +$/);
    if (indent) return indent;
  }
  return '  ';
}

function lineBreakOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charAt(first - 1) === '\r' ? '\r\n' : '\n';
}
