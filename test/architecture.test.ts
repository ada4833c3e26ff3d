import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, RULE_LEVELS } from '../server/src/lsp/settings.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true })
        .map((name) => posix.join(folder, String(name).split(sep).join('/')))
        .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.endsWith('.d.ts'))
        .sort()
    : [];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const SOURCES = [...filesIn('server/src'), ...filesIn('client/src')];
const IMPORTS: readonly Import[] = SOURCES.flatMap((from) => importsOf(from));

function importsOf(from: string): readonly Import[] {
  const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
  return [...read(from).matchAll(statement)].map(([, type, name = '']) => ({
    from,
    to: name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), name)) : name,
    typeOnly: type !== undefined,
  }));
}

/** `server/src/lsp/serve.ts` is of the room `lsp`, `server/src/draft.ts` is a room by itself. */
function roomOf(path: string): string {
  const [top, , room = ''] = path.split('/');
  return top === 'client' ? 'client' : room;
}

/** What each room may enter, besides itself. */
const MAY_ENTER: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ['text'],
  record: ['text'],
  resolve: ['text', 'syntax', 'record'],
  'draft.ts': ['text', 'syntax', 'record', 'resolve'],
  lint: ['text', 'syntax', 'record', 'resolve', 'draft.ts'],
  features: ['text', 'syntax', 'record', 'resolve', 'draft.ts', 'lint'],
  files: ['text', 'record'],
  lsp: ['text', 'syntax', 'record', 'resolve', 'draft.ts', 'lint', 'features', 'files'],
  'server.ts': ['lsp', 'files'],
  'reader.ts': ['files', 'record'],
  'cli.ts': ['draft.ts', 'lint', 'record', 'files', 'syntax', 'resolve', 'text', 'cli'],
  cli: ['draft.ts', 'lint', 'features', 'record', 'files', 'syntax', 'resolve', 'text'],
  client: [],
};

