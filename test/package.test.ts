import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly unpack: () => Buffer;
}

interface Vsix {
  readonly BUDGET: number;
  readonly makePackage: (packagePath: string) => Promise<void>;
  readonly weightOf: (packagePath: string) => number;
  readonly entriesOf: (archive: Buffer) => readonly Entry[];
}

interface PackageJson {
  readonly main: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly languages: readonly { configuration?: string }[];
    readonly grammars: readonly { path: string }[];
    readonly snippets: readonly { path: string }[];
    readonly jsonValidation: readonly { url: string }[];
    readonly yamlValidation: readonly { url: string }[];
    readonly commands: readonly { command: string; title: string; category?: string }[];
    readonly walkthroughs: readonly { steps: readonly { description: string; media: { markdown: string } }[] }[];
    readonly configuration: { properties: Readonly<Record<string, { markdownDescription: string }>> };
  };
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'briefcite-package-'));
const packagePath = join(folder, 'briefcite.vsix');
const script = pathToFileURL(join(root, 'client/packaging/vsix.mjs')).href;
const { BUDGET, makePackage, weightOf, entriesOf }: Vsix = await import(script);

/** Every file of the package, by its path in the extension's folder; what is beside that folder keeps its own. */
const files = new Map<string, Buffer>();
const textOf = (name: string): string => files.get(name)?.toString('utf8') ?? '';
const pictures = /\.(?:png|svg|gif)$/;
let about: PackageJson;

beforeAll(async () => {
  await makePackage(packagePath);
  for (const { name, unpack } of entriesOf(readFileSync(packagePath)))
    files.set(name.replace(/^extension\//, ''), unpack());
  about = JSON.parse(textOf('package.json'));
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package has these files and no other', () => {
  const names = [...files.keys()].filter((name) => !/^client\/media\/[\w-]+\.png$/.test(name)).sort();
  expect(names).toEqual([
    'LICENSE.txt',
    '[Content_Types].xml',
    'changelog.md',
    'client/media/walkthrough/list-your-exhibits.md',
    'client/media/walkthrough/look-at-the-findings.md',
    'client/media/walkthrough/open-your-draft.md',
    'client/media/walkthrough/read-the-page.md',
    'dist/THIRD-PARTY-NOTICES.txt',
    'dist/cli.js',
    'dist/extension.js',
    'dist/pdfium.wasm',
    'dist/reader.js',
    'dist/rules.md',
    'dist/server.js',
    'dist/viewer.css',
    'dist/viewer.js',
    'dist/words.css',
    'dist/words.js',
    'extension.vsixmanifest',
    'package.json',
    'readme.md',
    'server/schemas/exhibits.schema.json',
    'snippets/citations.json',
    'snippets/legal-brief.json',
    'snippets/manifest.json',
    'syntaxes/citations.injection.tmLanguage.json',
    'syntaxes/legal-brief.language-configuration.json',
    'syntaxes/legal-brief.tmLanguage.json',
  ]);
});

test('the package keeps within its budget, and its pictures are not counted', () => {
  const weight = weightOf(packagePath);
  expect(weight).toBeLessThanOrEqual(BUDGET);
  expect(weight).toBeLessThan(readFileSync(packagePath).length);
});

test('the package is for every platform', () => {
  expect(textOf('extension.vsixmanifest')).not.toContain('TargetPlatform');
});

test('everything that its package.json names is in it', () => {
  const { languages, grammars, snippets, jsonValidation, yamlValidation, walkthroughs } = about.contributes;
  const named = [
    about.main,
    about.icon,
    ...Object.values(about.bin),
    ...languages.flatMap(({ configuration }) => configuration ?? []),
    ...[...grammars, ...snippets].map(({ path }) => path),
    ...[...jsonValidation, ...yamlValidation].map(({ url }) => url),
    ...walkthroughs.flatMap(({ steps }) => steps).map(({ media }) => media.markdown),
  ];
  expect(named.map((path) => posix.normalize(path)).filter((path) => !files.has(path))).toEqual([]);
});

test('what its README shows is in it, and it leads to no web site', () => {
  const targets = [...textOf('readme.md').matchAll(/\]\(([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"/g)];
  expect(targets.map(([, link, source]) => link ?? source ?? '').filter((target) => !files.has(target))).toEqual([]);
  expect(textOf('readme.md')).toMatch(/^# Briefcite\n/);
  expect(textOf('readme.md')).not.toMatch(/https?:/);
});

test('no file of it has a source map or a path of the machine that made it', () => {
  const places = [root, join(homedir(), '/')].flatMap((place) => [place, place.replaceAll('\\', '/')]);
  const wrong = [...files.keys()]
    .filter((name) => !pictures.test(name))
    .filter((name) => {
      const text = textOf(name);
      return /[#@] sourceMappingURL=/.test(text) || places.some((place) => text.includes(place));
    });
  expect(wrong).toEqual([]);
});

test('every command stands under one category, and the walkthrough has no button without a command', () => {
  const { commands, walkthroughs } = about.contributes;
  expect(commands.filter(({ category, title }) => category !== 'Briefcite' || /briefcite/i.test(title))).toEqual([]);
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const buttons = steps.flatMap(({ description }) => [...description.matchAll(/\(command:(briefcite\.\w+)\)/g)]);
  expect(buttons.length).toBeGreaterThan(0);
  expect(buttons.filter(([, id]) => !commands.some(({ command }) => command === id))).toEqual([]);
});

test('every setting is described in Markdown, with an example', () => {
  const settings = Object.entries(about.contributes.configuration.properties);
  expect(settings.length).toBeGreaterThan(0);
  const silent = settings.filter(
    ([name, { markdownDescription }]) => !markdownDescription?.includes(`\`\`\`json\n"${name}": `),
  );
  expect(silent).toEqual([]);
});
