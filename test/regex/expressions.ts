import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseAst } from 'vite';

/** A regular expression of the program, and where it stands. */
export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** A `new RegExp(...)` whose words are made while the program runs. */
export interface MadeExpression {
  readonly file: string;
  readonly code: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Every regular expression literal and every `new RegExp(...)` in the sources below these folders. */
export function expressionsIn(
  root: string,
  folders: readonly string[],
): { readonly literals: readonly Expression[]; readonly made: readonly MadeExpression[] } {
  const literals: Expression[] = [];
  const made: MadeExpression[] = [];
  for (const file of folders.flatMap((folder) => sourcesIn(root, folder))) {
    const code = readFileSync(join(root, file), 'utf8');
    walk(parseAst(code, { lang: 'ts' }), (node) => {
      const regex =
        node.type === 'Literal' ? (node.regex as { pattern: string; flags: string } | undefined) : undefined;
      if (regex) literals.push({ file, source: regex.pattern, flags: regex.flags });
      const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
      if (isCall && (node.callee as { name?: unknown }).name === 'RegExp')
        made.push({ file, code: code.slice(node.start, node.end) });
    });
  }
  return { literals, made };
}

function sourcesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).split(sep).join('/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort();
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node && 'start' in node) visit(node as Node);
    for (const value of Object.values(node)) walk(value, visit);
  }
}