/** Who owns what is not ours. A folder owns for all of its files; `type` allows types only. */
const OWNERS: readonly { readonly package: RegExp; readonly in: RegExp; readonly type?: RegExp }[] = [
  { package: /^node:/, in: /^server\/src\/(?:files\/|server\.ts|reader\.ts|cli\.ts|cli\/)/ },
  { package: /^vscode-languageserver$/, in: /^server\/src\/lsp\//, type: /^server\/src\/features\// },
  { package: /^vscode-languageserver\/node$/, in: /^server\/src\/server\.ts$/ },
  { package: /^vscode-languageserver-textdocument$/, in: /^server\/src\/lsp\// },
  { package: /^(?:vscode|vscode-languageclient\/node)$/, in: /^client\/src\/(?!viewer\/page\/)/ },
  // The viewer's page runs in a browser: it has pdf.js and what the build makes of it, and nothing of VS Code or node.
  { package: /^(?:pdfjs-dist\/|virtual:pdf-)/, in: /^client\/src\/viewer\/page\// },
  // The command line's version is that of the package.
  { package: /^package\.json$/, in: /^server\/src\/cli\.ts$/ },
  { package: /^yaml$/, in: /^server\/src\/record\/(?:readYaml|yamlFaults)\.ts$/ },
  { package: /^htmlparser2$/, in: /^server\/src\/record\/readers\/(?:htmlText|docx\/listStyles)\.ts$/ },
  { package: /^mammoth$/, in: /^server\/src\/record\/readers\/docx\/wordDocument\.ts$/ },
  { package: /^postal-mime$/, in: /^server\/src\/record\/readers\/mail\.ts$/ },
  { package: /^virtual:manifest-schema$/, in: /^server\/src\/record\/validate\.ts$/ },
  { package: /^fastest-levenshtein$/, in: /^server\/src\/record\/validate\.ts$/ },
];

test('rooms are entered in one order only', () => {
  const wrong = IMPORTS.filter(({ from, to, typeOnly }) => {
    if (!/^(?:server|client)\//.test(to)) return false;
    const [here, there] = [roomOf(from), roomOf(to)];
    if (here === 'client' && to === 'server/src/lsp/messages.ts') return !typeOnly;
    return here !== there && !MAY_ENTER[here]?.includes(there);
  });
  expect(wrong).toEqual([]);
});

test("node's own modules and third-party packages stay with their owners", () => {
  const wrong = IMPORTS.filter(({ from, to, typeOnly }) => {
    if (/^(?:server|client)\//.test(to)) return false;
    const owner = OWNERS.find((one) => one.package.test(to));
    return !owner || !(owner.in.test(from) || (typeOnly && owner.type?.test(from)));
  });
  expect(wrong).toEqual([]);
});

test('every import names a file that is there, with its .ts', () => {
  const wrong = IMPORTS.filter(({ to }) => /^(?:server|client)\//.test(to) && !existsSync(join(root, to)));
  expect(wrong).toEqual([]);
});

test('every file is reached from an entry: nothing is forgotten in its table', () => {
  const entries = [
    ...['server/src/server.ts', 'server/src/reader.ts', 'server/src/cli.ts'],
    ...['client/src/extension.ts', 'client/src/viewer/page/viewer.ts', 'client/src/viewer/page/words.ts'],
  ];
  const reached = new Set(entries.filter((entry) => SOURCES.includes(entry)));
  for (const file of reached)
    for (const { from, to } of IMPORTS) if (from === file && SOURCES.includes(to)) reached.add(to);
  expect(SOURCES.filter((file) => !reached.has(file))).toEqual([]);
});

test.each([
  ['server/src/syntax/forms', 'forms.ts'],
  ['server/src/lint/rules', 'rules.ts'],
  ['server/src/record/readers', 'readers.ts'],
  ['server/src/features/fixes', 'fixes.ts'],
])('%s: what the table %s lists is what lies beside it', (folder, table) => {
  const place = [posix.join(folder, table), posix.join(posix.dirname(folder), table)].find((path) =>
    SOURCES.includes(path),
  );
  if (!place) return;
  const socket = /export const \w+: (?:CitationForm|LintRule|ManifestRule|ExhibitReader|FixMaker)\b/;
  const plugged = SOURCES.filter((file) => file.startsWith(`${folder}/`) && file !== place && socket.test(read(file)));
  const listed = IMPORTS.filter(({ from, to }) => from === place && plugged.includes(to)).map(({ to }) => to);
  expect(plugged.length).toBeGreaterThan(0);
  expect([...new Set(listed)].sort()).toEqual(plugged);
});

test('every feature is served: its file exports what the table of features calls', () => {
  const served = IMPORTS.filter(({ from }) => from === 'server/src/lsp/features.ts').map(({ to }) => to);
  const features = SOURCES.filter(
    (file) =>
      file.startsWith('server/src/features/') &&
      /export function \w+\(view: DraftView, offset: number\b/.test(read(file)),
  );
  expect(features.length).toBeGreaterThan(0);
  expect(features.filter((file) => !served.includes(file))).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const long = [
    ...SOURCES,
    ...filesIn('client/packaging'),
    ...filesIn('test').filter((file) => !/^test\/(?:golden|matters|vscode)\//.test(file)),
    'esbuild.mjs',
  ]
    .map((file) => [file, read(file).split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 300);
  expect(long).toEqual([]);
});

test("each room's first words say what it knows and what it must never know", () => {
  const rooms = ['text', 'syntax', 'record', 'resolve', 'lint', 'features', 'files', 'lsp'];
  const silent = rooms.filter(
    (room) =>
      !SOURCES.some(
        (file) =>
          file.startsWith(`server/src/${room}/`) &&
          /^\/\/ The room `\w+` knows .+ It must never know /.test(read(file)),
      ),
  );
  expect(silent).toEqual([]);
});

test('no enums, no classes called Manager, Helper or Util, no I before a name', () => {
  const wrong = SOURCES.filter((file) =>
    /^(?:export )?(?:const )?enum |^(?:export )?(?:class|interface|type|function) (?:\w*(?:Manager|Helper|Util)\b|I[A-Z])/m.test(
      read(file),
    ),
  );
  expect(wrong).toEqual([]);
});

test('the settings in package.json have the defaults that the server has', () => {
  const { contributes, type } = JSON.parse(read('package.json'));
  const properties: Record<string, { default?: unknown; additionalProperties?: { enum: unknown } }> =
    contributes.configuration.properties;
  const defaults = Object.fromEntries(
    Object.entries(properties).map(([name, setting]) => [name.replace('briefcite.', ''), setting.default]),
  );
  // The client itself writes the trace, and says whose a mark is; the server never hears of either setting.
  expect(defaults).toEqual({ ...DEFAULT_SETTINGS, initials: '', 'trace.server': 'off' });
  expect(properties['briefcite.rules']?.additionalProperties?.enum).toEqual(RULE_LEVELS);
  // VS Code 1.91 loads the extension as CommonJS.
  expect(type).toBeUndefined();
});

test('every command of the palette is there, and every setting stands in the README', () => {
  const { contributes } = JSON.parse(read('package.json'));
  const declared = contributes.commands.map(({ command }: { command: string }) => command).sort();
  const registered = [...read('client/src/commands/commands.ts').matchAll(/^ {4}'(briefcite\.\w+)':/gm)];
  expect(registered.map(([, name]) => name).sort()).toEqual(declared);
  const told = [...read('README.md').matchAll(/^\| `(briefcite\.[\w.]+)` \|/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(Object.keys(contributes.configuration.properties).sort());
});

interface Rule {
  readonly code: string;
  readonly severity: string;
  readonly summary: string;
  readonly examples: { readonly wrong: string; readonly right: string };
}

/** Every rule, of drafts and of manifests, from whichever file the table is in. */
async function allRules(): Promise<readonly Rule[]> {
  const place = ['server/src/lint/rules/rules.ts', 'server/src/lint/rules.ts'].find((path) => SOURCES.includes(path));
  if (!place) return [];
  const table: Record<string, unknown> = await import(pathToFileURL(join(root, place)).href);
  const isRule = (one: unknown): one is Rule =>
    typeof one === 'object' && one !== null && 'code' in one && 'summary' in one;
  return Object.values(table).flatMap((value) => (Array.isArray(value) ? value.filter(isRule) : []));
}

test("the README's table of rules is that of the rules", async () => {
  const rules = await allRules();
  if (!existsSync(join(root, 'README.md')) || rules.length === 0) return;
  const rows = [
    ...read('README.md').matchAll(/^\| *`([a-z-]+)` *\| *([a-z]+) *\| *(.+?) *\| *`(.+?)` *\| *`(.+?)` *\|$/gm),
  ];
  const told = rows.map(([, code, severity, summary, wrong, right]) => ({ code, severity, summary, wrong, right }));
  const inline = (example: string): string => example.replace(/\n+/g, ' / ');
  expect(told).toEqual(
    rules.map(({ code, severity, summary, examples }) => ({
      code,
      severity,
      summary,
      wrong: inline(examples.wrong),
      right: inline(examples.right),
    })),
  );
});
