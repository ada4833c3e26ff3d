import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Range, visit } from 'yaml';
import type { Span } from '../text/span.ts';
import type { ManifestNode, MapEntry, ScalarNode } from './manifestTree.ts';
import { faultInPlainWords, type YamlFault } from './yamlFaults.ts';

/** Something in a readable file that YAML allows and a manifest can't mean. */
export interface YamlNote {
  readonly span: Span;
  readonly message: string;
}

/** A YAML (or JSON) text as a tree, or the one reason why it can't be read. */
export type YamlReading =
  | { readonly readable: true; readonly root: ManifestNode | undefined; readonly notes: readonly YamlNote[] }
  | { readonly readable: false; readonly fault: YamlFault };

// No manifest comes near: what does is a mistake or an attack, and deep trees would overflow the stack of every walk.
const DEEPEST = 48;
// Aliases (`*x`) may make a small text stand for an immense tree.
const MOST_NODES_FROM_ALIASES = 50_000;

/** Reads any text as YAML 1.2. Never throws; time is linear in the text. `root` is undefined for an empty file. */
export function readYaml(text: string): YamlReading {
  try {
    // Keys are compared by the tree (`308` and `"308"` are one); the library's own comparison of keys is quadratic.
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error', version: '1.2' });
    const error = document.errors[0];
    if (error) {
      const { code, message, pos } = error;
      return {
        readable: false,
        fault: faultInPlainWords(text, { code, message, at: pos[0], ...openedBefore(document, text, pos[0]) }),
      };
    }
    const tree = new TreeBuilder(text);
    const root = document.contents === null ? undefined : tree.nodeOf(document.contents, 0);
    const notes = [...tree.notes, ...document.warnings.map(({ pos }) => mark(pos[0], pos[1]))];
    return { readable: true, root, notes };
  } catch (error) {
    const at = error instanceof TreeTooLarge ? error.at : 0;
    return { readable: false, fault: faultInPlainWords(text, { code: 'RESOURCE_EXHAUSTION', message: '', at }) };
  }
}

function mark(start: number, end: number): YamlNote {
  return { span: { start, end }, message: 'Words that begin with !, & or * need quotes around them.' };
}

/** Where quotes and brackets open before `at`: a missing end is noticed only far below, often at the end of the file. */
function openedBefore(
  document: Document.Parsed,
  text: string,
  at: number,
): { readonly quoteAt?: number; readonly bracketAt?: number } {
  let found: { quoteAt?: number; bracketAt?: number } = {};
  visit(document, {
    Scalar(_key, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range && range[0] < at) found = { ...found, quoteAt: range[0] };
    },
    Collection(_key, { flow, range }) {
      const isOpen = flow && range && range[0] < at && !']}'.includes(text.charAt(range[1] - 1));
      if (isOpen) found = { ...found, bracketAt: range[0] };
    },
  });
  return found;
}

class TreeTooLarge extends Error {
  readonly at: number;
  constructor(at: number) {
    super('The manifest stands for too large a tree.');
    this.at = at;
  }
}

/** Lives for one reading: it remembers anchors and counts nodes. */
class TreeBuilder {
  readonly notes: YamlNote[] = [];
  readonly #text: string;
  readonly #anchors = new Map<string, { readonly node: ManifestNode; readonly weight: number }>();
  #nodes = 0;
  #fromAliases = 0;

  constructor(text: string) {
    this.#text = text;
  }

  nodeOf(node: unknown, depth: number): ManifestNode {
    this.#nodes += 1;
    const before = this.#nodes;
    const span = this.#spanOf(node);
    if (depth > DEEPEST) throw new TreeTooLarge(span.start);
    if (isAlias(node)) return this.#aliased(node.source, span);
    const built = this.#built(node, span, depth);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor) this.#anchors.set(anchor, { node: built, weight: this.#nodes - before + 1 });
    return built;
  }

  #built(node: unknown, span: Span, depth: number): ManifestNode {
    if (isScalar(node)) return scalarOf(node.value, node.source, span);
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.nodeOf(item, depth + 1)), span };
    if (!isMap(node)) return blankAt(span.start);
    const entries: MapEntry[] = [];
    const byKey = new Map<string, MapEntry>();
    for (const pair of node.items) {
      const entry = this.#entryOf(pair, span, depth);
      if (!entry) continue;
      entries.push(entry);
      if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
    }
    return { kind: 'map', entries, byKey, span };
  }

  #entryOf({ key, value }: Pair, within: Span, depth: number): MapEntry | undefined {
    const keySpan = key ? this.#spanOf(key) : { start: within.start, end: within.start };
    const name = isAlias(key)
      ? this.#aliased(key.source, keySpan)
      : isScalar(key)
        ? scalarOf(key.value, key.source, keySpan)
        : undefined;
    if (name?.kind !== 'scalar') {
      this.notes.push({ span: keySpan, message: 'A name that is written in brackets needs quotes around it.' });
      return undefined;
    }
    return { key: name.text, keySpan, value: value ? this.nodeOf(value, depth + 1) : blankAt(keySpan.end) };
  }

  #aliased(name: string, span: Span): ManifestNode {
    const anchored = this.#anchors.get(name);
    if (!anchored) {
      this.notes.push(mark(span.start, span.end));
      return blankAt(span.start);
    }
    this.#nodes += anchored.weight;
    this.#fromAliases += anchored.weight;
    if (this.#fromAliases > MOST_NODES_FROM_ALIASES) throw new TreeTooLarge(span.start);
    return anchored.node;
  }

  /** Where the node's own words are; the end leaves out blanks and comments behind. */
  #spanOf(node: unknown): Span {
    const range = (node as { range?: Range | null } | null)?.range;
    const start = range?.[0] ?? 0;
    let end = range?.[1] ?? start;
    while (end > start && /\s/.test(this.#text.charAt(end - 1))) end -= 1;
    return { start, end };
  }
}

function blankAt(offset: number): ScalarNode {
  return { kind: 'scalar', text: '', value: null, span: { start: offset, end: offset } };
}

function scalarOf(value: unknown, source: string | undefined, span: Span): ScalarNode {
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { kind: 'scalar', text: source ?? (plain === null ? '' : String(plain)), value: plain, span };
}
