import { type SchemaError, validateExhibit, validateManifest, validateSeries } from 'virtual:manifest-schema';
import { distance } from 'fastest-levenshtein';
import type { Span } from '../text/span.ts';
import { entriesOf, type ManifestNode, nodeAt, pointerStep } from './manifestTree.ts';
import { shown } from './problems.ts';

/** Something of a wrong name or kind, at its own place. */
export interface ShapeProblem {
  readonly span: Span;
  readonly message: string;
}

/**
 * What the schema has against a manifest, in the order of the file. Exhibits are left to `exhibitShapeProblems`: which of their
 * keys are owners depends on the parties, which an extended manifest may name.
 */
export function shapeProblems(root: ManifestNode): readonly ShapeProblem[] {
  const withoutExhibits = plain(root, (path) => /^\/exhibits$|^\/papers\/[^/]*\/exhibits$/.test(path));
  return problemsOf(validateManifest, withoutExhibits, root, '');
}

/** What the schema has against the exhibits at `pointer`; `isOwner` tells a party's or house form's key. */
export function exhibitShapeProblems(
  root: ManifestNode,
  pointer: string,
  isOwner: (key: string) => boolean,
): readonly ShapeProblem[] {
  const found = nodeAt(root, pointer);
  if (!found) return [];
  if (found.node.kind !== 'map') return problemsOf(validateSeries, plain(found.node), root, pointer);
  return entriesOf(found.node).flatMap(({ key, value }) =>
    problemsOf(isOwner(key) ? validateSeries : validateExhibit, plain(value), root, pointer + pointerStep(key)),
  );
}

/** Every wrong word is compared with every candidate: of more than these none is suggested. */
const MOST_CANDIDATES = 500;

/** The closest of `candidates` to what was typed, where it is close enough to be meant. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let least = Math.min(3, Math.floor(word.length / 2)) + 1;
  // Nobody types a field's name at such length; the distance of long words is costly.
  if (word.length > 60 || candidates.length > MOST_CANDIDATES) return undefined;
  for (const candidate of candidates) {
    const edits = distance(typed, candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

type Validator = typeof validateManifest;

function problemsOf(validate: Validator, data: unknown, root: ManifestNode, pointer: string): readonly ShapeProblem[] {
  if (validate(data, { instancePath: pointer })) return [];
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  // A value of the wrong type also fails what its type would be held to: the first is enough.
  const seen = new Set<string>();
  return errors.flatMap((error) => {
    const found = nodeAt(root, error.instancePath);
    const key = `${error.instancePath} ${error.params.additionalProperty ?? ''}`;
    if (!found || seen.has(key)) return [];
    seen.add(key);
    return [problemOf(error, found.node, found.entry?.key)];
  });
}

function problemOf(error: SchemaError, node: ManifestNode, key: string | undefined): ShapeProblem {
  const field = key === undefined ? 'This item' : `\`${shown(key)}\``;
  const { params, parentSchema } = error;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(String(params.additionalProperty), node, parentSchema.properties ?? {});
    case 'required':
      return at(node, `This item needs \`${String(params.missingProperty)}\`.`);
    case 'type':
      return at(node, `${field} should be ${typesInWords(params.type)}, not ${kindInWords(node)}.`);
    case 'enum':
      return at(node, oneOf(field, node, params.allowedValues));
    default:
      return at(node, `${field} should look like ${listed(parentSchema.examples?.map(exampleInWords) ?? [], 'or')}.`);
  }
}

function at({ span }: ManifestNode, message: string): ShapeProblem {
  return { span, message };
}

function unknownField(field: string, node: ManifestNode, known: Readonly<Record<string, unknown>>): ShapeProblem {
  const entry = node.kind === 'map' ? node.byKey.get(field) : undefined;
  const meant = closest(field, Object.keys(known));
  const end = meant ? `Did you mean \`${meant}\`?` : 'It is left out.';
  return {
    span: entry?.keySpan ?? node.span,
    message: `\`${shown(field)}\` is not a field of the manifest here. ${end}`,
  };
}

function oneOf(field: string, node: ManifestNode, allowed: unknown): string {
  const words = Array.isArray(allowed) ? allowed.filter((value) => value !== null).map(String) : [];
  const written = node.kind === 'scalar' ? node.text : '';
  const meant = closest(written, words);
  return `${field} can be ${listed(words, 'or')}.${meant ? ` Did you mean \`${meant}\`?` : ''}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'words',
  number: 'words',
  integer: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named fields',
};

function typesInWords(types: unknown): string {
  const names = Array.isArray(types) ? types : [types];
  return listed([...new Set(names.flatMap((name) => TYPES[String(name)] ?? []))], 'or');
}

function kindInWords(node: ManifestNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a group of named fields';
  if (typeof node.value === 'boolean') return String(node.value);
  return typeof node.value === 'number' ? 'a number' : 'words';
}

function exampleInWords(example: unknown): string {
  return typeof example === 'object' ? JSON.stringify(example).replace(/"/g, '') : String(example);
}

function listed(words: readonly string[], joint: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** The tree as plain values, for the schema. Objects without a prototype: a key may be called `__proto__`. */
function plain(node: ManifestNode, isLeftOut: (path: string) => boolean = () => false, path = ''): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map((item, index) => plain(item, isLeftOut, `${path}/${index}`));
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, { value }] of node.byKey) {
    const inside = path + pointerStep(key);
    if (!isLeftOut(inside)) object[key] = plain(value, isLeftOut, inside);
  }
  return object;
}
